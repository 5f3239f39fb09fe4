"""Icons of the chip, drawn: the fonts we bring have no such signs."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLabel

from ui.standing.wording import Icon

SIZE_PX = 16
_PEN_PX = 2.0


class IconMark(QLabel):
    """One icon in the colour of the words beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(SIZE_PX, SIZE_PX)
        self.icon = Icon.TICK

    def show_icon(self, icon: Icon) -> None:
        self.icon = icon
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self.palette().windowText().color()
        painter.setPen(QPen(colour, _PEN_PX, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        _DRAWINGS[self.icon](painter)
        painter.end()


def _path(painter: QPainter, *points: tuple[float, float]) -> None:
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))


def _tick(painter: QPainter) -> None:
    _path(painter, (2, 8.5), (6, 12.5), (14, 3.5))


def _arrow(painter: QPainter) -> None:
    _path(painter, (8, 14), (8, 2.5))
    _path(painter, (3.5, 7), (8, 2.5), (12.5, 7))


def _dot(painter: QPainter) -> None:
    painter.setBrush(painter.pen().color())
    painter.drawEllipse(QPointF(8, 8), 4.5, 4.5)


def _ring(painter: QPainter) -> None:
    """A broken circle: the line is cut."""
    for part in range(6):
        painter.drawArc(QRectF(2, 2, 12, 12), part * 60 * 16, 32 * 16)


def _mark(painter: QPainter) -> None:
    _path(painter, (8, 2), (8, 9.5))
    painter.drawPoint(QPointF(8, 13.5))


def _key(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(4.75, 8), 3, 3)
    _path(painter, (8, 8), (14.5, 8), (14.5, 11))
    _path(painter, (11.5, 8), (11.5, 10.5))


def _clock(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(8, 8), 6, 6)
    _path(painter, (8, 4.5), (8, 8), (10.5, 9.5))


def _update(painter: QPainter) -> None:
    _path(painter, (4, 8), (8, 4), (12, 8))
    _path(painter, (8, 4), (8, 11))
    _path(painter, (4, 14), (12, 14))


def _triangle(painter: QPainter) -> None:
    corners = [QPointF(8 + 6.5 * cos(angle), 9 + 6.5 * sin(angle)) for angle in (-pi / 2, pi / 6, 5 * pi / 6)]
    painter.setBrush(painter.pen().color())
    painter.drawPolygon(QPolygonF(corners))


def _hatch(painter: QPainter) -> None:
    painter.drawRect(QRectF(2, 2, 12, 12))
    for start in (6, 10, 14):
        _path(painter, (2, start), (start, 2))


_DRAWINGS: dict[Icon, Callable[[QPainter], None]] = {
    Icon.TICK: _tick,
    Icon.ARROW: _arrow,
    Icon.DOT: _dot,
    Icon.RING: _ring,
    Icon.MARK: _mark,
    Icon.KEY: _key,
    Icon.CLOCK: _clock,
    Icon.UPDATE: _update,
    Icon.TRIANGLE: _triangle,
    Icon.HATCH: _hatch,
}
