"""The rules in the order in which they apply; what each asks stands as chips."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.rules.state import RuleRow
from ui.widgets.chips import chip_width, draw_chip
from ui.widgets.table import Index, RowsModel, RowsTable
from ui.words import later, tr
from ui.zoom import scaled

ROW_PX, GAP_PX = 48, 6
_COLUMNS = (later("Order"), later("Rule"), later("Holds for"), later("Brings"), later("Limits"), later("Status"))
_NAME, _CHIPS, _BRINGS = 1, 2, 3
_WIDTHS_PX = {0: 64, _NAME: 196, _BRINGS: 200, 4: 144, 5: 112}
_BRINGS_SHARE = Fraction(2, 5)  # of the room that it shares with the chips
_AND = "  ·  "


def _cells(row: RuleRow) -> tuple[str, ...]:
    return (row.priority, row.name, _AND.join(row.chips), row.outcome, row.limits, row.status)


class _RulesModel(RowsModel[RuleRow]):
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if role == Qt.ItemDataRole.UserRole:
            return row.chips
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (row.name, row.outcome, *row.chips, row.limits, row.status)))
        if role == Qt.ItemDataRole.FontRole and row.is_changed:
            bold = QFont()
            bold.setBold(True)
            return bold
        return super().data(index, role)


class _Chips(QStyledItemDelegate):
    """As many as there is room for, then how many more there are; the tool tip has them all."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        plain.text = ""
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, plain, painter, option.widget)
        chips: tuple[str, ...] = index.data(Qt.ItemDataRole.UserRole)
        left, right = option.rect.left() + GAP_PX, option.rect.right() - GAP_PX
        top, height = option.rect.top(), option.rect.height()
        for at, words in enumerate(chips):
            rest = f"+{len(chips) - at}"
            room = right - left - (0 if at == len(chips) - 1 else chip_width(plain.fontMetrics, rest) + GAP_PX)
            width = chip_width(plain.fontMetrics, words)
            if width > room and at:
                draw_chip(painter, QRectF(left, top, chip_width(plain.fontMetrics, rest), height), rest)
                return
            width = min(width, room)
            draw_chip(painter, QRectF(left, top, width, height), words)
            left += width + GAP_PX


class RulesTable(RowsTable):
    """`marked` tells where the arrows have come to."""

    marked = Signal(int)

    def __init__(self) -> None:
        self.rules = _RulesModel(tuple(map(tr, _COLUMNS)), _cells)
        super().__init__(self.rules, tr("Rules, in the order in which they apply"), row_px=ROW_PX)
        self.setItemDelegateForColumn(_CHIPS, _Chips(self))
        self.size_columns(stretched=_CHIPS, widths_px=_WIDTHS_PX)
        self.selectionModel().currentRowChanged.connect(lambda now, _: self.marked.emit(now.row()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        header = self.horizontalHeader()
        shared = header.sectionSize(_CHIPS) + header.sectionSize(_BRINGS)
        header.resizeSection(_BRINGS, max(scaled(_WIDTHS_PX[_BRINGS]), int(shared * _BRINGS_SHARE)))

    def show_rules(self, rows: tuple[RuleRow, ...], marked: int) -> None:
        self.rules.show_rows(rows)
        if rows and self.currentIndex().row() != marked:
            self.selectRow(marked)
