"""The veil: lies over a whole window, with one card in the middle that has everybody's attention."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme import wear

_DIM = QColor(0, 0, 0, 130)


class Dim(QWidget):
    """What lies under it is seen, and is not what matters now."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(event.rect(), _DIM)
        painter.end()


class Veil(Dim):
    """Over `under`, whose widgets hear no key and no click while it lies there. Lifted, it gives the focus back."""

    def __init__(self, window: QWidget, under: QWidget, card: QWidget) -> None:
        super().__init__(window)
        self._under = under
        self._had_focus: QWidget | None = None
        grid = QGridLayout(self)
        grid.addWidget(card, 0, 0, Qt.AlignmentFlag.AlignCenter)
        wear(self)
        window.installEventFilter(self)
        self.hide()

    def fall(self) -> None:
        if self.isHidden():
            self._had_focus = self.window().focusWidget()
            self._under.setEnabled(False)
            self._cover()
            self.show()
            self.raise_()

    def lift(self) -> None:
        if self.isHidden():
            return
        self.hide()
        self._under.setEnabled(True)
        if self._had_focus is not None:
            self._had_focus.setFocus()
        self._had_focus = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._cover()
        return False

    def _cover(self) -> None:
        self.setGeometry(self.window().rect())
