"""The rates' decisions: a cell is changed and kept, bills are tried under the draft, and a PIN publishes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any, Protocol

from app.domain.errors import DomainError
from app.domain.rates import Rate, check
from app.services.programs import rates
from app.services.programs.rate_drafts import RateDraft
from app.services.programs.rates import RatesFound
from ui.actions import Do
from ui.context import CounterContext
from ui.drafting import Drafting
from ui.errors import Notice, Tone, notice_of
from ui.rates import wording
from ui.rates.state import RatesState
from ui.trying import Trying
from ui.words import tr
from ui.work import Topic, Work


class View(Protocol):
    def show_state(self, state: RatesState) -> None: ...
    def tell(self, done: int, of: int) -> None:
        """How many bills are tried, from whatever thread; it comes back through `tried`."""


class RatesDesk:
    """The draft is kept at each change; what is wrong with it is said, and what stood there stands again."""

    def __init__(self, context: CounterContext, work: Work, view: View, comes: Callable[[str], None]) -> None:
        self._context = context
        self._work = work
        self._view = view
        self._found: RatesFound | None = None
        self._trying = Trying(work, self, view.tell, unchanged=wording.UNCHANGED)
        self._comes = comes
        self._drafting = drafting = Drafting(context, work, self, wording.OF_THE_DRAFT)
        self.state = RatesState()
        self.commands: dict[Do, Callable[[], None]] = {
            Do.PUBLISH_RATES: drafting.publish,
            Do.CARRY_OVER: drafting.carry_over,
            Do.DROP_DRAFT: drafting.drop,
            Do.WITHDRAW_RATES: drafting.withdraw,
            Do.RATE_HISTORY: self.turn_history,
            Do.GO_BACK_TO: self.go_back,
            Do.TRY_RATES: self._try,
        }

    def open(self) -> None:
        self.state = RatesState(turn=self.state.turn + 1)
        self.read()

    def close(self) -> None:
        self._trying.stop()

    def back(self) -> bool:
        """Esc stops a trial, then leaves the history."""
        if self.state.is_trying:
            self._trying.stop()
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
            self.refuse(refusal)
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

    def turn_history(self) -> None:
        self._show(is_history=not self.state.is_history, notice=None)
        self.mark(self.state.marked)

    def mark(self, index: int) -> None:
        """A version is looked at."""
        if self._found is not None and 0 <= index < len(self._found.history):
            self._show(marked=index, detail=wording.changes(self._found.history[index], self._found.at))

    def go_back(self) -> None:
        """A draft with the rates of the version that is looked at."""
        found, desk, staff = self._found, self._context.desk, self._context.cashier
        if found is not None and self.state.is_history:
            version = found.history[self.state.marked].publication.version
            words = tr(wording.GONE_BACK, version=version)
            self._drafting.write(lambda: rates.revert(desk, version, staff=staff), lambda _: self.read(words))

    def tried(self, done: int, of: int) -> None:
        if self.state.is_trying:
            self._trying.told(done, of)

    @property
    def known(self) -> RatesFound:
        assert self._found is not None, "the page is open"
        return self._found

    def remark(self, notice: Notice) -> None:
        self._show(notice=notice)

    @property
    def _draft(self) -> RateDraft:
        return self.known.draft

    def _keep(self, draft: RateDraft) -> None:
        """The next change is made of this one, which need not be written by then."""
        desk, before = self._context.desk, self.known
        self._found = found = replace(before, draft=draft)

        def not_kept(error: Exception) -> None:
            self._found = before
            self.refuse(error)

        self._show(has_changes=found.has_changes, notice=None)
        self._work.write(lambda: rates.keep(desk, draft), lambda _: self.read(), not_kept, changes=Topic.RATES)

    def begin(self) -> None:
        self._show(is_busy=True, notice=None)

    def read(self, words: str = "") -> None:
        desk, staff = self._context.desk, self._context.cashier
        self._work.latest("rates", lambda: rates.look(desk, staff), lambda found: self._know(found, words), self.refuse)

    def refuse(self, error: Exception) -> None:
        self._show(is_busy=False, is_trying=False, notice=notice_of(error), again=True)

    def _know(self, found: RatesFound, words: str) -> None:
        self._found = found
        calendar = self._context.desk.calendar
        self._show(
            title=wording.title(found),
            rows=wording.rows(found),
            in_all=wording.in_all(found),
            day=wording.day_typed(found.draft.holds_on),
            is_busy=False,
            has_changes=found.has_changes,
            has_newer=found.has_newer,
            has_waiting=bool(found.waiting),
            is_history=self.state.is_history and not words,
            versions=tuple(wording.version(one, calendar, found.at) for one in found.history),
            marked=0,
            notice=self._drafting.notice(words),
        )
        self._comes(wording.coming(found.waiting[0], calendar, found.at) if found.waiting else "")
        self._try()

    def _try(self) -> None:
        self._trying.again(self._context.desk, self.known)

    def show_trial(self, words: tuple[str, ...], *, is_trying: bool) -> None:
        self._show(is_trying=is_trying, impact=words or self.state.impact)

    def _again(self, words: str) -> None:
        self._show(notice=Notice(Tone.WARN, words), again=True)

    def _show(self, *, again: bool = False, **shown: Any) -> None:
        """`again` puts what stands into the fields once more, over what was typed."""
        self.state = replace(self.state, turn=self.state.turn + again, **shown)
        self._view.show_state(self.state)
