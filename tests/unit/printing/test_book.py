"""The file of printers: what is kept comes back; what cannot be used is said with its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.services.papers.printers import FILES, PrinterBook, PrinterKind, PrinterSetup, PrintMode, Role
from printing.printers.book import BookFile, PrintersUnreadable


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    odd = PrinterSetup(
        'Ravi\'s "EPSON" \\ राम',
        PrinterKind.SERIAL,
        "COM3:19200",
        "58mm",
        PrintMode.TEXT,
        "TM-T88V",
        False,
        True,
        False,
    )
    book = PrinterBook((FILES, odd)).choosing(Role.RECEIPTS, odd.name)
    file = BookFile(tmp_path / "new" / "printers.toml")
    file.write(book)
    assert file.read() == book
    assert [one.name for one in file.path.parent.iterdir()] == ["printers.toml"]


def test_without_a_file_receipts_are_pdf_files(tmp_path: Path) -> None:
    assert BookFile(tmp_path / "printers.toml").read() == PrinterBook((FILES,))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("receipts = ", "value"),
        ("printers = 1", "nothing called 'printers'"),
        ("printer = [7]", "table of settings"),
        ("[[printer]]\ncolour = 'red'", "no setting called 'colour'"),
        ("[[printer]]\nname = 7", "name cannot be 7"),
        ("[[printer]]\nname = 'P'\ncut = 'yes'", "cut cannot be 'yes'"),
        ("[[printer]]\nname = 'P'\nkind = 'fax'", "'fax' is not a valid"),
        ("[[printer]]\nname = 'P'\nkind = 'network'", "192.168.1.50"),
        ("[[printer]]\nkind = 'pdf'", "needs a name"),
        ("[[printer]]\nname = 'P'\n" * 2, "called P already"),
        ("receipts = 'P'", "no printer called 'P'"),
        ("".join(f"[[printer]]\nname = 'P{n}'\n" for n in range(21)), "more than 20"),
    ],
)
def test_what_cannot_be_used_is_named(text: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "printers.toml"
    path.write_text(text)
    with pytest.raises(PrintersUnreadable) as refused:
        BookFile(path).read()
    assert says in refused.value.sentence
    assert str(path) in refused.value.sentence
