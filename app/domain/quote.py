"""A quote: everything a cart would come to for a member at one instant. It never posts anything."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction

from app.domain.cart import Cart
from app.domain.conditions import NOTHING_KNOWN, Occasion
from app.domain.earning import NOTHING_EARNED, Earned, EarningFacts, earn
from app.domain.errors import invalid
from app.domain.money import percent_of
from app.domain.points import value_minor
from app.domain.pricing import PricedBill, price
from app.domain.program import Program
from app.domain.redemption import Limits, Purse, check, limits
from app.domain.tiers import Level


@dataclass(frozen=True, slots=True)
class Visitor:
    """A member at the counter at one instant: what pricing needs to know, and nothing that identifies them."""

    purse: Purse
    tier: str
    has_referrer: bool = False
    occasion: Occasion = NOTHING_KNOWN


@dataclass(frozen=True, slots=True)
class Quote:
    """A cart priced. Money in minor units, points in hundredths."""

    priced: PricedBill
    limits: Limits
    redeemed_points: int
    redeemed_minor: int
    earned: Earned
    referrer_points: int
    program_version: int
    tier: str | None
    at: datetime

    @property
    def net_minor(self) -> int:
        return self.priced.net_minor

    @property
    def payable_minor(self) -> int:
        return self.net_minor - self.redeemed_minor


class RedeemMax:
    """Ask for the largest redemption the limits allow; never an error, perhaps nothing."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Points (hundredths) that have paid for this cart already: they are not judged again."""

    points: int


MAX = RedeemMax()
Redeem = int | RedeemMax


def quote(cart: Cart, program: Program, visitor: Visitor | None, *, redeem: Redeem | Taken, at: datetime) -> Quote:
    """Price a cart, with `redeem` hundredths of points (the most allowed, those already taken) paying part of it.

    Raises DomainError when the cart cannot be priced or the redemption is not allowed.
    Source: docs/domain.md, Pricing.
    """
    program = program.as_of(at)
    tier = program.tiers.level(visitor.tier) if visitor else _NO_BENEFITS
    priced = price(cart, program, tier)
    bill_limits = limits(priced, program, visitor.purse if visitor else None)
    redeemed = _redeemed(redeem, bill_limits, program, visitor)
    worth = value_minor(redeemed, rate=program.redemption.rate, currency=program.currency)
    if worth > priced.net_minor:
        raise invalid("Points have paid more than this bill comes to. Nothing was saved.", redeemed_minor=worth)
    earned, referrer_points = NOTHING_EARNED, 0
    if visitor is not None and visitor.purse.active:
        facts = EarningFacts(tier, at, paying(visitor.occasion, payable_minor=priced.net_minor - worth))
        earned = earn(priced, redeemed_minor=worth, program=program, facts=facts)
        referrer_points = _referrer_points(priced, program) if visitor.has_referrer else 0
    return Quote(
        priced=priced,
        limits=bill_limits,
        redeemed_points=redeemed,
        redeemed_minor=worth,
        earned=earned,
        referrer_points=referrer_points,
        program_version=program.version,
        tier=tier.name if visitor else None,
        at=at,
    )


_NO_BENEFITS = Level("")


def paying(occasion: Occasion, *, payable_minor: int) -> Occasion:
    """A bill that leaves nothing to pay is paid in none of the ways that were meant for it."""
    return occasion if payable_minor or not occasion.paid_by else replace(occasion, paid_by=frozenset())


def _redeemed(redeem: Redeem | Taken, bill_limits: Limits, program: Program, visitor: Visitor | None) -> int:
    if isinstance(redeem, Taken):
        return redeem.points
    if isinstance(redeem, RedeemMax):
        return bill_limits.max_points
    if redeem and visitor is not None:
        check(redeem, bill_limits, program, visitor.purse)
    return redeem if visitor is not None else 0


def _referrer_points(priced: PricedBill, program: Program) -> int:
    """A percentage of the bill after discounts, rounded as earning is. Source: docs/domain.md, Pricing 10."""
    if not program.enabled:
        return 0
    exact = percent_of(priced.net_minor, program.referral_percent) / program.currency.minor_per_major
    return program.rounding.apply(Fraction(exact))
