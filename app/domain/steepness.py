"""Steepness: by how many percentage points a category earns more where something multiplies more than it did.

Source: docs/rates.md, A second person. Rates themselves are measured in `rates`, what is given besides in `gifts`.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from app.domain.program import Program
from app.domain.rule_changes import rule_changes
from app.domain.rules import DecisionRule, Multiply
from app.domain.tier_changes import staying


def steepest_multiplier(before: Program, after: Program) -> Decimal:
    """The largest rise that a rule or a tier brings by multiplying, or a tier by its discount, each taken alone.

    What is multiplied are the rates as they will be; nothing multiplies by more than the ceiling.
    """
    return max((*_of_rules(before, after), *_of_tiers(before, after), Decimal(0)))


def _of_rules(before: Program, after: Program) -> Iterator[Decimal]:
    for one in rule_changes(before.rules, after.rules):
        award = one.now.award if one.now is not None else None
        if isinstance(award, Multiply):
            multiplier = min(award.multiplier, after.earning.multiplier_ceiling)
            yield (multiplier - _multiplier(one.was, award.category)) * _most_earned(after, award.category)


def _multiplier(rule: DecisionRule | None, category: str | None) -> Decimal:
    """What a category was multiplied by already; never less than once."""
    award = rule.award if rule is not None else None
    if isinstance(award, Multiply) and award.category in (None, category):
        return max(Decimal(1), award.multiplier)
    return Decimal(1)


def _of_tiers(before: Program, after: Program) -> Iterator[Decimal]:
    """A tier that is new is measured against the best there was."""
    stood = {now: before.tiers.level(was) for was, now in staying(before.tiers, after.tiers).items()}
    times = max(level.multiplier for level in before.tiers.levels)
    discount = max(level.price_discount_percent for level in before.tiers.levels)
    most = _most_earned(after, None)
    for level in after.tiers.levels:
        was = stood.get(level.name)
        yield (level.multiplier - (times if was is None else was.multiplier)) * most
        yield level.price_discount_percent - (discount if was is None else was.price_discount_percent)


def _most_earned(program: Program, category: str | None) -> Decimal:
    """The highest rate that is multiplied: of one category, or of all."""
    if category is not None:
        return program.point_percent(category) if program.category(category).earns else Decimal(0)
    rates = (program.point_percent(name) for name, one in program.categories.items() if one.earns)
    return max((*rates, program.earning.default_percent))
