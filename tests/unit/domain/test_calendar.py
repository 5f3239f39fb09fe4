"""The shop's calendar: days, months, periods, and when points come and go."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.domain.days import ALWAYS, INDIA, Period, ShopCalendar, add_days, add_months
from app.domain.expiry import DEFAULT_N, Expiry, ExpiryMode, available_at

INSTANT = timedelta(microseconds=1)
MIDNIGHT_IN_INDIA = datetime(2026, 1, 31, 18, 30, tzinfo=UTC)  # the first instant of 1 February there


def test_a_day_is_the_shop_s_day() -> None:
    assert INDIA.day_of(MIDNIGHT_IN_INDIA - INSTANT) == date(2026, 1, 31)
    assert INDIA.day_of(MIDNIGHT_IN_INDIA) == date(2026, 2, 1)
    assert INDIA.start_of(date(2026, 2, 1)) == MIDNIGHT_IN_INDIA
    assert INDIA.start_of(date(2026, 2, 1)).tzinfo is UTC


def test_a_month_is_the_shop_s_month() -> None:
    january = (datetime(2025, 12, 31, 18, 30, tzinfo=UTC), MIDNIGHT_IN_INDIA)

    assert INDIA.month_of(MIDNIGHT_IN_INDIA - INSTANT) == january
    assert INDIA.month_of(MIDNIGHT_IN_INDIA)[0] == MIDNIGHT_IN_INDIA
    assert INDIA.month_of(datetime(2026, 12, 15, tzinfo=UTC))[1] == datetime(2026, 12, 31, 18, 30, tzinfo=UTC)


def test_a_day_of_summer_time_starts_at_its_own_midnight() -> None:
    london = ShopCalendar(ZoneInfo("Europe/London"))

    assert london.start_of(date(2026, 3, 30)) == datetime(2026, 3, 29, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "months", "result"),
    [
        ((2026, 1, 31), 1, (2026, 2, 28)),
        ((2028, 1, 31), 1, (2028, 2, 29)),
        ((2024, 2, 29), 12, (2025, 2, 28)),
        ((2024, 2, 29), 48, (2028, 2, 29)),
        ((2026, 8, 31), 1, (2026, 9, 30)),
        ((2026, 12, 1), 1, (2027, 1, 1)),
        ((2026, 11, 30), 1, (2026, 12, 30)),
        ((2026, 1, 15), 0, (2026, 1, 15)),
    ],
)
def test_months_are_clamped_to_their_end(day: tuple[int, int, int], months: int, result: tuple[int, int, int]) -> None:
    assert add_months(date(*day), months) == date(*result)


def test_days_are_added() -> None:
    assert add_days(date(2028, 2, 28), 2) == date(2028, 3, 1)


@pytest.mark.parametrize(
    ("mode", "n", "earned", "gone"),
    [
        (ExpiryMode.DAYS, 1, (2026, 12, 31), (2027, 1, 1)),
        (ExpiryMode.DAYS, 365, (2026, 1, 1), (2027, 1, 1)),
        (ExpiryMode.MONTHS, 12, (2026, 1, 15), (2027, 1, 15)),
        (ExpiryMode.MONTHS, 1, (2026, 1, 31), (2026, 2, 28)),
        (ExpiryMode.MONTHS, 12, (2028, 2, 29), (2029, 2, 28)),
        (ExpiryMode.END_OF_MONTH, 0, (2026, 1, 1), (2026, 2, 1)),
        (ExpiryMode.END_OF_MONTH, 0, (2026, 12, 31), (2027, 1, 1)),
        (ExpiryMode.END_OF_MONTH, 1, (2026, 1, 31), (2026, 3, 1)),
        (ExpiryMode.END_OF_YEAR, 0, (2026, 12, 31), (2027, 1, 1)),
        (ExpiryMode.END_OF_YEAR, 1, (2026, 1, 1), (2028, 1, 1)),
    ],
)
def test_the_first_day_points_are_gone(
    mode: ExpiryMode, n: int, earned: tuple[int, int, int], gone: tuple[int, int, int]
) -> None:
    assert Expiry(mode, n).gone_on(date(*earned)) == date(*gone)


def test_points_may_never_expire() -> None:
    assert Expiry(ExpiryMode.NEVER, 0).gone_on(date(2026, 1, 1)) is None
    assert Expiry(ExpiryMode.NEVER, 0).expires_at(MIDNIGHT_IN_INDIA, INDIA) is None


def test_points_are_gone_from_the_first_instant_of_the_shop_s_day() -> None:
    expiry = Expiry(ExpiryMode.MONTHS, 1)

    assert expiry.expires_at(MIDNIGHT_IN_INDIA, INDIA) == datetime(2026, 2, 28, 18, 30, tzinfo=UTC)
    assert expiry.expires_at(MIDNIGHT_IN_INDIA - INSTANT, INDIA) == datetime(2026, 2, 27, 18, 30, tzinfo=UTC)


def test_the_default_is_twelve_months_and_each_mode_has_its_own() -> None:
    assert Expiry() == Expiry(ExpiryMode.MONTHS, 12)
    assert {mode.value: n for mode, n in DEFAULT_N.items()} == {
        "NEVER": 0,
        "DAYS": 365,
        "MONTHS": 12,
        "END_OF_MONTH": 0,
        "END_OF_YEAR": 0,
        "INACTIVITY": 12,
    }


def test_points_are_available_at_once_or_from_the_start_of_a_day() -> None:
    earned = MIDNIGHT_IN_INDIA + timedelta(hours=5)

    assert available_at(earned, pending_days=0, calendar=INDIA) == earned
    assert available_at(earned, pending_days=1, calendar=INDIA) == MIDNIGHT_IN_INDIA + timedelta(days=1)
    assert available_at(earned, pending_days=3, calendar=INDIA) == MIDNIGHT_IN_INDIA + timedelta(days=3)


def test_a_period_includes_its_first_and_last_instant() -> None:
    first, last = MIDNIGHT_IN_INDIA, MIDNIGHT_IN_INDIA + timedelta(days=1)
    period = Period(first, last)

    assert [period.covers(at) for at in (first - INSTANT, first, last, last + INSTANT)] == [False, True, True, False]
    assert Period(from_at=first).covers(last + INSTANT)
    assert not Period(from_at=first).covers(first - INSTANT)
    assert Period(until_at=last).covers(first - INSTANT)
    assert not Period(until_at=last).covers(last + INSTANT)
    assert ALWAYS.covers(first)
