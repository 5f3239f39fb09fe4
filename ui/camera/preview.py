"""The preview: what the camera sees now, small; it takes neither focus nor mouse, and makes way for lines."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QTableView, QWidget

from app.devices.eye import Preview
from ui.camera.wording import PREVIEW
from ui.words import tr

WIDE_PX, NARROW_PX = (192, 108), (128, 72)
NARROW_BELOW_PX = 760  # of its host
REFRESH_MS = 100
_EDGE_PX = 10
_ROUND_PX = 8.0


class PreviewLeaf(QWidget):
    """Lies in the right bottom corner of its host. `lines` is the table that is shown there."""

    def __init__(self, host: QWidget, lines: QTableView, look: Callable[[], Preview | None]) -> None:
        super().__init__(host)
        self._host, self._lines = host, lines
        self._is_on = False
        self._look = look
        self._picture = QImage()
        self.setAccessibleName(tr(PREVIEW))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._timer = QTimer(self, interval=REFRESH_MS)
        self._timer.timeout.connect(self._refresh)
        host.installEventFilter(self)
        self.hide()

    def turn(self, *, is_on: bool) -> None:
        self._is_on = is_on
        self._place()
        if is_on:
            self._timer.start()
        else:
            self._timer.stop()
            self._picture = QImage()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _ROUND_PX, _ROUND_PX)
        painter.fillPath(frame, QColor(0, 0, 0))
        painter.setClipPath(frame)
        if not self._picture.isNull():
            size = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
            painter.drawImage(QRectF(left, top, size.width(), size.height()), self._picture)
        painter.setClipping(False)
        painter.setPen(self.palette().placeholderText().color())
        painter.drawPath(frame)
        painter.end()

    def _refresh(self) -> None:
        seen = self._look()
        if seen is not None:
            shades = QImage.Format.Format_Grayscale8
            self._picture = QImage(seen.dots, seen.width, seen.height, seen.width, shades).copy()
            self.update()
        self._place()

    def _place(self) -> None:
        self.setFixedSize(*(NARROW_PX if self._host.width() < NARROW_BELOW_PX else WIDE_PX))
        top = self._host.height() - self.height() - _EDGE_PX
        self.move(self._host.width() - self.width() - _EDGE_PX, top)
        self.setVisible(self._is_on and self._lines_end() < top)
        self.raise_()

    def _lines_end(self) -> int:
        """How far down the lines of the bill reach, in the host's dots."""
        if not self._lines.isVisible():
            return 0
        head = self._lines.horizontalHeader().height()
        return self._lines.mapTo(self._host, QPoint(0, head + self._lines.verticalHeader().length())).y()
