"""Commands: the registry's actions as Qt knows them: on menus, on buttons, and heard where their keys belong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QStackedWidget, QWidget

from ui.actions import Do, Scope, actions, keys_in
from ui.words import on_button, tr

_SHIFT, _KEYPAD = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier


@dataclass(frozen=True, slots=True)
class _Heard:
    """A scope whose keys are heard while the focus is in a widget."""

    widget: QWidget
    scope: Scope
    run: Callable[[Do], None]

    def around(self, other: QWidget) -> bool:
        return self.widget is other or self.widget.isAncestorOf(other)

    def hear_in(self, widget: QWidget) -> list[QShortcut]:
        return [_shortcut(key.text, widget, partial(self.run, do)) for key, do in keys_in(self.scope)]


def _shortcut(keys: str, widget: QWidget, run: Callable[[], None]) -> QShortcut:
    made = QShortcut(QKeySequence(keys), widget)
    made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.activated.connect(run)
    return made


class Commands(QObject):
    """One QAction a command; `run` carries them all out."""

    def __init__(self, parent: QObject, run: Callable[[Do], None]) -> None:
        super().__init__(parent)
        self._run = run
        self._heard: list[_Heard] = []
        self._lent: list[_Heard] = []
        self._shortcuts: list[QShortcut] = []
        self._bar: QWidget
        self._pages: QStackedWidget
        self._actions = {one.do: QAction(tr(one.text), self) for one in actions()}
        for do, action in self._actions.items():
            action.triggered.connect(partial(self._run, do))

    def action(self, do: Do) -> QAction:
        return self._actions[do]

    def listen(self, widget: QWidget, scope: Scope, run: Callable[[Do], None] | None = None) -> None:
        """Hear the scope's keys while the focus is in `widget`."""
        heard = _Heard(widget, scope, run or self._run)
        self._heard.append(heard)
        heard.hear_in(widget)

    def lend(self, bar: QWidget, pages: QStackedWidget) -> None:
        """In `bar`, which is on no page, hear what is heard on the page that is open, where the focus came from."""
        application = QApplication.instance()
        assert isinstance(application, QApplication), "widgets are shown by one"
        self._bar, self._pages = bar, pages
        application.focusChanged.connect(self._lend)
        pages.currentChanged.connect(lambda _: self._lend_page())

    def heard_now(self) -> list[Scope]:
        """The scopes whose keys mean something where the focus is."""
        around = [*self._around(QApplication.focusWidget()), *self._lent]
        return list(dict.fromkeys(one.scope for one in around))

    def _around(self, focus: QWidget | None) -> list[_Heard]:
        return [one for one in self._heard if focus is not None and one.around(focus)]

    def _lend(self, left: QWidget | None, now: QWidget | None) -> None:
        bar = self._bar
        was_in, is_in = (one is not None and bar.isAncestorOf(one) for one in (left, now))
        if was_in == is_in or now is None:
            return
        if is_in:
            self._lend_page(left)
        else:
            self._hear_lent([])

    def _lend_page(self, left: QWidget | None = None) -> None:
        """What `left` hears if it is on the open page, else what that page does; never what covers the pages."""
        focus, page = QApplication.focusWidget(), self._pages.currentWidget()
        if focus is not None and self._bar.isAncestorOf(focus):
            is_from_it = left is not None and page is not None and page.isAncestorOf(left)
            heard = self._around(left if is_from_it else page)
            self._hear_lent([one for one in heard if self._pages.isAncestorOf(one.widget)])

    def _hear_lent(self, lent: list[_Heard]) -> None:
        self._lent = lent
        for shortcut in self._shortcuts:
            shortcut.deleteLater()
        self._shortcuts = [shortcut for one in lent for shortcut in one.hear_in(self._bar)]

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
