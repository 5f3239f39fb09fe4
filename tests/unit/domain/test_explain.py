"""The "why?" on screen: the sentences behind earned points and the limit on redeeming."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.campaigns import Campaign
from app.domain.cart import Cart
from app.domain.explain import Reason, line_points_again, why_limit, why_points
from app.domain.points import Rounding, TierStep
from app.domain.program import MinPointsMode, Program, Redemption
from app.domain.programmes import FIRST, PointName
from app.domain.quote import quote
from app.domain.rules import DecisionRule, PerSlab
from tests.unit.domain.samples import NOON, cart, category, line, program, visitor


def reasons(rules: Program, available: int, *, bought: Cart | None = None, active: bool = True) -> list[Reason]:
    found = quote(bought or cart(line(rupees="1000")), rules, visitor(available, active=active), redeem=0, at=NOON)
    return why_limit(found, rules)


def test_points_are_explained_line_by_line() -> None:
    rules = program(
        categories={"Medicines": category("1.50")},
        campaigns=(
            Campaign("a", Decimal(2), categories=frozenset({"Toys"})),
            Campaign("b", Decimal("1.5"), categories=frozenset({"Toys"})),
        ),
        rules=(DecisionRule("slab", PerSlab(500_00, 5_00)),),
    )
    bought = cart(line("1", "600", "Medicines"), line("2", "400", "Toys"))
    found = quote(bought, rules, visitor(1000_00, tier="Silver"), redeem=500_00, at=NOON)

    # 570 × 1.5 % × 1.25 = 10.6875; 380 × 3 % × 3 × 1.25 = 42.75; ₹950 is one slab
    assert why_points(found, rules) == [
        Reason("1  Medicines: ₹570.00 × 1.5 % × 1.25 (tier) = 10.68 (₹30.00 of it paid by points)"),
        Reason("2  Toys: ₹380.00 × 3 % × 3 (a, b) × 1.25 (tier) = 42.75 (₹20.00 of it paid by points)"),
        Reason("Rule slab: + 5"),
        Reason("Together 58.43 points", binding=True),
    ]


def test_multipliers_of_one_are_left_out() -> None:
    rules = program()
    found = quote(cart(line(rupees="100")), rules, visitor(), redeem=0, at=NOON)

    assert why_points(found, rules)[0] == Reason("1  General: ₹100.00 × 3 % = 3")


def test_round_percentages_are_written_plainly() -> None:
    rules = program(categories={"General": category("100")})
    found = quote(cart(), rules, visitor(), redeem=0, at=NOON)

    assert "× 100 % =" in why_points(found, rules)[0].text


@pytest.mark.parametrize("step", list(TierStep))
def test_an_explained_line_evaluates_to_its_points(step: TierStep) -> None:
    rules = program(rounding=Rounding(quantum=100, tier_step=step), campaigns=(Campaign("c", Decimal("1.1")),))
    found = quote(cart(line(rupees="190")), rules, visitor(tier="Gold"), redeem=0, at=NOON)
    (only,) = found.earned.lines

    # 190 × 3 % × 1.1 = 6.27; × 1.5 = 9.405 → 9, or 6 × 1.5 → 9
    assert line_points_again(only, rules) == only.points == 9_00


def test_an_audit_multiplies_between_roundings_too() -> None:
    rules = program(rounding=Rounding(quantum=100, tier_step=TierStep.ROUND_THEN_MULTIPLY_THEN_ROUND))
    found = quote(cart(line(rupees="190")), rules, visitor(tier="Gold"), redeem=0, at=NOON)
    (only,) = found.earned.lines

    assert line_points_again(only, rules) == only.points == 7_00


def test_the_binding_limit_is_marked() -> None:
    rules = program(redemption=Redemption(min_points=0, max_per_bill_minor=300_00))

    assert reasons(rules, 2000_00) == [
        Reason("balance ₹200.00", binding=True),
        Reason("50 % of bill ₹500.00"),
        Reason("most on one bill ₹300.00"),
    ]
    assert [one.binding for one in reasons(rules, 9000_00)] == [False, False, True]


def test_half_of_the_bill_may_be_what_binds() -> None:
    assert reasons(program(), 9000_00) == [Reason("balance ₹900.00"), Reason("50 % of bill ₹500.00", binding=True)]


def test_a_debt_is_no_balance() -> None:
    dear = program(redemption=Redemption(min_points=0, rate=Decimal(1)))

    assert reasons(dear, -5_00)[0] == Reason("balance ₹0.00", binding=True)


def test_the_minimum_is_explained_with_what_there_is() -> None:
    rules = program(redemption=Redemption(min_points=100_00))

    assert reasons(rules, 80_00)[0] == Reason("needs 100 points to redeem, has 80", binding=True)
    assert reasons(rules, -80_00)[0] == Reason("needs 100 points to redeem, has 0", binding=True)
    assert [one.binding for one in reasons(rules, 80_00)] == [True, False, False]


def test_a_minimum_a_redemption_is_explained_with_what_this_bill_allows() -> None:
    rules = program(redemption=Redemption(min_points=100_00, min_points_mode=MinPointsMode.PER_REDEMPTION))
    small = cart(line(rupees="10"))

    assert reasons(rules, 900_00, bought=small)[0].text == "needs 100 points to redeem, this bill allows 50"
    assert reasons(rules, 100_00, bought=small)[0].text == "needs 100 points to redeem, this bill allows 50"
    assert reasons(rules, 99_99, bought=small)[0].text == "needs 100 points to redeem, has 99.99"


def test_a_programmes_own_word_is_said_of_the_sum_and_of_the_minimum() -> None:
    rules = program(
        programme=replace(FIRST, point=PointName("coin", "coins")),
        redemption=Redemption(min_points=100_00, min_points_mode=MinPointsMode.PER_REDEMPTION),
    )
    small = cart(line(rupees="10"))

    assert reasons(rules, 900_00, bought=small)[0].text == "at least 100 coins, this bill allows 50 coins"
    assert reasons(rules, 1_00)[0].text == "at least 100 coins, the card has 1 coin"
    found = quote(small, rules, visitor(), redeem=0, at=NOON)
    assert why_points(found, rules)[-1] == Reason("Together 0.3 coins", binding=True)


def test_refusals_are_one_sentence() -> None:
    off, on = program(enabled=False), program()

    assert reasons(off, 0) == [Reason("points are switched off in this shop", binding=True)]
    assert reasons(on, 0, active=False) == [Reason("this card is not active", binding=True)]
    without_card = quote(cart(), on, None, redeem=0, at=NOON)
    assert why_limit(without_card, on) == [Reason("no card on this bill", binding=True)]
