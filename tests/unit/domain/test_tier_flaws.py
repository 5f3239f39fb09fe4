"""Tiers that nobody could mean are refused with the reason."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from app.domain.campaigns import Campaign
from app.domain.errors import DomainError
from app.domain.program import DEFAULT_TIERS
from app.domain.tier_flaws import check_tiers, check_tiers_asked
from app.domain.tiers import Level, Qualify, TierScheme


def with_gold(**changes: Any) -> TierScheme:
    levels = tuple(replace(one, **changes) if one.name == "Gold" else one for one in DEFAULT_TIERS.levels)
    return replace(DEFAULT_TIERS, levels=levels)


@pytest.mark.parametrize(
    "scheme",
    [
        DEFAULT_TIERS,
        TierScheme((Level("Only"),)),
        with_gold(min_spend_minor=None),
        with_gold(min_spend_minor=50_000_01),
        with_gold(min_orders=3),
        with_gold(formerly=("Golden",)),
        replace(with_gold(min_spend_minor=50_000_00), qualify=Qualify.POINTS_OR_SPEND),
        TierScheme((Level("One"), Level("By hand"), Level("By hand too"))),
    ],
)
def test_what_can_be_meant_is_let_by(scheme: TierScheme) -> None:
    check_tiers(scheme)


@pytest.mark.parametrize(
    ("scheme", "why"),
    [
        (with_gold(name="Silver"), "two tiers called Silver"),
        (with_gold(min_spend_minor=49_999_99), "Gold asks less than Silver"),
        (with_gold(min_spend_minor=300_000_01), "Platinum asks less than Gold"),
        (with_gold(min_points=1), "Gold asks less than Silver"),
        (with_gold(multiplier=Decimal(0)), "Gold cannot have that multiplier"),
        (with_gold(multiplier=Decimal(101)), "Gold cannot have that multiplier"),
        (with_gold(price_discount_percent=Decimal("100.01")), "Gold cannot have that discount"),
        (with_gold(birthday_points=-1), "less than nothing"),
        (with_gold(min_orders=-1), "less than nothing"),
        (with_gold(name="SILVER"), "two tiers called SILVER"),
        (with_gold(name=" "), "at most 40 characters"),
        (with_gold(name="Gold "), "at most 40 characters"),
        (with_gold(name="G" * 41), "at most 40 characters"),
        (with_gold(min_spend_minor=50_000_00), "Gold asks the same as Silver"),
        (replace(with_gold(min_points=5_000_00), qualify=Qualify.POINTS), "Gold asks the same as Silver"),
        (TierScheme((Level("One"), Level("Two", min_spend_minor=0))), "Two asks the same as One"),
        (TierScheme((Level("One"), Level("Two")), Qualify.SPEND_AND_ORDERS), "Two asks the same as One"),
        (with_gold(formerly=tuple(map(str, range(51)))), "Gold had too many other names"),
        (with_gold(formerly=("Silver",)), "Members of Gold may still hold it as Silver. .*; give Silver another name"),
        (TierScheme(()), "1 to 20 tiers"),
        (TierScheme(tuple(Level(str(n)) for n in range(21))), "1 to 20 tiers"),
        (replace(DEFAULT_TIERS, qualification_days=0), "1 to 3650 days"),
        (replace(DEFAULT_TIERS, grace_days=-1), "1 to 3650 days"),
    ],
)
def test_what_cannot_be_meant_is_refused(scheme: TierScheme, why: str) -> None:
    with pytest.raises(DomainError, match=why):
        check_tiers(scheme)


def test_a_multiplier_is_not_left_for_a_tier_there_is_none_of() -> None:
    for_gold = Campaign("Week", Decimal(2), tiers=frozenset({"Gold"}))
    check_tiers_asked(DEFAULT_TIERS, (for_gold, Campaign("All", Decimal(2))))
    with pytest.raises(DomainError, match="“Week” multiplies for Gold"):
        check_tiers_asked(with_gold(name="Aurum", formerly=("Gold",)), (for_gold,))
