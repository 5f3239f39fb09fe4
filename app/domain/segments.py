"""Segments: members by who they are and what they bought, as rules may ask for them. Source: docs/domain.md, Segments.

Money is in minor units; a time is so many days of 24 hours until the instant that is asked about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType

from app.domain.member import Member
from app.domain.tiers import Metrics

NOTHING_BOUGHT = Metrics()


@dataclass(frozen=True, slots=True)
class Known:
    """What is asked of a member besides what they bought; `born_on` is month and day, `home` a store's id."""

    tier: str
    joined_at: datetime
    born_on: tuple[int, int] | None = None
    is_brought: bool = False
    home: str | None = None

    @classmethod
    def of(cls, member: Member, home: str | None = None) -> Known:
        return cls(member.tier, member.joined_at, member.born_on, member.referrer_id is not None, home)


@dataclass(frozen=True, slots=True)
class Person:
    """A member at an instant. `bought` is what they bought in so many days until then: bills that stand."""

    known: Known
    at: datetime
    bought: Mapping[int, Metrics] = field(default_factory=lambda: MappingProxyType({}))

    def within(self, days: int) -> Metrics:
        return self.bought.get(days, NOTHING_BOUGHT)

    @property
    def here_for(self) -> timedelta:
        """Since they joined; below nothing where a bill is older than that."""
        return self.at - self.known.joined_at


@dataclass(frozen=True, slots=True)
class HoldsTier:
    """One of these tiers is theirs."""

    tiers: frozenset[str]

    def holds(self, person: Person) -> bool:
        return person.known.tier in self.tiers


@dataclass(frozen=True, slots=True)
class JoinedAgo:
    """Enrolled at least so many days ago, and at most so many; None is open."""

    least_days: int = 0
    most_days: int | None = None

    def holds(self, person: Person) -> bool:
        is_long_enough = not self.least_days or person.here_for >= timedelta(days=self.least_days)
        return is_long_enough and (self.most_days is None or person.here_for <= timedelta(days=self.most_days))


@dataclass(frozen=True, slots=True)
class SpentWithin:
    """What was spent in the last days lies between two amounts, both included; None is open."""

    days: int
    least_minor: int = 0
    most_minor: int | None = None

    def holds(self, person: Person) -> bool:
        return _is_between(person.within(self.days).spend_minor, self.least_minor, self.most_minor)


@dataclass(frozen=True, slots=True)
class BillsWithin:
    """So many bills in the last days, both ends included; None is open."""

    days: int
    least: int = 0
    most: int | None = None

    def holds(self, person: Person) -> bool:
        return _is_between(person.within(self.days).orders, self.least, self.most)


def _is_between(figure: int, least: int, most: int | None) -> bool:
    return least <= figure and (most is None or figure <= most)


@dataclass(frozen=True, slots=True)
class BoughtNothingFor:
    """A member for so many days and more, without a bill in all of them."""

    days: int

    def holds(self, person: Person) -> bool:
        return person.here_for >= timedelta(days=self.days) and not person.within(self.days).orders


@dataclass(frozen=True, slots=True)
class BornIn:
    """Their birthday, where it is known, lies in one of these months: January is 1."""

    months: frozenset[int]

    def holds(self, person: Person) -> bool:
        born = person.known.born_on
        return born is not None and born[0] in self.months


@dataclass(frozen=True, slots=True)
class WasBrought:
    """Another member brought them."""

    def holds(self, person: Person) -> bool:
        return person.known.is_brought


@dataclass(frozen=True, slots=True)
class EnrolledIn:
    """They were enrolled in one of these stores, by their ids."""

    stores: frozenset[str]

    def holds(self, person: Person) -> bool:
        return person.known.home in self.stores


Ask = HoldsTier | JoinedAgo | SpentWithin | BillsWithin | BoughtNothingFor | BornIn | WasBrought | EnrolledIn


@dataclass(frozen=True, slots=True)
class Segment:
    """Members of whom all that it asks holds. Rules name its id; `title` is what else it is called, if anything."""

    segment_id: str
    asks: tuple[Ask, ...]
    title: str = field(default="", metadata={"sparse": True})

    def holds(self, person: Person) -> bool:
        return all(ask.holds(person) for ask in self.asks)

    @property
    def called(self) -> str:
        return self.title or self.segment_id


Count = Callable[[int], Metrics]


def person_of(known: Known, at: datetime, segments: Iterable[Segment], count: Count) -> Person:
    """All that the segments ask of a member. `count` says what was bought in so many days; each is asked for once."""
    return Person(known, at, MappingProxyType({days: count(days) for days in sorted(days_asked(segments))}))


def segments_of(person: Person, segments: Iterable[Segment]) -> frozenset[str]:
    """The ids of those that hold."""
    return frozenset(one.segment_id for one in segments if one.holds(person))


def days_asked(segments: Iterable[Segment]) -> frozenset[int]:
    """The times that segments count purchases in."""
    return frozenset(
        ask.days
        for one in segments
        for ask in one.asks
        if isinstance(ask, SpentWithin | BillsWithin | BoughtNothingFor)
    )


def asks_home(segments: Iterable[Segment]) -> bool:
    return any(isinstance(ask, EnrolledIn) for one in segments for ask in one.asks)
