"""Who is in segments now: everybody looked at once, by what the store has of them. Nothing is written."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from app.domain.segments import Known, Person, Segment, asks_home, days_asked, person_of, segments_of
from app.domain.tiers import Activity, Metrics
from app.services.desk import Desk
from app.services.ports import UnitOfWork

MEMBERS_AT_ONCE = 1000
FIRST = ""  # before every id


def count_members(
    desk: Desk, segments: Collection[Segment], *, told: Callable[[int, int], None], stop: Callable[[], bool]
) -> Mapping[str, int] | None:
    """How many members are in each segment now, by its id.

    `told` hears how many of how many members are done; None where `stop` said so.
    """
    with desk.store.reading() as uow:
        at = desk.instant(uow.journal.head())
        every, counted = sum(one.members for one in uow.reports.tiers()), Counter[str]()
        for done, (_, person) in enumerate(_everybody(uow, segments, at)):
            if done % MEMBERS_AT_ONCE == 0:
                if stop():
                    return None
                told(min(done, every), every)
            counted.update(segments_of(person, segments))
        told(every, every)
    return {one.segment_id: counted[one.segment_id] for one in segments}


def members_in(uow: UnitOfWork, segment: Segment, at: datetime, *, after: str = FIRST, limit: int) -> Sequence[str]:
    """The ids of its members that follow one, in the order of their bytes; at most `limit`."""
    found: list[str] = []
    for member_id, person in _everybody(uow, [segment], at, after=after):
        if len(found) == limit:
            break
        if segment.holds(person):
            found.append(member_id)
    return found


def _everybody(
    uow: UnitOfWork, segments: Collection[Segment], at: datetime, *, after: str = FIRST
) -> Iterator[tuple[str, Person]]:
    """Everybody who was not merged away, with what the segments ask; never more than some of them in memory."""
    while batch := uow.members.known_after(after, limit=MEMBERS_AT_ONCE):
        yield from _persons(uow, batch, segments, at)
        after = batch[-1][0]


def _persons(
    uow: UnitOfWork, batch: Sequence[tuple[str, Known]], segments: Collection[Segment], at: datetime
) -> Iterator[tuple[str, Person]]:
    longest = max(days_asked(segments), default=0)
    bought = _bought(uow, batch[0][0], batch[-1][0], at - timedelta(days=longest)) if longest else {}
    homes = uow.homes.of_each(one for one, _ in batch) if asks_home(segments) else {}
    for member_id, person in batch:
        known = replace(person, home=homes.get(member_id))
        made = bought.get(member_id, ())
        yield member_id, person_of(known, at, segments, lambda days, made=made: _within(made, at, days))  # type: ignore[misc]


def _bought(uow: UnitOfWork, first: str, last: str, since: datetime) -> Mapping[str, Sequence[Activity]]:
    found = defaultdict[str, list[Activity]](list)
    for member_id, activity in uow.activities.of_range(first, last, since=since):
        found[member_id].append(activity)
    return found


def _within(made: Sequence[Activity], at: datetime, days: int) -> Metrics:
    """What a counter would count of them for a bill at this instant."""
    spent = [one.spend_minor for one in made if at - timedelta(days=days) <= one.at <= at]
    return Metrics(0, sum(spent), len(spent))
