"""Baskets: reading a file of shop lines, row by row, into bills to ring up; bad rows become values, not stops."""

from __future__ import annotations

import csv
import gzip
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path

REQUIRED = ("ts", "household_id", "basket_id", "product_category", "sales_value_c")
AMOUNT_MAX = 10**9
TEXT_MAX = 120


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
    """A line that could not be read, and why."""

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


def read_rows(path: Path) -> Iterator[Row | BadRow]:
    """Every line of a CSV or gzipped CSV file. A damaged end is a bad row; what came before it still counts."""
    opener = gzip.open if path.suffix == ".gz" else open
    number = 1
    try:
        with opener(path, "rt", encoding="utf-8-sig", errors="replace", newline="") as file:
            reader = csv.DictReader(file)
            _require_columns(path, reader.fieldnames)
            for record in reader:
                number = reader.line_num
                yield _row(number, record)
    except (EOFError, zlib.error, gzip.BadGzipFile, csv.Error) as wrong:
        yield BadRow(number + 1, f"the file is damaged from here on ({wrong})")
    except OSError as wrong:
        raise UnreadableFileError(f"{path} cannot be read: {wrong.strerror or wrong}.") from wrong


def _require_columns(path: Path, found: Iterable[str] | None) -> None:
    missing = [name for name in REQUIRED if name not in (found or ())]
    if missing:
        raise UnreadableFileError(f"{path} has no column {missing[0]!r}; it needs {', '.join(REQUIRED)}.")


def _row(number: int, record: Mapping[str, str | None]) -> Row | BadRow:
    values = {name: (record.get(name) or "").strip() for name in REQUIRED}
    empty = next((name for name, value in values.items() if not value), None)
    if empty is not None:
        return BadRow(number, f"{empty} is empty")
    overlong = next((name for name, value in values.items() if len(value) > TEXT_MAX), None)
    if overlong is not None:
        return BadRow(number, f"{overlong} is longer than {TEXT_MAX} letters")
    amount = values["sales_value_c"]
    if not (amount.isascii() and amount.isdigit() and int(amount) <= AMOUNT_MAX):
        return BadRow(number, f"sales_value_c {amount[:20]!r} is not an amount in paise")
    try:
        at = datetime.fromisoformat(values["ts"])
    except ValueError:
        return BadRow(number, f"ts {values['ts'][:30]!r} is not a date and time")
    return Row(number, at, values["household_id"], values["basket_id"], values["product_category"], int(amount))


def baskets(rows: Iterable[Row]) -> Iterator[Basket]:
    """Consecutive rows of one basket, as the file gives them."""
    for basket, group in groupby(rows, key=lambda row: row.basket):
        lines = tuple(group)
        yield Basket(basket, lines[0].household, lines[0].at, lines)
