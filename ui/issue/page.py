"""The enrolling page: a form on the left, the card it makes on the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from app.domain.member import Holder
from ui.actions import Do, Scope
from ui.commands import Commands
from ui.context import CounterContext
from ui.issue.plastic import Plastic
from ui.issue.presenter import CONSENT, Enroller, EnrolState, Faces
from ui.widgets.buttons import ActionButton
from ui.widgets.card import Card
from ui.widgets.fields import HintedField
from ui.widgets.frame import foot, frame
from ui.widgets.labels import label
from ui.widgets.strip import Strip
from ui.words import LANGUAGES, later, tr
from ui.work import Work
from ui.zoom import sized

FORM_PX = 560
SENT_BY = later("Sent by a friend")


class LanguageChoice(QWidget):
    """One button a language; the arrows move between them."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._buttons = {code: QPushButton(words) for code, words in LANGUAGES.items()}
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for code, button in self._buttons.items():
            button.setCheckable(True)
            button.toggled.connect(lambda is_on, code=code: self.chosen.emit(code) if is_on else None)
            group.addButton(button)
            row.addWidget(button, 1)

    def show_language(self, code: str) -> None:
        self._buttons[code].setChecked(True)


class EnrolPage(QWidget):
    def __init__(
        self,
        context: CounterContext,
        work: Work,
        commands: Commands,
        done: Callable[[Holder], None],
        print_card: Callable[[str], None],
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self.strip, self._plastic = Strip(), Plastic()
        self.number, self.phone, self.name = HintedField(), QLineEdit(), QLineEdit()
        self.email, self.birthday = HintedField(), HintedField()
        self.referrer, self.language = HintedField(), LanguageChoice()
        self._already, self._friend = label(role="known", wraps=True), label(role="muted")
        self._save = ActionButton(commands, Do.SAVE, main=True)
        self._consent, self._consent_words = ActionButton(commands, Do.CONSENT), label(tr(CONSENT), "muted", wraps=True)
        self._consent.setCheckable(True)
        self._lay_out(commands)
        self.enroller = Enroller(context, work, self, done, print_card)
        self._connect()
        commands.listen(self, Scope.FORM)

    def open(self) -> None:
        self.enroller.open()
        self.phone.setFocus()

    def scanned(self, text: str) -> None:
        self.enroller.scanned(text)

    def show_state(self, state: EnrolState) -> None:
        form = state.form
        for field, text in (
            (self.number, form.number),
            (self.phone, form.phone),
            (self.name, form.name),
            (self.email, form.email),
            (self.birthday, form.birthday),
            (self.referrer, form.referrer),
        ):
            if field.text() != text:
                field.setText(text)
        self.language.show_language(form.language)
        self._consent.setChecked(form.has_consent)
        self._consent.say(tr("Agreed") if form.has_consent else tr("Customer agrees"))
        self.strip.show_notice(state.notice)
        self._already.setText(tr("Already a member: {already}. Enter puts them on the bill.", already=state.already))
        self._already.setVisible(bool(state.already))
        friend = tr("Sent by {referrer_name}", referrer_name=state.referrer_name)
        self._friend.setText(friend if state.referrer_name else tr(SENT_BY))

    @property
    def dots_per_mm(self) -> float:
        return self._plastic.dots_per_mm

    def show_faces(self, faces: Faces | None, *, problem: str = "") -> None:
        self._plastic.show_faces(faces, problem=problem)

    def _connect(self) -> None:
        enroller = self.enroller
        self.number.textEdited.connect(lambda text: enroller.type(number=text))
        self.phone.textEdited.connect(lambda text: enroller.type(phone=text))
        self.name.textEdited.connect(lambda text: enroller.type(name=text))
        self.email.textEdited.connect(lambda text: enroller.type(email=text))
        self.birthday.textEdited.connect(lambda text: enroller.type(birthday=text))
        self.referrer.textEdited.connect(lambda text: enroller.type(referrer=text))
        self.language.chosen.connect(lambda code: enroller.type(language=code))
        self.phone.returnPressed.connect(self._leave_phone)
        self.number.returnPressed.connect(self.phone.setFocus)
        self.name.returnPressed.connect(self.email.setFocus)
        self.email.returnPressed.connect(self.birthday.setFocus)
        self.birthday.returnPressed.connect(self.referrer.setFocus)
        self.referrer.returnPressed.connect(enroller.save)

    def _leave_phone(self) -> None:
        """Enter puts a member found by this phone on the bill; else the form goes on."""
        if self._already.isHidden():
            self.name.setFocus()
        else:
            self.enroller.attach_known()

    def _lay_out(self, commands: Commands) -> None:
        body = QHBoxLayout()
        body.setSpacing(24)
        body.addWidget(self._form_card(), 3)
        body.addWidget(self._plastic, 2)
        frame(self, tr("New card"), self.strip, body, foot=foot(commands, self._save))

    def _form_card(self) -> Card:
        self.number.setPlaceholderText(tr("Scan it, or leave empty"))
        self.email.setPlaceholderText(tr("May be left empty"))
        self.birthday.setPlaceholderText(tr("like 29/2"))
        self.referrer.setPlaceholderText(tr("Scan the friend's card"))
        form = Card(margin=16, spacing=7)
        sized(form, QWidget.setMaximumWidth, FORM_PX)
        form.rows.addLayout(self._row((tr("Card number"), self.number), (tr("Phone"), self.phone)))
        form.rows.addWidget(self._already)
        form.rows.addLayout(self._row((tr("Name"), self.name)))
        form.rows.addLayout(self._row((tr("E-mail"), self.email), (tr("Birthday"), self.birthday)))
        form.rows.addLayout(self._row((tr("Language of messages and receipts"), self.language)))
        form.rows.addLayout(self._row((tr(SENT_BY), self.referrer)))
        agreed = QHBoxLayout()
        agreed.setSpacing(12)
        agreed.addWidget(self._consent)
        agreed.addWidget(self._consent_words, 1)
        form.rows.addLayout(agreed)
        form.rows.addStretch()
        return form

    def _row(self, *fields: tuple[str, QWidget]) -> QGridLayout:
        """Fields side by side, each under its words."""
        grid = QGridLayout()
        grid.setVerticalSpacing(1)
        grid.setHorizontalSpacing(8)
        for column, (name, field) in enumerate(fields):
            words = self._friend if field is self.referrer else label(name, "muted")
            words.setBuddy(field)
            field.setAccessibleName(name)
            grid.addWidget(words, 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, 1)
        return grid
