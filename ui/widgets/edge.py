"""The edge: a coloured frame around all a window shows, that takes no click and no key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget


class Edge(QWidget):
    """`px` wide at the left, the right and below; what stands above the window's pages has the colour itself."""

    def __init__(self, window: QWidget, colour: QColor, px: int) -> None:
        super().__init__(window)
        self._colour, self._px = colour, px
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        window.setContentsMargins(px, 0, px, px)
        window.installEventFilter(self)
        self._fit()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._colour)
        painter.end()

    def _fit(self) -> None:
        whole = self.window().rect()
        self.setGeometry(whole)
        self.setMask(QRegion(whole).subtracted(QRegion(whole.adjusted(self._px, 0, -self._px, -self._px))))
