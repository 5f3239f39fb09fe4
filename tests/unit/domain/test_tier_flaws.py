"""Tiers that nobody could mean are refused with the reason."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from app.domain.errors import DomainError
from app.domain.program import DEFAULT_TIERS
from app.domain.tier_flaws import check_tiers
from app.domain.tiers import Level, TierScheme


def with_gold(**changes: Any) -> TierScheme:
    levels = tuple(replace(one, **changes) if one.name == "Gold" else one for one in DEFAULT_TIERS.levels)
    return replace(DEFAULT_TIERS, levels=levels)


@pytest.mark.parametrize(
    "scheme",
    [
        DEFAULT_TIERS,
        TierScheme((Level("Only"),)),
        with_gold(min_spend_minor=None),
        with_gold(min_spend_minor=50_000_00),
        with_gold(min_orders=3),
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
        (replace(DEFAULT_TIERS, qualification_days=0), "1 to 3650 days"),
        (replace(DEFAULT_TIERS, grace_days=-1), "1 to 3650 days"),
    ],
)
def test_what_cannot_be_meant_is_refused(scheme: TierScheme, why: str) -> None:
    with pytest.raises(DomainError, match=why):
        check_tiers(scheme)
