"""Tables: a report's figures in named columns. Money in minor units, points in hundredths, shares in 1/100 of a %."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.services.reports.question import Question


class OwnWord(str):
    """A word or sentence of ours, which the screen says in its own language; any other text stays as it is."""


Cell = str | int | date | datetime | None
WHOLE_SHARE = 100_00


class Kind(StrEnum):
    """What a column holds. All but words, days and instants are whole numbers."""

    WORDS = "words"
    DAY = "day"
    INSTANT = "instant"
    COUNT = "count"
    MONEY = "money"
    POINTS = "points"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Row:
    """One cell for each heading; `behind` is what to ask for the bills or movements that made it, or `bill_id` it."""

    cells: tuple[Cell, ...]
    behind: Question | None = None
    bill_id: str | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """Which columns a chart shows: what stands along its foot, and up to three figures of one kind."""

    along: int
    figures: tuple[int, ...]
    is_line: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """`total` is the sum of the rows where they add up; `said` what a reader has to know, in sentences."""

    title: str
    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    drawing: Drawing | None = None
    total: tuple[Cell, ...] | None = None
    said: tuple[OwnWord, ...] = ()


DAY = Heading("Date", Kind.DAY)
POINTS, CASHBACK = Heading("Points", Kind.POINTS), Heading("Cashback", Kind.POINTS)
BILLS, SALES = Heading("Bills", Kind.COUNT), Heading("Sales", Kind.MONEY)
EARNED, SHARE = Heading("Earned", Kind.POINTS), Heading("Share of sales", Kind.SHARE)
_ADDED = (Kind.COUNT, Kind.MONEY, Kind.POINTS)


def totals(headings: Sequence[Heading], rows: Sequence[Row]) -> tuple[Cell, ...]:
    """What the rows add up to, in the columns that can be added up."""
    return tuple(
        sum(row.cells[place] or 0 for row in rows) if heading.kind in _ADDED else None  # type: ignore[misc]
        for place, heading in enumerate(headings)
    )


def share(part: int, whole: int) -> int | None:
    """A part in hundredths of a per cent, half up; None where there is no whole."""
    return None if whole == 0 else (2 * WHOLE_SHARE * part + whole) // (2 * whole)


def average(total: int, n: int) -> int | None:
    """Half up, in the unit of the total; None of nothing."""
    return None if n == 0 else (2 * total + n) // (2 * n)
