"""Award flaws: what is wrong with rules that bring something else than points."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from app.domain.drive_rules import in_its_drive
from app.domain.flaws import wrong
from app.domain.program import Program
from app.domain.rewards import Reward
from app.domain.rules import DecisionRule
from app.domain.tier_advance import DAYS_MAX, TierAdvance
from app.domain.tiers import TierScheme
from app.domain.voucher_awards import VoucherOf


def advance_flaws(rule: DecisionRule, award: TierAdvance, scheme: TierScheme) -> Iterator[str]:
    """Each reason as a sentence; none where the lift can stand."""
    if award.tier is not None and award.tier not in scheme.names:
        yield wrong(f"There is no tier {award.tier}.")
        return
    if award.days is not None and not 1 <= award.days <= DAYS_MAX:
        yield wrong(f"A tier is kept between 1 and {DAYS_MAX:,} days.")
    asked = rule.tiers or {one.name for one in scheme.levels}
    if not any(award.target(scheme, name) for name in asked):
        yield wrong("Whoever it asks for has that tier already, so it would lift nobody.")


def voucher_flaws(rule: DecisionRule, award: VoucherOf, program: Program, begins: datetime) -> Iterator[str]:
    """Each reason as a sentence; none where somebody can be given one, on a day from `begins` on."""
    reward = program.reward(award.reward_id)
    if reward is None:
        yield wrong(f"There is no reward {award.reward_id}.")
        return
    if reward.stock == 0:
        yield wrong(f"There is none of {reward.name} to give.")
    bounded = in_its_drive(rule, program.drives) or rule
    if not _is_for_anybody(reward, bounded, program.tiers):
        yield wrong(f"{reward.name} is for {reward.min_tier} and above, and nobody it asks for is.")
    shared = bounded.period.within(reward.period)
    if shared is None or (shared.until_at is not None and shared.until_at < begins):
        yield wrong(f"{reward.name} cannot be had while it holds.")


def _is_for_anybody(reward: Reward, rule: DecisionRule, scheme: TierScheme) -> bool:
    asked = rule.tiers or {one.name for one in scheme.levels}
    return reward.min_tier is None or any(scheme.rank(name) >= scheme.rank(reward.min_tier) for name in asked)
