"""The counter from the command line where nobody can see it: one sale, and a whole day, in the real window."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pypdfium2
import zxingcpp

from ui.story import Cards, scenes

ROOT = Path(__file__).parents[2]
SCENES = len(scenes(Cards("repeat", "other", "poor", "lost", "fresh", "stranger", "pin")))


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """python -m app on a machine without a display, with its data in `folder`."""
    unseen = {name: value for name, value in os.environ.items() if not name.startswith(("DISPLAY", "WAYLAND", "QT_"))}
    environment = {**unseen, "TILLPOINT_DATA_DIR": str(folder), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "app", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)


def text_of(receipt: Path) -> str:
    return "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(receipt))


def test_without_a_display_one_sale_is_made_and_its_picture_and_receipt_are_left(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert done.returncode == 0, done.stderr
    assert "no display" in done.stdout
    pictures = [Path(name) for name in re.findall(r"picture +(.+\.png)", done.stdout)]
    (receipt,) = [Path(name) for name in re.findall(r"receipt +(.+\.pdf)", done.stdout)]
    assert [picture.name for picture in pictures] == ["sale.png", "paid.png"]
    assert all(picture.stat().st_size > 10_000 for picture in pictures)
    page = pypdfium2.PdfDocument(receipt)[0].render(scale=3).to_pil()
    assert [code.text for code in zxingcpp.read_barcodes(page)] == [_bill_number(text_of(receipt))]
    assert "₹643.00" in text_of(receipt), "920.00 less 43.00 discount less 2,340 points worth 234.00"
    assert not (tmp_path / "till.db").exists(), "a rehearsal leaves the counter's own data file alone"


def _bill_number(text: str) -> str:
    found = re.search(r"A1/\d\d-\d\d/\d{6}", text)
    assert found is not None
    return found[0]


def test_a_day_leaves_a_picture_a_scene_a_receipt_a_bill_and_sound_books(tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = run(tmp_path / "data", "demo", "--out", str(out))
    assert done.returncode == 0, done.stderr
    pictures = [picture.read_bytes() for picture in out.glob("[0-9][0-9]-*.png")]
    assert len(set(pictures)) == len(pictures) == SCENES, "every scene shows something that none before it did"
    summary = (out / "summary.txt").read_text("utf-8")
    bills = re.findall(r"^(A1/\S+)", summary, re.MULTILINE)
    originals = list((out / "receipts").glob("A1-*-0?????.pdf"))
    assert len(bills) == len(originals) == 5
    for other in ("card", "balance", "A1-*-R1", "A1-*-Z0001"):
        assert len(list((out / "receipts").glob(f"{other}*.pdf"))) == 1
    assert re.search(r"^books: \d+ entries, sound$", summary, re.MULTILINE)
    assert "REPRINT" in text_of(next((out / "receipts").glob("*copy2.pdf")))
