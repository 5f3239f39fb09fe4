"""Repricing: a bill that was made elsewhere, priced again by the program and tier it names. It changes nothing."""

from __future__ import annotations

from app.domain.bill import Bill, ways_of
from app.domain.cart import BillDiscount, Cart, CartLine
from app.domain.conditions import Occasion
from app.domain.program import Program
from app.domain.quote import Quote, Taken, Visitor, quote
from app.domain.redemption import Purse


def differences(bill: Bill, program: Program) -> dict[str, tuple[int, int]]:
    """What the bill says and what it comes to, where the two differ; money in minor units, points in hundredths.

    Raises DomainError when no price can be put on it. Where rules ask who bought it or where, what they decide
    is passed over: that only its counter knew.
    """
    again = quote(cart_of(bill), program, _visitor(bill), redeem=Taken(bill.redeemed_points), at=bill.occurred_at)
    said = {
        "net_minor": bill.net_minor,
        "redeemed_minor": bill.redeemed_minor,
        "line_points": sum(line.points for line in bill.lines),
        "bonus_points": bill.bonus_points,
        "referrer_points": bill.referrer_points,
    }
    found = _found(again)
    asking = [rule for rule in program.rules if rule.asks_occasion]
    if any(rule.stop or not rule.is_of_lines for rule in asking):
        del said["bonus_points"]
    if any(rule.stop or rule.is_of_lines for rule in asking):
        del said["line_points"]
    return {name: (value, found[name]) for name, value in said.items() if value != found[name]}


def cart_of(bill: Bill) -> Cart:
    """What was rung, with what was taken off by hand as the amounts it came to."""
    lines = (
        CartLine(
            one.line_id,
            one.category,
            one.quantity,
            one.unit_price_minor,
            one.label,
            discount=_amount(one.line_discount_minor),
        )
        for one in bill.lines
    )
    return Cart(tuple(lines), _amount(sum(one.bill_discount_minor for one in bill.lines)))


def _amount(discount_minor: int) -> BillDiscount | None:
    return BillDiscount(amount_minor=discount_minor) if discount_minor else None


def _visitor(bill: Bill) -> Visitor | None:
    """Whoever the bill was for, as it says."""
    if bill.member_id is None:
        return None
    purse, has_referrer = Purse(bill.redeemed_points), bill.referrer_id is not None
    return Visitor(purse, bill.tier or "", has_referrer, Occasion(paid_by=ways_of(bill.tenders)))


def _found(again: Quote) -> dict[str, int]:
    return {
        "net_minor": again.net_minor,
        "redeemed_minor": again.redeemed_minor,
        "line_points": again.earned.line_points,
        "bonus_points": again.earned.bonus_points,
        "referrer_points": again.referrer_points,
    }
