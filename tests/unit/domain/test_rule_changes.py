"""Rule changes: what two sets of rules differ in, and the same changes made of another set."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from app.domain.program import Category, Program
from app.domain.rates import steepest_rule
from app.domain.rule_changes import RuleChange, moved, rule_changes, rules_carried_over, with_rule, without_rule
from app.domain.rules import DecisionRule, PercentFor, PointsFixed, in_order

A, B, C = (DecisionRule(name, PointsFixed(100)) for name in "ABC")
OTHER_A, OTHER_B = replace(A, priority=1), replace(B, priority=2)


def test_what_was_changed_taken_away_and_new() -> None:
    changes = rule_changes((A, B), (OTHER_A, C))
    assert changes == (RuleChange(A, OTHER_A), RuleChange(B, None), RuleChange(None, C))
    assert [one.rule_id for one in changes] == ["A", "B", "C"]
    assert rule_changes((A, B), (B, A)) == ()


def test_a_rule_takes_the_place_of_another_or_stands_behind_all() -> None:
    assert with_rule((A, B), OTHER_A) == (OTHER_A, B)
    assert with_rule((A, B), C, instead_of="A") == (C, B)
    assert with_rule((A,), C) == (A, C)
    assert without_rule((A, B), "A") == (B,)


def test_what_one_changed_is_made_of_what_another_published() -> None:
    assert rules_carried_over((A, B), (OTHER_A, C), (A, OTHER_B)) == (OTHER_A, C)
    assert rules_carried_over((A,), (A, C), (OTHER_A, B)) == (OTHER_A, B, C)


def test_a_rule_raises_a_rate_over_what_it_was() -> None:
    before = Program(
        categories={"Toys": Category(Decimal(2))}, rules=(DecisionRule("x", PercentFor("Toys", Decimal(3))),)
    )

    def rise(percent: int, category: str = "Toys", name: str = "x") -> Decimal:
        rule = DecisionRule(name, PercentFor(category, Decimal(percent)))
        return steepest_rule(before, replace(before, rules=with_rule(before.rules, rule)))

    assert [rise(10), rise(3), rise(10, name="y"), rise(10, "Books")] == [7, 0, 8, 10]
    assert steepest_rule(before, replace(before, rules=(A,))) == 0


def order(rules: tuple[DecisionRule, ...]) -> list[tuple[str, int]]:
    return [(one.rule_id, one.priority) for one in in_order(rules)]


def test_a_rule_is_moved_in_the_order_and_as_few_priorities_change_as_can_be() -> None:
    assert order(moved((A, B, C), "C", by=-1)) == [("A", 2), ("C", 1), ("B", 0)]
    assert order(moved((A, B, C), "A", by=1)) == [("B", 1), ("A", 0), ("C", 0)]
    assert order(moved((A, OTHER_B), "A", by=-5)) == [("A", 3), ("B", 2)]
    assert moved((A, B), "B", by=1) == (A, B)
    assert moved((A,), "A", by=-1) == (A,)
