"""Enrolling's decisions: what is asked of a new member, and whether they are one already."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from app.domain.codes import CodeKind, classify, is_card_number
from app.domain.member import Holder
from app.services.desk import Desk
from app.services.members import members
from app.services.members.members import Consent, Enrolment
from ui.actions import Do
from ui.context import CardFace, CounterContext
from ui.errors import Notice, Tone, notice_of, uncarded
from ui.scanned import scanned_words
from ui.words import later, tr
from ui.work import Topic, Work

PHONE_DIGITS = 10
CONSENT_VERSION = "2026-11.2"  # a new one for each wording
CONSENT = later("The shop may keep name, phone, e-mail and birthday for points, and write about points and offers.")
NAME_SHOWN = later("Name")  # on the card, until there is one
Faces = tuple[CardFace, CardFace]


@dataclass(frozen=True, slots=True)
class Form:
    """What has been filled in; `number` empty means the next free one."""

    number: str = ""
    phone: str = ""
    name: str = ""
    language: str = "en"
    referrer: str = ""
    has_consent: bool = False
    email: str = ""
    birthday: str = ""

    @property
    def phone_digits(self) -> str:
        return "".join(one for one in self.phone if one.isdigit())[-PHONE_DIGITS:]

    @property
    def enrolment(self) -> Enrolment:
        return Enrolment(
            name=self.name,
            phone=self.phone or None,
            language=self.language,
            card_number=_bare(self.number) or None,
            referrer_card=_bare(self.referrer) or None,
            consent=Consent(CONSENT_VERSION, tr(CONSENT)) if self.has_consent else None,
            email=self.email or None,
            birthday=self.birthday or None,
        )


@dataclass(frozen=True, slots=True)
class EnrolState:
    """What the form shows. `already` names the member whose phone was typed."""

    form: Form
    notice: Notice | None
    already: str
    referrer_name: str


@dataclass(frozen=True, slots=True)
class Look:
    """What the card being made would say; `number` empty while it is not known."""

    number: str
    name: str
    language: str


class View(Protocol):
    @property
    def dots_per_mm(self) -> float:
        """Of the screen that a card is shown on."""

    def show_state(self, state: EnrolState) -> None: ...
    def show_faces(self, faces: Faces | None, *, problem: str = "") -> None:
        """The card as it would be printed, or why it cannot be shown."""


class Enroller:
    """`done` is given the new member, or the one they turned out to be; `print_card` the number of a new card."""

    def __init__(
        self,
        context: CounterContext,
        work: Work,
        view: View,
        done: Callable[[Holder], None],
        print_card: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._context = context
        self._work = work
        self._view = view
        self._done = done
        self._print_card = print_card
        self._form = Form()
        self._notice: Notice | None = None
        self._known: Holder | None = None
        self._referrer_name = ""
        self._saving = False
        self._look: Look | None = None
        self.commands: dict[Do, Callable[[], None]] = {Do.SAVE: self.save, Do.CONSENT: self.consent}

    def do(self, what: Do) -> None:
        self.commands[what]()

    def open(self) -> None:
        """A new, empty form."""
        self._form, self._notice, self._known, self._referrer_name = Form(), None, None, ""
        self._show()

    def type(self, **fields: str | bool) -> None:
        """One field holds something else now."""
        before = self._form.phone_digits
        self._form = replace(self._form, **fields)  # type: ignore[arg-type]  # each field has its own kind
        self._notice = None
        if self._form.phone_digits != before:
            self._check_phone()
        self._show()

    def scanned(self, text: str) -> None:
        """A card nobody has is the new card; one that is somebody's is the friend's who sent them."""
        code = classify(text)
        if code.kind is CodeKind.CARD:
            self._work.latest(
                "scan",
                lambda: members.find_card(self._desk, code.text),
                partial(self._place, code.text),
                self._refuse,
            )
        else:
            shown = scanned_words(code.text)
            self._say(Tone.WARN, tr("Not one of our cards: {text}. Nothing was changed; scan a card.", text=shown))

    def consent(self) -> None:
        """Agreed, or not after all."""
        self.type(has_consent=not self._form.has_consent)

    def attach_known(self) -> None:
        """The phone is a member's already: put that member on the bill instead."""
        if self._known is not None:
            self._done(self._known)

    def save(self) -> None:
        problem = self._problem()
        if problem:
            self._say(Tone.WARN, problem)
            return
        if self._saving:
            return
        self._saving = True
        prints_card = self._context.cards is not None
        wanted, staff = replace(self._form.enrolment, prints_card=prints_card), self._context.cashier
        self._work.write(
            lambda: members.enrol(self._desk, wanted, staff=staff), self._saved, self._refuse, changes=Topic.MEMBERS
        )

    @property
    def _desk(self) -> Desk:
        return self._context.desk

    def _problem(self) -> str:
        number, referrer = _bare(self._form.number), _bare(self._form.referrer)
        if self._known is not None:
            return tr(
                "Already a member: {name}. Press Enter in the phone field to put them on the bill.",
                name=self._known.member.name,
            )
        if number and not is_card_number(number):
            return tr("That card number was mistyped: its check digits don't match. Nothing was saved; check the card.")
        if referrer and not is_card_number(referrer):
            return tr("The friend's card was mistyped: its check digits don't match. Nothing was saved; check it.")
        return ""

    def _check_phone(self) -> None:
        digits = self._form.phone_digits
        self._known = None
        if len(digits) == PHONE_DIGITS:
            self._work.latest("phone", lambda: members.find_phone(self._desk, digits), self._know, self._refuse)

    def _know(self, found: Sequence[Holder]) -> None:
        self._known = found[0] if found else None
        self._show()

    def _place(self, number: str, owners: Sequence[Holder]) -> None:
        if owners:
            self._referrer_name = owners[0].member.name
            self._form = replace(self._form, referrer=number)
        else:
            self._form = replace(self._form, number=number)
        self._notice = None
        self._show()

    def _saved(self, holder: Holder) -> None:
        self._saving = False
        self._done(holder)
        if self._context.cards is not None and holder.card is not None:
            self._print_card(holder.card.number)

    def _refuse(self, error: Exception) -> None:
        self._saving = False
        self._notice = notice_of(error)
        self._show()

    def _say(self, tone: Tone, text: str) -> None:
        self._notice = Notice(tone, text)
        self._show()

    def _show(self) -> None:
        already = self._known.member.name if self._known else ""
        referrer = self._referrer_name if self._form.referrer else ""
        self._view.show_state(EnrolState(self._form, self._notice, already, referrer))
        self._show_card()

    def _show_card(self) -> None:
        """The card follows the form; a number that is none yet stays off it."""
        press, number = self._context.cards, _bare(self._form.number)
        name = " ".join(self._form.name.split()) or tr(NAME_SHOWN)
        look = Look(number if is_card_number(number) else "", name, self._form.language)
        if press is None or look == self._look:
            return
        self._look, dots_per_mm = look, self._view.dots_per_mm
        self._work.latest(
            "card",
            lambda: press.preview(number=look.number, name=look.name, language=look.language, dots_per_mm=dots_per_mm),
            self._view.show_faces,
            self._cannot_show,
        )

    def _cannot_show(self, error: Exception) -> None:
        self._look = None
        self._view.show_faces(None, problem=uncarded(error).text)


def _bare(number: str) -> str:
    return number.replace(" ", "")
