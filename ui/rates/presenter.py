"""The rates' decisions: a cell is changed and kept, bills are tried under the draft, and a PIN publishes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any, Protocol

from app.domain.errors import Code, DomainError
from app.domain.program import Program
from app.domain.rates import Rate, check
from app.domain.staff import Permission
from app.services import rates, whatif
from app.services.desk import Desk
from app.services.rate_drafts import RateDraft
from app.services.rates import RatesFound
from app.services.whatif import DAYS, Impact
from ui.actions import Do
from ui.context import CounterContext
from ui.errors import Notice, Tone, notice_of
from ui.rates import wording
from ui.rates.state import RatesState
from ui.session import Asked
from ui.when import day_words
from ui.words import tr
from ui.work import Topic, Work


class View(Protocol):
    def show_state(self, state: RatesState) -> None: ...
    def tell(self, done: int, of: int) -> None:
        """How many bills are tried, from whatever thread; it comes back through `tried`."""


class _Trial:
    """One trial of a draft, until it is stopped."""

    is_stopped = False


class RatesDesk:
    """The draft is kept at each change; what is wrong with it is said, and what stood there stands again."""

    def __init__(self, context: CounterContext, work: Work, view: View, comes: Callable[[str], None]) -> None:
        self._context = context
        self._work = work
        self._view = view
        self._found: RatesFound | None = None
        self._trial = _Trial()
        self._comes = comes
        self.state = RatesState()
        self.commands: dict[Do, Callable[[], None]] = {
            Do.PUBLISH_RATES: self.publish,
            Do.CARRY_OVER: self.carry_over,
            Do.DROP_DRAFT: self.drop,
            Do.WITHDRAW_RATES: self.withdraw,
            Do.RATE_HISTORY: self.turn_history,
            Do.GO_BACK_TO: self.go_back,
            Do.TRY_RATES: self._try,
        }

    def open(self) -> None:
        self.state = RatesState(turn=self.state.turn + 1)
        self._read()

    def close(self) -> None:
        self._trial.is_stopped = True

    def back(self) -> bool:
        """Esc stops a trial, then leaves the history."""
        if self.state.is_trying:
            self._trial.is_stopped = True
            return True
        if self.state.is_history:
            self._show(is_history=False)
            return True
        return False

    def do(self, what: Do) -> None:
        if self._found is not None and not self.state.is_busy:
            self.commands[what]()

    def edit(self, category: str, rate: Rate, text: str) -> None:
        """A rate was typed; `category` is empty for what is one for all."""
        if self._found is None or self.state.is_busy:
            return
        try:
            value = wording.read(rate, text, self._found.program.currency)
            drafted = self._draft.rates.having(category, rate, value)
            most = Decimal(self._context.desk.rate_max_percent)
            check(drafted, known=self._found.base.categories, percent_max=most)
        except ValueError as wrong:
            self._again(str(wrong))
        except DomainError as refusal:
            self._refuse(refusal)
        else:
            self._keep(replace(self._draft, rates=drafted))

    def switch(self, category: str, rate: Rate) -> None:
        """Yes becomes no, and no yes."""
        if self._found is not None and not self.state.is_busy:
            value = not self._draft.rates.value(category, rate)
            self._keep(replace(self._draft, rates=self._draft.rates.having(category, rate, value)))

    def type_day(self, text: str) -> None:
        if self._found is None or self.state.is_busy:
            return
        try:
            day = wording.read_day(text, self._context.desk.calendar.day_of(self._found.at))
        except ValueError as wrong:
            self._again(str(wrong))
            return
        self._keep(replace(self._draft, holds_on=day))

    def publish(self) -> None:
        """Whoever publishes shows with a PIN that it is them."""
        if self.state.is_led:
            self._show(notice=Notice(Tone.WARN, tr(wording.LED)))
        elif not self.state.has_changes:
            self._show(notice=Notice(Tone.INFO, tr(wording.UNCHANGED)))
        else:
            desk = self._context.desk
            self._ask(tr(wording.PUBLISH), lambda by: self._publish(desk, by))

    def withdraw(self) -> None:
        desk = self._context.desk
        if self.state.has_waiting:
            self._ask(
                tr(wording.WITHDRAW), lambda by: self._write(lambda: rates.withdraw(desk, by=by), self._withdrawn)
            )

    def carry_over(self) -> None:
        desk, staff = self._context.desk, self._context.cashier
        if self.state.has_newer:
            self._write(lambda: rates.carry_over(desk, staff), lambda _: self._read())

    def drop(self) -> None:
        desk, staff = self._context.desk, self._context.cashier
        if self.state.has_changes:
            self._write(lambda: rates.drop(desk, staff), lambda _: self._read(tr(wording.DROPPED)))

    def turn_history(self) -> None:
        self._show(is_history=not self.state.is_history, notice=None)
        self.mark(self.state.marked)

    def mark(self, index: int) -> None:
        """A version is looked at."""
        if self._found is not None and 0 <= index < len(self._found.history):
            self._show(marked=index, detail=wording.changes(self._found.history[index]))

    def go_back(self) -> None:
        """A draft with the rates of the version that is looked at."""
        found, desk, staff = self._found, self._context.desk, self._context.cashier
        if found is not None and self.state.is_history:
            version = found.history[self.state.marked].publication.version
            words = tr(wording.GONE_BACK, version=version)
            self._write(lambda: rates.revert(desk, version, staff=staff), lambda _: self._read(words))

    def tried(self, done: int, of: int) -> None:
        if self.state.is_trying:
            self._show(impact=(tr(wording.TRYING, days=DAYS, done=done, of=of),))

    @property
    def _draft(self) -> RateDraft:
        assert self._found is not None, "the page is open"
        return self._found.draft

    def _ask(self, what: str, granted: Callable[[str], None]) -> None:
        self._context.session.asks(Asked(what, Permission.CATALOGUE, granted))

    def _publish(self, desk: Desk, by: str) -> None:
        staff = self._context.cashier
        self._show(is_busy=True, notice=None)
        self._work.write(
            lambda: rates.publish_draft(desk, staff, by=by),
            self._published,
            lambda error: self._not_published(error, desk, by),
            changes=Topic.RATES,
        )

    def _not_published(self, error: Exception, desk: Desk, by: str) -> None:
        """Above the limit of one person a second one is asked for, once."""
        self._refuse(error)
        if isinstance(error, DomainError) and error.code is Code.NEEDS_APPROVAL and desk.approved_by is None:
            self._ask(tr(wording.SECOND), lambda second: self._publish(desk.approved(second), by))
        elif isinstance(error, DomainError) and error.code is Code.CHANGED:
            self._read()

    def _published(self, made: Program) -> None:
        words = tr(wording.PUBLISHED_NOW, version=made.version)
        if made.holds_from is not None:
            calendar = self._context.desk.calendar
            today = calendar.day_of(self._context.desk.clock.now())
            day = day_words(calendar.day_of(made.holds_from), today=today)
            words = tr(wording.PUBLISHED_LATER, version=made.version, day=day)
        self._read(words)

    def _withdrawn(self, made: Program) -> None:
        self._read(tr(wording.WITHDRAWN, version=made.version))

    def _keep(self, draft: RateDraft) -> None:
        """The next change is made of this one, which need not be written by then."""
        assert self._found is not None, "the page is open"
        desk, self._found = self._context.desk, replace(self._found, draft=draft)
        self._show(has_changes=self._found.has_changes, notice=None)
        self._work.write(lambda: rates.keep(desk, draft), lambda _: self._read(), self._refuse, changes=Topic.RATES)

    def _write(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self._show(is_busy=True, notice=None)
        self._work.write(work, then, self._refuse, changes=Topic.RATES)

    def _read(self, words: str = "") -> None:
        desk, staff = self._context.desk, self._context.cashier
        self._work.latest(
            "rates", lambda: rates.look(desk, staff), lambda found: self._know(found, words), self._refuse
        )

    def _know(self, found: RatesFound, words: str) -> None:
        self._found = found
        calendar = self._context.desk.calendar
        self._show(
            title=wording.title(found),
            rows=wording.rows(found),
            in_all=wording.in_all(found),
            day=wording.day_typed(found.draft.holds_on),
            is_busy=False,
            is_led=found.is_led,
            has_changes=found.has_changes,
            has_newer=found.base.version != found.history[0].publication.version,
            has_waiting=bool(found.waiting),
            is_history=self.state.is_history and not words,
            versions=tuple(wording.version(one, calendar, found.at) for one in found.history),
            marked=0,
            notice=self._notice(found, words),
        )
        self._comes(wording.coming(found.waiting[0], calendar, found.at) if found.waiting else "")
        self._try()

    def _notice(self, found: RatesFound, words: str) -> Notice | None:
        if words:
            return Notice(Tone.GOOD, words)
        if found.base.version != found.history[0].publication.version:
            return Notice(Tone.WARN, wording.newer(found))
        return Notice(Tone.INFO, tr(wording.LED)) if found.is_led else None

    def _try(self) -> None:
        """Ring the bills of the last days again; of several drafts the last one is tried."""
        found, desk, self._trial.is_stopped = self._found, self._context.desk, True
        if found is None or not found.has_changes:
            self._show(is_trying=False, impact=(tr(wording.UNCHANGED),))
            return
        self._trial = trial = _Trial()
        draft, tell = found.drafted, self._view.tell
        self._show(is_trying=True)
        self._work.latest(
            "what if",
            lambda: whatif.impact(desk, draft, told=tell, stop=lambda: trial.is_stopped),
            lambda done: self._know_impact(done, found.program, draft),
            self._refuse,
        )

    def _know_impact(self, done: Impact | None, program: Program, draft: Program) -> None:
        words = (tr(wording.STOPPED),) if done is None else wording.impact(done, program, draft)
        self._show(is_trying=False, impact=words)

    def _again(self, words: str) -> None:
        self._show(notice=Notice(Tone.WARN, words), again=True)

    def _refuse(self, error: Exception) -> None:
        self._show(is_busy=False, is_trying=False, notice=notice_of(error), again=True)

    def _show(self, *, again: bool = False, **shown: Any) -> None:
        """`again` puts what stands into the fields once more, over what was typed."""
        self.state = replace(self.state, turn=self.state.turn + again, **shown)
        self._view.show_state(self.state)
