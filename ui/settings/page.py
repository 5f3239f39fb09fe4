"""The settings' page: the server and pairing on the left, what comes of it on the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.services.standing import Pairing
from ui.actions import Do, Scope
from ui.commands import Commands
from ui.context import CounterContext
from ui.joining import ADDRESS_EXAMPLE, ADDRESS_LENGTH_MAX
from ui.settings.presenter import Joiner
from ui.settings.state import SettingsState
from ui.widgets.buttons import ActionButton
from ui.widgets.card import Card
from ui.widgets.code_picture import CodePicture
from ui.widgets.labels import label
from ui.widgets.strip import Strip
from ui.words import tr
from ui.work import Work


class PairingCard(Card):
    """Whose counter this is, and joining a server."""

    def __init__(self, commands: Commands) -> None:
        super().__init__(margin=20, spacing=8)
        self.address = QLineEdit()
        self.address.setAccessibleName(tr("Address of the server"))
        self.address.setMaxLength(ADDRESS_LENGTH_MAX)
        self.address.setPlaceholderText(ADDRESS_EXAMPLE)
        self._standing, self._step = label(role="binding", wraps=True), label(wraps=True)
        self._code, self._picture = label(role="huge"), CodePicture()
        self._pair, self._stop = ActionButton(commands, Do.PAIR, main=True), ActionButton(commands, Do.STOP_PAIRING)
        self._lay_out()

    def show_pairing(self, state: SettingsState) -> None:
        if self.address.text() != state.address:
            self.address.setText(state.address)
        self._standing.setText(state.standing)
        self._step.setText(state.step)
        self._step.setVisible(bool(state.step))
        self._code.setText(state.code)
        self._code.setAccessibleName(" ".join(state.code))
        self._picture.show_code(state.code)
        self._shown_code.setVisible(bool(state.code))
        self._stop.setVisible(state.is_pairing)
        self._pair.setEnabled(state.can_pair)
        self._pair.say(tr("Another code") if state.code else tr("Pair"))

    def _lay_out(self) -> None:
        words = label(tr("Address of the server"), "muted")
        words.setBuddy(self.address)
        self._shown_code = QWidget()
        code = QHBoxLayout(self._shown_code)
        code.setContentsMargins(0, 0, 0, 0)
        code.setSpacing(20)
        code.addWidget(self._picture)
        code.addWidget(self._code)
        code.addStretch()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._pair)
        buttons.addWidget(self._stop)
        buttons.addStretch(1)
        self.rows.addWidget(label(tr("Server & pairing"), "heading"))
        for widget in (self._standing, words, self.address, self._step, self._shown_code):
            self.rows.addWidget(widget)
        self.rows.addLayout(buttons)
        self.rows.addStretch()


class SettingsPage(QWidget):
    def __init__(self, context: CounterContext, work: Work, commands: Commands) -> None:
        super().__init__()
        self.setObjectName("page")
        self.strip, self.pairing = Strip(), PairingCard(commands)
        self._history, self._limit, self._leaving = (label(wraps=True) for _ in range(3))
        self._lay_out(commands)
        self.joiner = Joiner(context, work, self)
        self.pairing.address.textEdited.connect(self.joiner.type)
        self.pairing.address.returnPressed.connect(self.joiner.pair)
        commands.listen(self, Scope.SETTINGS)

    def open(self) -> None:
        self.joiner.open()
        self.pairing.address.setFocus()

    def stepped(self, pairing: Pairing) -> None:
        self.joiner.hear(pairing)

    def show_state(self, state: SettingsState) -> None:
        self.strip.show_notice(state.notice)
        self.pairing.show_pairing(state)
        self._history.setText(state.history)
        self._limit.setText(state.limit)
        self._leaving.setText(state.leaving)

    def _lay_out(self, commands: Commands) -> None:
        body = QHBoxLayout()
        body.setSpacing(8)
        body.addWidget(self.pairing, 1)
        body.addWidget(self._explained(), 1)
        keys = QHBoxLayout()
        keys.addWidget(ActionButton(commands, Do.BACK))
        keys.addStretch(1)
        keys.addWidget(ActionButton(commands, Do.PRINT_QUEUE))
        keys.addWidget(ActionButton(commands, Do.PRINTERS))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 8, 16, 12)
        rows.setSpacing(8)
        rows.addWidget(label(tr("Settings"), "title"))
        rows.addWidget(self.strip)
        rows.addLayout(body, 1)
        rows.addLayout(keys)

    def _explained(self) -> QScrollArea:
        content = QWidget()
        content.setObjectName("scrolled")
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        for title, words in self._paragraphs():
            rows.addWidget(Card(label(title, "heading"), words, spacing=4))
        rows.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(tr("What pairing means"))
        scroll.setWidget(content)
        return scroll

    def _paragraphs(self) -> tuple[tuple[str, QLabel], ...]:
        return (
            (tr("What joining does with this counter"), self._history),
            (tr("Offline limit"), self._limit),
            (tr("Taking this counter off"), self._leaving),
        )
