"""Decision rules: fixed points beside what the lines earn."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.cart import Cart
from app.domain.days import Period
from app.domain.program import Program
from app.domain.quote import quote
from app.domain.rules import (
    AmountBandHighest,
    Award,
    Band,
    BillFacts,
    Bonus,
    CategoryFixed,
    DecisionRule,
    NthBillInMonth,
    PerSlab,
    bonuses,
    needs_month,
)
from tests.unit.domain.samples import NOON, cart, line, program, visitor


def bonus_points(rules: Program, bought: Cart | None = None, *, tier: str = "Bronze", nth: int = 1) -> int:
    found = quote(bought or cart(), rules, visitor(tier=tier, nth=nth), redeem=0, at=NOON)
    return found.earned.bonus_points


FACTS = BillFacts(base_minor=1000_00, categories=frozenset({"Toys"}), nth_this_month=5, tier="Gold", at=NOON)
BANDS = AmountBandHighest((Band(1000_00, 30), Band(500_00, 50), Band(2000_00, 90)))


@pytest.mark.parametrize(
    ("award", "points"),
    [
        (PerSlab(100_00, 10), 100),
        (PerSlab(999_99, 10), 10),
        (PerSlab(1000_01, 10), 0),
        (PerSlab(400_00, 7), 14),
        (CategoryFixed("Toys", 5), 5),
        (CategoryFixed("Books", 5), 0),
        (BANDS, 30),  # the highest band, not the most points
        (AmountBandHighest((Band(1000_01, 30),)), 0),
        (AmountBandHighest(()), 0),
        (NthBillInMonth(5, 8), 8),
        (NthBillInMonth(4, 8), 0),
        (NthBillInMonth(6, 8), 0),
    ],
)
def test_awards(award: Award, points: int) -> None:
    assert award.award(FACTS) == points


def test_a_bill_has_the_categories_and_number_it_was_sold_with() -> None:
    rules = program(rules=(DecisionRule("a", CategoryFixed("Toys", 1)), DecisionRule("b", NthBillInMonth(3, 2))))
    voided = replace(line("2", category="Toys"), voided=True)

    assert bonus_points(rules, cart(line("1", category="Toys")), nth=3) == 3
    assert bonus_points(rules, Cart((line("1"), voided)), nth=2) == 0


def test_a_bill_has_the_tier_and_the_instant_it_was_sold_with() -> None:
    rules = program(
        rules=(
            DecisionRule("tier", PerSlab(100_00, 1), tiers=frozenset({"Silver"})),
            DecisionRule("time", PerSlab(100_00, 2), period=Period(NOON, NOON)),
        )
    )

    assert bonus_points(rules, tier="Silver") == 3
    assert bonus_points(rules, tier="Gold") == 2


def test_a_rule_holds_in_its_period_and_for_its_tiers() -> None:
    def brought(**limits: object) -> int:
        rule = DecisionRule("r", PerSlab(1000_00, 1), **limits)  # type: ignore[arg-type]
        return sum(bonus.points for bonus in bonuses((rule,), FACTS))

    assert brought() == 1
    assert brought(tiers=frozenset({"Gold", "Silver"})) == 1
    assert brought(tiers=frozenset({"Silver"})) == 0
    assert brought(period=Period(NOON, NOON)) == 1
    assert brought(period=Period(from_at=NOON + timedelta(seconds=1))) == 0


def test_rules_speak_by_priority_then_by_id_and_only_if_they_bring_something() -> None:
    def rule(rule_id: str, priority: int, points: int = 1) -> DecisionRule:
        return DecisionRule(rule_id, PerSlab(1000_00, points), priority)

    spoken = bonuses((rule("b", 1), rule("c", 2), rule("a", 1), rule("z", 9, points=0)), FACTS)

    assert spoken == (Bonus("c", 1), Bonus("a", 1), Bonus("b", 1))


def test_only_some_rules_need_the_month() -> None:
    slab, nth = DecisionRule("s", PerSlab(1, 1)), DecisionRule("n", NthBillInMonth(5, 1))

    assert needs_month((slab, nth))
    assert not needs_month((slab,))
    assert not needs_month(())
