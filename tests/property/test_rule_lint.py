"""What the linter says of rules is true of every bill; and verdicts tell exactly what earning did."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from app.domain.cart import Cart
from app.domain.conditions import EVER, BillFacts
from app.domain.overlaps import asked, can_meet, contradictions, is_empty
from app.domain.program import Program
from app.domain.quote import Visitor, quote
from app.domain.rules import DecisionRule
from app.domain.verdicts import Said, verdicts
from tests.property.strategies import CATEGORIES, TIERS, carts, instants, minor_amounts, occasions, rules, visitors

facts = st.builds(
    BillFacts,
    minor_amounts,
    st.frozensets(st.sampled_from(CATEGORIES), min_size=1),
    st.sampled_from(TIERS),
    instants,
    occasion=occasions,
)
tiered = st.builds(
    lambda rule, tiers: replace(rule, tiers=tiers), rules, st.frozensets(st.sampled_from(TIERS), max_size=1)
)


def can_be(bill: BillFacts) -> bool:
    """Nobody had more bills in some time than in all of it."""
    before = bill.occasion.bills_before
    return all(count <= before.get(EVER, 0) for count in before.values())


@given(tiered, tiered, facts)
def test_rules_that_are_said_never_to_meet_never_do(one: DecisionRule, other: DecisionRule, bill: BillFacts) -> None:
    assume(can_be(bill))
    if not can_meet(one, other):
        assert not (speaks(one, bill) and speaks(other, bill))


def speaks(rule: DecisionRule, bill: BillFacts) -> bool:
    """Whether it holds, and its action with it."""
    return rule.holds(bill) and all(condition.holds(bill) for condition in asked(rule))


@given(rules, facts)
def test_a_rule_that_is_said_never_to_hold_never_does(rule: DecisionRule, bill: BillFacts) -> None:
    assume(can_be(bill))
    if contradictions(asked(rule)) or any(map(is_empty, rule.conditions)):
        assert not speaks(rule, bill)


@given(carts(), st.lists(rules, max_size=4, unique_by=lambda rule: rule.rule_id), visitors, instants)
def test_verdicts_tell_what_earning_did(
    cart: Cart, given_rules: list[DecisionRule], visitor: Visitor, at: object
) -> None:
    assume(cart.counted())  # what has no line is no bill
    program = Program(rules=tuple(given_rules))
    priced = quote(cart, program, visitor, redeem=0, at=at)  # type: ignore[arg-type]
    found = verdicts(priced, program, visitor.occasion)
    assert {one.rule.rule_id: one.points for one in found if one.points} == {
        use.rule_id: use.points for use in priced.earned.uses
    }
    assert {one.rule.rule_id for one in found if one.said is Said.PAST_LIMIT} == {
        silent.rule_id for silent in priced.earned.silenced
    }
    for one in found:
        if one.said in (Said.SPEAKS, Said.PAST_LIMIT):
            assert all(held.holds for held in one.asked)
        if one.said is Said.ASKS_OTHER:
            assert not all(held.holds for held in one.asked)
