"""Drives: campaigns as sets of rules. When one runs, for whom, who takes part, and how far a member is with its goal.

Money is in minor units. Source: docs/domain.md, Campaigns.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.days import ALWAYS, Period

_SPARSE = {"sparse": True}


class Measure(StrEnum):
    """What a goal counts."""

    SPEND = "SPEND"
    BILLS = "BILLS"


class Since(StrEnum):
    """From when on bills count for a goal; never from before the campaign began, or from before somebody took part."""

    BEGIN = "BEGIN"
    TAKING_PART = "TAKING_PART"
    LAST_DAYS = "LAST_DAYS"


@dataclass(frozen=True, slots=True)
class Goal:
    """So much spent, or so many bills. `days` is how long that may take: of TAKING_PART, 0 is to the campaign's end."""

    measure: Measure
    target: int
    since: Since = Since.BEGIN
    days: int = field(default=0, metadata=_SPARSE)

    def amount(self, *, spend_minor: int, bills: int) -> int:
        """What counts of both."""
        return spend_minor if self.measure is Measure.SPEND else bills


@dataclass(frozen=True, slots=True)
class Part:
    """Where a member stands in a campaign before a bill: since when they take part, and what counts for its goal."""

    joined_at: datetime | None = None
    spend_minor: int = 0
    bills: int = 0


NO_PART = Part()


class Bar(StrEnum):
    """Why a campaign is not for a member at an instant."""

    NOT_BEGUN = "NOT_BEGUN"
    ENDED = "ENDED"
    TIER = "TIER"
    SEGMENT = "SEGMENT"
    NOT_TAKING_PART = "NOT_TAKING_PART"


@dataclass(frozen=True, slots=True)
class Drive:
    """A named set of rules: those that carry its id. Where no segments or tiers are named, it is for everybody.

    `by_joining`: only for those who take part. Its rules speak only while it runs, for those it is for.
    """

    drive_id: str
    title: str
    period: Period = ALWAYS
    segments: frozenset[str] = field(default=frozenset(), metadata=_SPARSE)
    tiers: frozenset[str] = field(default=frozenset(), metadata=_SPARSE)
    by_joining: bool = field(default=False, metadata=_SPARSE)
    goal: Goal | None = field(default=None, metadata=_SPARSE)

    def bars(self, *, at: datetime, tier: str, segments: Set[str], part: Part) -> tuple[Bar, ...]:
        """Everything that keeps a member out of it; nothing where it is for them."""
        first, last = self.period.from_at, self.period.until_at
        found = (
            (first is not None and at < first, Bar.NOT_BEGUN),
            (last is not None and at > last, Bar.ENDED),
            (bool(self.tiers) and tier not in self.tiers, Bar.TIER),
            (bool(self.segments) and self.segments.isdisjoint(segments), Bar.SEGMENT),
            (self.by_joining and (part.joined_at is None or part.joined_at > at), Bar.NOT_TAKING_PART),
        )
        return tuple(bar for is_barred, bar in found if is_barred)

    def counts_from(self, part: Part, at: datetime) -> datetime | None:
        """The first instant whose bills count for the goal at an instant; None where all before it do."""
        begun = [one for one in (self.period.from_at, part.joined_at if self.by_joining else None) if one is not None]
        if self.goal is not None and self.goal.since is Since.LAST_DAYS:
            begun.append(at - timedelta(days=self.goal.days))
        return max(begun, default=None)

    def counts_until(self, part: Part) -> datetime | None:
        """The last instant whose bills count for the goal; None where it has no end."""
        ends = [one for one in (self.period.until_at, _days_are_over(self.goal, part)) if one is not None]
        return min(ends, default=None)


def _days_are_over(goal: Goal | None, part: Part) -> datetime | None:
    """The end of the days that somebody has from taking part on."""
    is_counted = goal is not None and goal.since is Since.TAKING_PART and goal.days > 0
    if goal is None or not is_counted or part.joined_at is None:
        return None
    return part.joined_at + timedelta(days=goal.days)


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a member is with a goal; `until` is the last instant that counts, None for no end."""

    done: int
    target: int
    until: datetime | None

    @property
    def missing(self) -> int:
        return max(0, self.target - self.done)

    @property
    def is_reached(self) -> bool:
        return self.missing == 0


def reach(drive: Drive, part: Part) -> Reach | None:
    """How far somebody is; None where the campaign has no goal."""
    if drive.goal is None:
        return None
    done = drive.goal.amount(spend_minor=part.spend_minor, bills=part.bills)
    return Reach(done, drive.goal.target, drive.counts_until(part))


def reaches(drive: Drive, part: Part, *, at: datetime, net_minor: int) -> bool:
    """Whether a bill brings somebody to the goal who had not reached it before: it does so once."""
    before, until = reach(drive, part), drive.counts_until(part)
    if drive.goal is None or before is None or (until is not None and at > until):
        return False
    return 0 < before.missing <= drive.goal.amount(spend_minor=net_minor, bills=1)
