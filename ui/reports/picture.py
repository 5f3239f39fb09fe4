"""Pictures: what a chart draws of a table, as numbers and words; which of many bars are named along its foot.

Too many days beside each other cannot be told apart: bars stand for weeks then, or months. A line stays one of days.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from itertools import groupby

from app.services.reports.table import Cell, Kind, Row, Table
from ui.reports.wording import BY_MONTH, BY_WEEK, WEEK_OF, Speech
from ui.words import said, tr

BARS_MAX = 12  # of rows with names; more could not be read
DAYS_MAX, WEEKS_MAX = 92, 106  # bars beside each other: a quarter of days, two years of weeks
NAMED_MAX = 7  # along the foot, where there is room


class Step(Enum):
    """What one bar of those beside each other stands for."""

    DAY = ""
    WEEK = BY_WEEK
    MONTH = BY_MONTH


@dataclass(frozen=True, slots=True)
class Picture:
    """`series` are what is drawn, each with its name; `names` stand along the foot, or before lying bars."""

    names: tuple[str, ...]
    series: tuple[tuple[str, tuple[int, ...]], ...]
    kind: Kind
    is_line: bool
    is_lying: bool
    step: Step = Step.DAY

    def named_places(self, most: int = NAMED_MAX) -> Sequence[int]:
        """All of them, or at most so many at even distances, as far from both ends."""
        count = len(self.names)
        apart = 1 if self.is_lying else max(1, -(-count // max(1, min(most, NAMED_MAX))))
        return range(apart // 2, count, apart)


@dataclass(frozen=True, slots=True)
class _Bar:
    """Rows that one bar stands for, named by the first of them."""

    cell: Cell
    rows: Sequence[Row]


def picture_of(table: Table, speech: Speech) -> Picture:
    """Rows by day stand beside each other, rows with names lie below each other, the largest that there is room for."""
    drawing = table.drawing
    assert drawing is not None, "only what can be drawn is"
    along = table.headings[drawing.along].kind
    is_lying = along is not Kind.DAY
    rows = table.rows[:BARS_MAX] if is_lying else table.rows
    step = Step.DAY if is_lying or drawing.is_line else _step([_day(row, drawing.along) for row in rows])
    bars = _bars(rows, drawing.along, step)
    names = tuple(_name(speech.cell(bar.cell, along), step) for bar in bars)
    series = tuple((said(table.headings[place].text), _figures(bars, place)) for place in drawing.figures)
    kind = table.headings[drawing.figures[0]].kind
    return Picture(names, series, kind, drawing.is_line, is_lying, step)


def _day(row: Row, along: int) -> date:
    day = row.cells[along]
    assert isinstance(day, date), "a column of days"
    return day


def _step(days: Sequence[date]) -> Step:
    if len(days) <= DAYS_MAX:
        return Step.DAY
    weeks = {_begins(day, Step.WEEK) for day in days}
    return Step.WEEK if len(weeks) <= WEEKS_MAX else Step.MONTH


def _begins(day: date, step: Step) -> date:
    """The first day of a bar's stretch: weeks begin on Mondays."""
    return day - timedelta(days=day.weekday()) if step is Step.WEEK else day.replace(day=1)


def _bars(rows: Sequence[Row], along: int, step: Step) -> list[_Bar]:
    if step is Step.DAY:
        return [_Bar(row.cells[along], (row,)) for row in rows]
    together = ([*found] for _, found in groupby(rows, key=lambda row: _begins(_day(row, along), step)))
    return [_Bar(found[0].cells[along], found) for found in together]


def _name(first: str, step: Step) -> str:
    return tr(WEEK_OF, day=first) if step is Step.WEEK else first


def _figures(bars: Sequence[_Bar], place: int) -> tuple[int, ...]:
    return tuple(sum(_figure(row.cells[place]) for row in bar.rows) for bar in bars)


def _figure(cell: Cell) -> int:
    return cell if isinstance(cell, int) else 0
