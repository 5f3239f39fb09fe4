"""Limits of decision rules: how often and how much, who is cut, who is silent, and how that is explained."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.cart import Cart
from app.domain.conditions import Occasion
from app.domain.explain import why_points
from app.domain.hearing import RuleUse, Silenced
from app.domain.limit_flaws import limit_flaws
from app.domain.limits import NOTHING_DRAWN, UNBOUND, Bound, Drawn, Room, RuleLimits
from app.domain.points import POINTS_MAX, Rounding, RoundingScope
from app.domain.quote import Quote, quote
from app.domain.rules import Bonus, DecisionRule, Multiply, PercentFor, PointsFixed
from app.domain.triggers import Trigger
from tests.unit.domain.samples import NOON, cart, line, program, visitor

TEN = DecisionRule("ten", PointsFixed(10_00))
DOUBLE = DecisionRule("double", Multiply(Decimal(2)))


def limited(rule: DecisionRule, **limits: int) -> DecisionRule:
    return replace(rule, limits=RuleLimits(**limits))


def priced(
    *rules: DecisionRule, drawn: Mapping[str, Drawn] | None = None, bought: Cart | None = None, **settings: object
) -> Quote:
    """100 rupees of General, or a cart, at 3 per cent under these rules."""
    occasion = Occasion(drawn=drawn or {})
    return quote(bought or cart(), program(rules=rules, **settings), visitor(occasion=occasion), redeem=0, at=NOON)


@pytest.mark.parametrize(
    ("limits", "drawn", "room"),
    [
        ({}, Drawn(uses=99, points=99, today=99, budget_left=0), UNBOUND),
        ({"uses_per_member": 2}, Drawn(uses=1), UNBOUND),
        ({"uses_per_member": 2}, Drawn(uses=2), Room(0, Bound.USES)),
        ({"points_per_bill": 5}, Drawn(points=99), Room(5, Bound.BILL)),
        ({"points_per_member": 5}, Drawn(points=3, today=99), Room(2, Bound.MEMBER)),
        ({"points_per_member": 5}, Drawn(points=9), Room(0, Bound.MEMBER)),
        ({"points_per_day": 5}, Drawn(points=99, today=4), Room(1, Bound.DAY)),
        ({"points_per_day": 5}, Drawn(today=6), Room(0, Bound.DAY)),
        ({"budget": 5}, NOTHING_DRAWN, Room(5, Bound.BUDGET)),
        ({"budget": 5}, Drawn(budget_left=2), Room(2, Bound.BUDGET)),
        ({"budget": 5}, Drawn(budget_left=-2), Room(0, Bound.BUDGET)),
        ({"points_per_bill": 5, "points_per_day": 5, "budget": 9}, NOTHING_DRAWN, Room(5, Bound.BILL)),
        ({"points_per_bill": 5, "points_per_day": 5, "budget": 3}, NOTHING_DRAWN, Room(3, Bound.BUDGET)),
    ],
)
def test_the_narrowest_limit_is_what_is_left(limits: dict[str, int], drawn: Drawn, room: Room) -> None:
    assert RuleLimits(**limits).room(drawn) == room


def test_a_bonus_is_cut_to_what_is_left_and_says_by_what() -> None:
    found = priced(limited(TEN, points_per_member=25_00), drawn={"ten": Drawn(points=21_00)})

    assert found.earned.bonuses == (Bonus("ten", 4_00),)
    assert found.earned.uses == (RuleUse("ten", 4_00, Bound.MEMBER),)
    assert [reason.text for reason in why_points(found, program())][1:] == [
        "Rule ten: + 4, all that is left of it for this member",
        "Together 7 points",
    ]


def test_a_bonus_that_just_fits_is_not_cut() -> None:
    found = priced(limited(TEN, budget=10_00))

    assert found.earned.uses == (RuleUse("ten", 10_00),)
    assert why_points(found, program())[1].text == "Rule ten: + 10"


def test_a_rule_past_a_limit_is_silent_says_so_and_stops_nobody() -> None:
    first = replace(limited(TEN, uses_per_member=1), priority=9, stop=True)
    other = DecisionRule("other", PointsFixed(1_00))
    found = priced(first, other, drawn={"ten": Drawn(uses=1)})

    assert found.earned.bonuses == (Bonus("other", 1_00),)
    assert found.earned.silenced == (Silenced("ten", Bound.USES),)
    assert "Rule ten brings nothing: this member has had it as often as it allows" in [
        reason.text for reason in why_points(found, program())
    ]
    assert priced(first, other).earned.bonuses == (Bonus("ten", 10_00),), "the first time it stops the other"


def test_what_lines_earn_more_by_a_rule_is_what_it_brought() -> None:
    nine = DecisionRule("nine", PercentFor("Toys", Decimal(9)), priority=5)
    found = priced(DOUBLE, nine, bought=cart(line("1"), line("2", category="Toys")))

    # Toys 3 → 9, then 3 + 9 doubled
    assert found.earned.uses == (RuleUse("nine", 6_00), RuleUse("double", 12_00))
    assert found.earned.points == 24_00


def test_a_rule_of_lines_brings_all_or_nothing() -> None:
    fits, short = (priced(limited(DOUBLE, budget=points)) for points in (3_00, 2_99))

    assert (fits.earned.points, fits.earned.uses) == (6_00, (RuleUse("double", 3_00),))
    assert (short.earned.points, short.earned.uses) == (3_00, ())
    assert short.earned.silenced == (Silenced("double", Bound.BUDGET),)
    assert short.earned.lines[0].campaign_ids == ()


def test_a_rule_that_brings_nothing_is_no_use_and_takes_nothing() -> None:
    half = limited(DecisionRule("half", Multiply(Decimal("0.5"))), budget=1)
    same = DecisionRule("same", PercentFor("General", Decimal(3)))
    found = priced(half, same)

    assert (found.earned.points, found.earned.uses, found.earned.silenced) == (1_50, (), ())
    assert priced(limited(DOUBLE, budget=3_00), program_off()).earned.uses == (RuleUse("double", 3_00),)


def program_off() -> DecisionRule:
    """Of another category than any on the bill."""
    return DecisionRule("off", Multiply(Decimal(9), "Nothing"))


def test_points_rounded_once_a_bill_are_shared_over_all_its_lines() -> None:
    found = priced(DOUBLE, bought=cart(line("1"), line("2")), rounding=Rounding(scope=RoundingScope.BILL))

    assert found.earned.uses == (RuleUse("double", 6_00),)
    assert [one.points for one in found.earned.lines] == [6_00, 6_00]


def test_a_bill_that_does_not_qualify_uses_nothing() -> None:
    found = priced(limited(TEN, uses_per_member=1), enabled=False)

    assert (found.earned.uses, found.earned.silenced, found.earned.points) == ((), (), 0)


def test_what_a_rule_with_limits_brought_the_bill_alone_does_not_tell() -> None:
    assert not TEN.asks_occasion
    assert limited(TEN, budget=1).asks_occasion


def test_limits_that_cannot_stand_are_named() -> None:
    signup = replace(limited(TEN, budget=1), trigger=Trigger.SIGNUP)
    assert list(limit_flaws(TEN)) == []
    assert list(limit_flaws(limited(TEN, uses_per_member=1, points_per_bill=1, budget=POINTS_MAX))) == []
    assert list(limit_flaws(limited(DOUBLE, points_per_day=1, budget=1))) == []
    assert list(limit_flaws(signup)) == ["Only what a bill brings has limits."]
    assert list(limit_flaws(limited(DOUBLE, points_per_bill=5))) == [
        "What changes the rate of lines has no limit on one bill: a rate is given whole or not at all."
    ]
    assert list(limit_flaws(limited(TEN, uses_per_member=0))) == ["A member has it at least once."]
    for wrong in ({"budget": 0}, {"points_per_day": -1}, {"points_per_member": POINTS_MAX + 1}):
        assert list(limit_flaws(limited(TEN, **wrong))) == ["A limit in points is more than nothing."]
