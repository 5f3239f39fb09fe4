"""Rates: what is refused and why, what two of them differ in, and what is carried from one to another."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.domain.errors import DomainError
from app.domain.program import Category, Earning, Program, Redemption
from app.domain.rates import Difference, Rate, Rates, Value, carried_over, check, differences, steepest

PROGRAM = Program(
    categories={"Medicines": Category(Decimal(1), Decimal(5)), "General": Category()},
    earning=Earning(default_percent=Decimal(2)),
    redemption=Redemption(max_per_bill_minor=None),
)
RATES = Rates.of(PROGRAM)


def check_with(category: str, rate: Rate, value: Value) -> None:
    check(RATES.having(category, rate, value), known=PROGRAM.categories)


def test_rates_of_rules_put_over_them_are_the_rules() -> None:
    assert RATES.over(PROGRAM) == PROGRAM
    check(RATES, known=PROGRAM.categories)


@pytest.mark.parametrize(
    ("category", "rate", "value", "why"),
    [
        ("Medicines", Rate.EARN, Decimal(1000), "Medicines cannot have 1000 % as its rate. A rate is at most 100 %."),
        ("Medicines", Rate.EARN, Decimal(-1), "Medicines cannot have -1 % as its rate. A rate is never below nothing."),
        (
            "Medicines",
            Rate.EARN,
            Decimal("0.001"),
            "Medicines cannot have 0.001 % as its rate. A rate has at most two decimals",
        ),
        ("Medicines", Rate.DISCOUNT, Decimal(101), "Medicines cannot have 101 % as its discount."),
        ("Toys", Rate.EARN, Decimal(1), "Toys is no category of this shop."),
        ("", Rate.DEFAULT, Decimal(101), "Other categories cannot have 101 % as their rate."),
        ("", Rate.MOST_PERCENT, Decimal(-5), "Points cannot pay -5 % of a bill"),
        ("", Rate.MOST_A_BILL, -1, "What points may pay of one bill is an amount of money"),
        ("", Rate.LEAST_POINTS, -1, "The points a card needs first"),
    ],
)
def test_what_is_wrong_is_said(category: str, rate: Rate, value: Value, why: str) -> None:
    with pytest.raises(DomainError) as refusal:
        check_with(category, rate, value)
    assert refusal.value.message.startswith(why)
    assert "Nothing was saved" in refusal.value.message


def test_the_ends_of_what_is_allowed_are_allowed() -> None:
    check_with("Medicines", Rate.EARN, Decimal(100))
    check_with("", Rate.MOST_A_BILL, 0)


def test_differences_name_what_was_and_what_is() -> None:
    after = RATES.having("Medicines", Rate.RX, True).having("", Rate.LEAST_POINTS, 50_00)
    assert differences(RATES, after) == (
        Difference("Medicines", Rate.RX, False, True),
        Difference("", Rate.LEAST_POINTS, 100_00, 50_00),
    )
    assert differences(RATES, RATES.having("Toys", Rate.EARN, Decimal(1))) == (
        Difference("Toys", Rate.EARN, None, Decimal(1)),
    )


def test_what_rises_is_measured_in_percentage_points() -> None:
    after = RATES.having("Medicines", Rate.EARN, Decimal(4)).having("Medicines", Rate.DISCOUNT, Decimal(1))
    assert steepest(RATES, after) == 3
    assert steepest(after, RATES) == 4
    assert steepest(RATES, RATES.having("Medicines", Rate.RX, True)) == 0
    # General earned the default, 2 %.
    assert steepest(RATES, RATES.having("General", Rate.EARN, Decimal("2.5"))) == Decimal("0.5")
    assert steepest(RATES, RATES.having("", Rate.DEFAULT, Decimal(9))) == 7


def test_what_one_changed_is_carried_over_what_another_published() -> None:
    mine = RATES.having("Medicines", Rate.EARN, Decimal(3))
    newer = RATES.having("Medicines", Rate.DISCOUNT, Decimal(0)).having("", Rate.MOST_PERCENT, Decimal(20))
    both = carried_over(RATES, mine, newer)
    assert {(one.rate, one.now) for one in differences(RATES, both)} == {
        (Rate.EARN, Decimal(3)),
        (Rate.DISCOUNT, Decimal(0)),
        (Rate.MOST_PERCENT, Decimal(20)),
    }
