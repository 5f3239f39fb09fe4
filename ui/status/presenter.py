"""The status page's decisions: what it lists, which review is open, and settling it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.domain.money import Currency
from app.services.chain.outbox import Outbox, outbox
from app.services.chain.standing import Standing
from app.services.keeping import checking
from app.services.keeping.checking import Reviews, choices_for
from app.services.ports import Review
from app.services.programs.program import current
from ui.actions import Do
from ui.context import CounterContext
from ui.errors import Notice, Tone, notice_of
from ui.status import views
from ui.status.speech import Speech
from ui.status.state import StatusState, Tab
from ui.status.wording import choice_words, review_row, review_view, spoken_words
from ui.words import tr
from ui.work import Topic, Work

SETTLED_SHOWN_MAX = 100


@dataclass(frozen=True, slots=True)
class _Found:
    """What the store said when it was last asked."""

    outbox: Outbox
    reviews: Reviews
    currency: Currency


class View(Protocol):
    def show_state(self, state: StatusState) -> None: ...


class Status:
    def __init__(self, context: CounterContext, work: Work, view: View) -> None:
        self._context = context
        self._work = work
        self._view = view
        self._standing = context.line.standing()
        self._found: _Found | None = None
        self._tab = Tab.TO_CHECK
        self._marked = 0
        self._notice: Notice | None = None
        self.commands: dict[Do, Callable[[], None]] = {
            Do.TO_CHECK: lambda: self._turn(Tab.TO_CHECK),
            Do.UNSENT: lambda: self._turn(Tab.UNSENT),
            Do.SETTLED: lambda: self._turn(Tab.SETTLED),
            Do.RETRY: self._retry,
            Do.FIRST_CHOICE: lambda: self.choose(0),
            Do.SECOND_CHOICE: lambda: self.choose(1),
            Do.THIRD_CHOICE: lambda: self.choose(2),
        }

    def open(self) -> None:
        self._notice = None
        self._marked = 0
        self._standing = self._context.line.standing()
        self._tab = Tab.TO_CHECK if self._standing.to_check or not self._standing.waiting else Tab.UNSENT
        self.read()

    def do(self, what: Do) -> None:
        self.commands[what]()

    def hear(self, standing: Standing) -> None:
        """The standing changed while the page is open."""
        self._standing = standing
        self.read()

    def read(self) -> None:
        """Ask the store again what waits and what needs a check."""
        self._work.latest("status", self._ask, self._know, self._refuse)
        self._show()

    def mark(self, index: int) -> None:
        """Look at one review of the open list."""
        if index >= 0:
            self._marked = index
            self._show()

    def choose(self, index: int) -> None:
        """Settle the review that is open, as its button says."""
        review = self._review
        if review is None or review.settled_at is not None or index >= len(choices_for(review.kind)):
            return
        choice, staff = choices_for(review.kind)[index], self._context.cashier
        desk = self._context.acting_desk
        self._work.write(
            lambda: checking.settle(desk, review.review_id, choice=choice, staff=staff),
            self._settled,
            self._refuse,
            changes=Topic.REVIEWS,
        )

    @property
    def _listed(self) -> Sequence[Review]:
        if self._found is None or self._tab is Tab.UNSENT:
            return ()
        reviews = self._found.reviews
        return reviews.to_check if self._tab is Tab.TO_CHECK else reviews.settled[:SETTLED_SHOWN_MAX]

    @property
    def _review(self) -> Review | None:
        listed = self._listed
        return listed[self._marked] if listed else None

    def _ask(self) -> _Found:
        desk = self._context.desk
        return _Found(outbox(desk), checking.reviews(desk), current(desk).currency)

    def _know(self, found: _Found) -> None:
        self._found = found
        self._marked = max(0, min(self._marked, len(self._listed) - 1))
        self._show()

    def _turn(self, tab: Tab) -> None:
        self._tab, self._marked = tab, 0
        self._show()

    def _retry(self) -> None:
        self._context.line.retry()
        self._notice = Notice(Tone.INFO, tr("Trying now. What waits is saved here whatever comes of it."))
        self._show()

    def _settled(self, review: Review) -> None:
        self._notice = Notice(
            Tone.GOOD, tr("Decided: {choice}. It stands under Settled.", choice=choice_words(review.choice or ""))
        )
        self.read()

    def _refuse(self, error: Exception) -> None:
        self._notice = notice_of(error)
        self._show()

    def _show(self) -> None:
        desk, found = self._context.desk, self._found
        speech = Speech(
            calendar=desk.calendar,
            currency=found.currency if found else Currency(),
            now=desk.clock.now(),
            counter=desk.counter_code,
            names=found.reviews.names if found else {},
            words=spoken_words(),
        )
        headline, meaning = map(tr, views.HEADLINES[self._standing.state])
        review = self._review
        self._view.show_state(
            StatusState(
                tab=self._tab,
                headline=headline,
                meaning=meaning,
                facts=views.facts(self._standing, found.outbox if found else None, speech),
                to_check=tuple(review_row(one, speech) for one in found.reviews.to_check) if found else (),
                settled=tuple(review_row(one, speech) for one in found.reviews.settled[:SETTLED_SHOWN_MAX])
                if found
                else (),
                unsent=views.unsent_rows(found.outbox, self._standing, speech) if found else (),
                unsent_words=views.unsent_words(found.outbox if found else None),
                waiting=found.outbox.waiting if found else self._standing.waiting,
                marked=self._marked,
                review=review_view(review, speech) if review else None,
                notice=self._notice,
            )
        )
