"""Pricing: from a cart to what the customer owes before points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from app.domain.cart import BillDiscount, Cart, CartLine, check_cart
from app.domain.errors import Code, DomainError, invalid
from app.domain.money import AMOUNT_MINOR_MAX, allocate, half_up, percent_of
from app.domain.program import Program
from app.domain.rewards import OF_A_LINE, Reward
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
    """The counted lines in order, and the round-off that makes the total a round figure.

    `voucher_minor` is what a reward's voucher took off; it stands among the discounts of the lines.
    """

    lines: tuple[PricedLine, ...]
    round_off_minor: int
    voucher_minor: int = 0

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
        return sum(line.by_hand_minor for line in self.lines) - self.voucher_minor

    def is_above(self, limit_percent: int) -> bool:
        """Whether more was taken off by hand than so much of what the shop's own rates make of the bill."""
        listed = sum(line.listed_minor for line in self.lines)
        return self.by_hand_minor * 100 > listed * limit_percent


def price(cart: Cart, program: Program, tier: Level) -> PricedBill:
    """Price a cart for a member of `tier`. Source: docs/domain.md, Pricing 1-3."""
    check_cart(cart)
    before = [_price_line(line, program, tier) for line in cart.counted()]
    by_hand = _taken_off(cart.discount, _net(before), of="bill") if cart.discount else 0
    voucher, on_line = _voucher_worth(cart, before, _net(before) - by_hand, program)
    if on_line is not None:
        taken = before[on_line].line_discount_minor + voucher
        before[on_line] = replace(before[on_line], line_discount_minor=taken)
    shares = allocate(by_hand if on_line is not None else by_hand + voucher, [line.net_minor for line in before])
    lines = tuple(replace(line, bill_discount_minor=share) for line, share in zip(before, shares, strict=True))
    total = sum(line.net_minor for line in lines)
    if total > AMOUNT_MINOR_MAX:
        raise invalid("This bill is larger than a bill can be. Please check the amounts.")
    return PricedBill(lines, _round_off(total, program.bill_rounding_minor), voucher)


def _net(lines: Sequence[PricedLine]) -> int:
    return sum(line.net_minor for line in lines)


def _price_line(line: CartLine, program: Program, tier: Level) -> PricedLine:
    gross = half_up(Fraction(line.quantity) * line.unit_price_minor)
    category_discount = half_up(percent_of(gross, program.category(line.category).discount_percent))
    tier_discount = half_up(percent_of(gross - category_discount, tier.price_discount_percent))
    listed = gross - category_discount - tier_discount
    line_discount = _taken_off(line.discount, listed, of="item") if line.discount else 0
    return PricedLine(line, gross, category_discount, tier_discount, 0, line_discount)


def _voucher_worth(cart: Cart, lines: Sequence[PricedLine], net_minor: int, program: Program) -> tuple[int, int | None]:
    """What the voucher takes off, and the place of the one line it takes it from; None is the whole bill.

    `net_minor` is the bill without it. Raises VOUCHER_UNFIT. Source: docs/domain.md, Rewards 4.
    """
    if cart.voucher is None:
        return 0, None
    reward = cart.voucher.reward
    if net_minor < reward.min_bill_minor:
        least, has = program.currency.text(reward.min_bill_minor), program.currency.text(net_minor)
        raise _unfit(f"is for bills of {least} and more; this one is {has}", min_bill_minor=reward.min_bill_minor)
    if not reward.goes_on_bills:
        raise _unfit("is handed over, and takes nothing off a bill")
    if reward.kind in OF_A_LINE:
        return _free_piece(reward, lines, net_minor)
    wanted = reward.value_minor if reward.percent is None else half_up(percent_of(net_minor, reward.percent))
    return min(wanted, net_minor), None


def _free_piece(reward: Reward, lines: Sequence[PricedLine], net_minor: int) -> tuple[int, int]:
    """One piece of the dearest line it is for, up to the reward's value and to what is left of the bill."""
    fitting = [(_piece_minor(one), -place) for place, one in enumerate(lines) if _is_for(reward, one.line)]
    if not fitting:
        raise _unfit(f"gives a piece of {reward.category or reward.item_code} free, and none is on this bill")
    worth, place = max(fitting)
    return min(worth, reward.value_minor or worth, net_minor), -place


def _piece_minor(line: PricedLine) -> int:
    """What one piece of a line costs; what is sold by less than one piece, all of it."""
    return half_up(Fraction(line.net_minor) / max(Fraction(1), Fraction(line.line.quantity)))


def _is_for(reward: Reward, line: CartLine) -> bool:
    if reward.item_code is not None:
        return line.item is not None and line.item.code == reward.item_code
    return line.category == reward.category


def _unfit(why: str, **facts: int) -> DomainError:
    return DomainError(
        Code.VOUCHER_UNFIT, f"This voucher {why}. The bill is as it was, and the voucher is still good.", facts
    )


def _taken_off(discount: BillDiscount, total: int, *, of: str) -> int:
    if discount.percent is not None:
        return half_up(percent_of(total, discount.percent))
    amount = discount.amount_minor or 0
    if amount > total:
        raise invalid(f"The discount is larger than the {of}. Nothing was changed.", **{f"{of}_minor": total})
    return amount


def _round_off(total: int, step: int) -> int:
    return half_up(Fraction(total, step)) * step - total if step else 0
