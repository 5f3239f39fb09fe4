"""The campaigns over the days; for whom each is, which rules belong to it, and how many members take part."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont

from ui.drives.scale import Scale
from ui.drives.state import DriveRow
from ui.drives.timeline import Timeline, TimelineHeader
from ui.widgets.table import Index, RowsModel, RowsTable
from ui.words import later, tr

ROW_PX = 60
_COLUMNS = (later("Campaign"), "", later("For whom"), later("Rules"), later("Members"))
_DAYS, _MEMBERS = 1, 4
_WIDTHS_PX = {0: 200, 2: 150, 3: 150, _MEMBERS: 96}


def _cells(row: DriveRow) -> tuple[str, ...]:
    """The days are drawn, with these words under them."""
    return (row.title, " · ".join(filter(None, (row.status, row.days))), row.whom, row.rules, row.members)


class _DrivesModel(RowsModel[DriveRow]):
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (row.title, row.status, row.days, row.whom, row.rules, row.members)))
        if role == Qt.ItemDataRole.FontRole and row.is_changed:
            bold = QFont()
            bold.setBold(True)
            return bold
        return super().data(index, role)


class DrivesTable(RowsTable):
    """`marked` tells where the arrows have come to."""

    marked = Signal(int)

    def __init__(self) -> None:
        self.drives = _DrivesModel(tuple(tr(one) if one else "" for one in _COLUMNS), _cells, numbers=(_MEMBERS,))
        super().__init__(
            self.drives, tr("Campaigns over the days, from four weeks ago to two months ahead"), row_px=ROW_PX
        )
        self._header = TimelineHeader(self, _DAYS)
        self._timeline = Timeline(self)
        self._header.setHighlightSections(False)
        self.setHorizontalHeader(self._header)
        self.setItemDelegateForColumn(_DAYS, self._timeline)
        self.setWordWrap(True)
        self.size_columns(stretched=_DAYS, widths_px=_WIDTHS_PX)
        self.selectionModel().currentRowChanged.connect(lambda now, _: self.marked.emit(now.row()))

    def show_drives(self, rows: tuple[DriveRow, ...], marked: int, today: date) -> None:
        scale = Scale(today)
        self._timeline.scale = scale
        self._header.show_scale(scale)
        self.drives.show_rows(rows)
        if rows and self.currentIndex().row() != marked:
            self.selectRow(marked)
