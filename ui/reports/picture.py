"""Pictures: what a chart draws of a table, as numbers and words; which of many rows are named along its foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.services.reports.table import Kind, Row, Table
from ui.reports.wording import Speech
from ui.words import said

BARS_MAX = 12  # of rows with names; more could not be read
NAMED_MAX = 7  # along the foot


@dataclass(frozen=True, slots=True)
class Picture:
    """`series` are what is drawn, each with its name; `names` stand along the foot, or before lying bars."""

    names: tuple[str, ...]
    series: tuple[tuple[str, tuple[int, ...]], ...]
    kind: Kind
    is_line: bool
    is_lying: bool

    @property
    def named_places(self) -> Sequence[int]:
        """All of them, or a few at even distances, the first among them."""
        count = len(self.names)
        return range(0, count, 1 if self.is_lying else max(1, -(-count // NAMED_MAX)))


def picture_of(table: Table, speech: Speech) -> Picture:
    """Rows by day stand beside each other, rows with names lie below each other, the largest that there is room for."""
    drawing = table.drawing
    assert drawing is not None, "only what can be drawn is"
    along = table.headings[drawing.along].kind
    is_lying = along is not Kind.DAY
    rows = table.rows[:BARS_MAX] if is_lying else table.rows
    names = tuple(speech.cell(row.cells[drawing.along], along) for row in rows)
    series = tuple((said(table.headings[place].text), _figures(rows, place)) for place in drawing.figures)
    kind = table.headings[drawing.figures[0]].kind
    return Picture(names, series, kind, drawing.is_line, is_lying)


def _figures(rows: Sequence[Row], place: int) -> tuple[int, ...]:
    return tuple(cell if isinstance(cell := row.cells[place], int) else 0 for row in rows)
