"""Money: whole minor units of one currency, and the two ways it is rounded and shared out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from app.domain import formats
from app.domain.errors import invalid

# ISO 4217 currencies whose minor unit is not a hundredth.
_MINOR_DIGITS = dict.fromkeys(
    ("JPY", "KRW", "VND", "CLP", "ISK", "UGX", "XAF", "XOF", "PYG", "RWF"), 0
) | dict.fromkeys(("KWD", "BHD", "OMR", "TND", "JOD", "IQD", "LYD"), 3)
_SYMBOLS = {"INR": "₹", "USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}

AMOUNT_MINOR_MAX = 10**12  # ten billion rupees: far above any bill, far below what SQLite can hold


@dataclass(frozen=True, slots=True)
class Currency:
    """An ISO 4217 currency; `digits` is how many decimals its minor unit has."""

    code: str = "INR"

    @property
    def digits(self) -> int:
        return _MINOR_DIGITS.get(self.code, 2)

    @property
    def minor_per_major(self) -> int:
        return int(10**self.digits)

    @property
    def symbol(self) -> str:
        return _SYMBOLS.get(self.code, f"{self.code} ")

    def text(self, minor: int) -> str:
        """The amount as people read it: ₹12,34,567.50."""
        return formats.money(minor, self.symbol, digits=self.digits)

    def figure(self, minor: int) -> str:
        """The amount without its symbol, for a column of them: 12,34,567.50."""
        return formats.money(minor, "", digits=self.digits)

    def to_minor(self, major: Decimal) -> int:
        """Minor units of an amount in major units, half-up; refused outside ±AMOUNT_MINOR_MAX."""
        if abs(major) * self.minor_per_major > AMOUNT_MINOR_MAX:
            raise invalid("The amount is too large to be a bill. Please check the figure.")
        return half_up(Fraction(major) * self.minor_per_major)

    def to_major(self, minor: int) -> Decimal:
        """The exact amount in major units."""
        return Decimal(minor).scaleb(-self.digits)


RUPEE = Currency("INR")


def half_up(value: Fraction) -> int:
    """Nearest whole number, halves away from zero. Source: docs/domain.md, Numbers 2."""
    away = (2 * abs(value.numerator) + value.denominator) // (2 * value.denominator)
    return away if value >= 0 else -away


def percent_of(amount_minor: int, percent: Decimal) -> Fraction:
    """The exact, unrounded share of an amount: the caller names the rounding."""
    numerator, denominator = percent.as_integer_ratio()
    return Fraction(amount_minor * numerator, denominator * 100)


def allocate(total: int, weights: Sequence[int]) -> list[int]:
    """Share `total` ≥ 0 over `weights` ≥ 0 by largest remainder, ties to the earlier part.

    The parts add up to `total` exactly; with no weight at all everything goes to the first part.
    Source: docs/domain.md, Numbers 3.
    """
    weight_sum = sum(weights)
    if weight_sum == 0:
        return [total, *(0 for _ in weights[1:])] if weights else []
    parts = [total * weight // weight_sum for weight in weights]
    remainders = [total * weight % weight_sum for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: -remainders[i])
    for i in by_remainder[: total - sum(parts)]:
        parts[i] += 1
    return parts
