"""The catalogue of rewards in the order in which the counter offers it; a stock that runs out wears a badge."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui.rewards.state import RewardRow
from ui.widgets.chips import chip_width, draw_chip
from ui.widgets.table import Index, RowsModel, RowsTable
from ui.words import later, tr

ROW_PX, GAP_PX = 56, 6
LOW = later("low")
_COLUMNS = (
    later("Reward"),
    later("Points"),
    later("Worth"),
    later("From tier"),
    later("Stock"),
    later("Good for"),
    later("Dates"),
    later("Status"),
)
_NAME, _COST, _STOCK = 0, 1, 4
_WIDTHS_PX = {_COST: 82, 2: 164, 3: 88, _STOCK: 126, 5: 84, 6: 140, 7: 90}


def _cells(row: RewardRow) -> tuple[str, ...]:
    """Two lines have room in a row."""
    worth = row.worth.replace(", ", ",\n", 1)
    return (f"{row.name}\n{row.kind}", row.cost, worth, row.tier, row.stock, row.valid, row.dates, row.status)


class _RewardsModel(RowsModel[RewardRow]):
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if role == Qt.ItemDataRole.UserRole:
            return tr(LOW) if row.is_low else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            low = tr("stock is low") if row.is_low else ""
            return ", ".join(filter(None, (row.name, row.kind, row.cost, row.worth, *_cells(row)[3:], low)))
        if role == Qt.ItemDataRole.FontRole and row.is_changed:
            bold = QFont()
            bold.setBold(True)
            return bold
        return super().data(index, role)


class _Stock(QStyledItemDelegate):
    """What is left, and at the right end of the cell the badge."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        words: str = index.data(Qt.ItemDataRole.UserRole)
        if words:
            width = chip_width(painter.fontMetrics(), words)
            cell = option.rect
            draw_chip(painter, QRectF(cell.right() - GAP_PX - width, cell.top(), width, cell.height()), words)


class RewardsTable(RowsTable):
    """`marked` tells where the arrows have come to."""

    marked = Signal(int)

    def __init__(self) -> None:
        self.rewards = _RewardsModel(tuple(map(tr, _COLUMNS)), _cells, numbers=(_COST,))
        super().__init__(self.rewards, tr("Rewards, in the order of the catalogue"), row_px=ROW_PX)
        self.setItemDelegateForColumn(_STOCK, _Stock(self))
        self.size_columns(stretched=_NAME, widths_px=_WIDTHS_PX)
        self.selectionModel().currentRowChanged.connect(lambda now, _: self.marked.emit(now.row()))

    def show_rewards(self, rows: tuple[RewardRow, ...], marked: int) -> None:
        self.rewards.show_rows(rows)
        if rows and self.currentIndex().row() != marked:
            self.selectRow(marked)
