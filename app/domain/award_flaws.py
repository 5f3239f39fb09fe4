"""Award flaws: what is wrong with rules that bring something else than points."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.flaws import wrong
from app.domain.rules import DecisionRule
from app.domain.tier_advance import DAYS_MAX, TierAdvance
from app.domain.tiers import TierScheme


def advance_flaws(rule: DecisionRule, award: TierAdvance, scheme: TierScheme) -> Iterator[str]:
    """Each reason as a sentence; none where the lift can stand."""
    if award.tier is not None and not scheme.has(award.tier):
        yield wrong(f"There is no tier {award.tier}.")
        return
    if award.days is not None and not 1 <= award.days <= DAYS_MAX:
        yield wrong(f"A tier is kept between 1 and {DAYS_MAX:,} days.")
    asked = rule.tiers or {one.name for one in scheme.levels}
    if not any(award.target(scheme, name) for name in asked):
        yield wrong("Whoever it asks for has that tier already, so it would lift nobody.")
