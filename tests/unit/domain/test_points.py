"""Points: hundredths, one rounding, and what they are worth."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from app.domain.errors import Code, DomainError
from app.domain.money import RUPEE, Currency
from app.domain.points import (
    POINTS_MAX,
    Rounding,
    RoundingMode,
    TierStep,
    affordable_points,
    to_hundredths,
    to_points,
    value_minor,
)

HALF_UP = RoundingMode.HALF_UP
TWICE = TierStep.ROUND_THEN_MULTIPLY_THEN_ROUND


@pytest.mark.parametrize(
    ("rounding", "points", "hundredths"),
    [
        (Rounding(), "29.7199", 2971),
        (Rounding(), "29.72", 2972),
        (Rounding(mode=HALF_UP), "29.715", 2972),
        (Rounding(mode=HALF_UP), "29.7149", 2971),
        (Rounding(quantum=100), "29.99", 2900),
        (Rounding(quantum=100, mode=HALF_UP), "29.5", 3000),
        (Rounding(quantum=100, mode=HALF_UP), "29.49", 2900),
        (Rounding(quantum=50), "29.99", 2950),
        (Rounding(quantum=1000), "29.99", 2000),
    ],
)
def test_points_are_rounded_to_the_quantum(rounding: Rounding, points: str, hundredths: int) -> None:
    assert rounding.apply(Fraction(points)) == hundredths


def test_the_tier_multiplies_before_rounding_or_between_two() -> None:
    # 9.99 × 1.5 = 14.985; in whole points: 14, or 9 × 1.5 = 13.5 → 13
    assert Rounding(quantum=100).apply_tier(Fraction("9.99"), Decimal("1.5")) == 1400
    assert Rounding(quantum=100, tier_step=TWICE).apply_tier(Fraction("9.99"), Decimal("1.5")) == 1300


@pytest.mark.parametrize(
    ("part", "whole", "share"), [(0, 3, 0), (1, 3, 333), (2, 3, 666), (3, 3, 1000), (4, 3, 1000), (0, 0, 1000)]
)
def test_a_share_is_rounded_down_and_the_whole_is_exact(part: int, whole: int, share: int) -> None:
    assert Rounding().share(1000, part=part, whole=whole) == share


def test_a_share_is_never_more_than_there_is() -> None:
    assert Rounding(quantum=1000, mode=HALF_UP).share(1600, part=95, whole=100) == 1600


@pytest.mark.parametrize(
    ("points", "hundredths"), [("0", 0), ("12.34", 1234), ("-0.01", -1), ("5", 500), ("1E+2", 10_000)]
)
def test_points_become_hundredths(points: str, hundredths: int) -> None:
    assert to_hundredths(Decimal(points)) == hundredths
    assert to_points(hundredths) == Decimal(points)


def test_points_finer_than_a_hundredth_are_refused() -> None:
    with pytest.raises(DomainError) as refusal:
        to_hundredths(Decimal("0.001"))
    assert refusal.value.code is Code.INVALID
    assert refusal.value.message == "Points have at most two decimals. Please check the figure."


@pytest.mark.parametrize("sign", [1, -1])
def test_more_points_than_a_card_can_hold_are_refused(sign: int) -> None:
    most = sign * Decimal(POINTS_MAX) / 100
    assert to_hundredths(most) == sign * 10**12

    with pytest.raises(DomainError) as refusal:
        to_hundredths(most + sign * Decimal("0.01"))
    assert refusal.value.message == "That is more points than any card can hold. Please check the figure."


@pytest.mark.parametrize(
    ("hundredths", "rate", "code", "minor"),
    [
        (5000_00, "0.10", "INR", 500_00),
        (12_34, "0.25", "INR", 308),  # ₹3.085
        (9, "0.10", "INR", 0),
        (10, "0.10", "INR", 1),
        (150_00, "0.10", "JPY", 15),
        (1_23, "0.10", "KWD", 123),
    ],
)
def test_points_are_worth_their_rate_rounded_down(hundredths: int, rate: str, code: str, minor: int) -> None:
    assert value_minor(hundredths, rate=Decimal(rate), currency=Currency(code)) == minor


@pytest.mark.parametrize(
    ("minor", "rate", "step", "hundredths"),
    [
        (49_95, "0.10", 100, 499_00),
        (49_95, "0.10", 1, 499_50),
        (49_95, "0.10", 250_00, 250_00),
        (10, "0.30", 1, 33),
        (0, "0.10", 1, 0),
    ],
)
def test_an_amount_affords_points_in_whole_steps(minor: int, rate: str, step: int, hundredths: int) -> None:
    assert affordable_points(minor, rate=Decimal(rate), step=step, currency=RUPEE) == hundredths


def test_dearer_minor_units_afford_fewer_points() -> None:
    assert affordable_points(500, rate=Decimal("0.10"), step=1, currency=Currency("JPY")) == 5000_00
    assert affordable_points(500, rate=Decimal("0.10"), step=1, currency=Currency("KWD")) == 5_00
