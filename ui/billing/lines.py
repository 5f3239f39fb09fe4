"""The lines: a table of what has been rung up."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

from ui.billing.state import LineRow
from ui.widgets.columns import STRETCHED_LEAST_PX, size_table
from ui.words import later, tr
from ui.zoom import scaled

ROW_PX = 44
_COLUMNS = (later("#"), later("Item"), later("Qty"), later("Rate"), later("Amount"), later("Points"))
_ITEM = 1
_FIRST_TO_GO = (0, 3)  # where there is little room: the number, and the rate, which the amount tells mostly
_WIDTHS_PX = {0: 44, 2: 72, 3: 110, 4: 122, 5: 88}
_Index = QModelIndex | QPersistentModelIndex
_HERE = QModelIndex()


class LinesModel(QAbstractTableModel):
    """Shows the rows of the newest state, and owns none."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[LineRow, ...] = ()

    def show_rows(self, rows: tuple[LineRow, ...]) -> None:
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def rowCount(self, parent: _Index = _HERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _HERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(_COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == _ITEM:
            return row.item
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (row.number, row.item, row.quantity, row.rate, row.amount, row.points)[index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: N802
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return tr(_COLUMNS[section]) if role == Qt.ItemDataRole.DisplayRole else None


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column == _ITEM else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


class LinesTable(QTableView):
    """The focus stays in the box; the arrows there move the mark here."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = LinesModel()
        self.setModel(self.lines)
        self.setAccessibleName(tr("Lines of the bill"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the end says batch and expiry
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        size_table(self, row_px=ROW_PX, stretched=_ITEM, widths_px=_WIDTHS_PX)

    def fold(self, *, is_folded: bool) -> None:
        """Where there is little room, only what matters. To be said again when texts have grown."""
        for column in _FIRST_TO_GO:
            self.setColumnHidden(column, is_folded)
        shown = sum(px for column, px in _WIDTHS_PX.items() if not self.isColumnHidden(column))
        self.setMinimumWidth(scaled(shown + STRETCHED_LEAST_PX))

    def show_lines(self, rows: tuple[LineRow, ...], marked: int) -> None:
        self.lines.show_rows(rows)
        if rows:
            self.selectRow(marked)
            self.scrollTo(self.lines.index(marked, _ITEM))
