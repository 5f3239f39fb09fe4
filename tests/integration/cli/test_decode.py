"""decode: one JSON line a file, and an error line for what is no picture."""

import json
from pathlib import Path

from PIL import Image

from printing import codes
from tests.codes_seen import CARD, PRODUCT, held, page
from tests.integration.cli.conftest import Run


def test_each_picture_is_a_line(run: Run, tmp_path: Path, folder: Path) -> None:
    for name, modules in (("card.png", codes.qr(CARD)), ("box.jpg", codes.ean13(PRODUCT))):
        Image.fromarray(held(page(modules))).save(tmp_path / name)
    Image.new("L", (80, 60), 255).save(tmp_path / "paper.png")
    answer = run("decode", *(tmp_path / name for name in ("card.png", "box.jpg", "paper.png")))
    card, box, paper = (json.loads(line) for line in answer.out.splitlines())
    assert answer.status == 0
    assert [(code["symbology"], code["text"]) for code in card["codes"]] == [("QRCode", CARD)]
    assert [(code["symbology"], code["text"]) for code in box["codes"]] == [("EAN13", PRODUCT)]
    assert paper["codes"] == []
    assert all(0 <= x <= 1280 and 0 <= y <= 720 for x, y in card["codes"][0]["corners"])
    assert len(card["codes"][0]["corners"]) == 4
    assert card["file"] == str(tmp_path / "card.png")
    assert card["milliseconds"] > 0
    assert card["decoder"] == "zxing-cpp + zbar"
    assert not folder.exists()  # no data file is opened for it


def test_what_is_no_picture_is_an_error_and_the_others_are_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "text.png").write_text("no picture")
    Image.fromarray(page(codes.qr(CARD))).save(tmp_path / "card.png")
    answer = run("decode", tmp_path / "text.png", tmp_path / "card.png", tmp_path / "gone.png")
    first, second, third = (json.loads(line) for line in answer.out.splitlines())
    assert answer.status == 2
    assert first["error"] == f"{tmp_path}/text.png cannot be read as a picture."
    assert [code["text"] for code in second["codes"]] == [CARD]
    assert third["error"] == f"{tmp_path}/gone.png is not there."
    assert answer.err == ""


def test_corners_are_dots_of_the_file_however_large_it_is(run: Run, tmp_path: Path) -> None:
    large = Image.new("L", (6000, 4000), 255)
    large.paste(Image.fromarray(page(codes.qr(CARD), dots=20)), (3000, 2000))
    large.save(tmp_path / "large.png")
    (code,) = json.loads(run("decode", tmp_path / "large.png").out)["codes"]
    left, top = code["corners"][0]
    assert abs(left - 3240) < 25  # its quiet zone is twelve modules of twenty dots
    assert abs(top - 2240) < 25
