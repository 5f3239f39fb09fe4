"""Figures as the customer reads them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.formats import money, number, points, points_in_column, quantity


@pytest.mark.parametrize(
    ("minor", "text"),
    [
        (0, "₹0.00"),
        (5, "₹0.05"),
        (99_999, "₹999.99"),
        (100_000, "₹1,000.00"),
        (9_999_999, "₹99,999.99"),
        (10_000_000, "₹1,00,000.00"),
        (123_456_750, "₹12,34,567.50"),
        (1_000_000_000, "₹1,00,00,000.00"),
        (100_000_000_000_000, "₹10,00,00,00,00,000.00"),
        (-5_000, "\u2212₹50.00"),
    ],
)
def test_money_is_grouped_in_lakhs_and_crores(minor: int, text: str) -> None:
    assert money(minor) == text


def test_money_of_other_currencies_keeps_its_decimals() -> None:
    assert money(1_234_567, "KD ", digits=3) == "KD 1,234.567"
    assert money(1_234_567, "¥", digits=0) == "¥12,34,567"


@pytest.mark.parametrize(
    ("hundredths", "text"),
    [
        (0, "0"),
        (5, "0.05"),
        (50, "0.5"),
        (3_180, "31.8"),
        (234_000, "2,340"),
        (12_345_678, "1,23,456.78"),
        (-50, "\u22120.5"),
    ],
)
def test_points_show_only_the_decimals_they_have(hundredths: int, text: str) -> None:
    assert points(hundredths) == text


@given(st.lists(st.integers(-(10**12), 10**12)))
def test_points_of_a_column_have_their_points_one_under_the_other(hundredths: list[int]) -> None:
    texts = points_in_column(hundredths)
    assert len({len(text.partition(".")[2]) for text in texts}) <= 1
    for text, one in zip(texts, hundredths, strict=True):
        assert Decimal(text.replace(",", "").replace("\u2212", "-")) * 100 == one
    assert any("." in text for text in texts) == any(one % 100 for one in hundredths)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2", "2"),
        ("2.000", "2"),
        ("0.250", "0.25"),
        ("1E+2", "100"),
        ("1500", "1,500"),
        ("-1.5", "\u22121.5"),
        ("0E+3", "0"),
    ],
)
def test_a_quantity_has_no_exponent_and_no_trailing_zeros(value: str, text: str) -> None:
    assert quantity(Decimal(value)) == text


@given(st.integers(-(10**15), 10**15))
def test_money_reads_back_as_the_same_amount(minor: int) -> None:
    text = money(minor)
    digits = text.replace("₹", "").replace(",", "").replace("\u2212", "-")
    assert int(Decimal(digits) * 100) == minor


@given(st.integers(0, 10**15))
def test_only_the_last_group_has_three_digits(whole: int) -> None:
    first, *rest = money(whole * 100).removeprefix("₹").removesuffix(".00").split(",")
    assert [len(group) for group in rest] == [2] * (len(rest) - 1) + [3] * bool(rest)
    assert 1 <= len(first) <= (2 if rest else 3)


@pytest.mark.parametrize(
    ("value", "shown"),
    [(1_234_567, "12,34,567"), (Decimal("1234.50"), "1,234.50"), (Decimal("-0.05"), "−0.05"), (0, "0"), (-12, "−12")],
)
def test_a_number_keeps_the_decimals_it_has(value, shown):
    assert number(value) == shown
