"""Late cards: what a card brings that comes to a bill after it was sold. Source: docs/domain.md, Points later."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from app.domain.bill import BillLine, bill_lines
from app.domain.cart import Cart, CartLine
from app.domain.program import Program
from app.domain.quote import Quote, Visitor, quote


def paid_again(lines: Iterable[BillLine]) -> Cart:
    """What a late card earns on: each line once, at what was paid for it."""
    once = Decimal(1)
    return Cart(tuple(CartLine(line.line_id, line.category, once, line.net_minor, line.label) for line in lines))


def priced_late(sold: Quote, program: Program, visitor: Visitor) -> Quote:
    """What the card of a bill brings. `sold` is the bill as it was rung without one; no points pay for it."""
    return quote(paid_again(bill_lines(sold)), program.for_charged_amounts(), visitor, redeem=0, at=sold.at)
