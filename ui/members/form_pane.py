"""The form over a member's file: its fields, reasons to choose from, and what it comes to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from ui.actions import Do
from ui.commands import Commands
from ui.members.state import Field, FormView
from ui.widgets.buttons import ActionButton
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.emptying import empty
from ui.widgets.fields import HintedField
from ui.widgets.labels import label
from ui.words import tr

FIELD_LENGTH_MAX = 200
FIELDS_A_ROW = 3


class FormPane(Card):
    """`typed` tells the name of a field and what stands in it."""

    typed = Signal(str, str)
    chosen = Signal(int)
    entered = Signal()

    def __init__(self, commands: Commands) -> None:
        super().__init__(margin=12)
        self._title, self._note = label(role="heading", wraps=True), label(role="known", wraps=True)
        self._lines = QGridLayout()
        self._fields: dict[str, _Field] = {}
        self._reasons = QComboBox()
        self._reasons.setAccessibleName(tr("Reason"))
        self._reason_name = label(tr("Reason"), "muted")
        self._reason_name.setBuddy(self._reasons)
        self._save = ActionButton(commands, Do.SAVE_MEMBER, main=True)
        self._reasons.currentIndexChanged.connect(self.chosen)
        keys = QHBoxLayout()
        keys.addWidget(self._reason_name)
        keys.addWidget(self._reasons, 1)
        keys.addWidget(self._save, 0, Qt.AlignmentFlag.AlignRight)
        self.rows.addWidget(self._title)
        self.rows.addLayout(self._lines)
        self.rows.addWidget(self._note)
        self.rows.addLayout(keys)

    def show_form(self, form: FormView | None) -> None:
        self.setVisible(form is not None)
        if form is None:
            self._lay_out(())
            return
        self._title.setText(form.title)
        self._save.say(form.deed)
        self._note.setText(form.note)
        self._note.setVisible(bool(form.note))
        if tuple(one.name for one in form.fields) != tuple(self._fields):
            self._lay_out(form.fields)
        for one in form.fields:
            _show(self._fields[one.name], one.value)
        self._show_reasons(form)

    def take_focus(self) -> None:
        fields = self._fields.values()
        first = next((one for one in fields if isinstance(one, QLineEdit)), next(iter(fields)))
        first.setFocus()
        if isinstance(first, QLineEdit):
            first.selectAll()

    def _lay_out(self, fields: tuple[Field, ...]) -> None:
        """Each behind its words, three to a row."""
        empty(self._lines)
        self._fields = {}
        for place, one in enumerate(fields):
            row, column = divmod(place, FIELDS_A_ROW)
            words = label(one.label, "muted")
            field = self._choice(one) if one.choices else self._field(one, words)
            self._fields[one.name] = field
            self._lines.addWidget(words, row, 2 * column)
            self._lines.addWidget(field, row, 2 * column + 1)
        for column in range(FIELDS_A_ROW):
            self._lines.setColumnStretch(2 * column + 1, 1 if column < len(fields) else 0)

    def _choice(self, one: Field) -> Choice | _Listed:
        choice = _Listed(one.label, one.choices) if one.is_list else Choice(one.label, one.choices)
        choice.chosen.connect(lambda value, name=one.name: self.typed.emit(name, value))
        return choice

    def _field(self, one: Field, words: QLabel) -> QLineEdit:
        line = HintedField()
        line.setPlaceholderText(one.hint)
        line.setAccessibleName(one.label)
        line.setMaxLength(FIELD_LENGTH_MAX)
        words.setBuddy(line)
        line.textEdited.connect(lambda text, name=one.name: self.typed.emit(name, text))
        line.returnPressed.connect(self.entered)
        return line

    def _show_reasons(self, form: FormView) -> None:
        self._reasons.setVisible(bool(form.reasons))
        self._reason_name.setVisible(bool(form.reasons))
        quiet = QSignalBlocker(self._reasons)
        if tuple(self._reasons.itemText(at) for at in range(self._reasons.count())) != form.reasons:
            self._reasons.clear()
            self._reasons.addItems(form.reasons)
        self._reasons.setCurrentIndex(form.reason)
        quiet.unblock()

    @property
    def reasons(self) -> QWidget:
        return self._reasons


class _Listed(QComboBox):
    """`chosen` tells the value that a person came to."""

    chosen = Signal(str)

    def __init__(self, name: str, values: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        for value, words in values:
            self.addItem(words, value)
        self.currentIndexChanged.connect(lambda _: self.chosen.emit(self.currentData()))

    def show_value(self, value: str) -> None:
        quiet = QSignalBlocker(self)
        self.setCurrentIndex(self.findData(value))
        quiet.unblock()


_Field = QLineEdit | Choice | _Listed


def _show(field: _Field, value: str) -> None:
    if not isinstance(field, QLineEdit):
        field.show_value(value)
    elif field.text() != value:
        field.setText(value)
