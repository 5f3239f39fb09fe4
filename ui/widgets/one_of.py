"""One of: one of a list that opens, each value by its words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox


class OneOf(QComboBox):
    """`changed` tells the value that a person chose. What is not offered shows as the first that is."""

    changed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._offered: list[tuple[Any, str]] = []
        self.currentIndexChanged.connect(lambda at: self.changed.emit(self._offered[at][0]))

    def offer(self, values: Sequence[tuple[Any, str]]) -> bool:
        """These can be chosen from now on, by their words; whether they are others than before.

        What is chosen stays where it is still among them.
        """
        if self._offered == [*values]:
            return False
        chosen = self._offered[self.currentIndex()][0] if self._offered else None
        quiet = QSignalBlocker(self)
        self.clear()
        self._offered = [*values]
        for value, words in values:
            self.addItem(words, value)
        quiet.unblock()
        self.show_value(chosen)
        return True

    def show_value(self, value: Any) -> None:
        values = [one for one, _ in self._offered]
        quiet = QSignalBlocker(self)
        self.setCurrentIndex(values.index(value) if value in values else 0)
        quiet.unblock()
