"""Sheets: a spreadsheet or CSV file as rows of text, whatever somebody hands in: bounded, and never run."""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any, Final

FILE_BYTES_MAX: Final = 10 * 1024 * 1024
UNPACKED_BYTES_MAX: Final = 200 * 1024 * 1024
PARTS_MAX: Final = 1_000
CELLS_MAX: Final = 5_000_000
COLUMNS_MAX: Final = 60
CELL_LETTERS_MAX: Final = 2_000
LINES_OF_A_ROW_MAX: Final = 20
_PLACE = re.compile(rb"""(?<!xmlns:)\br\s*=\s*["']([^"']*)["']""")
_PLAIN_PLACE = re.compile(rb"([A-Z]{0,3})([0-9]{1,7})")


class SheetUnreadable(Exception):  # noqa: N818 - the file's fault, said in a sentence
    """The file cannot be read as a table; the sentence says why and what to do."""


def read_rows(path: Path) -> Iterator[Sequence[str]]:
    """The rows of a .csv or of the first sheet of an .xlsx; raises SheetUnreadable at any of them."""
    data = _bytes(path)
    return _workbook(path.name, data) if data.startswith(b"PK") else _csv(path.name, data)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(FILE_BYTES_MAX + 1)
    except OSError as wrong:
        raise SheetUnreadable(f"{path.name} cannot be read: {wrong.strerror}. Nothing was imported.") from wrong
    if len(data) > FILE_BYTES_MAX:
        raise SheetUnreadable(
            f"{path.name} is larger than {FILE_BYTES_MAX // 1024 // 1024} MB. Nothing was imported; import it in parts."
        )
    return data


def _csv(name: str, data: bytes) -> Iterator[Sequence[str]]:
    lines = StringIO(_decoded(name, data), newline="").readlines()
    first = lines[0] if lines else ""
    comma = max(",;\t", key=first.count)
    at, width = 0, first.count(comma) + 1
    while at < len(lines):
        row, taken = _record(lines[at : at + LINES_OF_A_ROW_MAX], comma, width)
        yield [cell[:CELL_LETTERS_MAX] for cell in row[:COLUMNS_MAX]]
        at += taken


def _record(lines: Sequence[str], comma: str, width: int) -> tuple[Sequence[str], int]:
    """The row that begins with these lines, and how many of them are its own.

    A cell may go on in the next line. A line the quotes of which do not match is a row with the quotes in it, so that
    it can be named: were a quote left open to swallow what follows, every line of that would be as wide as a row.
    """
    for taken in range(1, len(lines) + 1):
        is_whole = all(line.count(comma) + 1 >= width for line in lines[:taken])
        if taken > 1 and is_whole:
            continue
        try:
            return next(csv.reader(lines[:taken], delimiter=comma, strict=True), []), taken
        except csv.Error:
            continue
    return lines[0].rstrip("\r\n").split(comma), 1


def _decoded(name: str, data: bytes) -> str:
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as wrong:
        raise SheetUnreadable(
            f"{name} is not text in UTF-8. Nothing was imported; save it as “CSV UTF-8”, or as .xlsx."
        ) from wrong
    if "\0" in text:
        raise SheetUnreadable(f"{name} is not a table of text. Nothing was imported; save it as .csv or .xlsx.")
    return text


def _workbook(name: str, data: bytes) -> Iterator[Sequence[str]]:
    _refuse_bomb(name, data)
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        sheet = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0)
        for row in sheet.to_python(skip_empty_area=False):
            yield [_text(cell)[:CELL_LETTERS_MAX] for cell in row]
    except (CalamineError, IndexError) as wrong:
        raise _no_workbook(name) from wrong


def _refuse_bomb(name: str, data: bytes) -> None:
    """What a workbook unpacks to is bounded, and so is the grid its cells span, before anything makes room for it."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            parts = packed.infolist()
            if len(parts) > PARTS_MAX or sum(part.file_size for part in parts) > UNPACKED_BYTES_MAX:
                raise SheetUnreadable(f"{name} unpacks to too much. Nothing was imported; save it as .csv.")
            for part in parts:
                unpacked = packed.read(part)  # checked against its declared size and sum as it is read
                if b"sheetData" in unpacked:
                    _refuse_wide(name, unpacked)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, ValueError, OSError) as wrong:
        raise _no_workbook(name) from wrong


def _refuse_wide(name: str, sheet: bytes) -> None:
    rows = columns = 1
    for found in _PLACE.finditer(sheet):
        place = _PLAIN_PLACE.fullmatch(found[1])
        if place is None:
            raise _no_workbook(name)
        rows, columns = max(rows, int(place[2])), max(columns, _column(place[1]))
    if rows * columns > CELLS_MAX:
        raise SheetUnreadable(
            f"{name} has {rows:,} rows of {columns:,} columns. Nothing was imported; "
            "remove what lies far from the table, or save it as .csv."
        )


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _no_workbook(name: str) -> SheetUnreadable:
    return SheetUnreadable(f"{name} cannot be read as a workbook. Nothing was imported; save it as .xlsx or .csv.")


def _text(cell: Any) -> str:
    """A cell as it would be typed: whole numbers without a point, days in ISO."""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else str(Decimal(repr(cell)))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == datetime.min.time() else cell.isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)
