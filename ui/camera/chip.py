"""The chip that says the camera is on, with a lamp; pressing it turns the camera off."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.errors import Tone
from ui.widgets.labels import label

HEIGHT_PX = 32
LAMP_PX = 12


class _Lamp(QWidget):
    """A round dot in the colour of the words beside it."""

    def __init__(self, words: QWidget) -> None:
        super().__init__()
        self._words = words
        self.setFixedSize(LAMP_PX, LAMP_PX)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._words.palette().windowText().color())
        painter.drawEllipse(1, 1, LAMP_PX - 2, LAMP_PX - 2)
        painter.end()


class CameraChip(QPushButton):
    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("chip")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._words = label()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(_Lamp(self._words))
        row.addWidget(self._words)
        self._row = row
        self.hide()

    def show_text(self, text: str, tone: Tone) -> None:
        if text == self._words.text():
            return
        self._words.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.setProperty("tone", tone.value)
        for widget in (self, self._words):
            self.style().unpolish(widget)
            self.style().polish(widget)
        self.updateGeometry()
        if text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._row.sizeHint().width(), HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()
