"""Days: which day it may be somewhere in the world."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from app.domain.days import is_day_somewhere

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
TICK = timedelta(microseconds=1)


@pytest.mark.parametrize(
    ("at", "first", "last"),
    [
        (NOON - TICK, date(2026, 2, 28), date(2026, 3, 2)),
        (NOON, date(2026, 3, 1), date(2026, 3, 2)),
        (NOON - timedelta(hours=2), date(2026, 2, 28), date(2026, 3, 2)),
        (NOON - timedelta(hours=2) - TICK, date(2026, 2, 28), date(2026, 3, 1)),
    ],
)
def test_a_day_is_one_somewhere_between_the_furthest_zones(at: datetime, first: date, last: date) -> None:
    days = [date(2026, 2, 26) + timedelta(days=n) for n in range(7)]
    assert [day for day in days if is_day_somewhere(day, at)] == [day for day in days if first <= day <= last]
    assert is_day_somewhere(first, at.astimezone(timezone(timedelta(hours=5, minutes=30))))
