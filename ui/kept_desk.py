"""The decisions of a page that keeps its draft at each change: it is tried at once, and a PIN publishes it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Generic, Protocol, TypeVar

from app.services.programs import rates
from app.services.programs.rate_drafts import RateDraft
from app.services.programs.rates import RatesFound
from ui.actions import Do
from ui.context import CounterContext
from ui.drafting import Drafting, Words
from ui.errors import Notice, Tone, notice_of
from ui.trying import Trying
from ui.words import later, tr
from ui.work import Topic, Work

NO_DAY = later("That is no day to come. Type one like 01/12/2026, or nothing for at once; nothing was changed.")


@dataclass(frozen=True, slots=True)
class KeptState:
    """`impact` says what the draft would have done, line by line; in another `turn` what stands is shown anew."""

    title: str = ""
    day: str = ""
    impact: tuple[str, ...] = ()
    is_trying: bool = False
    is_busy: bool = False
    has_changes: bool = False
    has_newer: bool = False
    notice: Notice | None = None
    turn: int = 0


State = TypeVar("State", bound=KeptState)
Shown = TypeVar("Shown", bound=KeptState, contravariant=True)


class View(Protocol[Shown]):
    def show_state(self, state: Shown) -> None: ...
    def tell(self, done: int, of: int) -> None:
        """How many bills are tried, from whatever thread; it comes back through `tried`."""


class KeptDesk(ABC, Generic[State]):
    """What is wrong with a change is said, and what stood there stands again."""

    commands: dict[Do, Callable[[], None]]

    def __init__(self, context: CounterContext, work: Work, view: View[State], state: State, words: Words) -> None:
        self._context = context
        self._work = work
        self._view = view
        self._found: RatesFound | None = None
        self._unwritten = 0  # changes on their way into the store
        self._trying = Trying(work, self, view.tell, unchanged=words.unchanged)
        self._drafting = Drafting(context, work, self, words)
        self.state = state

    def open(self) -> None:
        self.state = type(self.state)(turn=self.state.turn + 1)
        self.read()

    def close(self) -> None:
        self._trying.stop()

    def back(self) -> bool:
        """Esc stops a trial."""
        if self.state.is_trying:
            self._trying.stop()
            return True
        return False

    def do(self, what: Do) -> None:
        if self._is_ready():
            self.commands[what]()

    def type_day(self, text: str) -> None:
        """From when the draft is to hold."""
        if not self._is_ready():
            return
        try:
            day = read_day(text, self._context.desk.calendar.day_of(self.known.at))
        except ValueError as wrong:
            self._again(str(wrong))
            return
        self._keep(replace(self._draft, holds_on=day))

    def tried(self, done: int, of: int) -> None:
        if self.state.is_trying:
            self._trying.told(done, of)

    def show_trial(self, words: tuple[str, ...], *, is_trying: bool) -> None:
        self._show(is_trying=is_trying, impact=words or self.state.impact)

    @property
    def known(self) -> RatesFound:
        assert self._found is not None, "the page is open"
        return self._found

    def remark(self, notice: Notice) -> None:
        self._show(notice=notice)

    def begin(self) -> None:
        self._show(is_busy=True, notice=None)

    def read(self, words: str = "") -> None:
        desk, staff = self._context.desk, self._context.cashier
        slot = type(self).__name__
        self._work.latest(slot, lambda: rates.look(desk, staff), lambda found: self._know(found, words), self.refuse)

    def refuse(self, error: Exception) -> None:
        self._show(is_busy=False, is_trying=False, notice=notice_of(error), again=True)

    @abstractmethod
    def _besides(self, found: RatesFound, words: str) -> dict[str, Any]:
        """What else this page shows of how things stand; `words` say what was done."""

    @property
    def _draft(self) -> RateDraft:
        return self.known.draft

    def _is_ready(self) -> bool:
        return self._found is not None and not self.state.is_busy

    def _keep(self, draft: RateDraft) -> None:
        """The next change is made of this one, which need not be written by then."""
        desk, before = self._context.desk, self.known
        self._found = found = replace(before, draft=draft)
        self._unwritten += 1

        def kept(_: None) -> None:
            self._unwritten -= 1
            self.read()

        def not_kept(error: Exception) -> None:
            self._unwritten -= 1
            self._found = before
            self.refuse(error)

        self._show(has_changes=found.has_changes, notice=None)
        self._work.write(lambda: rates.keep(desk, draft), kept, not_kept, changes=Topic.RATES)

    def _know(self, found: RatesFound, words: str) -> None:
        if self._unwritten:
            return  # it was read before the last change
        self._found = found
        self._show(
            day=day_typed(found.draft.holds_on),
            is_busy=False,
            has_changes=found.has_changes,
            has_newer=found.has_newer,
            notice=self._drafting.notice(words),
            **self._besides(found, words),
        )
        self._try()

    def _try(self) -> None:
        self._trying.again(self._context.desk, self.known)

    def _again(self, words: str) -> None:
        self._show(notice=Notice(Tone.WARN, words), again=True)

    def _show(self, *, again: bool = False, **shown: Any) -> None:
        """`again` puts what stands into the fields once more, over what was typed."""
        self.state = replace(self.state, turn=self.state.turn + again, **shown)
        self._view.show_state(self.state)


def read_day(text: str, today: date) -> date | None:
    """A day to come, as it is written here; None for at once. Raises ValueError with a sentence."""
    if not text.strip():
        return None
    try:
        day, month, year = map(int, text.replace("-", "/").replace(".", "/").split("/"))
        found = date(year, month, day)
    except ValueError:
        raise ValueError(tr(NO_DAY)) from None
    if found <= today:
        raise ValueError(tr(NO_DAY))
    return found


def day_typed(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
