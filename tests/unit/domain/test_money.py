"""Money: minor units, half-up, and parts that add up."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from app.domain.errors import Code, DomainError
from app.domain.money import AMOUNT_MINOR_MAX, RUPEE, Currency, allocate, half_up, percent_of


@pytest.mark.parametrize(
    ("value", "whole"),
    [("0", 0), ("0.49", 0), ("0.5", 1), ("1.5", 2), ("2.5", 3), ("-0.49", 0), ("-0.5", -1), ("-2.5", -3)],
)
def test_halves_are_rounded_up(value: str, whole: int) -> None:
    assert half_up(Fraction(value)) == whole


def test_a_percentage_is_exact() -> None:
    assert percent_of(1, Decimal("0.333")) == Fraction(333, 100_000)


@pytest.mark.parametrize(
    ("total", "weights", "parts"),
    [
        (100, [1, 1, 1], [34, 33, 33]),  # a tie goes to the earlier part
        (101, [1, 1, 1], [34, 34, 33]),
        (10, [1, 2], [3, 7]),  # 3.33 and 6.67: the larger remainder wins
        (5, [3, 0, 1], [4, 0, 1]),  # 3.75 and 1.25
        (0, [5, 5], [0, 0]),
        (7, [0, 0], [7, 0]),
        (7, [9], [7]),
        (0, [], []),
    ],
)
def test_parts_go_by_largest_remainder(total: int, weights: list[int], parts: list[int]) -> None:
    assert allocate(total, weights) == parts


@pytest.mark.parametrize(
    ("code", "digits", "symbol"),
    [("INR", 2, "₹"), ("USD", 2, "$"), ("EUR", 2, "€"), ("GBP", 2, "£"), ("JPY", 0, "¥"), ("KWD", 3, "KWD ")],
)
def test_currencies_know_their_minor_unit(code: str, digits: int, symbol: str) -> None:
    currency = Currency(code)

    assert (currency.digits, currency.minor_per_major, currency.symbol) == (digits, 10**digits, symbol)


@pytest.mark.parametrize("code", ["JPY", "KRW", "VND", "CLP", "ISK", "UGX", "XAF", "XOF", "PYG", "RWF"])
def test_currencies_without_decimals(code: str) -> None:
    assert Currency(code).digits == 0


@pytest.mark.parametrize("code", ["KWD", "BHD", "OMR", "TND", "JOD", "IQD", "LYD"])
def test_currencies_with_three_decimals(code: str) -> None:
    assert Currency(code).digits == 3


@pytest.mark.parametrize(
    ("code", "major", "minor"),
    [("INR", "12.34", 1234), ("INR", "0.005", 1), ("INR", "0.0049", 0), ("JPY", "12.5", 13), ("KWD", "1.2345", 1235)],
)
def test_amounts_become_minor_units_half_up(code: str, major: str, minor: int) -> None:
    assert Currency(code).to_minor(Decimal(major)) == minor


@pytest.mark.parametrize(("code", "major"), [("INR", "12.34"), ("JPY", "1234"), ("KWD", "1.234")])
def test_minor_units_become_exact_amounts(code: str, major: str) -> None:
    assert Currency(code).to_major(1234) == Decimal(major)


def test_amounts_are_read_by_people() -> None:
    assert RUPEE.text(1234567_50) == "₹12,34,567.50"
    assert Currency("JPY").text(1234) == "¥1,234"
    assert Currency("KWD").text(1234) == "KWD 1.234"
    assert Currency("KWD").figure(1234) == "1.234"


@pytest.mark.parametrize("sign", [1, -1])
def test_an_amount_beyond_any_bill_is_refused(sign: int) -> None:
    largest = sign * Decimal(AMOUNT_MINOR_MAX) / 100
    assert RUPEE.to_minor(largest) == sign * 10**12

    with pytest.raises(DomainError) as refusal:
        RUPEE.to_minor(largest + sign * Decimal("0.01"))
    assert refusal.value.code is Code.INVALID
    assert refusal.value.message == "The amount is too large to be a bill. Please check the figure."
