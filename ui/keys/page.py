"""The page of keys: the search and what it found on the left, the marked command with its keys on the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.actions import Do, Scope
from ui.commands import Commands
from ui.context import CounterContext
from ui.keys.presenter import KeysDesk
from ui.keys.sheet import write_sheet
from ui.keys.state import KeysState
from ui.widgets.buttons import ActionButton
from ui.widgets.card import Card
from ui.widgets.frame import foot, frame
from ui.widgets.labels import key_cap, label
from ui.widgets.lists import ListPane
from ui.widgets.search import Search
from ui.widgets.strip import Strip
from ui.words import later, tr
from ui.work import Work
from ui.zoom import sized

LIST_PX = 520
TITLE = later("Keys")
NOTHING = later("No command has that in its name.")
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


class Catcher(QPushButton):
    """While it has the focus and is open, the next key is told instead of done."""

    caught = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("Press the new key"))
        self.is_open = False

    def event(self, event: QEvent) -> bool:
        if self.is_open and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if not self.is_open:
            super().keyPressEvent(event)
        elif event.key() not in _MODIFIERS:
            self.caught.emit(_text_of(event))

    def focusOutEvent(self, event: object) -> None:  # noqa: N802
        """Who turns away has changed their mind."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        if self.is_open:
            self.caught.emit("Esc")


def _text_of(event: QKeyEvent) -> str:
    """In Qt's portable text. The pad's arrows are the arrows."""
    return QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)


class KeysPage(QWidget):
    def __init__(self, context: CounterContext, work: Work, commands: Commands) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAccessibleName(tr(TITLE))
        self._shop = context.shop_name
        self.search, self.list = Search(tr("Search the commands")), ListPane(None, tr("Commands"), nothing=tr(NOTHING))
        self.strip, self.catcher = Strip(), Catcher()
        self._title, self._hint = label(role="heading"), label(wraps=True)
        self._caps = QHBoxLayout()
        self._keys = {
            Do.ALL_USUAL_KEYS: ActionButton(commands, Do.ALL_USUAL_KEYS),
            Do.USUAL_KEY: ActionButton(commands, Do.USUAL_KEY),
            Do.PRINT_KEYS: ActionButton(commands, Do.PRINT_KEYS),
            Do.NEW_KEY: ActionButton(commands, Do.NEW_KEY, main=True),
        }
        self._lay_out(commands)
        self.desk = KeysDesk(context, work, self)
        self.commands = {**self.desk.commands, Do.FIND_KEY: self._find}
        self._connect()
        commands.listen(self, Scope.KEYS)

    def open(self) -> None:
        self.search.clear()
        self.desk.open()
        self.search.setFocus()

    def do(self, what: Do) -> None:
        self.commands[what]()

    def _find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def draw_sheet(self, path: str) -> None:
        write_sheet(path, tr("Keys – {shop}", shop=self._shop))

    def show_state(self, state: KeysState) -> None:
        self.strip.show_notice(state.notice)
        quiet = QSignalBlocker(self.list)
        self.list.show_rows(state.rows, state.marked)
        self.list.list.setCurrentRow(state.marked)
        quiet.unblock()
        self._title.setText(state.title)
        self._hint.setText(state.hint)
        self._show_caps(state.keys)
        self._keys[Do.NEW_KEY].setEnabled(state.can_change and not state.is_catching)
        self._keys[Do.USUAL_KEY].setEnabled(state.is_own)
        self._keys[Do.ALL_USUAL_KEYS].setEnabled(state.can_change)
        self._catch(is_catching=state.is_catching)

    def _catch(self, *, is_catching: bool) -> None:
        if is_catching and not self.catcher.is_open:
            self.catcher.show()
            self.catcher.setFocus()
            self.catcher.is_open = True
        elif self.catcher.is_open and not is_catching:
            self.catcher.is_open = False
            self.catcher.hide()
            self.search.setFocus()

    def _show_caps(self, keys: tuple[str, ...]) -> None:
        while item := self._caps.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for key in keys:
            self._caps.addWidget(key_cap(key))
        self._caps.addStretch(1)

    def _connect(self) -> None:
        self.search.textEdited.connect(self.desk.search)
        self.search.moved.connect(self.desk.step)
        self.list.marked.connect(self.desk.mark)
        self.catcher.caught.connect(self.desk.caught)

    def _lay_out(self, commands: Commands) -> None:
        found, left, body = QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        found.addWidget(self.search, 1)
        found.addWidget(ActionButton(commands, Do.FIND_KEY))
        left.setSpacing(8)
        left.setContentsMargins(0, 0, 0, 0)
        left.addLayout(found)
        left.addWidget(self.list, 1)
        listed = QWidget()
        listed.setLayout(left)
        sized(listed, QWidget.setFixedWidth, LIST_PX)
        self._caps.setSpacing(6)
        detail = Card(self._title, self._hint, margin=20)
        detail.rows.addLayout(self._caps)
        detail.rows.addWidget(self.catcher, 0, Qt.AlignmentFlag.AlignLeft)
        detail.rows.addStretch(1)
        self.catcher.hide()
        body.setSpacing(8)
        body.addWidget(listed)
        body.addWidget(detail, 1)
        frame(self, tr(TITLE), self.strip, body, foot=foot(commands, *self._keys.values()))
