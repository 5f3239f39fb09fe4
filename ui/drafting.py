"""Drafting: what the pages of rates, rules and rewards do with the draft: publish it, carry it over, drop it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Protocol

from app.domain.errors import Code, DomainError
from app.domain.program import Program
from app.domain.staff import Permission
from app.services import rates
from app.services.desk import Desk
from ui.context import CounterContext
from ui.session import Asked
from ui.when import day_words
from ui.words import later, tr
from ui.work import Topic, Work

PUBLISH: Final = later("Publish the rates, rules and rewards as they are drafted")
SECOND: Final = later("Approve a rise above the limit of one person, as a second one")
WITHDRAW: Final = later("Let the rates that wait never begin")
PUBLISHED_NOW: Final = later("Published: rates v{version} are in force. Bills that were made keep theirs.")
PUBLISHED_LATER: Final = later("Published: rates v{version} begin on {day}. Until then all goes on as it is.")
WITHDRAWN: Final = later("Withdrawn: what waited never begins. The rules in force go on as rates v{version}.")
DROPPED: Final = later("The draft is as published again.")


class Page(Protocol):
    def begin(self) -> None:
        """Something is being written; nothing else is begun until the page reads again or is refused."""

    def read(self, words: str = "") -> None:
        """Show how things stand now; `words` say what was done."""

    def refuse(self, error: Exception) -> None: ...


class Drafting:
    """Of whoever is at the counter when it is asked."""

    def __init__(self, context: CounterContext, work: Work, page: Page) -> None:
        self._context = context
        self._work = work
        self._page = page

    def publish(self) -> None:
        """Whoever publishes shows with a PIN that it is them."""
        desk = self._context.desk
        self._ask(tr(PUBLISH), lambda by: self._publish(desk, by))

    def withdraw(self) -> None:
        desk = self._context.desk
        self._ask(tr(WITHDRAW), lambda by: self.write(lambda: rates.withdraw(desk, by=by), self._withdrawn))

    def carry_over(self) -> None:
        desk, staff = self._context.desk, self._context.cashier
        self.write(lambda: rates.carry_over(desk, staff), lambda _: self._page.read())

    def drop(self) -> None:
        desk, staff = self._context.desk, self._context.cashier
        self.write(lambda: rates.drop(desk, staff), lambda _: self._page.read(tr(DROPPED)))

    def write(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self._page.begin()
        self._work.write(work, then, self._page.refuse, changes=Topic.RATES)

    def _ask(self, what: str, granted: Callable[[str], None]) -> None:
        self._context.session.asks(Asked(what, Permission.CATALOGUE, granted))

    def _publish(self, desk: Desk, by: str) -> None:
        staff = self._context.cashier
        self._page.begin()
        self._work.write(
            lambda: rates.publish_draft(desk, staff, by=by),
            self._published,
            lambda error: self._not_published(error, desk, by),
            changes=Topic.RATES,
        )

    def _not_published(self, error: Exception, desk: Desk, by: str) -> None:
        """Above the limit of one person a second one is asked for, once."""
        self._page.refuse(error)
        if isinstance(error, DomainError) and error.code is Code.NEEDS_APPROVAL and desk.approved_by is None:
            self._ask(tr(SECOND), lambda second: self._publish(desk.approved(second), by))
        elif isinstance(error, DomainError) and error.code is Code.CHANGED:
            self._page.read()

    def _published(self, made: Program) -> None:
        words = tr(PUBLISHED_NOW, version=made.version)
        if made.holds_from is not None:
            calendar = self._context.desk.calendar
            today = calendar.day_of(self._context.desk.clock.now())
            day = day_words(calendar.day_of(made.holds_from), today=today)
            words = tr(PUBLISHED_LATER, version=made.version, day=day)
        self._page.read(words)

    def _withdrawn(self, made: Program) -> None:
        self._page.read(tr(WITHDRAWN, version=made.version))
