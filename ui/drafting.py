"""Drafting: what the pages of rates, rules and rewards do with the draft: publish it, carry it over, drop it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, Protocol

from app.domain.errors import Code, DomainError
from app.domain.program import Program
from app.domain.staff import Permission
from app.services.desk import Desk
from app.services.programs import rates
from app.services.programs.rates import RatesFound
from ui import foreseen
from ui.context import CounterContext
from ui.errors import Notice, Tone, notice_of
from ui.publishing import Publisher
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
NEWER: Final = later("Published meanwhile: {changes}. F4 carries your changes over it.")
DROPPED: Final = later("The draft is as published again.")


@dataclass(frozen=True, slots=True)
class Words:
    """What a page says in words of its own: of a draft without a change, of each thing that is different in what was
    published meanwhile, and of what else there may be.
    """

    unchanged: str
    newer: Callable[[RatesFound], Sequence[str]]
    other: str


def begins(found: RatesFound, desk: Desk) -> str:
    """When the draft is to hold, where that is later than at once."""
    day = found.draft.holds_on
    if day is None or not found.has_changes:
        return ""
    words = day_words(day, today=desk.calendar.day_of(found.at))
    return tr("The draft is to begin on {day}; the day is set with the rates.", day=words)


class Page(Protocol):
    @property
    def known(self) -> RatesFound:
        """How things stood when the page read last."""

    def remark(self, notice: Notice) -> None: ...
    def begin(self) -> None:
        """Something is being written; nothing else is begun until the page reads again or is refused."""

    def read(self, words: str = "") -> None:
        """Show how things stand now; `words` say what was done."""

    def refuse(self, error: Exception) -> None: ...


class Drafting:
    """Of whoever is at the counter when it is asked."""

    def __init__(self, context: CounterContext, work: Work, page: Page, words: Words) -> None:
        self._context = context
        self._work = work
        self._page = page
        self._words = words
        self._publisher = Publisher(context, work, page.begin, page.remark)
        self._overtaken: Notice | None = None

    def notice(self, done: str) -> Notice | None:
        """What stands above the page when it has read again: what was done, or what is to be known of the draft."""
        found, overtaken, self._overtaken = self._page.known, self._overtaken, None
        if done:
            return Notice(Tone.GOOD, done)
        if found.has_newer:
            changes = "; ".join(self._words.newer(found)) or tr(self._words.other)
            return Notice(Tone.WARN, tr(NEWER, changes=changes))
        return overtaken or self._publisher.notice(is_led=found.is_led)

    def publish(self) -> None:
        """Whoever publishes shows with a PIN that it is them."""
        desk, found = self._context.desk, self._page.known
        if not found.has_changes:
            self._page.remark(Notice(Tone.INFO, tr(self._words.unchanged)))
        else:
            staff = self._context.cashier
            verb = rates.propose_draft if found.is_led else rates.publish_draft
            self._ask_first(tr(PUBLISH), lambda stage: verb(stage, staff, by=staff), lambda by: self._publish(desk, by))

    def withdraw(self) -> None:
        """What waits for its day."""
        if self._page.known.waiting:
            staff = self._context.cashier
            verb = rates.propose_withdrawal if self._page.known.is_led else rates.withdraw
            self._ask_first(
                tr(WITHDRAW), lambda stage: verb(stage, by=staff), partial(self._withdraw, self._context.desk)
            )

    def carry_over(self) -> None:
        desk, staff = self._context.desk, self._context.cashier
        if self._page.known.has_newer:
            self.write(lambda: rates.carry_over(desk, staff), lambda _: self._page.read())

    def drop(self) -> None:
        desk, staff = self._context.desk, self._context.cashier
        if self._page.known.has_changes:
            self.write(lambda: rates.drop(desk, staff), lambda _: self._page.read(tr(DROPPED)))

    def write(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self._page.begin()
        self._work.write(work, then, self._page.refuse, changes=Topic.RATES)

    def _ask_first(self, what: str, verb: Callable[[Desk], object], granted: Callable[[str], None]) -> None:
        """What would be refused anyway is refused at once."""
        foreseen.ask_pin(self._context, self._work, self._asked(what, granted), verb, self._not_published)

    def _asked(self, what: str, granted: Callable[[str], None]) -> Asked:
        return Asked(self._publisher.what(what, is_led=self._page.known.is_led), Permission.CATALOGUE, granted)

    def _publish(self, desk: Desk, by: str) -> None:
        staff = self._context.cashier
        self._publisher.publish(
            lambda: rates.publish_draft(desk, staff, by=by),
            lambda: rates.propose_draft(desk, staff, by=by),
            is_led=self._page.known.is_led,
            then=self._published,
            refused=lambda error: self._not_alone(error, desk, by),
        )

    def _withdraw(self, desk: Desk, by: str) -> None:
        self._publisher.publish(
            lambda: rates.withdraw(desk, by=by),
            lambda: rates.propose_withdrawal(desk, by=by),
            is_led=self._page.known.is_led,
            then=self._withdrawn,
            refused=self._page.refuse,
        )

    def _not_alone(self, error: Exception, desk: Desk, by: str) -> None:
        """Above the limit of one person a second one is asked for, once."""
        self._not_published(error)
        if isinstance(error, DomainError) and error.code is Code.NEEDS_APPROVAL and desk.approved_by is None:
            asked = self._asked(tr(SECOND), lambda second: self._publish(desk.approved(second), by))
            self._context.session.asks(asked)

    def _not_published(self, error: Exception) -> None:
        """What was published meanwhile may be on its way here."""
        self._page.refuse(error)
        if isinstance(error, DomainError) and error.code is Code.CHANGED:
            self._overtaken = notice_of(error)
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
