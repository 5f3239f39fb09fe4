"""The segments: what each asks of a member, how many are in it now, and which rules are for it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont

from ui.segments.state import SegmentRow
from ui.widgets.table import Index, RowsModel, RowsTable
from ui.words import later, tr

ROW_PX = 56
_COLUMNS = (later("Segment"), later("Asks"), later("Members"), later("Used by"))
_ASKS, _MEMBERS = 1, 2
_WIDTHS_PX = {0: 230, _MEMBERS: 130, 3: 180}


def _cells(row: SegmentRow) -> tuple[str, ...]:
    """Two lines have room in a row."""
    return (f"{row.name}\n{row.title}".strip(), row.asks.replace(", ", ",\n", 1), row.members, row.used_by)


class _SegmentsModel(RowsModel[SegmentRow]):
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (row.name, row.title, row.asks, row.members, row.used_by)))
        if role == Qt.ItemDataRole.FontRole and row.is_changed:
            bold = QFont()
            bold.setBold(True)
            return bold
        return super().data(index, role)


class SegmentsTable(RowsTable):
    """`marked` tells where the arrows have come to."""

    marked = Signal(int)

    def __init__(self) -> None:
        self.segments = _SegmentsModel(tuple(map(tr, _COLUMNS)), _cells, numbers=(_MEMBERS,))
        super().__init__(self.segments, tr("Segments, with how many members each has now"), row_px=ROW_PX)
        self.size_columns(stretched=_ASKS, widths_px=_WIDTHS_PX)
        self.selectionModel().currentRowChanged.connect(lambda now, _: self.marked.emit(now.row()))

    def show_segments(self, rows: tuple[SegmentRow, ...], marked: int) -> None:
        self.segments.show_rows(rows)
        if rows and self.currentIndex().row() != marked:
            self.selectRow(marked)
