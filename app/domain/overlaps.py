"""Overlaps: which conditions can never hold together, and whether two rules can speak of the same bill."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from app.domain.conditions import (
    EVER,
    THIS_MONTH,
    AmountBetween,
    BetweenTimes,
    Condition,
    HasCategory,
    InSegment,
    InStore,
    NthBill,
    OnWeekdays,
    PaidBy,
)
from app.domain.days import Period, ShopCalendar
from app.domain.rules import DecisionRule, NthBillInMonth
from app.domain.triggers import Trigger

DAY_MINUTES = 24 * 60


def can_meet(one: DecisionRule, other: DecisionRule) -> bool:
    """Whether some bill could have both hold, as far as that can be told without any bill."""
    are_apart = (
        not one.is_of_bills or not other.is_of_bills,
        _are_apart_in_time(one.period, other.period),
        bool(one.tiers and other.tiers and one.tiers.isdisjoint(other.tiers)),
        any(exclude(mine, theirs) for mine in asked(one) for theirs in asked(other)),
    )
    return not any(are_apart)


def asked(rule: DecisionRule) -> tuple[Condition, ...]:
    """All that a rule asks of a bill; what its trigger or its action ask, too."""
    found = list(rule.conditions)
    if rule.trigger is Trigger.FIRST_PURCHASE:
        found.append(NthBill(1, EVER))
    if isinstance(rule.award, NthBillInMonth):
        found.append(NthBill(rule.award.n, THIS_MONTH))
    return tuple(found)


def contradictions(conditions: Iterable[Condition]) -> list[tuple[Condition, Condition]]:
    """The pairs of which only one can hold."""
    return [pair for pair in combinations(conditions, 2) if exclude(*pair)]


def exclude(one: Condition, other: Condition) -> bool:
    """Whether no bill can have both hold."""
    match one, other:
        case AmountBetween(), AmountBetween():
            return _are_apart_in_amount(one, other)
        case OnWeekdays(), OnWeekdays():
            return one.weekdays.isdisjoint(other.weekdays)
        case InStore(), InStore():
            return one.stores.isdisjoint(other.stores)
        case BetweenTimes(), BetweenTimes():
            return minutes(one).isdisjoint(minutes(other))
        case NthBill(), NthBill():
            return _are_other_bills(one, other)
    return False


def is_empty(condition: Condition) -> bool:
    """Whether it chooses from nothing, or from a stretch that has no length: no bill can have it hold."""
    match condition:
        case AmountBetween(least, most):
            return most is not None and most < least
        case HasCategory(names) | InSegment(names) | InStore(names) | PaidBy(names):
            return not names
        case OnWeekdays(weekdays):
            return weekdays.isdisjoint(range(1, 8))
        case BetweenTimes():
            return not minutes(condition)
    return False


def minutes(times: BetweenTimes) -> frozenset[int]:
    """The minutes of the day that lie between two times."""
    if times.from_minute <= times.until_minute:
        return frozenset(range(max(0, times.from_minute), min(DAY_MINUTES, times.until_minute)))
    return frozenset(range(max(0, times.from_minute), DAY_MINUTES)) | frozenset(
        range(min(DAY_MINUTES, times.until_minute))
    )


def misses_weekdays(period: Period, weekdays: frozenset[int], calendar: ShopCalendar) -> bool:
    """Whether none of these days of the week lies in a period."""
    if period.from_at is None or period.until_at is None:
        return False
    first, last = (calendar.day_of(at).toordinal() for at in (period.from_at, period.until_at))
    return weekdays.isdisjoint({(day - 1) % 7 + 1 for day in range(first, min(last, first + 6) + 1)})


def _are_apart_in_time(one: Period, other: Period) -> bool:
    return any(
        early.until_at is not None and late.from_at is not None and early.until_at < late.from_at
        for early, late in ((one, other), (other, one))
    )


def _are_apart_in_amount(one: AmountBetween, other: AmountBetween) -> bool:
    ends = [most for most in (one.most_minor, other.most_minor) if most is not None]
    return bool(ends) and max(one.least_minor, other.least_minor) > min(ends)


def _are_other_bills(one: NthBill, other: NthBill) -> bool:
    """The first bill of all time is the first of every time that counts it."""
    if one.window == other.window:
        return one.n != other.n
    return any(first == NthBill(1, EVER) and later.n != 1 for first, later in ((one, other), (other, one)))
