"""Brought: the rewards of which rules give a voucher with a bill."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.hearing import RuleUse, Silenced
from app.domain.limits import Bound
from app.domain.program import Program
from app.domain.rewards import Reward
from app.domain.rules import DecisionRule
from app.domain.voucher_awards import VoucherOf


def rewards_brought(uses: Iterable[RuleUse], program: Program) -> list[tuple[str, Reward]]:
    """Of each rule that gave a voucher its id and the reward, in the order of the uses."""
    awards = {one.rule_id: one.award for one in program.rules if isinstance(one.award, VoucherOf)}
    found = ((use.rule_id, program.reward(awards[use.rule_id].reward_id)) for use in uses if use.rule_id in awards)
    return [(rule_id, reward) for rule_id, reward in found if reward is not None]


def rewards_lacking(silenced: Iterable[Silenced], program: Program) -> list[Reward]:
    """The rewards that rules would have given, had there been any left; each once."""
    kept_back = (RuleUse(one.rule_id, 0) for one in silenced if one.by is Bound.STOCK)
    return list(dict.fromkeys(reward for _, reward in rewards_brought(kept_back, program)))


def named_rewards(rules: Iterable[DecisionRule]) -> frozenset[str]:
    """The rewards that rules give vouchers of."""
    return frozenset(one.award.reward_id for one in rules if isinstance(one.award, VoucherOf))
