"""What is wrong with tiers, so that they cannot be published."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from app.domain.errors import invalid
from app.domain.tiers import Level, TierScheme

MULTIPLIER_MAX = 100
DAYS_MAX = 3650


def check_tiers(scheme: TierScheme) -> None:
    """Refuse what nobody could mean, with the reason. Raises INVALID."""
    names = [level.name for level in scheme.levels]
    twice = next((name for place, name in enumerate(names) if name in names[:place]), None)
    if twice is not None:
        raise invalid(f"There are two tiers called {twice}. Nothing was published; give one another name.")
    for level in scheme.levels:
        _check_level(level)
    for lower, higher in pairwise(scheme.levels):
        if not _is_above(higher, lower):
            raise invalid(
                f"{higher.name} asks less than {lower.name}, which is below it. Nothing was published; ask for more."
            )
    if not 1 <= scheme.qualification_days <= DAYS_MAX or not 0 <= scheme.grace_days <= DAYS_MAX:
        raise invalid(f"A period has 1 to {DAYS_MAX} days. Nothing was published; type other days.")


def _check_level(level: Level) -> None:
    if not 0 < level.multiplier <= MULTIPLIER_MAX:
        raise invalid(f"{level.name} cannot have that multiplier. Nothing was published; type one like 1.25.")
    if not 0 <= level.price_discount_percent <= Decimal(100):
        raise invalid(f"{level.name} cannot have that discount. Nothing was published; type one from 0 to 100.")
    asked = (level.min_spend_minor, level.min_points, level.min_orders, level.birthday_points)
    if any(one is not None and one < 0 for one in asked):
        raise invalid(f"{level.name} cannot ask or give less than nothing. Nothing was published.")


def _is_above(higher: Level, lower: Level) -> bool:
    """What both ask for, the higher asks more of or as much."""
    both = (
        (higher.min_spend_minor, lower.min_spend_minor),
        (higher.min_points, lower.min_points),
        (higher.min_orders, lower.min_orders),
    )
    return all(above is None or below is None or above >= below for above, below in both)
