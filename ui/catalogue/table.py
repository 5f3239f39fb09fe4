"""The table of a list that was tried: what is wrong, what changes, what is new. It words a row when it is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

from app.domain.money import Currency
from ui.catalogue.state import ListRow
from ui.catalogue.wording import code, detail, what
from ui.widgets.columns import size_table
from ui.words import later, tr

ROW_PX = 40
_COLUMNS = (later("What"), later("Code"), later("Why, or the product"))
_WIDTHS_PX = {0: 190, 1: 170}
_Index = QModelIndex | QPersistentModelIndex
_HERE = QModelIndex()


class ListModel(QAbstractTableModel):
    def __init__(self, currency: Currency) -> None:
        super().__init__()
        self._currency = currency
        self._rows: Sequence[ListRow] = ()

    def show_rows(self, rows: Sequence[ListRow]) -> None:
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
        return (what(row), code(row), detail(row, self._currency))[index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: N802
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return tr(_COLUMNS[section]) if role == Qt.ItemDataRole.DisplayRole else None


class ListTable(QTableView):
    """Words without room end in …, whole in the tool tip."""

    def __init__(self, currency: Currency) -> None:
        super().__init__()
        self._model = ListModel(currency)
        self.setModel(self._model)
        self.setAccessibleName(tr("What the list would do"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        size_table(self, row_px=ROW_PX, stretched=len(_COLUMNS) - 1, widths_px=_WIDTHS_PX)

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        self._model.show_rows(rows)
