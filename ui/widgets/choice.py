"""Choice: one of a few, a button for each; the arrows move between them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget


class Choice(QWidget):
    """`chosen` tells the value of the button that a person turned on."""

    chosen = Signal(str)

    def __init__(self, name: str, values: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._buttons = {value: QPushButton(words) for value, words in values}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for value, button in self._buttons.items():
            button.setCheckable(True)
            button.setAccessibleName(f"{name}: {button.text()}")
            button.toggled.connect(lambda is_on, value=value: self.chosen.emit(value) if is_on else None)
            self._group.addButton(button)
            row.addWidget(button, 1)

    def show_value(self, value: str) -> None:
        quiet = QSignalBlocker(self)
        self._buttons[value].setChecked(True)
        quiet.unblock()

    def offer(self, values: Sequence[str]) -> None:
        """Only these can be chosen now."""
        for value, button in self._buttons.items():
            button.setVisible(value in values)


def toggle(words: str) -> QPushButton:
    """Something that is on or off."""
    made = QPushButton(words)
    made.setCheckable(True)
    made.setAccessibleName(words)
    return made
