"""The box: one line that takes scans, phones, names, amounts and bill numbers, with what Enter will do under it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.actions import Do, Scope
from ui.billing.prompt import ENTER
from ui.billing.smartbox import TEXT_LENGTH_MAX
from ui.commands import command_of
from ui.widgets.labels import ShortLabel, key_cap
from ui.words import tr


class SmartBox(QLineEdit):
    """While it is empty, some keys are commands."""

    submitted = Signal(str)
    commanded = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("box")
        self.setMaxLength(TEXT_LENGTH_MAX + 1)  # one more than is read, so that too long can be said
        self.setAccessibleName(tr("Scan or type"))
        self.returnPressed.connect(lambda: self.submitted.emit(self.text()))

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z in an empty box is the bill's, not the text's."""
        if event.type() == QEvent.Type.ShortcutOverride and not self.text():
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        command = None if self.text() else command_of(event, Scope.EMPTY_BOX)
        if command is None or command is Do.CONFIRM:
            super().keyPressEvent(event)
        else:
            self.commanded.emit(command)


class Hint(QWidget):
    """What Enter will do, before Enter is pressed."""

    def __init__(self) -> None:
        super().__init__()
        self._enter, self._words = key_cap(tr("Enter")), ShortLabel("muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._enter)
        row.addWidget(self._words, 1)

    def say(self, hint: str) -> None:
        self._enter.setVisible(hint.startswith(ENTER))
        self._words.setText(hint.removeprefix(ENTER))
