"""The table of a report: its headings change with what is shown; what adds up stands in its last row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from app.services.reports.table import Kind, Table
from ui.reports.wording import TOTAL, Speech
from ui.widgets.table import RowsModel, RowsTable
from ui.words import said, tr

ROW_PX = 36
_WORDS = (Kind.WORDS, Kind.DAY, Kind.INSTANT)

Words = tuple[str, ...]


class _Model(RowsModel[Words]):
    def __init__(self) -> None:
        super().__init__((), lambda words: words)

    def show_table(self, rows: Sequence[Words], headings: Words, numbers: Sequence[int]) -> None:
        self._numbers = numbers
        self.show_rows(rows, headings)


class Grid(RowsTable):
    """Every column as wide as its words; the first takes what is left. What has no room is scrolled to."""

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
        header, columns = self.horizontalHeader(), range(self._rows.columnCount())
        widths = [max(self.sizeHintForColumn(one), header.sectionSizeHint(one)) for one in columns]
        rest = self.viewport().width() - sum(widths)
        for column, width in enumerate(widths):
            header.resizeSection(column, width + (max(0, rest) if column == 0 else 0))


def _words(table: Table, speech: Speech) -> list[Words]:
    kinds = [heading.kind for heading in table.headings]

    def worded(cells: Sequence[object]) -> Words:
        return tuple(speech.cell(cell, kind) for cell, kind in zip(cells, kinds, strict=True))  # type: ignore[arg-type]

    rows = [worded(row.cells) for row in table.rows]
    if table.total is not None and rows:
        rows.append((tr(TOTAL), *worded(table.total)[1:]))
    return rows
