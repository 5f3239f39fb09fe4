"""A quote as a whole: who is at the counter, what is owed, and the referrer's points."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.errors import DomainError
from app.domain.points import Rounding
from app.domain.program import Category, Program, Redemption
from app.domain.quote import MAX, Taken, quote
from app.domain.redemption import Binding
from app.domain.tiers import Level, TierScheme
from tests.unit.domain.samples import NOON, cart, line, program, visitor

REFERRED = replace(visitor(1000_00), has_referrer=True)
DISCOUNT_TIERS = TierScheme(
    (Level("Bronze", price_discount_percent=Decimal(10)), Level("Silver", price_discount_percent=Decimal(20)))
)


def test_a_quote_carries_its_facts() -> None:
    found = quote(cart(), program(version=7), visitor(1000_00, tier="Silver"), redeem=100_00, at=NOON)

    assert (found.net_minor, found.redeemed_points, found.redeemed_minor, found.payable_minor) == (
        100_00,
        100_00,
        10_00,
        90_00,
    )
    assert (found.program_version, found.tier, found.at, found.referrer_points) == (7, "Silver", NOON, 0)


def test_the_most_that_is_allowed_can_be_asked_for() -> None:
    found = quote(cart(), program(), visitor(1000_00), redeem=MAX, at=NOON)

    assert (found.redeemed_points, found.limits.max_points) == (500_00, 500_00)


def test_without_a_member_there_are_no_points_and_no_tier() -> None:
    rules = program(tiers=DISCOUNT_TIERS)
    found = quote(cart(), rules, None, redeem=0, at=NOON)

    assert (found.net_minor, found.earned.points, found.tier, found.referrer_points) == (100_00, 0, None, 0)
    assert found.limits.binding is Binding.NO_CARD
    assert quote(cart(), rules, None, redeem=100, at=NOON).redeemed_points == 0


def test_a_tier_s_price_discount_is_the_member_s() -> None:
    rules = program(tiers=DISCOUNT_TIERS)

    assert quote(cart(), rules, visitor(), redeem=0, at=NOON).net_minor == 90_00
    assert quote(cart(), rules, visitor(tier="Silver"), redeem=0, at=NOON).net_minor == 80_00


def test_an_inactive_card_earns_nothing() -> None:
    found = quote(
        cart(),
        program(referral_percent=Decimal(1)),
        replace(REFERRED, purse=visitor(active=False).purse),
        redeem=0,
        at=NOON,
    )

    assert (found.earned.points, found.earned.lines, found.referrer_points) == (0, (), 0)


def test_redeeming_nothing_is_never_refused() -> None:
    assert quote(cart(), program(), visitor(-5_00), redeem=0, at=NOON).payable_minor == 100_00
    assert quote(cart(), program(enabled=False), visitor(), redeem=0, at=NOON).payable_minor == 100_00


def test_a_refused_redemption_refuses_the_quote() -> None:
    with pytest.raises(DomainError):
        quote(cart(), program(), visitor(10_00), redeem=10_01, at=NOON)


def test_the_referrer_gets_a_percentage_of_the_bill_after_discounts() -> None:
    # ₹730 less 10 % is ₹657; 0.5 % of it is 3.285: rounded as earning is. What points pay does not matter.
    rules = program(referral_percent=Decimal("0.5"))
    found = quote(cart(line(rupees="730"), percent="10"), rules, REFERRED, redeem=500_00, at=NOON)

    assert found.referrer_points == 328
    assert (
        quote(cart(), replace(rules, rounding=Rounding(quantum=100)), REFERRED, redeem=0, at=NOON).referrer_points == 0
    )


def test_no_referrer_no_referral_points() -> None:
    rules = program(referral_percent=Decimal("0.5"))

    assert quote(cart(), rules, visitor(), redeem=0, at=NOON).referrer_points == 0
    assert quote(cart(), replace(rules, enabled=False), REFERRED, redeem=0, at=NOON).referrer_points == 0


def test_the_referrer_s_points_are_of_the_rounded_bill() -> None:
    rules = program(referral_percent=Decimal(100), bill_rounding_minor=100)

    assert quote(cart(line(rupees="99.60")), rules, REFERRED, redeem=0, at=NOON).referrer_points == 100_00


def test_the_defaults_are_those_of_the_rules() -> None:
    """Half of the bill, ten paise a point, whole points, from a balance of 100."""
    rules = Program().redemption

    assert rules == Redemption(rate=Decimal("0.10"), max_percent=Decimal(50), min_points=100_00, step=100)
    assert Program().category("anything") == Category()
    assert Program().point_percent("anything") == 0
    assert (Program().version, Program().enabled, Program().bill_rounding_minor) == (1, True, 0)
    assert (Program().refund.restored_grace_days, Program().earning.multiplier_ceiling) == (7, Decimal(10))


def test_points_already_taken_are_not_judged_again_but_lower_what_is_earned() -> None:
    poor = visitor(0)
    found = quote(cart(), program(), poor, redeem=Taken(900_00), at=NOON)
    fresh = quote(cart(), program(), poor, redeem=0, at=NOON)

    assert (found.redeemed_points, found.redeemed_minor, found.payable_minor) == (900_00, 90_00, 10_00)
    assert 0 < found.earned.points < fresh.earned.points


def test_no_more_can_have_been_paid_than_the_bill_comes_to() -> None:
    assert quote(cart(), program(), visitor(0), redeem=Taken(1000_00), at=NOON).payable_minor == 0
    with pytest.raises(DomainError, match="paid more than this bill"):
        quote(cart(), program(), visitor(0), redeem=Taken(1000_10), at=NOON)


def test_charged_amounts_have_no_discount_and_no_round_off() -> None:
    rules = replace(
        program(),
        categories={"General": Category(Decimal(1), discount_percent=Decimal(10))},
        tiers=DISCOUNT_TIERS,
        bill_rounding_minor=100,
    )
    sold = cart(line(rupees="99.50"))
    charged = quote(sold, rules.for_charged_amounts(), visitor(0), redeem=0, at=NOON)

    assert quote(sold, rules, visitor(0), redeem=0, at=NOON).net_minor == 81_00
    assert (charged.net_minor, charged.program_version) == (99_50, rules.version)
    assert rules.for_charged_amounts().category("General").point_percent == Decimal(1)


@pytest.mark.parametrize(
    "settings",
    [
        {"categories": {"General": Category(discount_percent=Decimal(10))}},
        {"tiers": DISCOUNT_TIERS},
        {"bill_rounding_minor": 1000},
    ],
)
def test_each_discount_alone_is_left_out_of_charged_amounts(settings: dict[str, object]) -> None:
    rules = program(**settings)
    sold = cart(line(rupees="99.50"))
    assert quote(sold, rules, visitor(0), redeem=0, at=NOON).net_minor != 99_50
    assert quote(sold, rules.for_charged_amounts(), visitor(0), redeem=0, at=NOON).net_minor == 99_50


def test_rules_that_take_nothing_off_stay_the_same() -> None:
    rules = program()
    assert rules.for_charged_amounts() is rules
