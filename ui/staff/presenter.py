"""The staff page's decisions: who is looked at, what is changed of them, and the card they are given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Protocol

from app.domain.codes import staff_card
from app.domain.staff import Person, Pin
from app.services.desk import Desk
from app.services.staff import staff
from app.services.staff.roster import Listed, Roster, roster
from app.services.staff.signing_in import is_staff_card
from ui.actions import Do
from ui.context import CounterContext
from ui.errors import Notice, Tone, notice_of
from ui.staff.state import StaffForm, StaffState
from ui.staff.wording import CARD_GIVEN, CARD_SHOWN_ONCE, CARD_TAKEN, FIRST_PIN, NEW, SAVED, row, says
from ui.words import tr
from ui.work import Topic, Work


class View(Protocol):
    def show_state(self, state: StaffState) -> None: ...
    def typed_pin(self) -> str:
        """The digits in the form; empty to leave the PIN as it is."""


class StaffDesk:
    """Open only while its page is: what is done names who approved that it was opened."""

    def __init__(self, context: CounterContext, work: Work, view: View) -> None:
        self._context = context
        self._work = work
        self._view = view
        self._desk: Desk | None = None
        self._listed: Sequence[Listed] = ()
        self.state = StaffState()
        self.commands: dict[Do, Callable[[], None]] = {
            Do.NEW_PERSON: self.new,
            Do.SAVE_PERSON: self.save,
            Do.MAKE_STAFF_CARD: self.make_card,
            Do.TAKE_STAFF_CARD: self.take_card,
        }

    @property
    def is_open(self) -> bool:
        return self._desk is not None

    def open(self) -> None:
        self._desk = self._context.acting_desk
        self.state = StaffState(turn=self.state.turn + 1)
        self._read()

    def close(self) -> None:
        """What was approved is over; nothing typed stays."""
        self._desk = None
        self._show(card="", notice=None, forget=True)

    def do(self, what: Do) -> None:
        if self.is_open and not self.state.is_busy:
            self.commands[what]()

    def mark(self, index: int) -> None:
        if 0 <= index < len(self._listed):
            self._look(index)

    def type(self, **changes: Any) -> None:
        self._show(form=replace(self.state.form, **changes))

    def new(self) -> None:
        self._show(marked=-1, form=StaffForm(), is_new=True, is_own=True, says=tr(NEW), card="", forget=True)

    def save(self) -> None:
        """The form, and the PIN where one was typed."""
        form, digits, marked, acting = self.state.form, self._view.typed_pin(), self._marked, self._context.cashier
        if marked is None and not self.state.is_new:
            return
        pin = Pin(digits) if digits else None

        def kept(desk: Desk) -> Person:
            if marked is None:
                return staff.add(desk, form.name, form.role, staff=acting, pin=pin)
            if pin is not None:
                staff.set_pin(desk, marked.person.staff_id, pin, staff=acting)
            if not marked.person.is_own:
                return marked.person
            changed = replace(marked.person, name=form.name, role=form.role, is_active=form.is_active)
            return staff.change(desk, changed, staff=acting)

        self._write(kept, lambda person: self._done(person, tr(SAVED, name=person.name)))

    def make_card(self) -> None:
        """A new staff card for who is marked, shown once."""
        self._give_card(staff_card(self._context.desk.ids.staff_card_digits()), is_shown=True)

    def scanned(self, text: str) -> bool:
        """A staff card scanned on this page is given to who is marked; False where it is none of this page."""
        if not self.is_open or not is_staff_card(text):
            return False
        if not self.state.is_busy:
            self._give_card(text, is_shown=False)
        return True

    def take_card(self) -> None:
        marked, acting = self._marked, self._context.cashier
        if marked is None:
            return
        name = marked.person.name

        def taken(desk: Desk) -> Person:
            staff.take_card(desk, marked.person.staff_id, staff=acting)
            return marked.person

        self._write(taken, lambda person: self._done(person, tr(CARD_TAKEN, name=name)))

    def _give_card(self, code: str, *, is_shown: bool) -> None:
        marked, acting = self._marked, self._context.cashier
        if marked is None:
            return

        def given(desk: Desk) -> Person:
            staff.give_card(desk, marked.person.staff_id, code, staff=acting)
            return marked.person

        words = CARD_SHOWN_ONCE if is_shown else CARD_GIVEN
        self._write(given, lambda person: self._done(person, tr(words, name=person.name), code if is_shown else ""))

    @property
    def _marked(self) -> Listed | None:
        return self._listed[self.state.marked] if 0 <= self.state.marked < len(self._listed) else None

    def _write(self, work: Callable[[Desk], Person], then: Callable[[Person], None]) -> None:
        desk = self._desk
        if desk is not None:
            self._show(is_busy=True, notice=None, card="")
            self._work.write(lambda: work(desk), then, self._refuse, changes=Topic.STAFF)

    def _done(self, person: Person, words: str, card: str = "") -> None:
        self._show(is_busy=False, notice=Notice(Tone.GOOD, words), card=card, is_new=False, forget=True)
        self._read(person.staff_id)

    def _refuse(self, error: Exception) -> None:
        self._show(is_busy=False, notice=notice_of(error), forget=True)

    def _read(self, staff_id: str = "") -> None:
        """Ask again who there is, and look at one of them."""
        desk = self._context.desk
        self._work.latest("staff", lambda: roster(desk), lambda found: self._know(found, staff_id), self._refuse)

    def _know(self, found: Roster, staff_id: str) -> None:
        self._listed = found.listed
        place = next((at for at, one in enumerate(self._listed) if one.person.staff_id == staff_id), 0)
        self._show(people=tuple(row(one) for one in self._listed))
        if not found.has_authority:
            self._show(notice=Notice(Tone.INFO, tr(FIRST_PIN)))
        if self._listed:
            self._look(place, keeps_card=True)
        else:
            self.new()

    def _look(self, index: int, *, keeps_card: bool = False) -> None:
        one = self._listed[index]
        form = StaffForm(one.person.name, one.person.role, one.person.is_active)
        card = self.state.card if keeps_card else ""
        shown = {"marked": index, "form": form, "is_new": False, "is_own": one.person.is_own, "says": says(one)}
        self._show(card=card, forget=True, **shown)

    def _show(self, *, forget: bool = False, **shown: Any) -> None:
        self.state = replace(self.state, turn=self.state.turn + forget, **shown)
        self._view.show_state(self.state)
