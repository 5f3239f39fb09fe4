"""Documents in dots: as wide as the print head, and codes that any reader takes."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image
from pyzbar import pyzbar

from printing.codes import qr
from printing.document import Barcode, Beside, Code, Document, Picture, Text
from printing.paper import A4, A5, ROLL_58, ROLL_80, Paper
from printing.raster import render
from printing.receipt import compose
from tests.unit.printing.samples import FULL

ROLLS = [ROLL_58, ROLL_80]


def logo(size: tuple[int, int] = (80, 40), colour: str = "black") -> bytes:
    file = BytesIO()
    Image.new("RGB", size, colour).save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize(("paper", "dpi", "width"), [(ROLL_58, 203, 384), (ROLL_80, 203, 576), (ROLL_80, 300, 850)])
def test_a_roll_is_as_wide_as_what_the_print_head_reaches(paper: Paper, dpi: int, width: int) -> None:
    (picture,) = render(compose(FULL), paper, dpi)
    assert (picture.mode, picture.width) == ("1", width)


@pytest.mark.parametrize(("paper", "size"), [(A5, (1184, 1680)), (A4, (1680, 2376))])
def test_a_sheet_is_shown_whole(paper: Paper, size: tuple[int, int]) -> None:
    assert {picture.size for picture in render(compose(FULL), paper)} == {size}


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("paper", [*ROLLS, A5, A4])
@pytest.mark.parametrize(
    "payload", ["A1/26-27/000123", "https://shop.example/why/0198c1f2-7b3a-7cc0-8f00-1234567890ab"]
)
def test_both_readers_read_the_code(paper: Paper, dpi: int, payload: str) -> None:
    (picture,) = render(Document("", (Code(payload),)), paper, dpi)
    grey = picture.convert("L")
    assert [code.text for code in zxingcpp.read_barcodes(grey)] == [payload]
    assert [code.data.decode() for code in pyzbar.decode(grey)] == [payload]


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("paper", [*ROLLS, A5, A4])
@pytest.mark.parametrize("payload", ["700012345678", "V-7K2M-93QX"])
def test_both_readers_read_the_barcode(paper: Paper, dpi: int, payload: str) -> None:
    (picture,) = render(Document("", (Barcode(payload),)), paper, dpi)
    grey = picture.convert("L")
    assert [code.text for code in zxingcpp.read_barcodes(grey)] == [payload]
    assert [code.data.decode() for code in pyzbar.decode(grey)] == [payload]


@pytest.mark.parametrize("dpi", [180, 203, 300])
def test_every_module_of_a_code_is_the_same_number_of_dots(dpi: int) -> None:
    (picture,) = render(Document("", (Code("A1/26-27/000123"),)), ROLL_80, dpi)
    dark = picture.convert("L").point(lambda grey: 255 - grey)
    box = dark.getbbox()
    assert box is not None
    modules = qr("A1/26-27/000123")
    dots, rest = divmod(box[2] - box[0], len(modules))
    assert rest == 0
    code = dark.crop(box)
    expected = Image.frombytes("L", (len(modules),) * 2, b"".join(modules)).point(lambda bit: 255 * bit)
    assert code.tobytes() == expected.resize(code.size, Image.Resampling.NEAREST).tobytes()
    assert dots == int(22 / 25.4 * {203: 203.2}.get(dpi, dpi) / len(modules) + 0.01)


def test_a_logo_is_printed_in_its_shape_and_a_broken_one_takes_no_room() -> None:
    words = Text("Arogya")
    (with_logo,) = render(Document("", (Picture(logo()), words)), ROLL_80)
    (without,) = render(Document("", (words,)), ROLL_80)
    (broken,) = render(Document("", (Picture(b"\x89PNG no picture"), words)), ROLL_80)
    assert with_logo.height - without.height == pytest.approx(17 * 8, abs=1)
    dark = with_logo.crop((0, 0, 576, 16 * 8)).convert("L").point(lambda grey: 255 - grey).getbbox()
    assert dark == (288 - 128, 0, 288 + 128, 128)
    assert broken.tobytes() == without.tobytes()


def test_greys_of_a_logo_become_a_pattern_of_dots() -> None:
    (picture,) = render(Document("", (Picture(logo(colour="grey")),)), ROLL_80)
    black = picture.crop((160, 0, 416, 128)).convert("L").histogram()[0]
    assert black / (256 * 128) == pytest.approx(0.5, abs=0.05)


def test_what_is_side_by_side_on_a_sheet_is_under_each_other_on_a_roll() -> None:
    document = Document("", (Beside((Text("left"), Text("left")), (Text("right"),)),))
    (roll,) = render(document, ROLL_80)
    (sheet,) = render(document, A4)
    line = 9 * 1.36 * 203.2 / 72
    assert roll.height == pytest.approx(3 * line, abs=2)
    ink = sheet.crop((0, 0, 1680, 1680 // 2)).convert("L").point(lambda grey: 255 - grey).getbbox()
    assert ink is not None
    assert ink[3] - ink[1] < 2 * line
    assert ink[2] > 1680 / 2


def test_any_thread_may_ask_for_dots() -> None:
    document = compose(FULL)
    with ThreadPoolExecutor(4) as threads:
        made = list(threads.map(lambda _: render(document, ROLL_80)[0].tobytes(), range(12)))
    assert set(made) == {render(document, ROLL_80)[0].tobytes()}
