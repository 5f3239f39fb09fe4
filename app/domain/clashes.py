"""Clashes: rules that act on the same thing of the same bill, and what the order makes of them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from app.domain.campaigns import Campaign, combined
from app.domain.drive_rules import in_its_drive
from app.domain.flaws import Flaw, Weight, wrong
from app.domain.formats import quantity
from app.domain.overlaps import can_meet
from app.domain.program import Program
from app.domain.rules import DecisionRule, Multiply, PercentFor, in_order
from app.domain.voucher_awards import VoucherOf

_ALL = wrong("every category")


def clashes(program: Program) -> Iterator[Flaw]:
    """Every pair of rules that overlap. Of those with the same priority the order is an accident of their names."""
    standing = [one for one in (in_its_drive(rule, program.drives) for rule in program.rules) if one is not None]
    for first, second in combinations(in_order(standing), 2):
        if can_meet(first, second):
            text = _text(first, second, program)
            if text:
                yield _flaw(first, second, text)
            yield from _same_reward(first, second, program)
    for rule in standing:
        yield from _with_campaigns(rule, program)


def _flaw(first: DecisionRule, second: DecisionRule, text: str) -> Flaw:
    names = (first.rule_id, second.rule_id)
    if first.priority != second.priority:
        return Flaw(text, names, Weight.WARNS)
    reason = wrong(f"Both have priority {first.priority}: give one of them another.")
    return Flaw(f"{text} {reason}", names)


def _text(first: DecisionRule, second: DecisionRule, program: Program) -> str:
    """What the order makes of two that can hold together; empty where neither takes anything from the other."""
    named = f"“{first.rule_id}” and “{second.rule_id}”"
    match first.award, second.award:
        case PercentFor(category, percent), PercentFor(other) if category == other:
            return wrong(f"{named} both say what {category} earns. Rule order gives {percent.normalize():f} %.")
        case Multiply() as one, Multiply() as another if (shared := _both_touch(one, another)) is not None:
            times = _together(program, one, another)
            return wrong(f"{named} both apply to {shared or _ALL}. Together they give {times} times.")
    if (first.stop or second.stop) and first.priority == second.priority:
        return wrong(
            f"{named} can both hold, and one of them lets no other apply after it. Rule order begins with the first."
        )
    return ""


def _same_reward(first: DecisionRule, second: DecisionRule, program: Program) -> Iterator[Flaw]:
    """Whatever the order, each gives a voucher of its own, unless the first lets the other not apply."""
    given = [one.award.reward_id for one in (first, second) if isinstance(one.award, VoucherOf)]
    if first.stop or len(given) < 2 or given[0] != given[1]:
        return
    reward = program.reward(given[0])
    if reward is not None and reward.member_max != 1:
        named = f"“{first.rule_id}” and “{second.rule_id}”"
        text = wrong(f"{named} both give {reward.name}. A bill for which both hold brings two of them.")
        yield Flaw(text, (first.rule_id, second.rule_id), Weight.WARNS)


def _both_touch(one: Multiply, other: Multiply) -> str | None:
    """The category that both multiply, empty for all of them; None for none."""
    if one.category is not None and other.category is not None and one.category != other.category:
        return None
    return one.category or other.category or ""


def _together(program: Program, *multiplied: Multiply) -> str:
    campaigns = [Campaign("", one.multiplier) for one in multiplied]
    product = combined(campaigns, ceiling=program.earning.multiplier_ceiling)
    return quantity(Decimal(product.numerator) / product.denominator)


def _with_campaigns(rule: DecisionRule, program: Program) -> Iterator[Flaw]:
    """A campaign that multiplies has no priority: both count."""
    if not isinstance(rule.award, Multiply):
        return
    for one in program.campaigns:
        as_rule = DecisionRule(one.campaign_id, Multiply(one.multiplier), period=one.period, tiers=one.tiers)
        touches = rule.award.category is None or one.touches(rule.award.category)
        if touches and can_meet(rule, as_rule):
            times = _together(program, rule.award, Multiply(one.multiplier))
            text = wrong(f"“{rule.rule_id}” and “{one.campaign_id}” are both on. Together they give {times} times.")
            yield Flaw(text, (rule.rule_id, one.campaign_id), Weight.WARNS)
