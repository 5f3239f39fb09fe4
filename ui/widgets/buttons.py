"""Buttons: a command's words with its key on them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy

from ui.actions import Do, action
from ui.commands import Commands
from ui.widgets.labels import key_cap, label
from ui.words import tr

TARGET_PX = 44  # what a finger hits without looking
ROOM_PX = 24  # taken around the words where there is room


class ActionButton(QPushButton):
    """Pressing it is pressing its key. It never takes the focus away from where words are typed."""

    def __init__(self, commands: Commands, do: Do, *, main: bool = False, text: str = "") -> None:
        super().__init__()
        about = action(do)
        self.do = do
        self._words = label(text or tr(about.text))
        self.setProperty("role", "main" if main else "")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setToolTip(tr(about.explained))
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(6, 0, 6, 0)
        self._layout.setSpacing(6)
        self._layout.addStretch()
        self._layout.addWidget(self._words)
        self._layout.addWidget(key_cap(about.key_label))
        self._layout.addStretch()
        self.say(text or tr(about.text))
        self.clicked.connect(commands.action(do).trigger)

    def say(self, text: str) -> None:
        self._words.setText(text)
        self.setAccessibleName(f"{text}, {action(self.do).key_label}")

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._layout.sizeHint().width() + ROOM_PX, self._height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._layout.sizeHint().width(), self._height())

    def _height(self) -> int:
        return max(TARGET_PX, self._layout.sizeHint().height() + 4)
