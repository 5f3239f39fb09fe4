"""By how much more is given where rules and tiers multiply."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.program import Category, Earning, Program
from app.domain.rules import Award, DecisionRule, Multiply, PointsFixed
from app.domain.steepness import steepest_multiplier
from app.domain.tiers import Level, TierScheme

SHOP = Program(
    categories={
        "Medicines": Category(Decimal(1)),
        "Baby Care": Category(Decimal(5)),
        "Delivery": Category(Decimal(9), earns=False),
    },
    earning=Earning(default_percent=Decimal(2)),
    tiers=TierScheme((Level("Bronze"), Level("Gold", Decimal("1.5"), price_discount_percent=Decimal(1)))),
)


def having(*awards: Award) -> Program:
    return replace(SHOP, rules=tuple(DecisionRule(f"rule {n}", award) for n, award in enumerate(awards)))


def rise(after: Program, before: Program = SHOP) -> Decimal:
    return steepest_multiplier(before, after)


@pytest.mark.parametrize(
    ("award", "expected"),
    [
        (Multiply(Decimal(2)), 5),  # Baby Care twice: 5 % more
        (Multiply(Decimal(2), "Medicines"), 1),
        (Multiply(Decimal(3), "Delivery"), 0),  # earns nothing, however often
        (Multiply(Decimal(4), "Toys"), 6),  # the default of 2 %
        (Multiply(Decimal(40)), 45),  # the ceiling is 10
        (Multiply(Decimal("0.5")), 0),
        (PointsFixed(100), 0),
    ],
)
def test_a_rule_that_multiplies_raises_what_it_multiplies(award, expected):
    assert rise(having(award)) == expected


def test_a_rule_is_measured_against_itself_as_it_was():
    twice, thrice = having(Multiply(Decimal(2))), having(Multiply(Decimal(3)))
    assert rise(thrice, twice) == 5
    assert (rise(twice, thrice), rise(twice, twice), rise(SHOP, twice)) == (0, 0, 0)
    assert rise(having(Multiply(Decimal(3), "Medicines")), twice) == 1, "of all, and so of this one"
    assert rise(twice, having(Multiply(Decimal(2), "Medicines"))) == 5
    assert rise(twice, having(PointsFixed(100))) == 5


def test_the_steepest_of_several_counts():
    assert rise(having(Multiply(Decimal(2), "Medicines"), Multiply(Decimal(3), "Baby Care"))) == 10


def tiers(*levels: Level) -> Program:
    return replace(SHOP, tiers=TierScheme(levels))


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ((Level("Bronze", Decimal("1.2")), SHOP.tiers.levels[1]), 1),
        ((Level("Bronze"), Level("Gold", Decimal(1))), 0),
        ((Level("Bronze", price_discount_percent=Decimal(7)),), 7),
        ((Level("Bronze"), Level("Silver", Decimal("1.5"), price_discount_percent=Decimal(1))), 0),  # as Gold was
        ((*SHOP.tiers.levels, Level("Diamond", Decimal("2.5"), price_discount_percent=Decimal(1))), 5),
        ((*SHOP.tiers.levels, Level("Diamond", Decimal("1.5"), price_discount_percent=Decimal(4))), 3),
    ],
)
def test_a_tier_raises_by_what_it_multiplies_and_by_its_discount(levels, expected):
    assert rise(tiers(*levels)) == expected


def test_rates_are_taken_as_they_will_be():
    lowered = replace(SHOP, categories={"Baby Care": Category(Decimal(3))})
    assert rise(replace(lowered, tiers=tiers(Level("Bronze", Decimal(2))).tiers)) == 3
