"""Baskets: reading a file of shop lines, row by row, into bills to ring up; bad rows become values, not stops."""

from __future__ import annotations

import csv
import gzip
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from io import BufferedIOBase
from pathlib import Path

REQUIRED = ("ts", "household_id", "basket_id", "product_category", "sales_value_c")
AMOUNT_MAX = 10**9
TEXT_MAX = 120
LINE_BYTES_MAX = 16 * 1024
YEARS = range(2000, 2100)  # a till's clock never goes back, so one absurd year would date every bill after it

_GZIP_MAGIC = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a basket: its amount in minor units, as paid; the quantity of the source may be 0 and is not used."""

    number: int
    at: datetime
    household: str
    basket: str
    category: str
    amount_minor: int


@dataclass(frozen=True, slots=True)
class BadRow:
    """A line that could not be used, and why."""

    number: int
    why: str


@dataclass(frozen=True, slots=True)
class Basket:
    """The lines one household bought at one moment."""

    basket: str
    household: str
    at: datetime
    rows: tuple[Row, ...]


class UnreadableFileError(Exception):
    """The file is not one of basket lines at all; says what is wrong with it."""


class _MalformedError(Exception):
    """One line is no row; says why."""


def read_rows(path: Path) -> Iterator[Row | BadRow]:
    """Every row of a CSV or gzipped CSV file. A damaged end is a bad row; what came before it still counts.

    A row is one line: a quote that is never closed must not swallow the rows after it.
    """
    try:
        with _opened(path) as file:
            names = _names(path, file.readline(LINE_BYTES_MAX))
            yield from _rows(file, names)
    except (OSError, EOFError, zlib.error) as wrong:
        reason = getattr(wrong, "strerror", None) or wrong
        raise UnreadableFileError(f"{path} cannot be read: {reason}.") from wrong


def _opened(path: Path) -> BufferedIOBase:
    with path.open("rb") as file:
        is_zipped = file.read(len(_GZIP_MAGIC)) == _GZIP_MAGIC
    return gzip.open(path, "rb") if is_zipped else path.open("rb")


def _names(path: Path, line: bytes) -> tuple[str, ...]:
    """The names of the columns, from the file's first line."""
    try:
        names = tuple(_cells(line.removeprefix(b"\xef\xbb\xbf")))
    except _MalformedError as wrong:
        raise UnreadableFileError(f"{path} is not a file of basket lines: {wrong}.") from wrong
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        raise UnreadableFileError(f"{path} has no column {missing[0]!r}; it needs {', '.join(REQUIRED)}.")
    return names


def _rows(file: BufferedIOBase, names: tuple[str, ...]) -> Iterator[Row | BadRow]:
    number = 1  # the header's; the first row is line 2
    try:
        for line in _lines(file):
            number += 1
            if line.strip():
                yield _read(number, line, names)
    except (EOFError, zlib.error, gzip.BadGzipFile) as wrong:
        yield BadRow(number + 1, f"the file is damaged from here on ({wrong})")


def _lines(file: BufferedIOBase) -> Iterator[bytes]:
    """The file's lines; of an overlong one only the start, so that it cannot fill the memory."""
    while line := file.readline(LINE_BYTES_MAX + 1):
        yield line
        while len(line) > LINE_BYTES_MAX and not line.endswith(b"\n"):
            line = file.readline(LINE_BYTES_MAX + 1)


def _read(number: int, line: bytes, names: tuple[str, ...]) -> Row | BadRow:
    try:
        cells = _cells(line)
        if len(cells) != len(names):
            raise _MalformedError(f"it has {len(cells)} columns instead of {len(names)}")
        return _row(number, dict(zip(names, cells, strict=True)))
    except _MalformedError as wrong:
        return BadRow(number, str(wrong))


def _cells(line: bytes) -> list[str]:
    if len(line) > LINE_BYTES_MAX:
        raise _MalformedError(f"the line is longer than {LINE_BYTES_MAX:,} bytes")
    try:
        return next(csv.reader([line.decode()], strict=True), [])
    except UnicodeDecodeError as wrong:
        raise _MalformedError("the line is not UTF-8 text") from wrong
    except csv.Error as wrong:
        raise _MalformedError(f"the line does not split into columns ({wrong})") from wrong


def _row(number: int, record: Mapping[str, str]) -> Row:
    values = {name: record[name].strip() for name in REQUIRED}
    for name, value in values.items():
        if not value:
            raise _MalformedError(f"{name} is empty")
        if len(value) > TEXT_MAX:
            raise _MalformedError(f"{name} is longer than {TEXT_MAX} letters")
    return Row(
        number,
        _instant(values["ts"]),
        values["household_id"],
        values["basket_id"],
        values["product_category"],
        _amount_minor(values["sales_value_c"]),
    )


def _amount_minor(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) <= AMOUNT_MAX):
        raise _MalformedError(f"sales_value_c {text[:20]!r} is not an amount in paise")
    return int(text)


def _instant(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError as wrong:
        raise _MalformedError(f"ts {text[:30]!r} is not a date and time") from wrong
    if at.year not in YEARS:
        raise _MalformedError(f"ts {text[:30]!r} is not of the years {YEARS.start} to {YEARS.stop - 1}")
    return at


def baskets(rows: Iterable[Row | BadRow]) -> Iterator[Basket | BadRow]:
    """The file's baskets in order: rows that stand together. Bad rows pass through and part no basket."""
    rung: set[str] = set()
    basket: list[Row] = []
    for row in rows:
        stray = row if isinstance(row, BadRow) else _stray(row, basket, rung)
        if stray is not None:
            yield stray
        elif isinstance(row, Row):
            if basket and row.basket != basket[0].basket:
                yield _together(basket)
                basket = []
            rung.add(row.basket)
            basket.append(row)
    if basket:
        yield _together(basket)


def _stray(row: Row, basket: list[Row], rung: set[str]) -> BadRow | None:
    """A row that cannot join its basket: that bill is closed, or it is another household's."""
    is_open = bool(basket) and basket[0].basket == row.basket
    if not is_open and row.basket in rung:
        return BadRow(row.number, f"basket {row.basket} had ended before this line")
    if is_open and basket[0].household != row.household:
        return BadRow(row.number, f"basket {row.basket} is of household {basket[0].household}")
    return None


def _together(rows: list[Row]) -> Basket:
    first = rows[0]
    return Basket(first.basket, first.household, first.at, tuple(rows))
