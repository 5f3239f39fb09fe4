"""Pricing: from a cart to what the customer owes before points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from app.domain.cart import BillDiscount, Cart, CartLine, check_cart
from app.domain.errors import invalid
from app.domain.money import AMOUNT_MINOR_MAX, allocate, half_up, percent_of
from app.domain.program import Program
from app.domain.tiers import Level


@dataclass(frozen=True, slots=True)
class PricedLine:
    """One line with its discounts, all in minor units; net = gross − the four discounts."""

    line: CartLine
    gross_minor: int
    category_discount_minor: int
    tier_discount_minor: int
    bill_discount_minor: int
    line_discount_minor: int = 0

    @property
    def listed_minor(self) -> int:
        """What the shop's own rates make of it, before anything is taken off by hand."""
        return self.gross_minor - self.category_discount_minor - self.tier_discount_minor

    @property
    def by_hand_minor(self) -> int:
        """What was taken off by hand: from this line, and its share of what came off the bill."""
        return self.line_discount_minor + self.bill_discount_minor

    @property
    def net_minor(self) -> int:
        return self.listed_minor - self.by_hand_minor


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

    @property
    def by_hand_minor(self) -> int:
        """What was taken off by hand, of the lines and of the bill."""
        return sum(line.by_hand_minor for line in self.lines)

    def is_above(self, limit_percent: int) -> bool:
        """Whether more was taken off by hand than so much of what the shop's own rates make of the bill."""
        listed = sum(line.listed_minor for line in self.lines)
        return self.by_hand_minor * 100 > listed * limit_percent


def price(cart: Cart, program: Program, tier: Level) -> PricedBill:
    """Price a cart for a member of `tier`. Source: docs/domain.md, Pricing 1-3."""
    check_cart(cart)
    before = [_price_line(line, program, tier) for line in cart.counted()]
    shares = _bill_discount_shares(cart.discount, [line.net_minor for line in before])
    lines = tuple(replace(line, bill_discount_minor=share) for line, share in zip(before, shares, strict=True))
    total = sum(line.net_minor for line in lines)
    if total > AMOUNT_MINOR_MAX:
        raise invalid("This bill is larger than a bill can be. Please check the amounts.")
    return PricedBill(lines, _round_off(total, program.bill_rounding_minor))


def _price_line(line: CartLine, program: Program, tier: Level) -> PricedLine:
    gross = half_up(Fraction(line.quantity) * line.unit_price_minor)
    category_discount = half_up(percent_of(gross, program.category(line.category).discount_percent))
    tier_discount = half_up(percent_of(gross - category_discount, tier.price_discount_percent))
    listed = gross - category_discount - tier_discount
    line_discount = _taken_off(line.discount, listed, of="item") if line.discount else 0
    return PricedLine(line, gross, category_discount, tier_discount, 0, line_discount)


def _bill_discount_shares(discount: BillDiscount | None, nets: Sequence[int]) -> list[int]:
    if discount is None:
        return [0] * len(nets)
    return allocate(_taken_off(discount, sum(nets), of="bill"), nets)


def _taken_off(discount: BillDiscount, total: int, *, of: str) -> int:
    if discount.percent is not None:
        return half_up(percent_of(total, discount.percent))
    amount = discount.amount_minor or 0
    if amount > total:
        raise invalid(f"The discount is larger than the {of}. Nothing was changed.", **{f"{of}_minor": total})
    return amount


def _round_off(total: int, step: int) -> int:
    return half_up(Fraction(total, step)) * step - total if step else 0
