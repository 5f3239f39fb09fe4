"""Conditions: what a rule asks of a bill, at the edges."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.conditions import (
    EVER,
    THIS_MONTH,
    AmountBetween,
    BetweenTimes,
    BillFacts,
    Condition,
    HasCategory,
    InSegment,
    InStore,
    JoinedWithin,
    NthBill,
    Occasion,
    OnBirthday,
    OnWeekdays,
    PaidBy,
    Span,
    Unit,
    Window,
)
from app.domain.days import INDIA

NEW_YEARS_EVE = datetime(2026, 12, 31, 20, tzinfo=UTC)  # half past one on New Year's Day in India, a Friday


def facts(at: datetime = NEW_YEARS_EVE, *, base_minor: int = 500_00, **known: object) -> BillFacts:
    occasion = Occasion(**known)  # type: ignore[arg-type]
    return BillFacts(base_minor, frozenset({"Toys", "Books"}), "Gold", at, INDIA, occasion)


def minute(text: str) -> int:
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        (AmountBetween(500_00), True),
        (AmountBetween(500_01), False),
        (AmountBetween(0, 500_00), True),
        (AmountBetween(0, 499_99), False),
        (HasCategory(frozenset({"Toys", "Pens"})), True),
        (HasCategory(frozenset({"Pens"})), False),
        (OnWeekdays(frozenset({5})), True),
        (OnWeekdays(frozenset({4, 6})), False),
        (BetweenTimes(minute("01:30"), minute("02:00")), True),
        (BetweenTimes(minute("01:00"), minute("01:30")), False),
        (BetweenTimes(minute("22:00"), minute("06:00")), True),
        (BetweenTimes(minute("22:00"), minute("01:30")), False),
        (BetweenTimes(minute("01:00"), minute("00:30")), True),
    ],
)
def test_on_the_bill(condition: Condition, holds: bool) -> None:
    assert condition.holds(facts()) is holds


@pytest.mark.parametrize(
    ("condition", "known", "holds"),
    [
        (InSegment(frozenset({"lapsed"})), {"segments": frozenset({"lapsed", "vip"})}, True),
        (InSegment(frozenset({"lapsed"})), {"segments": frozenset({"vip"})}, False),
        (NthBill(1), {}, True),
        (NthBill(1), {"bills_before": {EVER: 1, THIS_MONTH: 0}}, False),
        (NthBill(5, THIS_MONTH), {"bills_before": {EVER: 40, THIS_MONTH: 4}}, True),
        (NthBill(5, THIS_MONTH), {"bills_before": {EVER: 4, THIS_MONTH: 5}}, False),
        (PaidBy(frozenset({"UPI"})), {"paid_by": frozenset({"UPI", "CASH"})}, True),
        (PaidBy(frozenset({"UPI"})), {"paid_by": frozenset({"CASH"})}, False),
        (PaidBy(frozenset({"UPI"})), {}, False),
        (InStore(frozenset({"north"})), {"store": "north"}, True),
        (InStore(frozenset({"north"})), {"store": "south"}, False),
        (InStore(frozenset({"north"})), {}, False),
        (JoinedWithin(30), {"joined_at": NEW_YEARS_EVE - timedelta(days=30)}, True),
        (JoinedWithin(30), {"joined_at": NEW_YEARS_EVE - timedelta(days=30, microseconds=1)}, False),
        (JoinedWithin(30), {}, False),
    ],
)
def test_of_the_occasion(condition: Condition, known: dict[str, object], holds: bool) -> None:
    assert condition.holds(facts(**known)) is holds


@pytest.mark.parametrize(
    ("span", "born", "holds"),
    [
        (Span.DAY, (1, 1), True),
        (Span.DAY, (12, 31), False),
        (Span.WEEK, (12, 28), True),  # the Monday before
        (Span.WEEK, (1, 3), True),
        (Span.WEEK, (12, 27), False),
        (Span.WEEK, (1, 4), False),
        (Span.MONTH, (1, 31), True),
        (Span.MONTH, (12, 31), False),
        (Span.MONTH, None, False),
    ],
)
def test_around_a_birthday(span: Span, born: tuple[int, int] | None, holds: bool) -> None:
    assert OnBirthday(span).holds(facts(birthday=born)) is holds


@pytest.mark.parametrize(
    ("at", "holds"),
    [
        (datetime(2027, 2, 28, 6, tzinfo=UTC), True),
        (datetime(2027, 3, 1, 6, tzinfo=UTC), False),
        (datetime(2028, 2, 28, 6, tzinfo=UTC), False),
        (datetime(2028, 2, 29, 6, tzinfo=UTC), True),
    ],
)
def test_who_was_born_on_29_february_has_a_birthday_each_year(at: datetime, holds: bool) -> None:
    assert OnBirthday().holds(facts(at, birthday=(2, 29))) is holds


def test_a_window_ends_with_this_moment_or_with_the_month() -> None:
    since, until = Window(Unit.DAYS, 7).bounds(NEW_YEARS_EVE, INDIA)
    assert since == NEW_YEARS_EVE - timedelta(days=7)
    assert until == NEW_YEARS_EVE + timedelta(microseconds=1)
    assert EVER.bounds(NEW_YEARS_EVE, INDIA)[1] == until
    assert EVER.bounds(NEW_YEARS_EVE, INDIA)[0].year == 1900
    assert THIS_MONTH.bounds(NEW_YEARS_EVE, INDIA) == (
        datetime(2026, 12, 31, 18, 30, tzinfo=UTC),
        datetime(2027, 1, 31, 18, 30, tzinfo=UTC),
    )
