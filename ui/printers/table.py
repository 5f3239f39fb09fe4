"""The table of what waits to be printed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableView

from ui.printers.state import QueueRow
from ui.widgets.columns import size_table
from ui.words import later, tr

ROW_PX = 40
_COLUMNS = (later("What"), later("When"), later("Tries"), later("Why it is not printed"))
_WIDTHS_PX = {0: 240, 1: 130, 2: 64}
_Index = QModelIndex | QPersistentModelIndex
_HERE = QModelIndex()


class QueueModel(QAbstractTableModel):
    """Shows the rows of the newest state, and owns none."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[QueueRow, ...] = ()

    def show_rows(self, rows: tuple[QueueRow, ...]) -> bool:
        """Whether they are others than before."""
        if rows == self._rows:
            return False
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return True

    def rowCount(self, parent: _Index = _HERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _HERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(_COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        row = self._rows[index.row()]
        return (row.what, row.when, row.tries, row.why)[index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: N802
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return tr(_COLUMNS[section]) if role == Qt.ItemDataRole.DisplayRole else None


class QueueTable(QTableView):
    """`marked` names a row when somebody comes to it. Words without room end in …, whole in the tool tip."""

    marked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._model = QueueModel()
        self.setModel(self._model)
        self.setAccessibleName(tr("What waits to be printed"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        size_table(self, row_px=ROW_PX, stretched=len(_COLUMNS) - 1, widths_px=_WIDTHS_PX)

    def show_rows(self, rows: tuple[QueueRow, ...], marked: int) -> None:
        if self._model.show_rows(rows) and rows:
            self.selectRow(marked)

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        if current.isValid():
            self.marked.emit(current.row())
