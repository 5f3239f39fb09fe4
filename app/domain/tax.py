"""Tax that is in the price already: how much of what was paid is GST, and how its two halves are stated."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from app.domain.errors import invalid
from app.domain.money import half_up

PERCENT_MAX = 100


@dataclass(frozen=True, slots=True)
class RateShare:
    """What was sold at one rate, in minor units: its value before tax, and the two equal halves of the tax."""

    percent: Decimal
    taxable_minor: int
    central_minor: int
    state_minor: int

    @property
    def paid_minor(self) -> int:
        return self.taxable_minor + self.central_minor + self.state_minor


def split(paid_minor: int, percent: Decimal) -> RateShare:
    """An amount ≥ 0 that includes its tax, in parts that add up to it. Source: docs/domain.md, Tax 2."""
    if not 0 <= percent <= PERCENT_MAX:
        raise invalid(f"A tax rate is between 0 and {PERCENT_MAX} percent. Please check the rate of the item.")
    half = half_up(paid_minor * Fraction(percent) / (2 * (100 + Fraction(percent))))
    return RateShare(percent, paid_minor - 2 * half, half, half)


def by_rate(paid: Iterable[tuple[Decimal, int]]) -> tuple[RateShare, ...]:
    """Lines as (percent, amount paid in minor units) summed by rate, lowest first. Source: docs/domain.md, Tax 1."""
    sums: dict[Decimal, int] = {}
    for percent, paid_minor in paid:
        sums[percent] = sums.get(percent, 0) + paid_minor
    return tuple(split(sums[percent], percent) for percent in sorted(sums))
