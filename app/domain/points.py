"""Points: whole hundredths, and the one rounding that makes them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import floor

from app.domain.errors import invalid
from app.domain.money import Currency

HUNDREDTHS = 100  # points are counted in hundredths, everywhere
POINTS_MAX = 10**12


class RoundingMode(StrEnum):
    FLOOR = "FLOOR"
    HALF_UP = "HALF_UP"


class RoundingScope(StrEnum):
    LINE = "LINE"
    BILL = "BILL"


class TierStep(StrEnum):
    MULTIPLY_THEN_ROUND = "MULTIPLY_THEN_ROUND"
    ROUND_THEN_MULTIPLY_THEN_ROUND = "ROUND_THEN_MULTIPLY_THEN_ROUND"


@dataclass(frozen=True, slots=True)
class Rounding:
    """How exact points become countable points. `quantum` is in hundredths, at least 1."""

    quantum: int = 1
    mode: RoundingMode = RoundingMode.FLOOR
    scope: RoundingScope = RoundingScope.LINE
    tier_step: TierStep = TierStep.MULTIPLY_THEN_ROUND

    def apply(self, points: Fraction) -> int:
        """Hundredths of `points` (exact, ≥ 0), rounded to the quantum. Source: docs/domain.md, Numbers 2."""
        hundredths, part = points.numerator * HUNDREDTHS, points.denominator * self.quantum
        is_up = self.mode is RoundingMode.HALF_UP
        steps = (2 * hundredths + part) // (2 * part) if is_up else hundredths // part
        return steps * self.quantum

    def apply_tier(self, points: Fraction, multiplier: Decimal) -> int:
        """Hundredths of `points` with the tier's multiplier, before the rounding or between two: see `tier_step`."""
        if self.tier_step is TierStep.MULTIPLY_THEN_ROUND:
            return self.apply(points * Fraction(multiplier))
        return self.apply(Fraction(self.apply(points), HUNDREDTHS) * Fraction(multiplier))

    def share(self, points: int, *, part: int, whole: int) -> int:
        """`part`/`whole` of some hundredths, rounded as earning is and never more than all; all when part is whole."""
        if part >= whole:
            return points
        return min(points, self.apply(Fraction(points * part, whole * HUNDREDTHS)))


def to_hundredths(points: Decimal) -> int:
    """Hundredths of a number of points; refused when finer than a hundredth or out of bounds."""
    if abs(points) * HUNDREDTHS > POINTS_MAX:
        raise invalid("That is more points than any card can hold. Please check the figure.")
    hundredths = points * HUNDREDTHS
    if hundredths != hundredths.to_integral_value():
        raise invalid("Points have at most two decimals. Please check the figure.")
    return int(hundredths)


def to_points(hundredths: int) -> Decimal:
    """The exact number of points."""
    return Decimal(hundredths).scaleb(-2)


def value_minor(hundredths: int, *, rate: Decimal, currency: Currency) -> int:
    """What points are worth on a bill, rounded down to the minor unit. Source: docs/domain.md, Pricing 6."""
    return floor(Fraction(hundredths, HUNDREDTHS) * Fraction(rate) * currency.minor_per_major)


def affordable_points(amount_minor: int, *, rate: Decimal, step: int, currency: Currency) -> int:
    """Most hundredths, a multiple of `step`, whose worth fits in the amount. Source: docs/domain.md, Pricing 4."""
    exact = Fraction(amount_minor, currency.minor_per_major) / Fraction(rate) * HUNDREDTHS
    return floor(exact / step) * step
