"""Giving back: which goods of a bill can still come back, what they are worth, and when somebody senior is asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction

from app.domain.bill import Bill, BillLine, Tender, TenderKind
from app.domain.errors import invalid
from app.domain.money import allocate, half_up
from app.domain.reversal import Refunded


@dataclass(frozen=True, slots=True)
class OpenLine:
    """A sold line with what can still come back of it: a quantity, and the money (minor units) paid for that."""

    line: BillLine
    quantity: Decimal
    left_minor: int


def open_lines(bill: Bill, so_far: Refunded) -> tuple[OpenLine, ...]:
    """Every line of the bill, as far as it has not come back."""
    return tuple(_open_line(line, 0 if so_far.cancelled else _left(line, so_far)) for line in bill.lines)


def _left(line: BillLine, so_far: Refunded) -> int:
    return line.net_minor - so_far.by_line.get(line.line_id, 0)


def _open_line(line: BillLine, left_minor: int) -> OpenLine:
    """Refunds are kept as money, so what is left of the goods is reckoned from it, as finely as they were sold."""
    if not left_minor:
        return OpenLine(line, Decimal(0), 0)
    grain = Decimal(1).scaleb(min(0, line.quantity.normalize().as_tuple().exponent))  # type: ignore[arg-type]
    left = (line.quantity * left_minor / line.net_minor).quantize(grain, ROUND_HALF_UP)
    return OpenLine(line, max(grain, left), left_minor)


def worth_minor(one: OpenLine, quantity: Decimal) -> int:
    """What a quantity of a line gives back; all that is left of it gives exactly the rest. Raises INVALID."""
    if not 0 < quantity <= one.quantity:
        raise invalid(f"Only {one.quantity.normalize():f} of that can come back. Nothing was returned.")
    if quantity == one.quantity:
        return one.left_minor
    return half_up(Fraction(one.left_minor) * Fraction(quantity) / Fraction(one.quantity))


def amounts_of(lines: tuple[OpenLine, ...], quantities: Mapping[str, Decimal]) -> dict[str, int]:
    """What these quantities give back, by line; what was free gives nothing and is left out. Raises INVALID."""
    known = {one.line.line_id: one for one in lines}
    if not quantities.keys() <= known.keys():
        raise invalid("That line is not on the bill. Nothing was returned.")
    worth = {line_id: worth_minor(known[line_id], quantity) for line_id, quantity in quantities.items()}
    return {line_id: amount for line_id, amount in worth.items() if amount}


@dataclass(frozen=True, slots=True)
class GivenBack:
    """Money that went back, in minor units > 0, and how."""

    kind: TenderKind
    amount_minor: int


WAYS_BACK = (TenderKind.CASH, TenderKind.UPI, TenderKind.CARD)


def check_way_back(kind: TenderKind) -> None:
    if kind not in WAYS_BACK:
        raise invalid("Money goes back in cash, by UPI or by card. Nothing was returned.")


def as_paid(tenders: tuple[Tender, ...], before: Iterable[GivenBack], amount_minor: int) -> tuple[GivenBack, ...]:
    """How money goes back by itself: as the bill was paid, by what each way still holds, by largest remainder.

    What was paid by voucher goes back in cash, as does what no way holds any more.
    """
    held = dict.fromkeys(WAYS_BACK, 0)
    for tender in tenders:
        held[tender.kind if tender.kind in held else TenderKind.CASH] += tender.amount_minor
    for one in before:
        held[one.kind] -= one.amount_minor
    shares = allocate(amount_minor, [max(0, left) for left in held.values()])
    return tuple(GivenBack(kind, share) for kind, share in zip(held, shares, strict=True) if share)


class Ask(StrEnum):
    """Why a return needs somebody senior."""

    OLD = "RET-OLD"
    LARGE = "RET-LARGE"


@dataclass(frozen=True, slots=True)
class ReturnLimits:
    """What a cashier gives back alone: bills no older than `days`, and no more than `amount_minor` at once."""

    days: int = 30
    amount_minor: int = 1000_00

    def asks(self, *, sold_on: date, today: date, amount_minor: int) -> tuple[Ask, ...]:
        """Why this return needs somebody senior; nothing when it does not."""
        old = (Ask.OLD,) if (today - sold_on).days > self.days else ()
        return (*old, Ask.LARGE) if amount_minor > self.amount_minor else old


LIMITS = ReturnLimits()
