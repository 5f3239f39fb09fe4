"""Drafts that can be tried: besides what every page of a draft decides, what it would have done in the last days."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from app.services.programs.rates import RatesFound
from app.services.whatif.rule_costs import Cost
from ui.context import CounterContext
from ui.draft_desk import DraftDesk, Form, One
from ui.draft_keys import Keys
from ui.draft_state import TriedState
from ui.drafting import Words
from ui.errors import Notice, Tone, notice_of
from ui.trying import Trying
from ui.words import later, tr
from ui.work import Work

RECKONING = later("Reckoning on the bills of the last days …")

State = TypeVar("State", bound=TriedState[Any, Any])
Shown = TypeVar("Shown", bound=TriedState[Any, Any], contravariant=True)


class View(Protocol[Shown]):
    def show_state(self, state: Shown) -> None: ...
    def tell(self, done: int, of: int) -> None:
        """How many bills are tried, from whatever thread; it comes back through `tried`."""


class TriedDesk(DraftDesk[One, Form, State]):
    def __init__(
        self, context: CounterContext, work: Work, view: View[State], state: State, words: Words, keys: Keys
    ) -> None:
        super().__init__(context, work, view, state, words, keys)
        self._is_left = True
        self._trying = Trying(work, self, view.tell, unchanged=words.unchanged)

    def open(self) -> None:
        self._is_left = False
        super().open()

    def close(self) -> None:
        self._is_left = True
        self._trying.stop()

    def back(self) -> bool:
        """Esc stops a trial, then leaves the form."""
        if self.state.is_trying:
            self._trying.stop()
            return True
        return super().back()

    def tried(self, done: int, of: int) -> None:
        if self.state.is_trying:
            self._trying.told(done, of)

    def show_trial(self, words: tuple[str, ...], *, is_trying: bool) -> None:
        self._show(is_trying=is_trying, impact=words or self.state.impact)

    def refuse(self, error: Exception) -> None:
        self._show(is_busy=False, is_trying=False, notice=notice_of(error))

    def _try(self) -> None:
        self._trying.again(self._context.desk, self.known)

    def _know(self, found: RatesFound, words: str) -> None:
        super()._know(found, words)
        self._try()

    def _reckon(self, work: Callable[[Callable[[], bool]], Cost | None], told: Callable[[Cost], str]) -> None:
        """What the marked one would have given; `work` is stopped when the page is left."""
        self._show(notice=Notice(Tone.INFO, tr(RECKONING)))
        self._work.latest(
            f"{self._slot} cost",
            lambda: work(lambda: self._is_left),
            lambda found: self._tell_cost("" if found is None else told(found)),
            self.refuse,
        )

    def _tell_cost(self, words: str) -> None:
        self._show(notice=Notice(Tone.INFO, words) if words else None)
