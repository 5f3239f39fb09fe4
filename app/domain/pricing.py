"""Pricing: from a cart to what the customer owes before points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.domain.cart import BillDiscount, Cart, CartLine, check_cart
from app.domain.errors import invalid
from app.domain.money import AMOUNT_MINOR_MAX, allocate, half_up, percent_of
from app.domain.program import Program
from app.domain.tiers import Level


@dataclass(frozen=True, slots=True)
class PricedLine:
    """One line with its discounts, all in minor units; net = gross − the three discounts."""

    line: CartLine
    gross_minor: int
    category_discount_minor: int
    tier_discount_minor: int
    bill_discount_minor: int

    @property
    def net_minor(self) -> int:
        discounts = self.category_discount_minor + self.tier_discount_minor + self.bill_discount_minor
        return self.gross_minor - discounts


@dataclass(frozen=True, slots=True)
class PricedBill:
    """The counted lines in order, and the round-off that makes the total a round figure."""

    lines: tuple[PricedLine, ...]
    round_off_minor: int

    @property
    def gross_minor(self) -> int:
        return sum(line.gross_minor for line in self.lines)

    @property
    def net_minor(self) -> int:
        """The bill after discounts and round-off, before points."""
        return sum(line.net_minor for line in self.lines) + self.round_off_minor


def price(cart: Cart, program: Program, tier: Level) -> PricedBill:
    """Price a cart for a member of `tier`. Source: docs/domain.md, Pricing 1-3."""
    check_cart(cart)
    before = [_price_line(line, program, tier) for line in cart.counted()]
    shares = _bill_discount_shares(cart.discount, [line.net_minor for line in before])
    lines = tuple(
        PricedLine(x.line, x.gross_minor, x.category_discount_minor, x.tier_discount_minor, share)
        for x, share in zip(before, shares, strict=True)
    )
    total = sum(line.net_minor for line in lines)
    if total > AMOUNT_MINOR_MAX:
        raise invalid("This bill is larger than a bill can be. Please check the amounts.")
    return PricedBill(lines, _round_off(total, program.bill_rounding_minor))


def _price_line(line: CartLine, program: Program, tier: Level) -> PricedLine:
    gross = half_up(Fraction(line.quantity) * line.unit_price_minor)
    category_discount = half_up(percent_of(gross, program.category(line.category).discount_percent))
    tier_discount = half_up(percent_of(gross - category_discount, tier.price_discount_percent))
    return PricedLine(line, gross, category_discount, tier_discount, 0)


def _bill_discount_shares(discount: BillDiscount | None, nets: Sequence[int]) -> list[int]:
    if discount is None:
        return [0] * len(nets)
    total = sum(nets)
    if discount.percent is not None:
        return allocate(half_up(percent_of(total, discount.percent)), nets)
    amount = discount.amount_minor or 0
    if amount > total:
        raise invalid("The discount is larger than the bill. Nothing was changed.", bill_minor=total)
    return allocate(amount, nets)


def _round_off(total: int, step: int) -> int:
    return half_up(Fraction(total, step)) * step - total if step else 0
