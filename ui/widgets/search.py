"""Search: a line to find something in a list with, which the arrows go through meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

TYPED_MAX = 60
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -5, Qt.Key.Key_PageDown: 5}


class Search(QLineEdit):
    moved = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setMaxLength(TYPED_MAX)
        self.setPlaceholderText(name)
        self.setAccessibleName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in _STEPS:
            self.moved.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
