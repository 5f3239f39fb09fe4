"""The marked setting: what it is, a field or buttons for it, or the button that opens its page."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from ui.actions import Do
from ui.commands import Commands
from ui.settings.state import DeskState
from ui.widgets.buttons import ActionButton
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.labels import label
from ui.words import on_button, tr


class Detail(Card):
    """`chosen` tells a choice that was pressed; `opened` that the page of the entry is wanted."""

    chosen = Signal(str)
    opened = Signal()

    def __init__(self, commands: Commands) -> None:
        super().__init__(margin=20)
        self._title, self._hint, self._note = label(role="heading"), label(wraps=True), label(role="muted", wraps=True)
        self.value, self._open = QLineEdit(), QPushButton()
        self._keep = ActionButton(commands, Do.KEEP_SETTING, main=True)
        self._choice: Choice | None = None
        self._choices: tuple[tuple[str, str], ...] = ()
        self._open.clicked.connect(self.opened)
        for widget in (self._title, self._hint, self.value):
            self.rows.addWidget(widget)
        self.rows.addWidget(self._note)
        for button in (self._open, self._keep):
            self.rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.rows.addStretch(1)

    def setFocus(self) -> None:  # type: ignore[override] # noqa: N802
        """To what is typed or pressed."""
        first: QWidget | None = next((one for one in (self.value, self._choice) if one and not one.isHidden()), None)
        if isinstance(first, Choice):
            first.take_focus()
        elif first is not None:
            self.value.setFocus()
            self.value.selectAll()

    def show_state(self, state: DeskState) -> None:
        self._title.setText(state.title)
        self._hint.setText(state.hint)
        self._note.setText(state.note)
        self._note.setVisible(bool(state.note))
        self._show_value(state)
        self._show_choices(state)
        self._open.setVisible(bool(state.opens))
        self._open.setText(on_button(tr("Open: {page}", page=state.opens)))
        self._open.setAccessibleName(self._open.text())
        self._keep.setVisible(state.can_keep)

    def _show_value(self, state: DeskState) -> None:
        self.value.setVisible(state.most > 0)
        self.value.setEnabled(state.can_keep)
        self.value.setMaxLength(max(1, state.most))
        self.value.setAccessibleName(state.title)
        if self.value.text() != state.value:
            quiet = QSignalBlocker(self.value)
            self.value.setText(state.value)
            quiet.unblock()

    def _show_choices(self, state: DeskState) -> None:
        if state.choices != self._choices:
            self._choices = state.choices
            if self._choice is not None:
                self._choice.hide()
                self._choice.deleteLater()
                self._choice = None
            if state.choices:
                self._choice = Choice(state.title, state.choices)
                self._choice.chosen.connect(self.chosen)
                self.rows.insertWidget(2, self._choice, 0, Qt.AlignmentFlag.AlignLeft)
        if self._choice is not None:
            self._choice.setEnabled(state.can_keep)
            if state.value in dict(state.choices):
                self._choice.show_value(state.value)
