"""The lines of a bill with a box to tick at each."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ui.returns.state import ReturnRow
from ui.widgets.columns import size_table
from ui.words import later, tr

ROW_PX, BOX_PX = 44, 20
_COLUMNS = ("", later("Item"), later("Sold"), later("Comes back"), later("Amount"))
_TICK, _ITEM = 0, 1
_WIDTHS_PX = {_TICK: 44, 2: 72, 3: 128, 4: 116}
_Index = QModelIndex | QPersistentModelIndex
_HERE = QModelIndex()


class ReturnModel(QAbstractTableModel):
    """Shows the rows of the newest state, and owns none."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[ReturnRow, ...] = ()

    def show_rows(self, rows: tuple[ReturnRow, ...]) -> None:
        if len(rows) != len(self._rows):
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        elif rows != self._rows:
            self._rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(_COLUMNS) - 1))

    def rowCount(self, parent: _Index = _HERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _HERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(_COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == _TICK and row.is_open:
            return Qt.CheckState.Checked if row.is_ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (row.item, row.back, row.amount)))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) and column != _TICK:
            return ("", row.item, row.sold, row.back, row.amount)[column]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: N802
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return tr(_COLUMNS[section]) if role == Qt.ItemDataRole.DisplayRole and section else None


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column in (_TICK, _ITEM) else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


class _Ticks(QStyledItemDelegate):
    """A box with a tick in it, in the colours of the palette."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        plain.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, plain, painter, option.widget)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return
        box = QRectF(0, 0, BOX_PX, BOX_PX)
        box.moveCenter(QRectF(option.rect).center())
        palette = option.widget.palette()
        is_ticked = state == Qt.CheckState.Checked
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.highlight() if is_ticked else palette.placeholderText(), 1.5))
        painter.setBrush(palette.highlight() if is_ticked else palette.base())
        painter.drawRoundedRect(box, 4, 4)
        if is_ticked:
            painter.setPen(QPen(palette.highlightedText(), 2))
            corner = box.topLeft()
            painter.drawPolyline([corner + QPointF(*at) for at in ((4, 10), (8, 14), (15, 6))])
        painter.restore()


class ReturnTable(QTableView):
    """`ticked` tells the line whose box was clicked, `marked` where the arrows have come to."""

    ticked = Signal(int)
    marked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.lines = ReturnModel()
        self.setModel(self.lines)
        self.setItemDelegateForColumn(_TICK, _Ticks(self))
        self.setAccessibleName(tr("Lines of the bill that can come back"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        size_table(self, row_px=ROW_PX, stretched=_ITEM, widths_px=_WIDTHS_PX)
        self.clicked.connect(lambda index: self.ticked.emit(index.row()))
        self.selectionModel().currentRowChanged.connect(lambda now, _: self.marked.emit(now.row()))

    def show_lines(self, rows: tuple[ReturnRow, ...], marked: int) -> None:
        self.lines.show_rows(rows)
        if rows and self.currentIndex().row() != marked:
            self.selectRow(marked)
