"""Choice: one of a few, a button for each; the arrows move between them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget


class _OnOff(QPushButton):
    """As wide as its words are when it is on: in bold."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:  # noqa: N802
        bold = QFont(self.font())
        bold.setBold(True)
        wider = QFontMetrics(bold).horizontalAdvance(self.text()) - self.fontMetrics().horizontalAdvance(self.text())
        return super().sizeHint() + QSize(max(0, wider), 0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()


class Choice(QWidget):
    """`chosen` tells the value of the button that a person turned on."""

    chosen = Signal(str)

    def __init__(self, name: str, values: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._buttons = {value: _OnOff(words) for value, words in values}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for value, button in self._buttons.items():
            button.setAccessibleName(f"{name}: {button.text()}")
            button.toggled.connect(lambda is_on, value=value: self.chosen.emit(value) if is_on else None)
            self._group.addButton(button)
            row.addWidget(button, 1)

    def show_value(self, value: str) -> None:
        quiet = QSignalBlocker(self)
        self._buttons[value].setChecked(True)
        quiet.unblock()

    def take_focus(self) -> None:
        """To the button that is on, from where the arrows go to the others."""
        (self._group.checkedButton() or next(iter(self._buttons.values()))).setFocus()

    def offer(self, values: Sequence[str]) -> None:
        """Only these can be chosen now."""
        for value, button in self._buttons.items():
            button.setVisible(value in values)


def toggle(words: str) -> QPushButton:
    """Something that is on or off."""
    made = _OnOff(words)
    made.setAccessibleName(words)
    return made
