"""Files handed in: read whatever wrote them, refused before they can do harm."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import sheets
from app.sheets import SheetUnreadable, read_rows
from printing.export import Sheet, harmless, to_csv, to_xlsx

TABLE = Sheet("Products", ("EAN", "Name", "MRP", "Expiry"), [("8901030875021", "साबुन, 100 g", Decimal("33.60"), None)])
DATED = Sheet("Products", ("EAN", "Expiry"), [(8901030875021, date(2027, 6, 30))])


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("list.csv", to_csv(TABLE)),
        ("list.xlsx", to_xlsx(TABLE)),
        ("list.txt", 'EAN;Name;MRP;Expiry\r\n8901030875021;"साबुन, 100 g";33.60;\r\n'.encode()),
        ("tabs.csv", "EAN\tName\tMRP\tExpiry\n8901030875021\tसाबुन, 100 g\t33.60\t\n".encode("utf-16")),
    ],
)
def test_rows_are_what_was_written(tmp_path: Path, name: str, data: bytes) -> None:
    head, row = read_rows(written(tmp_path, name, data))
    assert list(head) == ["EAN", "Name", "MRP", "Expiry"]
    assert list(row[:2]) == ["8901030875021", "साबुन, 100 g"]
    assert Decimal(row[2]) == Decimal("33.6")


def test_numbers_and_days_of_a_workbook_are_as_they_would_be_typed(tmp_path: Path) -> None:
    _, row = read_rows(written(tmp_path, "list.xlsx", to_xlsx(DATED)))
    assert list(row) == ["8901030875021", "2027-06-30"]


def repacked(change: Callable[[str, bytes], bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(to_xlsx(TABLE))) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, change(part, old.read(part)))
    return out.getvalue()


def far_cell(part: str, data: bytes) -> bytes:
    return data.replace(b'r="A2"', b'r="XFD1048576"') if "sheet1" in part else data


def hidden_place(part: str, data: bytes) -> bytes:
    return data.replace(b'r="A2"', b'r="&#65;2"') if "sheet1" in part else data


def swollen(part: str, data: bytes) -> bytes:
    return data + b" " * (sheets.UNPACKED_BYTES_MAX // 2) if part.endswith((".rels", "sheet1.xml")) else data


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("large.csv", b"a" * (sheets.FILE_BYTES_MAX + 1), "is larger than 10 MB"),
        ("latin.csv", "EAN,Name\n1,Café\n".encode("latin-1"), "is not text in UTF-8"),
        ("nul.csv", b"EAN,Name\n1,a\0b\n", "is not a table of text"),
        ("torn.xlsx", to_xlsx(TABLE)[:900], "cannot be read as a workbook"),
        ("empty.xlsx", b"PK\x05\x06" + bytes(18), "cannot be read as a workbook"),
        ("far.xlsx", repacked(far_cell), "1,048,576 rows of 16,384 columns"),
        ("hidden.xlsx", repacked(hidden_place), "cannot be read as a workbook"),
        ("bomb.xlsx", repacked(swollen), "unpacks to too much"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_what_is_no_table_is_refused_with_its_reason(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    with pytest.raises(SheetUnreadable, match=said) as refusal:
        list(read_rows(written(tmp_path, name, data)))
    assert "Nothing was imported" in str(refusal.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SheetUnreadable, match=r"gone.csv cannot be read: No such file"):
        read_rows(tmp_path / "gone.csv")


def rows_of(folder: Path, text: str) -> list[list[str]]:
    return [list(row) for row in read_rows(written(folder, "list.csv", text.encode()))]


HEAD = ["Name", "Phone", "Points"]


@pytest.mark.parametrize(
    ("torn", "cells"),
    [
        ('"Meena,98,1', ['"Meena', "98", "1"]),
        ('"Meena" Iyer,98,1', ['"Meena" Iyer', "98", "1"]),
        ('Meena,98,"1', ["Meena", "98", '"1']),
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("after", [[], ["Ravi,99,2"], ["Ravi,99,2", '"Asha",97,3', 'Tara,96,"4']])
def test_a_line_with_a_stray_quote_is_a_row_and_swallows_no_other(
    tmp_path: Path, torn: str, cells: list[str], ends: str, after: list[str]
) -> None:
    head, *rows = rows_of(tmp_path, ends.join([",".join(HEAD), torn, *after, ""]))
    assert head == HEAD
    assert rows[0] == cells
    assert [row[1] for row in rows[1:]] == [line.split(",")[1] for line in after]


def test_a_cell_may_go_on_in_the_next_lines(tmp_path: Path) -> None:
    text = 'Name,Address,Phone\nMeena,"12 MG Road\nPune, 411001\nIndia",98\nRavi,,99\n'
    assert rows_of(tmp_path, text) == [
        ["Name", "Address", "Phone"],
        ["Meena", "12 MG Road\nPune, 411001\nIndia", "98"],
        ["Ravi", "", "99"],
    ]


def test_marks_within_a_cell_are_what_they_say(tmp_path: Path) -> None:
    assert rows_of(tmp_path, 'Name,Phone\nBandage 2",1\n"Gauze 4"" wide",2\n')[1:] == [
        ['Bandage 2"', "1"],
        ['Gauze 4" wide', "2"],
    ]


@given(st.lists(st.lists(st.text("ab ,;\t\"'\n", max_size=8), min_size=2, max_size=4), min_size=1, max_size=8))
def test_what_a_spreadsheet_writes_comes_back_as_it_was(rows: list[list[str]]) -> None:
    width = len(rows[0])
    narrow = [[cell.replace("\n", " ") for cell in (*row, *[""] * width)[:width]] for row in rows]
    head = [f"column {n}" for n in range(width)]
    with TemporaryDirectory() as folder:
        path = written(Path(folder), "list.csv", to_csv(Sheet("List", tuple(head), narrow)))
        found = [list(row) for row in read_rows(path)]
    assert found == [head, *[[harmless(cell) for cell in row] for row in narrow]]
