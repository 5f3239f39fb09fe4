"""The panel of the server: whose counter this is and pairing it, and what comes of that."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from ui.actions import Do
from ui.commands import Commands
from ui.joining import ADDRESS_EXAMPLE, ADDRESS_LENGTH_MAX
from ui.settings.state import SettingsState
from ui.widgets.buttons import ActionButton
from ui.widgets.card import Card
from ui.widgets.code_picture import CodePicture
from ui.widgets.labels import label
from ui.words import tr


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


class PairingPanel(QScrollArea):
    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self.card = PairingCard(commands)
        self._history, self._limit, self._leaving = (label(wraps=True) for _ in range(3))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("What pairing means"))
        content = QWidget()
        content.setObjectName("scrolled")
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.card)
        for title, words in self._paragraphs():
            rows.addWidget(Card(label(title, "heading"), words, spacing=4))
        rows.addStretch()
        self.setWidget(content)

    @property
    def address(self) -> QLineEdit:
        return self.card.address

    def show_state(self, state: SettingsState) -> None:
        self.card.show_pairing(state)
        self._history.setText(state.history)
        self._limit.setText(state.limit)
        self._leaving.setText(state.leaving)

    def _paragraphs(self) -> tuple[tuple[str, QLabel], ...]:
        return (
            (tr("What joining does with this counter"), self._history),
            (tr("Offline limit"), self._limit),
            (tr("Taking this counter off"), self._leaving),
        )
