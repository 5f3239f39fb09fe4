"""Liability: the points that members held at an instant and what they were worth, exact at any instant of the past.

What members have between them is the sum of all movements up to then, less what had expired and the books had not yet
given up. Both follow from what is stored now and from what was moved since: nothing else changes a lot that is gone,
but a return that gives back or takes from it. Whoever has lots that may have been changed so is gone through entry by
entry.
Source: docs/domain.md, Lots 3.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from heapq import merge

from app.domain.entries import EntryKind
from app.domain.ledger import Posting, Replay
from app.domain.lots import Account
from app.services.authority import is_led
from app.services.reports.asked import Asked
from app.services.reports.period import end_of
from app.services.reports.question import About, Question
from app.services.reports.records import LateExpiry
from app.services.reports.table import DAY, Drawing, Heading, Kind, OwnWord, Row, Table

ONLY_NOW = OwnWord("What was owed on earlier days is known at the server.")
_EXPIRIES = (EntryKind.EXPIRE, EntryKind.UNEXPIRE)


def liability(asked: Asked) -> Table:
    """At the end of each day of the period; today's is as of now. A counter of a chain knows today's alone."""
    calendar, led = asked.desk.calendar, is_led(asked.uow)
    today = calendar.day_of(asked.now)
    days = [day for day in asked.days.each() if (day == today if led else day <= today)]
    held = held_at(asked, [min(asked.now, end_of(day, calendar)) for day in days])
    rows = tuple(
        Row((day, points, asked.worth(points)), Question(About.POINTS, day, day))
        for day, points in zip(days, held, strict=True)
    )
    headings = (DAY, Heading("Points held", Kind.POINTS), Heading("Worth", Kind.MONEY))
    return Table(OwnWord("Liability"), headings, rows, Drawing(0, (2,), is_line=True), said=(ONLY_NOW,) if led else ())


def held_at(asked: Asked, instants: Sequence[datetime]) -> list[int]:
    """Points (hundredths) that members held at each of these instants, usable or pending, less what they owed.

    The instants are in order; all but the first are the last of their day, or later than every movement.
    """
    if not instants:
        return []
    calendar, first = asked.desk.calendar, instants[0]
    books = _Books(
        asked.uow.ledger.outstanding(),
        asked.reports.moved_after(first),
        asked.reports.late_expiries(first, until=instants[-1]),
    )
    held = [books.held(at, None if at == first else calendar.day_of(at)) for at in instants]
    for family in asked.families(asked.reports.corrected_late(first)):
        postings = list(merge(*(asked.uow.ledger.of_member(one) for one in family), key=lambda one: one.order))
        held = [points - more for points, more in zip(held, _missed(postings, instants), strict=True)]
    return held


@dataclass(frozen=True, slots=True)
class _Books:
    """What stands in the books now, and what came into them by day after the first instant."""

    outstanding: int
    moved: Sequence[tuple[date, int]]
    late: Sequence[LateExpiry]

    def held(self, at: datetime, after: date | None) -> int:
        """As of an instant after which came what was posted on later days than `after`; None: all that is here."""
        since = sum(points for on, points in self.moved if after is None or on > after)
        return self.outstanding - since - sum(one.points for one in self.late if _was_gone(one, at, after))


def _was_gone(one: LateExpiry, at: datetime, after: date | None) -> bool:
    """Gone at the instant, and not posted as such by then."""
    return one.gone_at <= at and (one.posted_on is None or after is None or one.posted_on > after)


def _missed(postings: Sequence[Posting], instants: Iterable[datetime]) -> list[int]:
    """By how much more than the books tell was gone of these members' points at each instant."""
    last = Replay()
    for posting in postings:
        last.take(posting)
    made_at = {one.entry.entry_id: one.entry.occurred_at for one in postings}
    replay, rest = Replay(), deque(postings)
    missed = []
    for at in instants:
        while rest and rest[0].entry.occurred_at <= at:
            replay.take(rest.popleft())
        told = _gone(last.accounts.values(), at, made_at) + _posted_after(rest, at, last, made_at)
        missed.append(_gone(replay.accounts.values(), at, made_at) - told)
    return missed


def _gone(accounts: Iterable[Account], at: datetime, made_at: Mapping[str, datetime]) -> int:
    """What is left of lots that were there at an instant and gone by it."""
    lots = (lot for account in accounts for lot in account.lots.values() if lot.is_expired(at))
    return sum(lot.left for lot in lots if made_at[lot.lot_id] <= at)


def _posted_after(postings: Iterable[Posting], at: datetime, last: Replay, made_at: Mapping[str, datetime]) -> int:
    """What was given up by the books later, of lots that were there at an instant and gone by it."""
    lots = {lot_id: lot for account in last.accounts.values() for lot_id, lot in account.lots.items()}
    gone = {lot_id for lot_id, lot in lots.items() if lot.is_expired(at) and made_at[lot_id] <= at}
    entries = (posting.entry for posting in postings if posting.entry.kind in _EXPIRIES)
    return -sum(entry.points for entry in entries if entry.corrects in gone)
