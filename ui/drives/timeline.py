"""The timeline: a bar for each campaign over a scale of days, with the days named above and today marked.

What a bar tells by its colour stands in words under it.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QLinearGradient, QPainter, QPen, QPolygonF, QRegion
from PySide6.QtWidgets import QApplication, QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.drives.scale import Bar, Scale
from ui.drives.state import DriveRow, Stage
from ui.when import day_words
from ui.widgets.table import Index
from ui.words import tr
from ui.zoom import scaled

HEADING_PX, BAR_PX, EDGE_PX, ROUND_PX, LEAST_PX, GAP_PX = 13, 16, 10, 4, 6, 4
FADED, FAINT = 0.15, 0.35


def _ground(left: int, width: int) -> QRectF:
    """Where the days lie in a cell."""
    return QRectF(left + EDGE_PX, 0, max(1, width - 2 * EDGE_PX), 0)


class TimelineHeader(QHeaderView):
    """Above one column: the first days of months, and today."""

    def __init__(self, table: QTableView, column: int) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._column = column
        self._scale = Scale(date.min.replace(year=2000))

    def show_scale(self, scale: Scale) -> None:
        if scale != self._scale:
            self._scale = scale
            self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803
        super().paintSection(painter, rect, logicalIndex)
        if logicalIndex == self._column:
            painter.save()
            font = QFont(self.font())
            font.setPixelSize(scaled(HEADING_PX))
            painter.setFont(font)
            self._name_days(painter, rect)
            painter.restore()

    def _name_days(self, painter: QPainter, rect: QRect) -> None:
        """Today first; a month that has no room beside what is named goes without."""
        palette, ground = QApplication.palette(), _ground(rect.left(), rect.width())
        today = self._scale.today
        taken: list[QRectF] = []
        named = [(today, tr("today")), *((day, day_words(day, today=day)) for day in self._scale.months())]
        for day, words in named:
            width = painter.fontMetrics().horizontalAdvance(words) + 2
            at = ground.left() + self._scale.place(day) * ground.width()
            left = min(max(at - width / 2, rect.left() + 1.0), rect.right() - width - 1.0)
            place = QRectF(left, rect.top(), width, rect.height())
            if any(place.adjusted(-GAP_PX, 0, GAP_PX, 0).intersects(one) for one in taken):
                continue
            taken.append(place)
            colour = palette.highlight().color() if day == today else palette.placeholderText().color()
            painter.setPen(colour)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)


class Timeline(QStyledItemDelegate):
    """Planned bars are pale with a frame, running ones full, ended ones grey, drafts hatched."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self.scale = Scale(date.min.replace(year=2000))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        plain.text = ""
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, plain, painter, option.widget)
        row: DriveRow = index.data(Qt.ItemDataRole.UserRole)
        cell, ground = QRectF(option.rect), _ground(option.rect.left(), option.rect.width())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(cell)
        bar, top = self.scale.bar(row.span), cell.center().y() - scaled(BAR_PX) - 1
        place = self._aside(row, ground, top) if bar is None else _place(bar, ground, top)
        words = str(index.data(Qt.ItemDataRole.DisplayRole))
        written = _write(painter, plain, cell, place.left(), words)
        self._draw_days(painter, cell, ground, around=written)
        if bar is None:
            _draw_arrow(painter, place, is_left=self.scale.is_past(row.span))
        else:
            _draw_bar(painter, place, bar, row.stage)
        painter.restore()

    def _draw_days(self, painter: QPainter, cell: QRectF, ground: QRectF, *, around: QRectF) -> None:
        """Lines through the months' first days and today, none through what is written."""
        painter.save()
        painter.setClipRegion(QRegion(cell.toAlignedRect()).subtracted(QRegion(around.toAlignedRect())))
        palette = QApplication.palette()
        faint = palette.placeholderText().color()
        faint.setAlphaF(FAINT)
        for day in self.scale.months():
            _line(painter, ground.left() + self.scale.place(day) * ground.width(), cell, QPen(faint, 1))
        at = ground.left() + self.scale.place(self.scale.today) * ground.width()
        _line(painter, at, cell, QPen(palette.highlight().color(), 2))
        painter.restore()

    def _aside(self, row: DriveRow, ground: QRectF, top: float) -> QRectF:
        """At the edge beyond which it lies."""
        half = scaled(BAR_PX) / 2
        left = ground.left() if self.scale.is_past(row.span) else ground.right() - half
        return QRectF(left, top, half, 2 * half)


def _draw_arrow(painter: QPainter, place: QRectF, *, is_left: bool) -> None:
    tip, back = (place.left(), place.right()) if is_left else (place.right(), place.left())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QApplication.palette().placeholderText())
    corners = [QPointF(tip, place.center().y()), QPointF(back, place.top()), QPointF(back, place.bottom())]
    painter.drawPolygon(QPolygonF(corners))


def _line(painter: QPainter, at: float, cell: QRectF, pen: QPen) -> None:
    painter.setPen(pen)
    painter.drawLine(QPointF(at, cell.top()), QPointF(at, cell.bottom()))


def _place(bar: Bar, ground: QRectF, top: float) -> QRectF:
    left = ground.left() + bar.left * ground.width()
    width = max(LEAST_PX, (bar.right - bar.left) * ground.width())
    return QRectF(min(left, ground.right() - width), top, width, scaled(BAR_PX))


def _draw_bar(painter: QPainter, place: QRectF, bar: Bar, stage: Stage) -> None:
    """An end that is open fades away, and has no frame."""
    palette = QApplication.palette()
    main = palette.placeholderText().color() if stage is Stage.ENDED else palette.highlight().color()
    under = QBrush(palette.base().color())
    painter.setPen(Qt.PenStyle.NoPen)
    for brush in (under, _fading(place, bar, main, strength=1.0 if stage in (Stage.RUNNING, Stage.ENDED) else FAINT)):
        if brush is not under or not (bar.goes_on_left or bar.goes_on_right):
            painter.setBrush(brush)
            painter.drawRoundedRect(place, ROUND_PX, ROUND_PX)
    if stage is Stage.DRAFT:
        painter.setBrush(QBrush(main, Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(place, ROUND_PX, ROUND_PX)
    if stage in (Stage.DRAFT, Stage.PLANNED) and not (bar.goes_on_left or bar.goes_on_right):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(main, 1.5, Qt.PenStyle.DashLine if stage is Stage.DRAFT else Qt.PenStyle.SolidLine))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), ROUND_PX, ROUND_PX)


def _fading(place: QRectF, bar: Bar, colour: QColor, *, strength: float) -> QBrush:
    full, gone = QColor(colour), QColor(colour)
    full.setAlphaF(strength)
    gone.setAlphaF(strength * FADED)
    gradient = QLinearGradient(place.topLeft(), place.topRight())
    reach = min(0.5, 2.0 * place.height() / place.width())
    for at, colour_there in (
        (0.0, gone if bar.goes_on_left else full),
        (reach, full),
        (1.0 - reach, full),
        (1.0, gone if bar.goes_on_right else full),
    ):
        gradient.setColorAt(at, colour_there)
    return QBrush(gradient)


def _write(painter: QPainter, option: QStyleOptionViewItem, cell: QRectF, left: float, words: str) -> QRectF:
    """Under the bar, from where it begins, or as far left of that as they need; without room they end in ….

    Where they stand.
    """
    metrics, room = option.fontMetrics, cell.width() - 2 * EDGE_PX
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, round(room))
    width = metrics.horizontalAdvance(shown) + 4
    left = max(cell.left() + EDGE_PX, min(left, cell.right() - EDGE_PX - width))
    place = QRectF(left, cell.center().y() + 2, width, metrics.height())
    painter.setFont(option.font)
    painter.setPen(QApplication.palette().text().color())
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft, shown)
    return place
