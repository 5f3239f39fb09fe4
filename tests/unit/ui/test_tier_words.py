"""What was changed of tiers, in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.domain.money import RUPEE
from app.domain.tier_changes import TierChange
from app.domain.tiers import Level, PointsBasis, Qualify
from ui.tier_words import change

DIAMOND = Level("Diamond", Decimal("2.50"), min_spend_minor=900_000_00)


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (TierChange("Silver", "min_spend_minor", 50_000_00, None), "Silver, Spend from: ₹50,000.00 › –"),
        (TierChange("Silver", "multiplier", Decimal("1.25"), Decimal("1.50")), "Silver, Points times: 1.25 › 1.5"),
        (TierChange("Gold", "birthday_points", 500_00, 750_00), "Gold, Birthday points: 500 › 750"),
        (TierChange("Gold", "benefits", (), ("Delivery", "Check")), "Gold, Benefits: – › Delivery; Check"),
        (TierChange("Gold", "min_orders", None, 12), "Gold, Bills from: – › 12"),
        (TierChange("", "grace_days", 30, 60), "Tiers, Days of grace: 30 › 60"),
        (TierChange("", "qualify", Qualify.SPEND, Qualify.POINTS), "Tiers, What counts: spend › points"),
        (
            TierChange("", "points_basis", PointsBasis.LIFETIME_EARNED, PointsBasis.AVAILABLE_PLUS_PENDING),
            "Tiers, Points that count: all that were earned › those that are there",
        ),
        (TierChange("Diamond", "", None, DIAMOND), "Tier “Diamond” is new: from ₹9,00,000.00 · × 2.5"),
        (TierChange("Diamond", "", DIAMOND, None), "Tier “Diamond” is taken away: from ₹9,00,000.00 · × 2.5"),
    ],
)
def test_a_change_says_what_was_and_what_is(one, words):
    assert change(one, RUPEE) == words
