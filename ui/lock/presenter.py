"""The lock's decisions: who is chosen, whether it is them, and whose PIN is chosen here for the first time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Protocol

from app.domain.errors import DomainError
from app.domain.staff import Permission, Person, Pin, pin_problem
from app.services.staff import staff
from app.services.staff.roster import Listed, Roster, roster
from app.services.staff.signing_in import is_staff_card, sign_in, sign_in_by_card
from ui.actions import Do
from ui.context import CounterContext
from ui.errors import notice_of
from ui.lock.state import LockState, Step, Tile
from ui.lock.wording import CHOOSES_PIN, NO_PIN_YET, NOBODY, NOT_THE_SAME, ONLY_STAFF_CARDS, detail, says
from ui.session import Asked
from ui.words import said, tr
from ui.work import Topic, Work


class View(Protocol):
    def show_state(self, state: LockState) -> None: ...
    def typed(self) -> str:
        """The digits on the pad."""


class Locking:
    """`state` is what is shown while the counter is locked."""

    def __init__(self, context: CounterContext, work: Work, view: View) -> None:
        self._context = context
        self._work = work
        self._view = view
        self._roster: Sequence[Listed] = ()
        self._has_authority = False
        self._new: Pin | None = None
        self._approved_by: str | None = None
        self.state = LockState()

    def open(self) -> None:
        self._begin(self.state.marked)
        desk = self._context.desk
        self._work.latest("lock", lambda: roster(desk), self._know, self._refuse)

    def do(self, what: Do) -> None:
        """What is pressed while the counter is locked; everything else is not heard."""
        if what is Do.ENTER_PIN:
            self.enter(self._view.typed())
        elif what is Do.PERSON_BEFORE:
            self.mark(self.state.marked - 1)
        elif what is Do.PERSON_AFTER:
            self.mark(self.state.marked + 1)
        elif what is Do.BACK:
            self.mark(self.state.marked)

    def mark(self, index: int) -> None:
        if self._roster and not self.state.is_busy:
            self._begin(index % len(self._roster))

    def choose(self, index: int) -> None:
        """Touched: whoever needs no PIN is at the counter at once."""
        self.mark(index)
        if not self.state.takes_pin:
            self.enter("")

    def enter(self, digits: str) -> None:
        if self.state.is_busy or not self._roster:
            return
        if self.state.step is not Step.PIN:
            self._choose_pin(Pin(digits))
        elif self._marked.lacks_pin:
            self._begin_pin()
        elif digits or not self._marked.has_pin:
            desk, who = self._context.desk, self._marked.person.staff_id
            pin = Pin(digits) if self._marked.has_pin else None
            self._check(lambda: sign_in(desk, who, pin))

    def scanned(self, text: str) -> None:
        if not is_staff_card(text):
            self._show(problem=tr(ONLY_STAFF_CARDS))
        elif not self.state.is_busy:
            self._check(lambda: sign_in_by_card(self._context.desk, text))

    @property
    def _marked(self) -> Listed:
        return self._roster[self.state.marked]

    def _begin_pin(self) -> None:
        """A first PIN here: a manager looks on and approves it. Where there is none yet, the first manager begins."""
        person = self._marked.person
        if not self._has_authority and person.may(Permission.STAFF):
            self._take_new(None)
        elif self._has_authority:
            what = tr(CHOOSES_PIN, name=person.name)
            self._context.session.asks(Asked(what, Permission.STAFF, self._take_new))
        else:
            self._show(problem=tr(NO_PIN_YET, name=person.name))

    def _take_new(self, approved_by: str | None) -> None:
        self._approved_by = approved_by
        self._ask(Step.NEW)

    def _choose_pin(self, pin: Pin) -> None:
        problem = pin_problem(pin)
        if problem:
            self._ask(Step.NEW, said(problem))
        elif self.state.step is Step.NEW:
            self._new = pin
            self._ask(Step.AGAIN)
        elif pin != self._new:
            self._ask(Step.NEW, tr(NOT_THE_SAME))
        else:
            self._keep_pin(pin)

    def _keep_pin(self, pin: Pin) -> None:
        desk, who = self._context.desk, self._marked.person.staff_id
        acting = desk.approved(self._approved_by) if self._approved_by is not None else desk

        def kept() -> Person:
            staff.set_pin(acting, who, pin, staff=who)
            return sign_in(desk, who, pin)

        self._check(kept)

    def _check(self, check: Callable[[], Person]) -> None:
        self._show(is_busy=True, problem="")
        self._work.write(check, self._let_in, self._refuse, changes=Topic.STAFF)

    def _let_in(self, person: Person) -> None:
        self._begin(self.state.marked)
        self._context.session.sign_in(person)

    def _know(self, found: Roster) -> None:
        self._roster = [one for one in found.listed if one.person.is_active]
        self._has_authority = found.has_authority
        here = [index for index, one in enumerate(self._roster) if one.person.staff_id == self._context.session.staff]
        self._begin(here[0] if here else 0)
        if not self._roster:
            self._show(problem=tr(NOBODY))

    def _begin(self, marked: int) -> None:
        """Somebody is asked who they are, from the start."""
        self._new = self._approved_by = None
        self.state = replace(self.state, marked=marked, is_busy=False)
        self._ask(Step.PIN)

    def _ask(self, step: Step, problem: str = "") -> None:
        one = self._marked if self._roster else None
        self._show(
            forget=True,
            tiles=tuple(Tile(each.person.name, detail(each)) for each in self._roster),
            step=step,
            says=says(one, step) if one else "",
            takes_pin=step is not Step.PIN or (one is not None and one.has_pin),
            problem=problem,
        )

    def _refuse(self, error: Exception) -> None:
        text = said(error.message) if isinstance(error, DomainError) else notice_of(error).text
        self._show(is_busy=False, problem=text, forget=True)

    def _show(self, *, forget: bool = False, **shown: Any) -> None:
        self.state = replace(self.state, turn=self.state.turn + forget, **shown)
        self._view.show_state(self.state)
