"""The palette's box: a field, and the commands that match what is typed in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.actions import Action, Do
from ui.commands import Commands
from ui.palette.presenter import matching, rows
from ui.widgets.card import Card
from ui.widgets.lists import ListPane
from ui.widgets.veil import Veil
from ui.words import tr
from ui.zoom import scaled

BOX_PX, LIST_PX = 560, 420
TYPED_MAX = 60
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -5, Qt.Key.Key_PageDown: 5}


class Search(QLineEdit):
    """Every key is its own while it has the focus: none of them reaches the counter behind."""

    moved = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(TYPED_MAX)
        self.setPlaceholderText(tr("What do you want to do?"))
        self.setAccessibleName(tr("Command"))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        is_palette_key = event.key() == Qt.Key.Key_K and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape or is_palette_key:
            self.left.emit()
        elif event.key() in _STEPS:
            self.moved.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class PaletteBox:
    """Lies over the window until a command is chosen or Esc pressed; `run` carries the command out."""

    def __init__(self, window: QWidget, under: QWidget, commands: Commands, run: Callable[[Do], None]) -> None:
        self.field = Search()
        self._list = ListPane(commands, tr("Commands"))
        self._list.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setObjectName("plain")
        self._list.rows.setContentsMargins(0, 0, 0, 0)
        self._card = Card(self.field, self._list, margin=14)
        self._card.setAccessibleName(tr("Commands"))
        self._run = run
        self._found: tuple[Action, ...] = ()
        self._veil = Veil(window, under, self._card)
        self.field.textChanged.connect(self._search)
        self.field.moved.connect(self._move)
        self.field.left.connect(self.close)
        self.field.returnPressed.connect(lambda: self._choose(self._list.list.currentRow()))
        self._list.chosen.connect(self._choose)

    @property
    def is_open(self) -> bool:
        return not self._veil.isHidden()

    def open(self) -> None:
        self._card.setFixedSize(min(scaled(BOX_PX), self._veil.window().width() - 40), LIST_PX)
        self.field.clear()
        self._search("")
        self._veil.fall()
        self.field.setFocus()

    def close(self) -> None:
        self._veil.lift()

    def _search(self, typed: str) -> None:
        self._found = matching(typed)
        self._list.show_rows(rows(self._found))

    def _move(self, by: int) -> None:
        last = len(self._found) - 1
        self._list.list.setCurrentRow(max(0, min(last, self._list.list.currentRow() + by)))

    def _choose(self, index: int) -> None:
        if 0 <= index < len(self._found):
            self.close()
            self._run(self._found[index].do)
