"""A cart: what a customer is about to buy. Open until it becomes a bill."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from app.domain.errors import invalid
from app.domain.item import Item
from app.domain.money import AMOUNT_MINOR_MAX
from app.domain.rewards import BillVoucher

LINES_MAX = 500
QUANTITY_MAX = Decimal(100_000)


SPARSE = {"sparse": True}  # a field that is written down only where there is something to say


@dataclass(frozen=True, slots=True)
class BillDiscount:
    """A discount given by hand, on the whole bill or on one line: a percentage or an amount; exactly one of them."""

    percent: Decimal | None = None
    amount_minor: int | None = None


@dataclass(frozen=True, slots=True)
class CartLine:
    """One item. `unit_price_minor` is the MRP, tax included; a voided line stays visible and counts for nothing.

    `item` is what the catalogue knows of it, where it came from there; `discount` what was taken off this line alone.
    """

    line_id: str
    category: str
    quantity: Decimal
    unit_price_minor: int
    label: str = ""
    voided: bool = False
    item: Item | None = field(default=None, metadata=SPARSE)
    discount: BillDiscount | None = field(default=None, metadata=SPARSE)


@dataclass(frozen=True, slots=True)
class Cart:
    """`voucher` is a reward's, laid on this bill."""

    lines: tuple[CartLine, ...]
    discount: BillDiscount | None = None
    voucher: BillVoucher | None = field(default=None, metadata=SPARSE)

    def counted(self) -> tuple[CartLine, ...]:
        """The lines that are sold, in order."""
        return tuple(line for line in self.lines if not line.voided)


def check_cart(cart: Cart) -> None:
    """Refuse a cart no price can be put on: empty, too long, repeated ids, impossible quantity or price."""
    if not 1 <= len(cart.lines) <= LINES_MAX:
        raise invalid(f"A bill has between 1 and {LINES_MAX} lines; this one has {len(cart.lines)}.")
    if len({line.line_id for line in cart.lines}) < len(cart.lines):
        raise invalid("Two lines of this bill carry the same id. Nothing was saved.")
    for line in cart.lines:
        _check_line(line)
    if cart.discount is not None:
        _check_discount(cart.discount)


def _check_line(line: CartLine) -> None:
    if not 0 < line.quantity <= QUANTITY_MAX:
        raise invalid(f"Line {line.line_id}: the quantity must be more than 0 and at most {QUANTITY_MAX:,}.")
    if line.quantity * 1000 % 1:
        raise invalid(f"Line {line.line_id}: the quantity has more than three decimals.")
    if not 0 <= line.unit_price_minor <= AMOUNT_MINOR_MAX or line.quantity * line.unit_price_minor > AMOUNT_MINOR_MAX:
        raise invalid(f"Line {line.line_id}: the price cannot be negative or beyond what a bill can hold.")
    if line.discount is not None:
        _check_discount(line.discount)


def _check_discount(discount: BillDiscount) -> None:
    if (discount.percent is None) == (discount.amount_minor is None):
        raise invalid("A discount is either a percentage or an amount.")
    if discount.percent is not None and not 0 <= discount.percent <= 100:
        raise invalid("A discount is between 0 % and 100 %.")
    if discount.amount_minor is not None and discount.amount_minor < 0:
        raise invalid("A discount cannot be negative.")
