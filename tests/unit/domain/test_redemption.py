"""How many points may pay for a bill, what they are worth, and why not more."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.domain.cart import Cart
from app.domain.errors import Code, DomainError
from app.domain.money import Currency
from app.domain.program import CapBase, MinPointsMode, Program, Redemption
from app.domain.quote import MAX, Quote, Redeem, quote
from app.domain.redemption import Binding, Limits, check
from tests.unit.domain.samples import NOON, cart, category, line, program, visitor

BILL = cart(line("1", "600", "Medicines"), line("2", "400", "General"))
PLENTY = 100_000_00
PER_REDEMPTION = MinPointsMode.PER_REDEMPTION


def redeeming(**rules: object) -> Program:
    return program(redemption=Redemption(**{"min_points": 0, **rules}))  # type: ignore[arg-type]


def priced(
    rules: Program, available: int = PLENTY, *, redeem: Redeem = 0, bought: Cart = BILL, active: bool = True
) -> Quote:
    return quote(bought, rules, visitor(available, active=active), redeem=redeem, at=NOON)


def largest(rules: Program, available: int = PLENTY, *, bought: Cart = BILL) -> tuple[int, int, Binding]:
    found = priced(rules, available, bought=bought).limits
    return found.max_points, found.max_minor, found.binding


def refused(rules: Program, available: int, redeem: int, *, active: bool = True) -> DomainError:
    with pytest.raises(DomainError) as refusal:
        priced(rules, available, redeem=redeem, active=active)
    return refusal.value


def test_half_of_the_net_bill_is_the_cap() -> None:
    # 50 % of ₹1,000 is ₹500; at 10 paise a point that is 5,000 points
    assert priced(redeeming()).limits == Limits(
        cap_base_minor=1000_00,
        percent_cap_minor=500_00,
        cap_minor=500_00,
        cap_points=5000_00,
        available=PLENTY,
        max_points=5000_00,
        max_minor=500_00,
        binding=Binding.PERCENT_OF_BILL,
    )


def test_the_cap_is_taken_after_discounts_unless_it_is_of_the_gross() -> None:
    discounted = cart(line("1", "1000"), percent="10")

    assert largest(redeeming(), bought=discounted)[1] == 450_00
    assert largest(redeeming(cap_base=CapBase.GROSS), bought=discounted)[1] == 500_00


@pytest.mark.parametrize(("base", "worth"), [(CapBase.NET_AFTER_DISCOUNT, 270_00), (CapBase.GROSS, 300_00)], ids=str)
def test_categories_that_bar_points_do_not_count(base: CapBase, worth: int) -> None:
    # Medicines ₹600 less 10 % is ₹540; General is barred
    rules = program(
        categories={"General": category(redeems=False), "Medicines": category(discount="10")},
        redemption=Redemption(min_points=0, cap_base=base),
    )

    assert largest(rules)[1] == worth


def test_a_bill_of_barred_lines_takes_no_points_even_when_rounded_down() -> None:
    rules = program(
        categories={"General": category(redeems=False)},
        bill_rounding_minor=100,
        redemption=Redemption(min_points=0),
    )

    found = priced(rules, bought=cart(line(rupees="10.40"))).limits
    assert (found.cap_base_minor, found.max_points) == (0, 0)


def test_points_never_pay_more_than_the_bill() -> None:
    """The gross cap of a bill at half price is more than there is to pay."""
    rules = redeeming(cap_base=CapBase.GROSS, max_percent=Decimal(100))
    half_price = cart(line("1", "1000"), percent="50")
    bill = priced(rules, redeem=MAX, bought=half_price)

    assert (bill.redeemed_minor, bill.payable_minor) == (500_00, 0)


def test_a_limit_per_bill_binds_when_it_is_the_smaller() -> None:
    assert largest(redeeming(max_per_bill_minor=300_00)) == (3000_00, 300_00, Binding.PER_BILL)
    assert largest(redeeming(max_per_bill_minor=500_00)) == (5000_00, 500_00, Binding.PERCENT_OF_BILL)
    assert largest(redeeming(max_per_bill_minor=900_00)) == (5000_00, 500_00, Binding.PERCENT_OF_BILL)


def test_the_cap_in_money_is_rounded_down_to_the_minor_unit() -> None:
    # 33 % of ₹0.10 is 3.3 paise
    assert priced(redeeming(max_percent=Decimal(33)), bought=cart(line(rupees="0.10"))).limits.cap_minor == 3


def test_the_cap_in_points_is_rounded_down_to_the_step() -> None:
    bought = cart(line(rupees="99.90"))  # the cap of ₹49.95 is 499.5 points

    assert largest(redeeming(), bought=bought)[0] == 499_00
    assert largest(redeeming(step=100_00), bought=bought)[0] == 400_00
    assert largest(redeeming(step=1), bought=bought)[0] == 499_50


def test_a_fraction_of_a_point_left_may_be_spent() -> None:
    assert largest(redeeming(), 12_34) == (12_34, 1_23, Binding.BALANCE)


def test_a_redemption_is_worth_its_rate_rounded_down() -> None:
    # 12.34 × 0.25 = 3.085
    bill = priced(redeeming(rate=Decimal("0.25")), 12_34, redeem=12_34)

    assert (bill.redeemed_minor, bill.payable_minor) == (308, 1000_00 - 308)


def test_the_balance_binds_when_it_is_not_more_than_the_cap() -> None:
    assert largest(redeeming(), 5000_00)[2] is Binding.BALANCE
    assert largest(redeeming(), 5000_01)[2] is Binding.PERCENT_OF_BILL


def test_a_debt_can_buy_nothing() -> None:
    assert largest(redeeming(), -50_00) == (0, 0, Binding.BALANCE)


def test_the_minimum_is_a_threshold_on_the_balance() -> None:
    rules = redeeming(min_points=100_00)

    assert largest(rules, 99_99) == (0, 0, Binding.MINIMUM)
    assert largest(rules, 100_00) == (100_00, 10_00, Binding.BALANCE)
    assert priced(rules, 120_00, redeem=10_00).redeemed_minor == 1_00
    assert largest(rules, 120_00, bought=cart(line(rupees="10"))) == (50_00, 5_00, Binding.PERCENT_OF_BILL)


def test_or_a_threshold_on_this_redemption() -> None:
    rules = redeeming(min_points=100_00, min_points_mode=PER_REDEMPTION)
    small = cart(line(rupees="19.99"))  # the cap of ₹9.99 is 99 points

    assert largest(rules, bought=small) == (0, 0, Binding.MINIMUM)
    assert largest(rules, bought=cart(line(rupees="20"))) == (100_00, 10_00, Binding.PERCENT_OF_BILL)
    assert priced(rules, redeem=MAX, bought=small).redeemed_points == 0


def test_too_few_points_are_refused_with_what_there_is() -> None:
    refusal = refused(redeeming(), 50_00, 60_00)

    assert refusal.code is Code.INSUFFICIENT_POINTS
    assert refusal.message == "Only 50 points can be used now, not 60. Nothing was taken; use fewer points or none."
    assert refusal.facts == {"available": 50_00, "max_points": 50_00, "max_minor": 5_00}
    assert priced(redeeming(), 60_00, redeem=60_00).redeemed_points == 60_00


def test_a_debt_is_shown_as_no_points() -> None:
    refusal = refused(redeeming(), -5_00, 1_00)

    assert refusal.message.startswith("Only 0 points can be used now")
    assert refusal.facts["available"] == -5_00


def test_a_balance_under_the_minimum_is_refused() -> None:
    refusal = refused(redeeming(min_points=100_00), 80_00, 10_00)

    assert refusal.code is Code.BELOW_MINIMUM
    assert refusal.message == (
        "Needs 100 points to redeem; there are 80. Nothing was taken; the bill goes on without points."
    )
    assert refusal.facts == {"minimum": 100_00, "points": 80_00}


def test_a_redemption_under_the_minimum_is_refused() -> None:
    rules = redeeming(min_points=100_00, min_points_mode=PER_REDEMPTION)
    refusal = refused(rules, PLENTY, 99_99)

    assert (refusal.code, refusal.facts) == (Code.BELOW_MINIMUM, {"minimum": 100_00, "points": 99_99})
    assert priced(rules, redeem=100_00).redeemed_points == 100_00


def test_over_the_cap_is_refused_with_the_most_that_would_be_accepted() -> None:
    refusal = refused(redeeming(), PLENTY, 5000_01)

    assert refusal.code is Code.OVER_CAP
    assert refusal.message == (
        "Only ₹500.00 (5,000 points) of this bill can be paid by points. Nothing was taken; use that many or fewer."
    )
    assert refusal.facts == {"max_points": 5000_00, "max_minor": 500_00}
    assert priced(redeeming(), redeem=5000_00).redeemed_minor == 500_00


def test_over_a_cap_under_the_minimum_nothing_would_be_accepted() -> None:
    rules = redeeming(min_points=6000_00, min_points_mode=PER_REDEMPTION)
    refusal = refused(rules, PLENTY, 7000_00)

    assert refusal.code is Code.OVER_CAP
    assert refusal.facts == {"max_points": 0, "max_minor": 0}


@pytest.mark.parametrize("points", [-1, -100_00])
def test_a_redemption_cannot_bring_points(points: int) -> None:
    refusal = refused(redeeming(), PLENTY, points)

    assert refusal.code is Code.INVALID
    assert refusal.message == "Points to use cannot be negative. Nothing was taken."


def test_no_points_at_all_are_always_few_enough() -> None:
    rules, purse = redeeming(), visitor(0).purse
    check(0, priced(rules, 0).limits, rules, purse)


def test_the_checks_come_in_order() -> None:
    """Disabled, card, balance, minimum, cap: each test breaks this and every later one."""
    strict = Redemption(min_points=10**9, max_percent=Decimal(0))
    off, on = program(enabled=False, redemption=strict), program(redemption=strict)

    assert refused(off, 5_00, 10_00, active=False).code is Code.DISABLED
    assert refused(on, 5_00, 10_00, active=False).code is Code.CARD_INACTIVE
    assert refused(on, 5_00, 10_00).code is Code.INSUFFICIENT_POINTS
    assert refused(on, 50_00, 10_00).code is Code.BELOW_MINIMUM
    assert refused(redeeming(max_percent=Decimal(0)), 50_00, 10_00).code is Code.OVER_CAP


def test_refusals_say_the_bill_goes_on() -> None:
    assert refused(program(enabled=False), PLENTY, 1_00).message == (
        "Points are switched off in this shop today. The bill goes on without them."
    )
    assert refused(redeeming(), PLENTY, 1_00, active=False).message == (
        "This card is not active, so its points cannot be used. The bill goes on without them."
    )


def test_a_quote_for_the_most_is_no_error_it_answers_nothing() -> None:
    off = priced(program(enabled=False), redeem=MAX)
    inactive = priced(redeeming(), redeem=MAX, active=False)

    assert (off.redeemed_points, off.limits.binding) == (0, Binding.DISABLED)
    assert (inactive.redeemed_points, inactive.limits.binding) == (0, Binding.CARD_INACTIVE)
    assert quote(BILL, redeeming(), None, redeem=MAX, at=NOON).limits == Limits(0, 0, 0, 0, 0, 0, 0, Binding.NO_CARD)


@pytest.mark.parametrize(
    ("code", "price_minor", "cap_points", "worth"),
    [
        ("JPY", 1_000, 5000_00, 500),  # half of ¥1,000 at ¥0.10 a point
        ("KWD", 10_000, 50_00, 5_000),  # half of 10 dinars at 0.10 dinar a point
    ],
)
def test_currencies_with_other_minor_units(code: str, price_minor: int, cap_points: int, worth: int) -> None:
    rules = program(currency=Currency(code), redemption=Redemption(min_points=0))
    bought = cart(line(rupees=str(Decimal(price_minor) / 100)))

    assert largest(rules, bought=bought)[:2] == (cap_points, worth)
