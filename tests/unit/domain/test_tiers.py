"""Tiers: four ways in, never down because of a redemption, down only after grace."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from app.domain.program import DEFAULT_TIERS
from app.domain.tiers import (
    Activity,
    Fall,
    Level,
    Metrics,
    Progress,
    Qualify,
    TierScheme,
    after_period,
    fall_ahead,
    metrics_at,
    replayed,
    window_start,
)
from tests.unit.domain.samples import NOON

LEVELS = (
    Level("Bronze", Decimal(1), min_points=0, min_spend_minor=0, min_orders=0),
    Level("Silver", Decimal("1.25"), min_points=500, min_spend_minor=1_000, min_orders=3),
    Level("Gold", Decimal("1.5"), min_points=900, min_spend_minor=2_000, min_orders=5),
)
EXACTLY_SILVER = Metrics(points=500, spend_minor=1_000, orders=3)
DAY = timedelta(days=1)
INSTANT = timedelta(microseconds=1)


def scheme(qualify: Qualify = Qualify.SPEND) -> TierScheme:
    return TierScheme(LEVELS, qualify)


def spent(days_ago: int, minor: int, points: int = 0) -> Activity:
    return Activity(NOON - days_ago * DAY, minor, points)


@pytest.mark.parametrize(
    ("qualify", "metrics", "reached"),
    [
        (Qualify.SPEND, Metrics(spend_minor=999, points=10_000, orders=99), "Bronze"),
        (Qualify.SPEND, Metrics(spend_minor=1_000), "Silver"),
        (Qualify.SPEND, Metrics(spend_minor=2_000), "Gold"),
        (Qualify.POINTS, Metrics(points=499, spend_minor=10_000, orders=99), "Bronze"),
        (Qualify.POINTS, Metrics(points=500), "Silver"),
        (Qualify.POINTS, Metrics(points=900), "Gold"),
        (Qualify.POINTS_OR_SPEND, Metrics(points=499, spend_minor=999, orders=99), "Bronze"),
        (Qualify.POINTS_OR_SPEND, Metrics(points=500), "Silver"),
        (Qualify.POINTS_OR_SPEND, Metrics(spend_minor=1_000), "Silver"),
        (Qualify.SPEND_AND_ORDERS, Metrics(spend_minor=1_000, orders=2), "Bronze"),
        (Qualify.SPEND_AND_ORDERS, Metrics(spend_minor=999, orders=3), "Bronze"),
        (Qualify.SPEND_AND_ORDERS, Metrics(spend_minor=1_000, orders=3), "Silver"),
        (Qualify.SPEND_AND_ORDERS, Metrics(spend_minor=9_999, orders=4), "Silver"),
        (Qualify.SPEND_AND_ORDERS, Metrics(spend_minor=2_000, orders=5), "Gold"),
    ],
)
def test_the_highest_level_whose_conditions_hold(qualify: Qualify, metrics: Metrics, reached: str) -> None:
    assert scheme(qualify).reached(metrics).name == reached


@pytest.mark.parametrize("qualify", [Qualify.SPEND, Qualify.POINTS, Qualify.POINTS_OR_SPEND])
def test_a_threshold_that_is_not_named_is_no_way_in(qualify: Qualify) -> None:
    closed = TierScheme((LEVELS[0], Level("Invited")), qualify)

    assert closed.reached(Metrics(10**9, 10**9, 10**9)).name == "Bronze"


def test_spend_and_orders_asks_only_what_is_named() -> None:
    by_orders = TierScheme((LEVELS[0], Level("Regular", min_orders=2)), Qualify.SPEND_AND_ORDERS)
    by_spend = TierScheme((LEVELS[0], Level("Big", min_spend_minor=500)), Qualify.SPEND_AND_ORDERS)

    assert by_orders.reached(Metrics(orders=2)).name == "Regular"
    assert by_orders.reached(Metrics(orders=1)).name == "Bronze"
    assert by_spend.reached(Metrics(spend_minor=500)).name == "Big"
    assert by_spend.reached(Metrics(spend_minor=499)).name == "Bronze"


def test_the_first_level_asks_nothing() -> None:
    strict = TierScheme((Level("Entry", min_spend_minor=100), *LEVELS[1:]))

    assert strict.reached(Metrics()).name == "Entry"


def test_the_default_tiers() -> None:
    steps = [
        (level.name, str(level.multiplier), level.min_spend_minor, level.min_points) for level in DEFAULT_TIERS.levels
    ]

    assert steps == [
        ("Bronze", "1", 0, 0),
        ("Silver", "1.25", 50_000_00, 5_000_00),
        ("Gold", "1.5", 150_000_00, 15_000_00),
        ("Platinum", "2", 300_000_00, 30_000_00),
    ]
    assert (DEFAULT_TIERS.qualify, DEFAULT_TIERS.qualification_days, DEFAULT_TIERS.grace_days) == ("SPEND", 365, 30)


def test_levels_are_found_by_name() -> None:
    tiers = scheme()

    assert (tiers.level("Gold"), tiers.rank("Gold"), tiers.has("Gold")) == (LEVELS[2], 2, True)
    assert (tiers.level("Diamond"), tiers.rank("Diamond"), tiers.has("Diamond")) == (LEVELS[0], 0, False)


def test_a_bill_lifts_and_never_lowers() -> None:
    tiers = scheme()

    assert tiers.upgraded("Bronze", EXACTLY_SILVER) == "Silver"
    assert tiers.upgraded("Bronze", Metrics(spend_minor=2_000)) == "Gold"
    assert tiers.upgraded("Gold", EXACTLY_SILVER) == "Gold"
    assert tiers.upgraded("Silver", EXACTLY_SILVER) == "Silver"
    assert tiers.upgraded("Diamond", Metrics()) == "Bronze"


@pytest.mark.parametrize(
    ("qualify", "points", "spend", "orders"),
    [
        (Qualify.SPEND, 0, 700, 0),
        (Qualify.POINTS, 400, 0, 0),
        (Qualify.POINTS_OR_SPEND, 400, 700, 0),
        (Qualify.SPEND_AND_ORDERS, 0, 700, 1),
    ],
)
def test_progress_names_what_is_missing(qualify: Qualify, points: int, spend: int, orders: int) -> None:
    metrics = Metrics(points=100, spend_minor=300, orders=2)

    assert scheme(qualify).progress("Bronze", metrics) == Progress("Bronze", "Silver", points, spend, orders)


def test_progress_is_never_negative_and_ends_at_the_top() -> None:
    rich = Metrics(10_000, 10_000, 100)

    assert scheme(Qualify.SPEND_AND_ORDERS).progress("Silver", rich) == Progress("Silver", "Gold", 0, 0, 0)
    assert scheme().progress("Gold", Metrics()) == Progress("Gold", None, 0, 0, 0)
    assert scheme().progress("Diamond", Metrics()).tier == "Bronze"


def test_progress_to_a_level_without_thresholds() -> None:
    closed = TierScheme((LEVELS[0], Level("Invited")), Qualify.POINTS_OR_SPEND)

    assert closed.progress("Bronze", Metrics()) == Progress("Bronze", "Invited", 0, 0, 0)


def test_the_window_is_half_open_and_points_are_of_all_time() -> None:
    at = NOON
    activity = [
        Activity(at - 365 * DAY, 100, 1),  # just left the window
        Activity(at - 365 * DAY + INSTANT, 200, 20),
        Activity(at, 400, 300),
        Activity(at + INSTANT, 800, 4_000),  # has not happened yet
    ]

    assert window_start(at, days=365) == at - 365 * DAY
    assert metrics_at(activity, at, days=365) == Metrics(points=321, spend_minor=600, orders=2)


def test_replaying_gives_the_tier_as_if_only_this_had_happened() -> None:
    tiers = scheme()

    assert replayed(tiers, "Bronze", []) == "Bronze"
    assert replayed(tiers, "Silver", []) == "Silver"
    assert replayed(tiers, "Bronze", [spent(3, 600), spent(2, 400)]) == "Silver"
    assert replayed(tiers, "Bronze", [spent(3, 600), spent(2, 399)]) == "Bronze"


def test_replaying_keeps_what_was_reached_once() -> None:
    """Spend falls out of the window, the tier stays until a period's end says otherwise."""
    assert replayed(scheme(), "Bronze", [spent(800, 2_000), spent(1, 10)]) == "Gold"


def test_replaying_since_a_change_by_hand_judges_only_later_bills() -> None:
    activity = [spent(10, 2_000), spent(5, 1)]

    assert replayed(scheme(), "Bronze", activity, since=NOON - 5 * DAY) == "Bronze"
    assert replayed(scheme(), "Bronze", activity, since=NOON - 5 * DAY - INSTANT) == "Gold"


def test_a_downgrade_waits_for_the_grace_days() -> None:
    gold_left_the_window = [spent(365 + 29, 2_000)]

    assert after_period(scheme(), "Gold", gold_left_the_window, NOON) == "Gold"
    assert after_period(scheme(), "Gold", gold_left_the_window, NOON + DAY) == "Bronze"


def test_a_downgrade_goes_to_what_is_still_reached() -> None:
    assert after_period(scheme(), "Gold", [spent(600, 2_000), spent(100, 1_000)], NOON) == "Silver"


def test_a_bill_of_the_last_instant_counts_at_a_period_s_end() -> None:
    assert after_period(scheme(), "Gold", [spent(0, 2_000)], NOON) == "Gold"


def test_a_period_s_end_never_lifts() -> None:
    assert after_period(scheme(), "Bronze", [spent(10, 2_000)], NOON) == "Bronze"


def test_a_tier_reached_again_during_grace_is_not_lost_at_its_end() -> None:
    """Old and new spend together reached Gold twenty days ago; ten days ago the old one left the window."""
    activity = [spent(375, 1_000), spent(20, 1_500)]

    assert replayed(scheme(), "Bronze", activity) == "Gold"
    assert after_period(scheme(), "Gold", activity, NOON) == "Gold"
    assert after_period(scheme(), "Gold", activity, NOON + 19 * DAY) == "Gold"
    assert after_period(scheme(), "Gold", activity, NOON + 21 * DAY) == "Silver"


class TestNotice:
    """LEVELS: Silver from 1,000 minor units in 365 days; 30 days of grace."""

    def ahead(
        self, activity: list[Activity], *, held: str = "Silver", kept_until: datetime = NOON - 900 * DAY
    ) -> object:
        return fall_ahead(scheme(), held, activity, NOON, kept_until=kept_until)

    def test_none_while_the_tier_is_reached(self) -> None:
        assert self.ahead([spent(364, 1_000)]) is None
        assert self.ahead([], held="Bronze") is None

    def test_once_a_bill_has_left_the_window_it_falls_after_the_grace(self) -> None:
        found = self.ahead([spent(370, 900), spent(100, 400)])

        assert found == Fall("Bronze", NOON + 25 * DAY, 0, 600, 0)

    def test_the_last_bill_whose_leaving_lost_it_counts(self) -> None:
        activity = [spent(500, 2_000), spent(380, 1_000), spent(370, 300)]

        assert self.ahead(activity, held="Silver") == Fall("Bronze", NOON + 15 * DAY, 0, 1_000, 0)
        assert after_period(scheme(), "Silver", activity, NOON + 15 * DAY - INSTANT) == "Silver"
        assert after_period(scheme(), "Silver", activity, NOON + 15 * DAY) == "Bronze"

    def test_it_says_what_is_reached_by_then(self) -> None:
        activity = [spent(380, 2_000), spent(100, 1_000)]

        assert self.ahead(activity, held="Gold") == Fall("Silver", NOON + 15 * DAY, 0, 1_000, 0)

    def test_what_was_given_is_kept_to_its_end(self) -> None:
        assert self.ahead([], kept_until=NOON + 50 * DAY) == Fall("Bronze", NOON + 50 * DAY, 0, 1_000, 0)

    def test_what_is_overdue_falls_at_the_next_review(self) -> None:
        assert self.ahead([spent(500, 1_000)]) == Fall("Bronze", NOON - 105 * DAY, 0, 1_000, 0)


def test_by_default_birthdays_bring_more_the_higher_the_tier() -> None:
    assert [level.birthday_points for level in DEFAULT_TIERS.levels] == [100_00, 250_00, 500_00, 1_000_00]
