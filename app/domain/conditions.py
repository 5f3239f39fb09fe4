"""Conditions: what a decision rule asks of a bill. All that a rule asks must hold. Source: docs/domain.md, Rules."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from app.domain.days import INDIA, ShopCalendar
from app.domain.drives import NO_PART, Bar, Drive, Part, reaches
from app.domain.limits import Drawn


class Unit(StrEnum):
    MONTH = "MONTH"
    DAYS = "DAYS"
    EVER = "EVER"


@dataclass(frozen=True, slots=True)
class Window:
    """A time that bills are counted in: the shop's calendar month, so many days until now, or all time."""

    unit: Unit
    days: int = 0

    def bounds(self, at: datetime, calendar: ShopCalendar) -> tuple[datetime, datetime]:
        """The first instant that counts, and the first after it that counts no more."""
        if self.unit is Unit.MONTH:
            return calendar.month_of(at)
        return (at - timedelta(days=self.days) if self.unit is Unit.DAYS else _BEGINNING), at + _MOMENT


_BEGINNING = datetime.fromisoformat("1900-01-01T00:00:00+00:00")
_MOMENT = timedelta(microseconds=1)
THIS_MONTH, EVER = Window(Unit.MONTH), Window(Unit.EVER)


@dataclass(frozen=True, slots=True)
class Occasion:
    """Who buys, where, and how they pay. `bills_before` counts without this bill; a birthday is month and day.

    `drawn` is what rules that have limits brought before, by their ids; `parts` where the member stands in campaigns.
    By reward, `rewards_left` is what can be given out here of those with a stock, `rewards_had` what the member had.
    """

    bills_before: Mapping[Window, int] = field(default_factory=lambda: MappingProxyType({}))
    joined_at: datetime | None = None
    birthday: tuple[int, int] | None = None
    segments: frozenset[str] = frozenset()
    store: str = ""
    paid_by: frozenset[str] = frozenset()
    drawn: Mapping[str, Drawn] = field(default_factory=lambda: MappingProxyType({}))
    parts: Mapping[str, Part] = field(default_factory=lambda: MappingProxyType({}))
    rewards_left: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    rewards_had: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    def nth(self, window: Window) -> int:
        """Which bill of a time this one is, counted from 1."""
        return self.bills_before.get(window, 0) + 1


NOTHING_KNOWN = Occasion()


@dataclass(frozen=True, slots=True)
class BillFacts:
    """What rules look at: the bill's earning base (minor units), its categories, the tier held before it, its day.

    `net_minor` is what it comes to; `drives` are the program's campaigns, `drive` the one whose rule asks.
    """

    base_minor: int
    categories: frozenset[str]
    tier: str
    at: datetime
    calendar: ShopCalendar = INDIA
    occasion: Occasion = NOTHING_KNOWN
    net_minor: int = 0
    drives: Mapping[str, Drive] = field(default_factory=lambda: MappingProxyType({}))
    drive: Drive | None = None

    def asked_by(self, drive_id: str) -> BillFacts | None:
        """The same as the rules of a campaign see it; None where it is not for this member now, or there is none."""
        drive = self.drives.get(drive_id)
        return None if drive is None or self.bars(drive) else replace(self, drive=drive)

    def bars(self, drive: Drive) -> tuple[Bar, ...]:
        """What keeps a campaign from whoever buys."""
        part = self.occasion.parts.get(drive.drive_id, NO_PART)
        return drive.bars(at=self.at, tier=self.tier, segments=self.occasion.segments, part=part)


@dataclass(frozen=True, slots=True)
class AmountBetween:
    """Of the earning base, both ends included; None is open."""

    least_minor: int = 0
    most_minor: int | None = None

    def holds(self, bill: BillFacts) -> bool:
        return self.least_minor <= bill.base_minor and (self.most_minor is None or bill.base_minor <= self.most_minor)


@dataclass(frozen=True, slots=True)
class HasCategory:
    """At least one line of one of these categories."""

    categories: frozenset[str]

    def holds(self, bill: BillFacts) -> bool:
        return not self.categories.isdisjoint(bill.categories)


@dataclass(frozen=True, slots=True)
class InSegment:
    segments: frozenset[str]

    def holds(self, bill: BillFacts) -> bool:
        return not self.segments.isdisjoint(bill.occasion.segments)


@dataclass(frozen=True, slots=True)
class NthBill:
    """Exactly the nth bill of a time; the first of all time is a first purchase."""

    n: int
    window: Window = EVER

    def holds(self, bill: BillFacts) -> bool:
        return bill.occasion.nth(self.window) == self.n


@dataclass(frozen=True, slots=True)
class OnWeekdays:
    """Days of the shop's week as ISO numbers them: Monday 1 to Sunday 7."""

    weekdays: frozenset[int]

    def holds(self, bill: BillFacts) -> bool:
        return bill.calendar.day_of(bill.at).isoweekday() in self.weekdays


@dataclass(frozen=True, slots=True)
class BetweenTimes:
    """From a minute of the shop's day until before another; past midnight where `until` is the smaller."""

    from_minute: int
    until_minute: int

    def holds(self, bill: BillFacts) -> bool:
        local = bill.at.astimezone(bill.calendar.zone)
        minute = local.hour * 60 + local.minute
        if self.from_minute <= self.until_minute:
            return self.from_minute <= minute < self.until_minute
        return minute >= self.from_minute or minute < self.until_minute


class Span(StrEnum):
    """What around a birthday counts: the day, the calendar week from Monday to Sunday, the calendar month."""

    DAY = "DAY"
    WEEK = "WEEK"
    MONTH = "MONTH"


@dataclass(frozen=True, slots=True)
class OnBirthday:
    """Who was born on 29 February has their day on the 28th where there is no 29th."""

    span: Span = Span.DAY

    def holds(self, bill: BillFacts) -> bool:
        born = bill.occasion.birthday
        if born is None:
            return False
        today = bill.calendar.day_of(bill.at)
        match self.span:
            case Span.DAY:
                return _is_birthday(born, today)
            case Span.WEEK:
                monday = today - timedelta(days=today.weekday())
                return any(_is_birthday(born, monday + timedelta(days=later)) for later in range(7))
            case Span.MONTH:  # pragma: no branch
                return born[0] == today.month


def _is_birthday(born: tuple[int, int], day: date) -> bool:
    is_moved = born == (2, 29) and not isleap(day.year)
    return (day.month, day.day) == ((2, 28) if is_moved else born)


@dataclass(frozen=True, slots=True)
class PaidBy:
    """Some of the bill is paid in one of these ways. Before anything is paid it does not hold."""

    kinds: frozenset[str]

    def holds(self, bill: BillFacts) -> bool:
        return not self.kinds.isdisjoint(bill.occasion.paid_by)


@dataclass(frozen=True, slots=True)
class InStore:
    stores: frozenset[str]

    def holds(self, bill: BillFacts) -> bool:
        return bill.occasion.store in self.stores


@dataclass(frozen=True, slots=True)
class JoinedWithin:
    """Enrolled so many days ago at most."""

    days: int

    def holds(self, bill: BillFacts) -> bool:
        joined = bill.occasion.joined_at
        return joined is not None and bill.at - joined <= timedelta(days=self.days)


@dataclass(frozen=True, slots=True)
class ReachesGoal:
    """With this bill the member reaches the goal of the rule's campaign, and had not before."""

    def holds(self, bill: BillFacts) -> bool:
        if bill.drive is None:
            return False
        part = bill.occasion.parts.get(bill.drive.drive_id, NO_PART)
        return reaches(bill.drive, part, at=bill.at, net_minor=bill.net_minor)


Condition = (
    AmountBetween
    | HasCategory
    | InSegment
    | NthBill
    | OnWeekdays
    | BetweenTimes
    | OnBirthday
    | PaidBy
    | InStore
    | JoinedWithin
    | ReachesGoal
)
ON_THE_BILL = (AmountBetween, HasCategory, OnWeekdays, BetweenTimes, PaidBy)  # whoever has the bill can tell
