"""How long a busy server asks to be left alone."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sync.retry_after import RETRY_AFTER_S_MAX, http_date, retry_after_s

NOW = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)
INSTANTS = st.datetimes(datetime(1970, 1, 2), datetime(2199, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@given(st.integers(0, 10**30))
def test_seconds_are_taken_up_to_the_most(seconds: int) -> None:
    assert retry_after_s(str(seconds), now=NOW) == min(seconds, RETRY_AFTER_S_MAX)


@given(INSTANTS, INSTANTS)
def test_a_date_is_a_distance_from_the_servers_now(now: datetime, until: datetime) -> None:
    wait = retry_after_s(format_datetime(until, usegmt=True), now=now)
    distance = (until.replace(microsecond=0) - now) / timedelta(seconds=1)
    assert wait is not None
    assert 0 <= wait <= RETRY_AFTER_S_MAX
    assert wait == min(max(distance, 0), RETRY_AFTER_S_MAX) or 0 <= wait - distance < 1


@given(st.integers(0, RETRY_AFTER_S_MAX))
def test_seconds_and_date_mean_the_same(seconds: int) -> None:
    date = format_datetime(NOW + timedelta(seconds=seconds), usegmt=True)
    assert retry_after_s(date, now=NOW) == retry_after_s(f" {seconds} ", now=NOW) == seconds


@given(st.text())
@example("٣")
@example("-5")
@example("1e3")
@example("Fri, 31 Dec 99999 23:59:59 GMT")
@example("Sat, 32 Nov 2026 08:00:00 GMT")
@example("9" * 5000)
def test_anything_else_is_bounded_or_nothing(text: str) -> None:
    wait = retry_after_s(text, now=NOW)
    assert wait is None or 0 <= wait <= RETRY_AFTER_S_MAX


@pytest.mark.parametrize("text", [None, "", "soon", "-5", "1.5", "٣"])
def test_what_says_nothing(text: str | None) -> None:
    assert retry_after_s(text, now=NOW) is None


def test_a_date_without_zone_is_utc() -> None:
    assert http_date("Sat, 21 Nov 2026 08:00:00 -0000") == NOW
