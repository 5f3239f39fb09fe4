"""What is wrong with tiers, so that they cannot be published."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise

from app.domain.campaigns import Campaign
from app.domain.errors import invalid
from app.domain.tiers import Level, TierScheme

MULTIPLIER_MAX = 100
DAYS_MAX = 3650
LEVELS_MAX, NAME_MAX, FORMERLY_MAX = 20, 40, 50


def check_tiers(scheme: TierScheme) -> None:
    """Refuse what nobody could mean, with the reason. Raises INVALID."""
    if not 1 <= len(scheme.levels) <= LEVELS_MAX:
        raise invalid(f"There are 1 to {LEVELS_MAX} tiers. Nothing was published.")
    _check_names(scheme)
    for level in scheme.levels:
        _check_level(level)
    for lower, higher in pairwise(scheme.levels):
        _check_order(scheme, lower, higher)
    if not 1 <= scheme.qualification_days <= DAYS_MAX or not 0 <= scheme.grace_days <= DAYS_MAX:
        raise invalid(f"A period has 1 to {DAYS_MAX} days. Nothing was published; type other days.")


def check_tiers_asked(scheme: TierScheme, campaigns: Iterable[Campaign]) -> None:
    """Refuse to leave a multiplier behind that is for a tier there is none of. Raises INVALID."""
    for one in campaigns:
        for gone in sorted(one.tiers - scheme.names):
            raise invalid(
                f"“{one.campaign_id}” multiplies for {gone}. Nothing was published; have that changed at the server "
                "first, or keep the tier as it is called."
            )


def _check_names(scheme: TierScheme) -> None:
    """Letters large or small are the same name: people say it aloud."""
    said = [level.name.casefold() for level in scheme.levels]
    for place, level in enumerate(scheme.levels):
        if said[place] in said[:place]:
            raise invalid(f"There are two tiers called {level.name}. Nothing was published; give one another name.")
        if not level.name.strip() or level.name != level.name.strip() or len(level.name) > NAME_MAX:
            raise invalid(f"A tier has a name of at most {NAME_MAX} characters. Nothing was published; type one.")
        if len(level.formerly) > FORMERLY_MAX:
            raise invalid(f"{level.name} had too many other names. Nothing was published; leave it as it is.")
        _check_former(scheme, level)


def _check_former(scheme: TierScheme, level: Level) -> None:
    for other in scheme.levels:
        for name in level.names:
            if other is not level and name in other.formerly:
                raise invalid(
                    f"Members of {other.name} may still hold it as {name}. Nothing was published; give {level.name} "
                    "another name."
                )


def _check_order(scheme: TierScheme, lower: Level, higher: Level) -> None:
    if not _is_above(higher, lower):
        raise invalid(
            f"{higher.name} asks less than {lower.name}, which is below it. Nothing was published; ask for more."
        )
    asked = scheme.asks(higher)
    if any(one is not None for one in asked) and asked == scheme.asks(lower):
        raise invalid(
            f"{higher.name} asks the same as {lower.name}, so nobody would stay there. Nothing was published; ask for "
            "more."
        )


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
