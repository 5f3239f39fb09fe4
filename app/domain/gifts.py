"""Gifts: what rules, rewards and birthdays give besides a rate, in per cent, and by how much that rises.

A gift is measured by the smallest bill that brings it, and never by one smaller than the usual; of a reward, what it is
worth more than its points would pay. Source: docs/rates.md, A second person. Money is in minor units, points in
hundredths.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil

from app.domain.conditions import AmountBetween
from app.domain.points import HUNDREDTHS
from app.domain.program import Program
from app.domain.rewards import Reward
from app.domain.rules import AmountBandHighest, DecisionRule, Multiply, PercentFor, PerSlab
from app.domain.tier_advance import TierAdvance
from app.domain.tier_changes import staying
from app.domain.tiers import Level
from app.domain.voucher_awards import VoucherOf

_HUNDRED, _NOTHING = 100, Fraction(0)


@dataclass(frozen=True, slots=True)
class GiftRise:
    """What gives more than it did, by its name, and by how many percentage points."""

    name: str
    percent: Decimal


def steepest_gift(before: Program, after: Program, *, usual_bill_minor: int) -> GiftRise:
    """The largest rise that one rule, reward or tier brings, each taken alone; of nothing where none does.

    Points are worth on both sides what they will be: another worth of them is a rise of its own.
    """
    rises = (
        *_of_rules(before, after, usual_bill_minor),
        *_of_rewards(before, after, usual_bill_minor),
        *_of_birthdays(before, after, usual_bill_minor),
    )
    name, percent = max(rises, key=lambda one: one[1], default=("", _NOTHING))
    return GiftRise(name, _shown(max(percent, _NOTHING)))


def _shown(percent: Fraction) -> Decimal:
    """With two decimals, never less than it is."""
    return Decimal(ceil(percent * _HUNDRED)) / _HUNDRED


def _of_rules(before: Program, after: Program, usual_minor: int) -> Iterator[tuple[str, Fraction]]:
    stood = {rule.rule_id: rule for rule in before.rules}
    for rule in after.rules:
        was = stood.get(rule.rule_id)
        given = _NOTHING if was is None else _given(was, before.reward, after, usual_minor)
        yield rule.rule_id, _given(rule, after.reward, after, usual_minor) - given


def _given(rule: DecisionRule, rewards: Callable[[str], Reward | None], program: Program, usual_minor: int) -> Fraction:
    """What a rule gives, in per cent of a bill; nothing where it changes rates, which are measured as such."""
    award, least = rule.award, max([usual_minor, *_asked(rule)])
    match award:
        case Multiply() | PercentFor() | TierAdvance():
            return _NOTHING
        case PerSlab(slab, points):  # a rate by another name
            return Fraction(points * program.currency.minor_per_major, slab)
        case AmountBandHighest(bands):
            shares = (_share(rule, band.points, program, max(least, band.from_minor)) for band in bands)
            return max(shares, default=_NOTHING)
        case VoucherOf(reward_id):
            reward = rewards(reward_id)
            return _NOTHING if reward is None else _percent(_worth(reward, least), max(least, reward.min_bill_minor))
        case _:
            return _share(rule, award.points, program, least)


def _asked(rule: DecisionRule) -> Iterator[int]:
    return (one.least_minor for one in rule.conditions if isinstance(one, AmountBetween))


def _share(rule: DecisionRule, points: int, program: Program, bill_minor: int) -> Fraction:
    """Of a bill, by what the points pay; a rule brings no more than its limit of one bill."""
    most = rule.limits.points_per_bill
    return _percent(_paid_by(points if most is None else min(points, most), program), bill_minor)


def _paid_by(points: int, program: Program) -> Fraction:
    """What points pay, in minor units, exactly."""
    return Fraction(points, HUNDREDTHS) * Fraction(program.redemption.rate) * program.currency.minor_per_major


def _percent(part: Fraction, whole: Fraction | int) -> Fraction:
    return part * _HUNDRED / whole


def _of_rewards(before: Program, after: Program, usual_minor: int) -> Iterator[tuple[str, Fraction]]:
    for reward in after.rewards:
        was = before.reward(reward.reward_id)
        stood = _NOTHING if was is None else _above_its_points(was, after, usual_minor)
        yield reward.name, _above_its_points(reward, after, usual_minor) - stood


def _above_its_points(reward: Reward, program: Program, usual_minor: int) -> Fraction:
    """What it is worth more than its points pay, of the smallest bill it can be used on, or the usual one."""
    above = _worth(reward, usual_minor) - _paid_by(reward.cost, program)
    return max(_NOTHING, _percent(above, max(usual_minor, reward.min_bill_minor)))


def _worth(reward: Reward, usual_minor: int) -> Fraction:
    """What it is worth; one that does not say is taken for a bill of the usual size."""
    bill = max(usual_minor, reward.min_bill_minor)
    if reward.percent is not None:
        return Fraction(reward.percent) * bill / _HUNDRED
    return Fraction(reward.value_minor or bill)


def _of_birthdays(before: Program, after: Program, usual_minor: int) -> Iterator[tuple[str, Fraction]]:
    """A tier that is new is measured against the best there was."""
    stood: dict[str, Level] = {now: before.tiers.level(was) for was, now in staying(before.tiers, after.tiers).items()}
    best = max(level.birthday_points for level in before.tiers.levels)
    for level in after.tiers.levels:
        was = stood[level.name].birthday_points if level.name in stood else best
        yield level.name, _percent(_paid_by(level.birthday_points - was, after), usual_minor)
