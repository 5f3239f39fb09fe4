"""Lists: things to choose from, two lines each."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.actions import Do, Scope
from ui.commands import Commands
from ui.rows import ChoiceRow
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.zoom import scaled

ROW_PX, SIDE_PX = 60, 12
_WRAPPED, _ANY_HEIGHT = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft, 10_000
_ROW = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class _TwoLines(QStyledItemDelegate):
    """A title with its aside at the right, and a line under it; more than one where what stands there `wraps`."""

    def __init__(self, view: QListWidget, *, wraps: bool) -> None:
        super().__init__(view)
        self._view, self._wraps = view, wraps

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002, N802
        return QSize(0, scaled(ROW_PX) + (self._more_than_a_line(index.data(_ROW)) if self._wraps else 0))

    def _more_than_a_line(self, row: ChoiceRow) -> int:
        metrics = self._view.fontMetrics()
        room = QRect(0, 0, self._view.viewport().width() - 2 * SIDE_PX, _ANY_HEIGHT)
        return max(0, metrics.boundingRect(room, _WRAPPED, row.detail).height() - metrics.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: ChoiceRow = index.data(_ROW)
        self.initStyleOption(option, index)
        option.text = ""
        widget: QWidget = option.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        area: QRect = option.rect.adjusted(SIDE_PX, 8, -SIDE_PX, -8)
        top = QRect(area.left(), area.top(), area.width(), (scaled(ROW_PX) - 16) // 2)
        bold = QFont(option.font)
        bold.setBold(True)
        painter.save()
        painter.setPen(_pen(widget.palette(), row))
        painter.setFont(bold)
        room = top.width() - self._paint_aside(painter, top, row, option.font) - 12
        title = painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(top, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        painter.setFont(option.font)
        if self._wraps:
            painter.drawText(area, Qt.AlignmentFlag.AlignBottom | _WRAPPED, row.detail)
        else:
            detail = painter.fontMetrics().elidedText(row.detail, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, detail)
        painter.restore()

    def _paint_aside(self, painter: QPainter, top: QRect, row: ChoiceRow, plain: QFont) -> int:
        """How wide it is."""
        painter.save()
        if row.is_aside_quiet:
            painter.setFont(plain)
            painter.setPen(QApplication.palette().placeholderText().color())
        painter.drawText(top, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.aside)
        wide = painter.fontMetrics().horizontalAdvance(row.aside)
        painter.restore()
        return wide


def _pen(palette: QPalette, row: ChoiceRow) -> QColor:
    if row.is_barred:
        return palette.brightText().color()
    return QApplication.palette().placeholderText().color() if row.is_quiet else palette.text().color()


class ListPane(Card):
    """`chosen` names a row by its place when it is clicked or entered, `marked` when the arrows come to it.

    Where there are no rows, `nothing` is said instead of an empty box. Without commands Enter is the page's own.
    What stands under a title `wraps`, or ends in … where there is no room.
    """

    chosen = Signal(int)
    marked = Signal(int)

    def __init__(self, commands: Commands | None, title: str, *, nothing: str = "", wraps: bool = False) -> None:
        super().__init__()
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setItemDelegate(_TwoLines(self.list, wraps=wraps))
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.currentRowChanged.connect(self.marked)
        self.list.itemClicked.connect(lambda _: self.chosen.emit(self.list.currentRow()))
        self._shown: tuple[ChoiceRow, ...] = ()
        self._nothing = label(nothing, "muted", wraps=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.rows.addWidget(label(title, "heading", wraps=True))
        self.rows.addWidget(self.list, 1)
        self.rows.addWidget(self._nothing, 1)
        self._show_emptiness()
        if commands is not None:
            commands.listen(self.list, Scope.LIST, self._run)

    def show_rows(self, rows: tuple[ChoiceRow, ...], marked: int = 0) -> None:
        """Other rows than before, with one of them marked; nothing is said of that, for whoever shows them knows."""
        if rows == self._shown:
            return
        self._shown = rows
        self._show_emptiness()
        quiet = QSignalBlocker(self.list)
        self.list.clear()
        for row in rows:
            item = QListWidgetItem(row.title)
            item.setData(_ROW, row)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.title}, {row.detail}, {row.aside}")
            self.list.addItem(item)
        self.list.setCurrentRow(marked)
        quiet.unblock()

    def _show_emptiness(self) -> None:
        is_said = not self._shown and bool(self._nothing.text())
        self.list.setHidden(is_said)
        self._nothing.setVisible(is_said)

    def _run(self, do: Do) -> None:
        if do is Do.CONFIRM and self.list.currentRow() >= 0:
            self.chosen.emit(self.list.currentRow())
