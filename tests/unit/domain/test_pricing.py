"""From a cart to what is owed: discounts in their order, the round-off, and carts that have no price."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.cart import LINES_MAX, BillDiscount, Cart, CartLine
from app.domain.errors import Code, DomainError
from app.domain.money import AMOUNT_MINOR_MAX
from app.domain.pricing import PricedBill, price
from app.domain.program import Program
from app.domain.tiers import Level
from tests.unit.domain.samples import cart, category, line, program

PLAIN = Level("Bronze")


def priced(bought: Cart, rules: Program | None = None, tier: Level = PLAIN) -> PricedBill:
    return price(bought, rules or program(), tier)


def refused(bought: Cart) -> str:
    with pytest.raises(DomainError) as refusal:
        priced(bought)
    assert refusal.value.code is Code.INVALID
    return refusal.value.message


@pytest.mark.parametrize(
    ("quantity", "unit", "gross"),
    [("2", "10.25", 20_50), ("0.5", "0.01", 1), ("0.499", "0.01", 0), ("1.5", "33.33", 50_00), ("0.333", "100", 33_30)],
)
def test_gross_is_quantity_times_price_half_up(quantity: str, unit: str, gross: int) -> None:
    assert priced(cart(line(rupees=unit, quantity=quantity))).gross_minor == gross


def test_discounts_follow_each_other() -> None:
    # ₹399 − 10 % = 359.10 (39.90); − 5 % tier = 17.955 → 17.96; − 20 % of the bill of 341.14 = 68.228 → 68.23
    rules = program(categories={"Baby Care": category(discount="10")})
    silver = Level("Silver", price_discount_percent=Decimal(5))
    (only,) = priced(cart(line(rupees="399", category="Baby Care"), percent="20"), rules, silver).lines

    assert (only.gross_minor, only.category_discount_minor, only.tier_discount_minor) == (399_00, 39_90, 17_96)
    assert (only.bill_discount_minor, only.net_minor) == (68_23, 272_91)


def test_a_bill_discount_is_allocated_by_net_value() -> None:
    # A is ₹50 after its own discount, B ₹50: ₹10.01 splits 5.01 and 5.00
    rules = program(categories={"A": category(discount="50")})
    bill = priced(cart(line("1", "100", "A"), line("2", "50"), amount_minor=10_01), rules)

    assert [one.bill_discount_minor for one in bill.lines] == [5_01, 5_00]
    assert bill.net_minor == 89_99


@pytest.mark.parametrize(("percent", "net"), [("0", 100_00), ("12.5", 87_50), ("100", 0)])
def test_a_bill_discount_in_percent(percent: str, net: int) -> None:
    assert priced(cart(percent=percent)).net_minor == net


@pytest.mark.parametrize(("amount", "net"), [(0, 100_00), (1, 99_99), (100_00, 0)])
def test_a_bill_discount_in_money(amount: int, net: int) -> None:
    assert priced(cart(amount_minor=amount)).net_minor == net


def test_a_discount_larger_than_the_bill_is_refused() -> None:
    with pytest.raises(DomainError) as refusal:
        priced(cart(amount_minor=100_01))
    assert refusal.value.message == "The discount is larger than the bill. Nothing was changed."
    assert refusal.value.facts == {"bill_minor": 100_00}


@pytest.mark.parametrize(
    ("rupees", "step", "round_off"),
    [
        ("99.50", 100, 50),
        ("99.49", 100, -49),
        ("99.00", 100, 0),
        ("0.50", 100, 50),
        ("0.49", 100, -49),
        ("97.50", 500, 2_50),
        ("99.49", 0, 0),
        ("99.49", 1, 0),
    ],
)
def test_the_bill_is_rounded_with_a_visible_round_off(rupees: str, step: int, round_off: int) -> None:
    bill = priced(cart(line(rupees=rupees)), program(bill_rounding_minor=step))

    assert bill.round_off_minor == round_off
    assert bill.net_minor == int(Decimal(rupees) * 100) + round_off
    assert bill.gross_minor == int(Decimal(rupees) * 100)


def test_voided_lines_count_for_nothing() -> None:
    bill = priced(Cart((line("1", "10"), replace(line("2", "99"), voided=True))))

    assert [one.line.line_id for one in bill.lines] == ["1"]
    assert bill.net_minor == 10_00


def test_a_bill_of_voided_lines_comes_to_nothing() -> None:
    bill = priced(Cart((replace(line(), voided=True),), BillDiscount(percent=Decimal(10))))

    assert (bill.lines, bill.net_minor) == ((), 0)


@pytest.mark.parametrize("count", [0, LINES_MAX + 1])
def test_a_bill_has_lines_but_not_too_many(count: int) -> None:
    message = refused(Cart(tuple(line(str(number)) for number in range(count))))
    assert message == f"A bill has between 1 and 500 lines; this one has {count}."


def test_the_longest_bill_is_priced() -> None:
    assert len(priced(Cart(tuple(line(str(number)) for number in range(LINES_MAX)))).lines) == 500


def test_two_lines_with_one_id_are_refused() -> None:
    assert refused(cart(line("1"), line("1"))) == "Two lines of this bill carry the same id. Nothing was saved."


@pytest.mark.parametrize("quantity", ["0", "-1", "100000.001"])
def test_impossible_quantities_are_refused(quantity: str) -> None:
    message = refused(cart(line("7", "0.01", quantity=quantity)))
    assert message == "Line 7: the quantity must be more than 0 and at most 100,000."


def test_a_quantity_has_at_most_three_decimals() -> None:
    assert refused(cart(line("7", quantity="0.0001"))) == "Line 7: the quantity has more than three decimals."
    assert priced(cart(line(rupees="1000", quantity="0.001"))).net_minor == 1_00
    assert priced(cart(line(rupees="0.01", quantity="100000"))).net_minor == 1000_00


@pytest.mark.parametrize(
    ("quantity", "unit_price"),
    [("1", -1), ("1", AMOUNT_MINOR_MAX + 1), ("2", AMOUNT_MINOR_MAX // 2 + 1), ("0.5", AMOUNT_MINOR_MAX + 1)],
)
def test_impossible_prices_are_refused(quantity: str, unit_price: int) -> None:
    message = refused(cart(CartLine("7", "General", Decimal(quantity), unit_price)))
    assert message == "Line 7: the price cannot be negative or beyond what a bill can hold."


def test_a_line_may_be_free_or_as_dear_as_a_bill() -> None:
    assert priced(cart(line(rupees="0"))).net_minor == 0
    assert priced(cart(CartLine("1", "General", Decimal(1), AMOUNT_MINOR_MAX))).net_minor == AMOUNT_MINOR_MAX
    assert priced(cart(CartLine("1", "General", Decimal(2), AMOUNT_MINOR_MAX // 2))).net_minor == AMOUNT_MINOR_MAX


def test_a_bill_larger_than_a_bill_can_be_is_refused() -> None:
    dear = CartLine("1", "General", Decimal(1), AMOUNT_MINOR_MAX)
    assert refused(cart(dear, line("2", "0.01"))) == (
        "This bill is larger than a bill can be. Please check the amounts."
    )


@pytest.mark.parametrize(
    ("discount", "message"),
    [
        (BillDiscount(), "A discount is either a percentage or an amount."),
        (BillDiscount(Decimal(0), 0), "A discount is either a percentage or an amount."),
        (BillDiscount(percent=Decimal("100.01")), "A discount is between 0 % and 100 %."),
        (BillDiscount(percent=Decimal("-0.01")), "A discount is between 0 % and 100 %."),
        (BillDiscount(amount_minor=-1), "A discount cannot be negative."),
    ],
)
def test_impossible_discounts_are_refused(discount: BillDiscount, message: str) -> None:
    assert refused(Cart((line(),), discount)) == message


@pytest.mark.parametrize(
    ("discount", "off"),
    [(BillDiscount(Decimal(10)), 8_55), (BillDiscount(amount_minor=85_50), 85_50), (BillDiscount(Decimal(0)), 0)],
)
def test_a_line_discount_comes_after_the_shops_own_rates(discount: BillDiscount, off: int) -> None:
    """₹100 less 10 % of its category less 5 % of the tier is ₹85.50; the bill's discount comes last."""
    rules = program(categories={"Medicines": category(discount="10")})
    level = Level("Gold", price_discount_percent=Decimal(5))
    first = replace(line("a", "100", category="Medicines"), discount=discount)
    bill = price(Cart((first, line("b", "100")), BillDiscount(amount_minor=1_00)), rules, level)
    assert bill.lines[0].line_discount_minor == off
    assert bill.lines[0].listed_minor == 85_50
    assert bill.by_hand_minor == off + 1_00
    assert bill.net_minor == 85_50 - off + 95_00 - 1_00


def test_a_line_discount_is_no_larger_than_its_line() -> None:
    message = refused(cart(replace(line("a", "10"), discount=BillDiscount(amount_minor=10_01)), line("b", "500")))
    assert message == "The discount is larger than the item. Nothing was changed."
    assert "A discount is between 0 % and 100 %." in refused(
        cart(replace(line("a", "10"), discount=BillDiscount(Decimal(101))))
    )


@pytest.mark.parametrize(("percent", "above"), [("9.99", False), ("10", False), ("10.01", True)])
def test_what_was_taken_off_by_hand_is_held_against_a_limit(percent: str, above: bool) -> None:
    bill = price(Cart((line("a", "1000"),), BillDiscount(Decimal(percent))), program(), Level(""))
    assert bill.is_above(10) is above
    assert not price(Cart((line("a", "0"),)), program(), Level("")).is_above(0)


@given(
    prices=st.lists(st.integers(0, 10_000_00), min_size=1, max_size=8),
    percents=st.lists(st.integers(0, 100), min_size=8, max_size=8),
    bill_percent=st.integers(0, 100),
)
def test_whatever_is_taken_off_the_parts_add_up(prices: list[int], percents: list[int], bill_percent: int) -> None:
    lines = tuple(
        CartLine(str(n), "General", Decimal(1), minor, discount=BillDiscount(Decimal(percents[n])))
        for n, minor in enumerate(prices)
    )
    bill = price(
        Cart(lines, BillDiscount(Decimal(bill_percent))), program(), Level("", price_discount_percent=Decimal(7))
    )
    assert bill.gross_minor - sum(one.gross_minor - one.listed_minor for one in bill.lines) - bill.by_hand_minor == (
        bill.net_minor
    )
    assert all(0 <= one.net_minor <= one.listed_minor <= one.gross_minor for one in bill.lines)
