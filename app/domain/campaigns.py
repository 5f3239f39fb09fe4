"""Campaigns: multipliers on what lines earn, for a while, for some categories or tiers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from app.domain.days import ALWAYS, Period


@dataclass(frozen=True, slots=True)
class Campaign:
    """A multiplier. Empty `categories` or `tiers` means all of them."""

    campaign_id: str
    multiplier: Decimal
    period: Period = ALWAYS
    categories: frozenset[str] = frozenset()
    tiers: frozenset[str] = frozenset()

    def runs(self, *, at: datetime, tier: str) -> bool:
        return self.period.covers(at) and (not self.tiers or tier in self.tiers)

    def touches(self, category: str) -> bool:
        return not self.categories or category in self.categories


def combined(campaigns: Iterable[Campaign], *, ceiling: Decimal) -> Fraction:
    """The product of the multipliers, up to the ceiling; 1 when there is none. Source: docs/domain.md, Pricing 8."""
    product = Fraction(1)
    for campaign in campaigns:
        product *= Fraction(campaign.multiplier)
    return min(product, Fraction(ceiling))
