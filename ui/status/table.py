"""The table of what waits to be sent."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

from ui.status.state import UnsentRow
from ui.widgets.columns import size_table
from ui.words import later, tr

ROW_PX = 36
_COLUMNS = (later("What"), later("When"), later("Tries"), later("Last trouble"))
_WIDTHS_PX = {1: 130, 2: 64, 3: 220}
_Index = QModelIndex | QPersistentModelIndex
_HERE = QModelIndex()


class UnsentModel(QAbstractTableModel):
    """Shows the rows of the newest state, and owns none."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[UnsentRow, ...] = ()

    def show_rows(self, rows: tuple[UnsentRow, ...]) -> None:
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def rowCount(self, parent: _Index = _HERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _HERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(_COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        row = self._rows[index.row()]
        return (row.what, row.when, row.tries, row.error)[index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: N802
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return tr(_COLUMNS[section]) if role == Qt.ItemDataRole.DisplayRole else None


class UnsentTable(QTableView):
    """Words that find no room end in …; the whole of them is in the tool tip."""

    def __init__(self) -> None:
        super().__init__()
        self.unsent = UnsentModel()
        self.setModel(self.unsent)
        self.setAccessibleName(tr("What waits to be sent"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        size_table(self, row_px=ROW_PX, stretched=0, widths_px=_WIDTHS_PX)
