"""Signs: small pictures beside words, drawn in the colour of the words; the fonts we bring have none."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.zoom import scaled

_GRID = 24.0
_PEN = 1.7


class Sign(StrEnum):
    CARD = "card"
    PEOPLE = "people"
    PRINTER = "printer"
    SCANNER = "scanner"
    RECEIPT = "receipt"
    TICK = "tick"
    BOXES = "boxes"
    ERASE = "erase"
    ENTER = "enter"


class SignMark(QWidget):
    """A sign of so many dots; it says nothing that the words beside it do not."""

    def __init__(self, sign: Sign, px: int = 18) -> None:
        super().__init__()
        self._sign = sign
        self._px = px
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(scaled(self._px), scaled(self._px))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        side = min(self.width(), self.height(), scaled(self._px))
        painter.translate((self.width() - side) / 2, (self.height() - side) / 2)
        draw(painter, self._sign, side)
        painter.end()


def draw(painter: QPainter, sign: Sign, side: float) -> None:
    """In a square at the painter's origin, in the colour of its widget's soft words."""
    device = painter.device()
    palette = device.palette() if isinstance(device, QWidget) else None
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side / _GRID, side / _GRID)
    colour = palette.placeholderText().color() if palette is not None else painter.pen().color()
    painter.setPen(QPen(colour, _PEN, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    _DRAWINGS[sign](painter)


def _lines(painter: QPainter, *points: tuple[float, float]) -> None:
    painter.drawPolyline([QPointF(x, y) for x, y in points])


def _card(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(2, 5, 20, 14), 2.5, 2.5)
    _lines(painter, (2, 10), (22, 10))
    _lines(painter, (6, 15), (11, 15))


def _people(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(9, 8), 3.6, 3.6)
    painter.drawArc(QRectF(2.5, 14, 13, 13), 12 * 16, 156 * 16)
    painter.drawArc(QRectF(12.6, 4.6, 7, 7), -80 * 16, 180 * 16)
    painter.drawArc(QRectF(9.5, 14.5, 12, 12), 8 * 16, 62 * 16)


def _printer(painter: QPainter) -> None:
    _lines(painter, (7, 9), (7, 3), (17, 3), (17, 9))
    painter.drawRoundedRect(QRectF(3, 9, 18, 8), 2, 2)
    painter.drawRect(QRectF(7, 14, 10, 7))


def _scanner(painter: QPainter) -> None:
    for x in (4.0, 8.0, 11.0, 16.0, 20.0):
        _lines(painter, (x, 5), (x, 19))
    _lines(painter, (13.5, 5), (13.5, 19))


def _receipt(painter: QPainter) -> None:
    _lines(painter, (5, 3), (5, 21), (8, 19), (10.5, 21), (13.5, 19), (16, 21), (19, 19), (19, 3), (5, 3))
    _lines(painter, (8.5, 8), (15.5, 8))
    _lines(painter, (8.5, 12.5), (15.5, 12.5))


def _tick(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(12, 12), 9.5, 9.5)
    _lines(painter, (7.5, 12.5), (10.8, 15.8), (16.5, 9))


def _boxes(painter: QPainter) -> None:
    _lines(painter, (12, 2.5), (20.5, 7), (20.5, 17), (12, 21.5), (3.5, 17), (3.5, 7), (12, 2.5))
    _lines(painter, (3.5, 7), (12, 11.5), (20.5, 7))
    _lines(painter, (12, 11.5), (12, 21.5))


def _erase(painter: QPainter) -> None:
    _lines(painter, (8.5, 5), (21, 5), (21, 19), (8.5, 19), (2.5, 12), (8.5, 5))
    _lines(painter, (11.5, 9), (17, 15))
    _lines(painter, (17, 9), (11.5, 15))


def _enter(painter: QPainter) -> None:
    _lines(painter, (20, 5), (20, 13), (4, 13))
    _lines(painter, (8.5, 8.5), (4, 13), (8.5, 17.5))


_DRAWINGS: dict[Sign, Callable[[QPainter], None]] = {
    Sign.CARD: _card,
    Sign.PEOPLE: _people,
    Sign.PRINTER: _printer,
    Sign.SCANNER: _scanner,
    Sign.RECEIPT: _receipt,
    Sign.TICK: _tick,
    Sign.BOXES: _boxes,
    Sign.ERASE: _erase,
    Sign.ENTER: _enter,
}
