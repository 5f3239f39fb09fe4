"""The settings' page: the search and what it found on the left, the marked setting on the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.services.chain.standing import LinkState, Pairing
from ui.actions import Do, Scope
from ui.commands import Commands
from ui.context import CounterContext
from ui.language import QtTongue
from ui.settings.detail import Detail
from ui.settings.entries import PAIRING
from ui.settings.finding import UNFOUND, Settler
from ui.settings.pairing import PairingCard, PairingPanel
from ui.settings.presenter import UNDER_WAY, Joiner
from ui.settings.state import DeskState, SettingsState
from ui.widgets.buttons import ActionButton
from ui.widgets.frame import foot, frame
from ui.widgets.lists import ListPane
from ui.widgets.search import Search
from ui.widgets.strip import Strip
from ui.words import LANGUAGES, tr
from ui.work import Work
from ui.zoom import sized

LIST_PX = 400


class SettingsPage(QWidget):
    def __init__(self, context: CounterContext, work: Work, commands: Commands) -> None:
        super().__init__()
        self.setObjectName("page")
        self._line = context.line
        self.search, self.list = (
            Search(tr("Search the settings")),
            ListPane(commands, tr("Settings"), nothing=tr(UNFOUND)),
        )
        self.strip, self._panels, self.detail = Strip(), QStackedWidget(), Detail(commands)
        self.panel = PairingPanel(commands)
        self.joiner = Joiner(context, work, self)
        tongues = [QtTongue(code) for code in LANGUAGES]
        self.settler = Settler(context.settings, work, self, lambda do: commands.action(do).trigger(), tongues)
        self.commands: dict[Do, Callable[[], None]] = {
            **self.joiner.commands,
            Do.PAIR: self._pair,
            Do.FIND_SETTING: self._find,
            Do.KEEP_SETTING: self.settler.keep,
        }
        self._lay_out(commands)
        self._connect(commands)
        commands.listen(self, Scope.SETTINGS)

    @property
    def pairing(self) -> PairingCard:
        return self.panel.card

    def open(self) -> None:
        self.search.clear()
        self.settler.open()
        self.joiner.open()
        if self._line.standing().state is LinkState.SIGN_IN or self._line.pairing().step in UNDER_WAY:
            self.show_pairing()
        else:
            self.search.setFocus()

    def do(self, what: Do) -> None:
        self.commands[what]()

    def _find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _pair(self) -> None:
        """Joining is begun where it is seen what it does."""
        if self._panels.currentWidget() is not self.panel:
            self.show_pairing()
        self.joiner.pair()

    def show_pairing(self) -> None:
        self.search.clear()
        self.settler.find(PAIRING)
        self.panel.address.setFocus()

    def stepped(self, pairing: Pairing) -> None:
        self.joiner.hear(pairing)

    def show_state(self, state: SettingsState) -> None:
        """What is said of joining."""
        self.panel.show_state(state)
        if self._panels.currentWidget() is self.panel:
            self.strip.show_notice(state.notice)

    def show_desk(self, state: DeskState) -> None:
        quiet = QSignalBlocker(self.list)
        self.list.show_rows(state.rows, state.marked)
        self.list.list.setCurrentRow(state.marked)
        quiet.unblock()
        self._panels.setCurrentWidget(self.panel if state.panel else self.detail)
        self.detail.show_state(state)
        self.strip.show_notice(state.notice)

    def _connect(self, commands: Commands) -> None:
        keep = commands.action(Do.KEEP_SETTING).trigger
        self.search.textEdited.connect(self.settler.search)
        self.search.moved.connect(self.settler.step)
        self.search.returnPressed.connect(lambda: self._choose(self.settler.state.marked))
        self.list.marked.connect(self.settler.mark)
        self.list.chosen.connect(self._choose)
        self.detail.value.textEdited.connect(self.settler.type)
        self.detail.value.returnPressed.connect(keep)
        self.detail.chosen.connect(self.settler.type)
        self.detail.opened.connect(lambda: self.settler.choose(self.settler.state.marked))
        self.panel.address.textEdited.connect(self.joiner.type)
        self.panel.address.returnPressed.connect(commands.action(Do.PAIR).trigger)

    def _choose(self, index: int) -> None:
        """Go on to what was found: open it, or type in it."""
        if 0 <= index < len(self.settler.state.rows):
            self.settler.choose(index)
            (self.panel.address if self.settler.state.panel else self.detail).setFocus()

    def _lay_out(self, commands: Commands) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        found = QHBoxLayout()
        found.addWidget(self.search, 1)
        found.addWidget(ActionButton(commands, Do.FIND_SETTING))
        left.addLayout(found)
        left.addWidget(self.list, 1)
        listed = QWidget()
        listed.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        sized(listed, QWidget.setFixedWidth, LIST_PX)
        self._panels.addWidget(self.detail)
        self._panels.addWidget(self.panel)
        body = QHBoxLayout()
        body.setSpacing(8)
        body.addWidget(listed)
        body.addWidget(self._panels, 1)
        frame(self, tr("Settings"), self.strip, body, foot=foot(commands))
