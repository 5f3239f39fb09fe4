"""Properties of pricing, redeeming and earning over any program, cart and visitor."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.domain.bill import bill_lines
from app.domain.cart import Cart
from app.domain.errors import Code, DomainError
from app.domain.explain import line_points_again, why_limit, why_points
from app.domain.limits import NOTHING_DRAWN
from app.domain.money import allocate
from app.domain.points import RoundingScope, value_minor
from app.domain.program import EarnOn, MinPointsMode, Program
from app.domain.quote import MAX, Quote, Visitor, quote
from tests.property.strategies import carts, instants, programs, visitors


def most(cart: Cart, program: Program, visitor: Visitor, at: datetime) -> Quote:
    return quote(cart, program, visitor, redeem=MAX, at=at)


@given(st.integers(0, 10**9), st.lists(st.integers(0, 10**6), min_size=1, max_size=12))
def test_parts_add_up_and_are_within_one_of_proportional(total: int, weights: list[int]) -> None:
    parts = allocate(total, weights)

    assert sum(parts) == total
    whole = sum(weights)
    if whole:
        assert all(abs(part - Fraction(total * weight, whole)) < 1 for part, weight in zip(parts, weights, strict=True))


@given(st.integers(0, 10**6), st.lists(st.integers(0, 10**6), min_size=1, max_size=12))
def test_a_part_of_a_whole_is_never_more_than_its_weight(total: int, weights: list[int]) -> None:
    assume(total <= sum(weights))

    assert all(part <= weight for part, weight in zip(allocate(total, weights), weights, strict=True))


@given(carts(), programs, visitors, instants)
def test_discounts_never_make_a_line_negative_and_the_bill_is_its_lines(
    cart: Cart, program: Program, visitor: Visitor, at: datetime
) -> None:
    priced = most(cart, program, visitor, at).priced

    assert all(0 <= line.net_minor <= line.gross_minor for line in priced.lines)
    assert priced.net_minor == sum(line.net_minor for line in priced.lines) + priced.round_off_minor >= 0
    assert [line.line for line in priced.lines] == [line for line in cart.lines if not line.voided]
    if program.bill_rounding_minor:
        assert priced.net_minor % program.bill_rounding_minor == 0
        assert 2 * abs(priced.round_off_minor) <= program.bill_rounding_minor


@given(carts(), programs, visitors, instants)
def test_a_redemption_stays_within_every_limit(cart: Cart, program: Program, visitor: Visitor, at: datetime) -> None:
    found, rules = most(cart, program, visitor, at), program.redemption

    assert 0 <= found.redeemed_points <= max(0, visitor.purse.available)
    assert found.redeemed_points <= found.limits.cap_points
    assert found.limits.cap_points % rules.step == 0
    worth = value_minor(found.redeemed_points, rate=rules.rate, currency=program.currency)
    assert found.redeemed_minor == worth == found.limits.max_minor <= found.limits.cap_minor
    assert found.payable_minor == found.net_minor - found.redeemed_minor >= 0
    if found.redeemed_points:
        assert program.enabled
        assert visitor.purse.active
        by_balance = rules.min_points_mode is MinPointsMode.BALANCE
        assert (visitor.purse.available if by_balance else found.redeemed_points) >= rules.min_points


@given(carts(), programs, visitors, instants, st.integers(1, 1_000_00))
def test_the_most_is_accepted_and_more_is_refused(
    cart: Cart, program: Program, visitor: Visitor, at: datetime, more: int
) -> None:
    largest = most(cart, program, visitor, at)
    limit = largest.limits.max_points

    assert quote(cart, program, visitor, redeem=limit, at=at) == largest
    with pytest.raises(DomainError) as refusal:
        quote(cart, program, visitor, redeem=limit + more, at=at)
    if limit:
        over_balance = limit + more > visitor.purse.available
        assert refusal.value.code is (Code.INSUFFICIENT_POINTS if over_balance else Code.OVER_CAP)
        assert refusal.value.facts["max_points"] == limit


@given(carts(), programs, visitors, instants)
def test_a_quote_is_pure_and_never_brings_points_from_nothing(
    cart: Cart, program: Program, visitor: Visitor, at: datetime
) -> None:
    one, other = most(cart, program, visitor, at), most(cart, program, visitor, at)

    assert one == other
    assert all(line.points >= 0 for line in one.earned.lines)
    known = {rule.rule_id for rule in program.rules}
    assert all(bonus.points > 0 and bonus.rule_id in known for bonus in one.earned.bonuses)
    assert {bonus.rule_id for bonus in one.earned.bonuses} <= {use.rule_id for use in one.earned.uses}
    if not program.enabled or not visitor.purse.active:
        assert (one.earned.points, one.referrer_points, one.redeemed_points) == (0, 0, 0)


@given(carts(), programs, visitors, instants)
def test_no_rule_brings_more_than_its_limits_leave(
    cart: Cart, program: Program, visitor: Visitor, at: datetime
) -> None:
    rules = {rule.rule_id: rule for rule in program.rules}
    found = most(cart, replace(program, rules=tuple(rules.values())), visitor, at).earned
    drawn = visitor.occasion.drawn

    for use in found.uses:
        room = rules[use.rule_id].limits.room(drawn.get(use.rule_id, NOTHING_DRAWN))
        assert room.points is None or use.points <= room.points
        assert use.cut_by in (None, room.held_by)
    assert {one.rule_id for one in found.silenced}.isdisjoint(use.rule_id for use in found.uses)
    assert found.bonus_points <= sum(use.points for use in found.uses)


@given(carts(), programs, visitors, instants)
def test_what_points_paid_is_shared_over_the_lines(
    cart: Cart, program: Program, visitor: Visitor, at: datetime
) -> None:
    found = most(cart, program, visitor, at)
    assume(found.priced.lines and visitor.purse.active)
    lines = bill_lines(found)

    assert sum(line.redeemed_minor for line in lines) == found.redeemed_minor
    assert sum(line.points for line in lines) == found.earned.line_points
    assert sum(line.net_minor for line in lines) + found.priced.round_off_minor == found.net_minor


@given(carts(), programs, visitors, instants)
def test_an_explanation_evaluates_to_the_posted_points(
    cart: Cart, program: Program, visitor: Visitor, at: datetime
) -> None:
    found = most(cart, program, visitor, at)
    if program.rounding.scope is RoundingScope.LINE:
        assert [line_points_again(line, program) for line in found.earned.lines] == [
            line.points for line in found.earned.lines
        ]
    assert sum(reason.binding for reason in why_limit(found, program)) == 1
    assert why_points(found, program)[-1].binding


@given(carts(), programs, visitors, instants)
def test_paying_with_points_never_earns_more(cart: Cart, program: Program, visitor: Visitor, at: datetime) -> None:
    """Points redeemed lower the earning base, or leave it; each line earns at most what it would have."""
    without = quote(cart, program, visitor, redeem=0, at=at).earned.lines
    with_points = most(cart, program, visitor, at).earned.lines

    assert all(a.base_minor <= b.base_minor for a, b in zip(with_points, without, strict=True))
    if program.earning.earn_on is not EarnOn.NET_OF_DISCOUNT_AND_REDEMPTION:
        assert all(a.points == b.points for a, b in zip(with_points, without, strict=True))
