"""The table of a report: its headings change with what is shown; what adds up stands in its last row."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from app.services.reports.table import Cell, Kind, Table
from ui.reports.wording import TOTAL, Speech
from ui.widgets.table import RowsModel, RowsTable
from ui.words import said, tr
from ui.zoom import scaled

ROW_PX, FIRST_LEAST_PX = 36, 180
_WORDS = (Kind.WORDS, Kind.DAY, Kind.INSTANT)

Words = tuple[str, ...]


class _Model(RowsModel[Words]):
    """Its headings stand in one line, or each in two or three."""

    def __init__(self) -> None:
        super().__init__((), lambda words: words)
        self.is_tall = False

    def show_table(self, rows: Sequence[Words], headings: Words, numbers: Sequence[int]) -> None:
        self._numbers = numbers
        self.show_rows(rows, headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: N802
        found = super().headerData(section, orientation, role)
        is_text = self.is_tall and role == Qt.ItemDataRole.DisplayRole
        return in_lines(found) if is_text and isinstance(found, str) else found


class Grid(RowsTable):
    """Every column as wide as its words; the first takes what is left, or gives what is missing down to its least.

    What has no room then has its headings in lines, and what has none even so is scrolled to.
    """

    def __init__(self, name: str) -> None:
        self._rows = _Model()
        super().__init__(self._rows, name, row_px=ROW_PX)
        self._shown: Table | None = None
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def show_table(self, table: Table, speech: Speech, row: int) -> None:
        if table is not self._shown:
            self._shown = table
            kinds = [heading.kind for heading in table.headings]
            numbers = [place for place, kind in enumerate(kinds) if kind not in _WORDS]
            self._rows.show_table(_words(table, speech), tuple(said(one.text) for one in table.headings), numbers)
            self._fit()
        if self.currentIndex().row() != row:
            self.selectRow(row)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The headings are tried in one line, and told anew only where they change."""
        rows, was_tall = self._rows, self._rows.is_tall
        if not rows.columnCount():
            return
        for rows.is_tall in (False, True):
            widths = self._widths()
            least, rest = min(widths[0], scaled(FIRST_LEAST_PX)), self.viewport().width() - sum(widths)
            if widths[0] + rest >= least:
                break
        if rows.is_tall != was_tall:
            rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(widths) - 1)
        for column, width in enumerate(widths):
            self.horizontalHeader().resizeSection(column, max(least, width + rest) if column == 0 else width)

    def _widths(self) -> list[int]:
        header, columns = self.horizontalHeader(), range(self._rows.columnCount())
        return [max(self.sizeHintForColumn(one), header.sectionSizeHint(one)) for one in columns]


def in_lines(heading: str) -> str:
    """A heading in two lines of about the same length; in more where a word is too long for that."""
    longest = max(map(len, heading.split()), default=0)
    return "\n".join(wrap(heading, max(longest, len(heading) // 2 + 1, 1), break_on_hyphens=False))


def _words(table: Table, speech: Speech) -> list[Words]:
    """Where one figure of a column has decimals all have, so that they stand one under the other."""
    every = [row.cells for row in table.rows]
    if table.total is not None and every:
        every.append((tr(TOTAL), *table.total[1:]))
    columns = [
        _column([cells[at] for cells in every], heading.kind, speech) for at, heading in enumerate(table.headings)
    ]
    return [*zip(*columns, strict=True)]


def _column(cells: Sequence[Cell], kind: Kind, speech: Speech) -> list[str]:
    is_exact = kind in (Kind.POINTS, Kind.SHARE) and any(isinstance(one, int) and one % 100 for one in cells)
    return [speech.cell(cell, kind, is_exact=is_exact) for cell in cells]
