"""Properties of dates and tiers: later is never sooner, more is never less."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from app.domain.days import INDIA, ShopCalendar, add_days
from app.domain.expiry import Expiry, available_at
from app.domain.program import Program
from app.domain.tiers import Activity, Metrics, TierScheme, after_period, metrics_at, replayed
from tests.property.strategies import TIERS, expiries, instants, metrics, programs, tier_schemes

schemes = tier_schemes()
activities = st.lists(
    st.builds(Activity, instants, st.integers(0, 3_000_00), st.integers(0, 3_000_00)), max_size=8
).map(lambda found: sorted(found, key=lambda one: one.at))


@given(expiries, instants, instants)
def test_what_is_earned_later_never_expires_sooner(expiry: Expiry, one: datetime, other: datetime) -> None:
    sooner, later = sorted((one, other))
    first, second = expiry.expires_at(sooner, INDIA), expiry.expires_at(later, INDIA)

    if first is None or second is None:
        assert first is second is None
    else:
        assert first <= second
        assert first == INDIA.start_of(INDIA.day_of(first))


@given(instants, st.integers(0, 60))
def test_points_become_available_at_once_or_at_a_day_s_start(earned: datetime, pending_days: int) -> None:
    available = available_at(earned, pending_days=pending_days, calendar=INDIA)

    assert available >= earned
    assert available - earned <= timedelta(days=pending_days)
    assert available == earned or available == INDIA.start_of(INDIA.day_of(available))


@given(instants, st.sampled_from(("Asia/Kolkata", "Africa/Cairo", "America/Havana", "Australia/Lord_Howe", "UTC")))
def test_days_follow_each_other_where_clocks_change_at_midnight_too(at: datetime, zone: str) -> None:
    calendar = ShopCalendar(ZoneInfo(zone))
    day = calendar.day_of(at)

    assert calendar.start_of(day) <= at < calendar.start_of(add_days(day, 1))
    assert calendar.day_of(calendar.start_of(day)) == day
    assert calendar.day_of(calendar.start_of(day) - timedelta(microseconds=1)) == add_days(day, -1)


@given(instants)
def test_an_instant_is_in_its_own_month(at: datetime) -> None:
    first, following = INDIA.month_of(at)

    assert first <= at < following
    assert INDIA.month_of(following)[0] == following


@given(schemes, metrics, st.integers(0, 1_000_00), st.integers(0, 1_000_00), st.integers(0, 10))
def test_more_activity_never_reaches_a_lower_tier(
    scheme: TierScheme, less: Metrics, points: int, spend: int, orders: int
) -> None:
    more = Metrics(less.points + points, less.spend_minor + spend, less.orders + orders)

    assert scheme.rank(scheme.reached(more).name) >= scheme.rank(scheme.reached(less).name)


@given(schemes, metrics, st.sampled_from(TIERS))
def test_a_bill_never_lowers_a_tier_and_progress_is_what_is_missing(
    scheme: TierScheme, now: Metrics, held: str
) -> None:
    after = scheme.upgraded(held, now)
    progress = scheme.progress(after, now)

    assert scheme.rank(after) == max(scheme.rank(held), scheme.rank(scheme.reached(now).name))
    if progress.next_tier is not None:
        missing = Metrics(
            now.points + progress.points_needed,
            now.spend_minor + progress.spend_needed_minor,
            now.orders + progress.orders_needed,
        )
        assert scheme.rank(scheme.reached(missing).name) >= scheme.rank(progress.next_tier)


@given(programs, activities, instants, st.sampled_from(TIERS))
def test_a_period_s_end_never_lifts_and_keeps_what_is_still_reached(
    program: Program, activity: list[Activity], at: datetime, held: str
) -> None:
    scheme = program.tiers
    after = scheme.rank(after_period(scheme, held, activity, at))
    now = scheme.rank(scheme.reached(metrics_at(activity, at, days=scheme.qualification_days)).name)

    assert min(scheme.rank(held), now) <= after <= scheme.rank(held)


@given(schemes, activities, st.integers(0, 7))
def test_leaving_a_bill_out_never_lifts_a_tier(scheme: TierScheme, activity: list[Activity], index: int) -> None:
    without = activity[:index] + activity[index + 1 :]

    assert scheme.rank(replayed(scheme, "Bronze", without)) <= scheme.rank(replayed(scheme, "Bronze", activity))
