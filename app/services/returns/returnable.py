"""Returnable bills: a bill with what of it can still come back, found here or as the server told it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.bill import Bill
from app.domain.errors import Code, DomainError
from app.domain.giving_back import OpenLine, open_lines
from app.domain.money import Currency
from app.domain.program import Shortfall
from app.services.chain.told_bills import KnownBill, known_bill, known_by_number
from app.services.desk import Desk
from app.services.ports import UnitOfWork
from app.services.sales.sale import current_member


@dataclass(frozen=True, slots=True)
class Returnable:
    """A bill with what of it can still come back. `name` is the member's whose points it moved."""

    bill: Bill
    lines: tuple[OpenLine, ...]
    currency: Currency
    shortfall: Shortfall
    name: str | None
    at: datetime

    @property
    def is_open(self) -> bool:
        return any(one.left_minor for one in self.lines)


def find_returnable(desk: Desk, number: str) -> Returnable:
    """A bill by its printed number, with what can still come back. Raises UNKNOWN_BILL."""
    with desk.store.reading() as uow:
        known = known_by_number(uow, number)
        if known is None:
            raise _not_here(desk, number)
        return _returnable(desk, uow, known)


def is_sold_here(desk: Desk, number: str) -> bool:
    """Whether this counter sold a bill, by its printed number."""
    with desk.store.reading() as uow:
        return uow.bills.by_number(number) is not None


def last_returnable(desk: Desk, member_id: str) -> Returnable:
    """The last bill a member made at this counter. Raises UNKNOWN_BILL."""
    with desk.store.reading() as uow:
        bill = uow.bills.last_of(member_id)
        if bill is None:
            raise DomainError(
                Code.UNKNOWN_BILL,
                "This customer has no bill that was made at this counter. Nothing was returned; scan the receipt.",
            )
        known = known_bill(uow, bill.bill_id)
        assert known is not None, "it is of this store"
        return _returnable(desk, uow, known)


def _not_here(desk: Desk, number: str) -> DomainError:
    made_at = number.partition("/")[0]
    if made_at == desk.counter_code:
        return DomainError(Code.UNKNOWN_BILL, f"Bill {number} is not in our list. Check the number on the receipt.")
    return DomainError(
        Code.UNKNOWN_BILL,
        f"Bill {number} was made at counter {made_at}, and its lines are kept there. Nothing was returned; "
        f"return it at counter {made_at}, or ask the office to.",
        {"counter": made_at},
    )


def _returnable(desk: Desk, uow: UnitOfWork, known: KnownBill) -> Returnable:
    bill = known.bill
    return Returnable(
        bill=bill,
        lines=open_lines(bill, known.refunded(uow)),
        currency=known.program.currency,
        shortfall=known.program.refund.shortfall,
        name=current_member(uow, bill.member_id).name if bill.member_id else None,
        at=desk.instant(uow.journal.head()),
    )
