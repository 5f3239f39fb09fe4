"""The grid of rates: a cell is edited where it stands; while somebody types, Tab goes on to the next one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.domain.rates import OF_CATEGORY, Rate
from ui.rates.state import RateRow
from ui.rates.wording import RATES
from ui.widgets.table import HEADING_ROOM_PX
from ui.words import tr
from ui.zoom import sized

ROW_PX, CATEGORY_LEAST_PX, TYPED_MAX = 44, 120, 12
Index = QModelIndex | QPersistentModelIndex
_HERE = QModelIndex()
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RatesModel(QAbstractTableModel):
    """The category, then a column for each of its rates."""

    typed = Signal(str, object, str)
    switched = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[RateRow] = ()

    def show_rows(self, rows: Sequence[RateRow]) -> None:
        if len(rows) == len(self._rows):
            self._rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self.columnCount() - 1))
        else:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def rowCount(self, parent: Index = _HERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _HERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else 1 + len(OF_CATEGORY)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self._is_typed(index) else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if index.column() == 0:
            return row.category if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None
        cell = row.cells[index.column() - 1]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return cell.text
            case Qt.ItemDataRole.EditRole:
                return cell.typed
            case Qt.ItemDataRole.FontRole:
                font = QFont()
                font.setBold(True)
                return font if cell.is_changed else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.category}, {tr(RATES[OF_CATEGORY[index.column() - 1]])}, {cell.text}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: N802
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return tr(RATES[OF_CATEGORY[section - 1]]) if section else tr("Category")

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """What was typed is somebody else's to judge; the next rows say what became of it."""
        if role == Qt.ItemDataRole.EditRole and self._is_typed(index) and str(value) != self._cell(index).typed:
            self.typed.emit(self._rows[index.row()].category, self._rate(index), str(value))
        return True

    def switch(self, index: Index) -> bool:
        """Whether there was anything to switch."""
        if not index.isValid() or index.column() == 0 or self._is_typed(index):
            return False
        self.switched.emit(self._rows[index.row()].category, self._rate(index))
        return True

    def _is_typed(self, index: Index) -> bool:
        return index.column() > 0 and self._cell(index).typed is not None

    def _cell(self, index: Index) -> Any:
        return self._rows[index.row()].cells[index.column() - 1]

    def _rate(self, index: Index) -> Rate:
        return OF_CATEGORY[index.column() - 1]


class _Typing(QStyledItemDelegate):
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802
        field = super().createEditor(parent, option, index)
        if isinstance(field, QLineEdit):
            field.setMaxLength(TYPED_MAX)
            field.setObjectName("cell")
            field.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        """What is being typed stays when the rows around it change."""
        if isinstance(editor, QLineEdit) and not editor.isModified():
            super().setEditorData(editor, index)
            editor.selectAll()


def _fit_headings(header: QHeaderView, least_px: int) -> None:
    """No column is narrower than the widest heading; where they do not all fit, the grid scrolls."""
    model, across = header.model(), Qt.Orientation.Horizontal
    headings = (str(model.headerData(one, across, Qt.ItemDataRole.DisplayRole)) for one in range(header.count()))
    widest = max(header.fontMetrics().horizontalAdvance(heading) for heading in headings)
    header.setMinimumSectionSize(max(least_px, widest + HEADING_ROOM_PX))


class RatesTable(QTableView):
    def __init__(self) -> None:
        super().__init__()
        self.rates = RatesModel()
        self.setModel(self.rates)
        self.setAccessibleName(tr("Rates of the categories"))
        self.setItemDelegate(_Typing(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.AnyKeyPressed | triggers.DoubleClicked)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        sized(self.verticalHeader(), QHeaderView.setDefaultSectionSize, ROW_PX)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        sized(self.horizontalHeader(), _fit_headings, CATEGORY_LEAST_PX)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.doubleClicked.connect(self.rates.switch)

    def show_rows(self, rows: Sequence[RateRow]) -> None:
        self.rates.show_rows(rows)
        if rows and not self.currentIndex().isValid():
            self.setCurrentIndex(self.rates.index(0, 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key, here = event.key(), self.currentIndex()
        if key in _ENTER and self.state() is QAbstractItemView.State.EditingState:
            return  # the one that ended the typing
        is_entered = key in _ENTER or key == Qt.Key.Key_F2
        if (is_entered or key == Qt.Key.Key_Space) and self.rates.switch(here):
            return
        if key in _ENTER and here.isValid():
            self.edit(here)
            return
        super().keyPressEvent(event)
