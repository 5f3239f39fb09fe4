"""The staff page: the people on the left, one of them on the right."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, QSignalBlocker, Qt
from PySide6.QtGui import QHideEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.domain.staff import NAME_LENGTH_MAX, PIN_DIGITS_MAX, Role
from ui.actions import Do, Scope
from ui.commands import Commands
from ui.context import CounterContext
from ui.staff.presenter import StaffDesk
from ui.staff.state import StaffState
from ui.staff.wording import ROLES
from ui.widgets.buttons import ActionButton
from ui.widgets.card import Card
from ui.widgets.choice import Choice, toggle
from ui.widgets.code_picture import CodePicture
from ui.widgets.frame import foot, frame
from ui.widgets.labels import label
from ui.widgets.lists import ListPane
from ui.widgets.strip import Strip
from ui.words import tr
from ui.work import Work

LIST_PX = 330


class StaffPage(QWidget):
    def __init__(self, context: CounterContext, work: Work, commands: Commands) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Staff"))
        self.strip, self.people = Strip(), ListPane(commands, tr("Who works here"))
        self.people.setFixedWidth(LIST_PX)
        self.name, self.pin, self.works = QLineEdit(), QLineEdit(), toggle(tr("Works here"))
        self.role = Choice(tr("Role"), [(role.value, tr(words)) for role, words in ROLES.items()])
        self._says, self._picture = label(role="muted", wraps=True), CodePicture()
        self._turn = 0
        self._keys = {
            Do.TAKE_STAFF_CARD: ActionButton(commands, Do.TAKE_STAFF_CARD),
            Do.MAKE_STAFF_CARD: ActionButton(commands, Do.MAKE_STAFF_CARD),
            Do.NEW_PERSON: ActionButton(commands, Do.NEW_PERSON),
            Do.SAVE_PERSON: ActionButton(commands, Do.SAVE_PERSON, main=True),
        }
        self._lay_out(commands)
        self.desk = StaffDesk(context, work, self)
        self._connect()
        commands.listen(self, Scope.STAFF)

    def open(self) -> None:
        self.desk.open()
        self.people.list.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self.desk.close()

    def claims(self, card: str) -> bool:
        return self.desk.scanned(card)

    def typed_pin(self) -> str:
        return self.pin.text()

    def show_state(self, state: StaffState) -> None:
        if state.turn != self._turn:
            self._turn = state.turn
            self.pin.clear()
        self.strip.show_notice(state.notice)
        quiet = QSignalBlocker(self.people)
        self.people.show_rows(state.people, state.marked)
        self.people.list.setCurrentRow(state.marked)
        quiet.unblock()
        self._show_form(state)
        self._picture.show_code(state.card)
        self._picture.setVisible(bool(state.card))
        for do in (Do.TAKE_STAFF_CARD, Do.MAKE_STAFF_CARD):
            self._keys[do].setEnabled(state.marked >= 0 and not state.is_busy)

    def _show_form(self, state: StaffState) -> None:
        if self.name.text() != state.form.name:
            self.name.setText(state.form.name)
        self.role.show_value(state.form.role.value)
        quiet = QSignalBlocker(self.works)
        self.works.setChecked(state.form.is_active)
        quiet.unblock()
        for field in (self.name, self.role, self.works):
            field.setEnabled(state.is_own)
        self._says.setText(state.says)
        if state.is_new and not self.name.hasFocus() and not self.name.text():
            self.name.setFocus()

    def _connect(self) -> None:
        desk = self.desk
        self.people.marked.connect(desk.mark)
        self.name.textEdited.connect(lambda text: desk.type(name=text))
        self.role.chosen.connect(lambda value: desk.type(role=Role(value)))
        self.works.toggled.connect(lambda is_on: desk.type(is_active=is_on))

    def _lay_out(self, commands: Commands) -> None:
        self.name.setMaxLength(NAME_LENGTH_MAX)
        self.name.setAccessibleName(tr("Name"))
        self.pin.setAccessibleName(tr("New PIN"))
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setMaxLength(PIN_DIGITS_MAX)
        self.pin.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.pin.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), self.pin))
        self.pin.setPlaceholderText(tr("4 to 6 digits; empty leaves it as it is"))
        form = Card(margin=20, spacing=6)
        for words, field in ((tr("Name"), self.name), (tr("Role"), self.role), (tr("New PIN"), self.pin)):
            named = label(words, "muted")
            named.setBuddy(field)
            form.rows.addWidget(named)
            form.rows.addWidget(field)
        for widget in (self._says, self.works, label(tr("Scan a staff card to give it to them."), "muted")):
            form.rows.addWidget(widget)
        form.rows.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignLeft)
        form.rows.addStretch()
        body = QHBoxLayout()
        body.setSpacing(8)
        body.addWidget(self.people)
        body.addWidget(form, 1)
        frame(self, tr("Staff"), self.strip, body, foot=foot(commands, *self._keys.values()))
