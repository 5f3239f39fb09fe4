"""Fields: one as wide as its hint, and one for a figure, that leaves letters to the keys of its pane."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

FIGURE_LENGTH_MAX = 12
ROUND_HINT_PX = 28


class HintedField(QLineEdit):
    """Wide enough for its hint, however large it is written."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        hint = self.fontMetrics().horizontalAdvance(self.placeholderText()) + ROUND_HINT_PX
        return super().minimumSizeHint().expandedTo(QSize(hint, 0))


class FigureField(QLineEdit):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("role", "amount")
        self.setAccessibleName(name)
        self.setMaxLength(FIGURE_LENGTH_MAX)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.text().isalpha():
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """A letter that is no key of the pane is a slip; it neither stands here nor goes anywhere else."""
        if not event.text().isalpha():
            super().keyPressEvent(event)

    def show_text(self, text: str) -> None:
        """Follow the state without moving the cursor of someone who is typing it."""
        if self.text() != text:
            self.setText(text)
