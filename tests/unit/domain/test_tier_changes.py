"""What two schemes of tiers differ in."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from app.domain.program import DEFAULT_TIERS
from app.domain.tier_changes import TierChange, tier_changes, tiers_carried_over
from app.domain.tiers import Level, TierScheme

BRONZE, SILVER, GOLD, PLATINUM = DEFAULT_TIERS.levels


def scheme(*levels: Level) -> TierScheme:
    return replace(DEFAULT_TIERS, levels=levels)


def test_the_same_tiers_differ_in_nothing():
    assert tier_changes(DEFAULT_TIERS, DEFAULT_TIERS) == ()


def test_each_figure_of_each_tier_then_what_is_one_for_all():
    silver = replace(SILVER, min_spend_minor=40_000_00, multiplier=Decimal("1.3"))
    after = replace(scheme(BRONZE, silver, GOLD, PLATINUM), grace_days=10)
    assert tier_changes(DEFAULT_TIERS, after) == (
        TierChange("Silver", "multiplier", Decimal("1.25"), Decimal("1.3")),
        TierChange("Silver", "min_spend_minor", 50_000_00, 40_000_00),
        TierChange("", "grace_days", 30, 10),
    )


def test_what_is_new_or_gone_stands_whole():
    diamond = Level("Diamond", Decimal(3), min_spend_minor=900_000_00)
    assert tier_changes(DEFAULT_TIERS, scheme(BRONZE, SILVER, GOLD, diamond)) == (
        TierChange("Platinum", "", PLATINUM, None),
        TierChange("Diamond", "", None, diamond),
    )


def test_what_somebody_changed_stands_over_what_is_newer():
    mine, newer = scheme(BRONZE, SILVER), scheme(BRONZE, GOLD)
    assert tiers_carried_over(DEFAULT_TIERS, mine, newer) == mine
    assert tiers_carried_over(DEFAULT_TIERS, DEFAULT_TIERS, newer) == newer
