"""Commands: the registry's actions as Qt knows them: on menus, on buttons, and heard where their keys belong."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from ui.actions import Do, Scope, actions, keys_in
from ui.words import on_button, tr

_SHIFT, _KEYPAD = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier


class Commands(QObject):
    """One QAction a command; `run` carries them all out."""

    def __init__(self, parent: QObject, run: Callable[[Do], None]) -> None:
        super().__init__(parent)
        self._run = run
        self._heard: list[tuple[QWidget, Scope]] = []
        self._actions = {one.do: QAction(tr(one.text), self) for one in actions()}
        for do, action in self._actions.items():
            action.triggered.connect(partial(self._run, do))

    def action(self, do: Do) -> QAction:
        return self._actions[do]

    def listen(self, widget: QWidget, scope: Scope, run: Callable[[Do], None] | None = None) -> None:
        """Hear the scope's keys while the focus is in `widget`."""
        self._heard.append((widget, scope))
        for key, do in keys_in(scope):
            shortcut = QShortcut(QKeySequence(key.text), widget)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(run or self._run, do))

    def heard_now(self) -> list[Scope]:
        """The scopes whose keys mean something where the focus is."""
        focus = QApplication.focusWidget()
        around = [scope for widget, scope in self._heard if focus and (widget is focus or widget.isAncestorOf(focus))]
        return list(dict.fromkeys(around))

    def menu(self, parent: QWidget) -> QMenu:
        """Every command that means something outside a pane, with its key."""
        menu = QMenu(parent)
        for one in actions():
            if one.keys[0].scope in (Scope.EVERYWHERE, Scope.COUNTER):
                menu.addAction(f"{on_button(tr(one.text))}\t{one.key_label}", partial(self._run, one.do))
        return menu


def command_of(event: QKeyEvent, scope: Scope) -> Do | None:
    """What a key means in a scope that reads its own keys. Shift in "?" and the pad's arrows make no difference."""
    for ignored in (Qt.KeyboardModifier.NoModifier, _SHIFT, _KEYPAD):
        pressed = QKeySequence(event.key() | (event.modifiers() & ~ignored).value)
        for key, do in keys_in(scope):
            if QKeySequence(key.text) == pressed:
                return do
    return None
