"""The preview: what the camera sees now, small, in a corner; it takes neither focus nor mouse."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.devices.eye import Preview
from ui.camera.wording import PREVIEW
from ui.words import tr

SIZE_PX = (192, 108)
REFRESH_MS = 100
_EDGE_PX = 10
_ROUND_PX = 8.0


class PreviewLeaf(QWidget):
    """Lies in the left bottom corner of its host."""

    def __init__(self, host: QWidget, look: Callable[[], Preview | None]) -> None:
        super().__init__(host)
        self._host = host
        self._look = look
        self._picture = QImage()
        self.setAccessibleName(tr(PREVIEW))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(*SIZE_PX)
        self._timer = QTimer(self, interval=REFRESH_MS)
        self._timer.timeout.connect(self._refresh)
        host.installEventFilter(self)
        self.hide()

    def turn(self, *, is_on: bool) -> None:
        self.setVisible(is_on)
        if is_on:
            self._place()
            self.raise_()
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

    def _place(self) -> None:
        self.move(_EDGE_PX, self._host.height() - self.height() - _EDGE_PX)
