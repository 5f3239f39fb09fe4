"""The lines of a bill with a box to tick at each."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.returns.state import ReturnRow
from ui.widgets.choice import draw_tick_box
from ui.widgets.table import Index, RowsModel, RowsTable
from ui.words import later, tr

ROW_PX, BOX_PX = 44, 20
_COLUMNS = (later("Item"), later("Sold"), later("Paid"), later("Comes back"), later("Amount"))  # behind the box to tick
_TICK, _ITEM = 0, 1
_WIDTHS_PX = {_TICK: 44, 2: 64, 3: 100, 4: 120, 5: 100}


def _cells(row: ReturnRow) -> tuple[str, ...]:
    return ("", row.item, row.sold, row.paid, row.back, row.amount)


class _ReturnModel(RowsModel[ReturnRow]):
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == _TICK and row.is_open:
            return Qt.CheckState.Checked if row.is_ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (row.item, row.paid, row.back, row.amount)))
        return super().data(index, role)


class _Ticks(QStyledItemDelegate):
    """A box with a tick in it, in the colours of the palette."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        plain.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, plain, painter, option.widget)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return
        box = QRectF(0, 0, BOX_PX, BOX_PX)
        box.moveCenter(QRectF(option.rect).center())
        draw_tick_box(painter, box, is_ticked=state == Qt.CheckState.Checked)


class ReturnTable(RowsTable):
    """`ticked` tells the line whose box was clicked, `marked` where the arrows have come to."""

    ticked = Signal(int)
    marked = Signal(int)

    def __init__(self) -> None:
        self.lines = _ReturnModel(("", *map(tr, _COLUMNS)), _cells, numbers=(2, 3, 4, 5))
        super().__init__(self.lines, tr("Lines of the bill that can come back"), row_px=ROW_PX)
        self.setItemDelegateForColumn(_TICK, _Ticks(self))
        self.size_columns(stretched=_ITEM, widths_px=_WIDTHS_PX)
        self.clicked.connect(lambda index: self.ticked.emit(index.row()))
        self.selectionModel().currentRowChanged.connect(lambda now, _: self.marked.emit(now.row()))

    def show_lines(self, rows: tuple[ReturnRow, ...], marked: int) -> None:
        self.lines.show_rows(rows)
        if rows and self.currentIndex().row() != marked:
            self.selectRow(marked)
