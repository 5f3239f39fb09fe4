"""Tier names: everything in the rules that asks for a tier by its name, asking for it by another."""

from __future__ import annotations

from dataclasses import replace

from app.domain.drives import Drive
from app.domain.program import Program
from app.domain.rewards import Reward
from app.domain.rules import DecisionRule
from app.domain.segments import Ask, HoldsTier, Segment
from app.domain.tier_advance import TierAdvance


def asking_for(program: Program, name: str, *, instead_of: str) -> Program:
    """The same rules, campaigns, segments and rewards for a tier that is called otherwise."""
    return replace(
        program,
        rules=tuple(_rule(one, instead_of, name) for one in program.rules),
        rewards=tuple(_reward(one, instead_of, name) for one in program.rewards),
        segments=tuple(_segment(one, instead_of, name) for one in program.segments),
        drives=tuple(_drive(one, instead_of, name) for one in program.drives),
    )


def _rule(rule: DecisionRule, was: str, now: str) -> DecisionRule:
    award = rule.award
    if isinstance(award, TierAdvance) and award.tier == was:
        award = replace(award, tier=now)
    return replace(rule, award=award, tiers=_names(rule.tiers, was, now))


def _reward(reward: Reward, was: str, now: str) -> Reward:
    return replace(reward, min_tier=now) if reward.min_tier == was else reward


def _segment(segment: Segment, was: str, now: str) -> Segment:
    return replace(segment, asks=tuple(_ask(one, was, now) for one in segment.asks))


def _ask(ask: Ask, was: str, now: str) -> Ask:
    return HoldsTier(_names(ask.tiers, was, now)) if isinstance(ask, HoldsTier) else ask


def _drive(drive: Drive, was: str, now: str) -> Drive:
    return replace(drive, tiers=_names(drive.tiers, was, now))


def _names(names: frozenset[str], was: str, now: str) -> frozenset[str]:
    return names - {was} | {now} if was in names else names
