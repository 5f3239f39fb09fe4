"""Returns: take goods back, whole or in part, and everything the bill moved with them; or say first what would move."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Never

from app.domain.bill import Bill
from app.domain.errors import Code, DomainError
from app.domain.giving_back import LIMITS, Ask, OpenLine, ReturnLimits, open_lines
from app.domain.money import Currency
from app.domain.program import Program, Shortfall
from app.domain.reversal import Refunded, Takeback, refund_amount, refund_lines, refund_rest
from app.services.counting import CANCEL
from app.services.desk import Desk
from app.services.plain import dumps, loads
from app.services.ports import RefundRecord, UnitOfWork
from app.services.posting import Page
from app.services.print_jobs import PrintJob
from app.services.refunding import Refund, RestoredTo
from app.services.returned import RETURN as SLIP
from app.services.sale import current_member
from app.services.shifts import require_open

RETURN = "RETURN"


@dataclass(frozen=True, slots=True)
class Returned:
    """What a return or cancellation moved. Points in hundredths, money in minor units.

    `cash_back_minor` is what the customer gets in money: the amount less what points had paid of it.
    """

    refund_id: str
    amount_minor: int
    cash_back_minor: int
    points_reversed: int
    points_restored: int
    referrer_points_reversed: int
    balance: int


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


@dataclass(frozen=True, slots=True)
class Consequence:
    """Everything a return moves, down to the tier. Points in hundredths, money in minor units.

    `points_forgiven` were spent, and the shop's rules take them from nobody. `restored` says where points go back to;
    what `points_restored` has beyond it waits at the server for a person. `asks` is why somebody senior has to agree.
    """

    amount_minor: int
    cash_back_minor: int
    points_reversed: int
    points_forgiven: int
    points_restored: int
    restored: tuple[RestoredTo, ...]
    referrer_name: str | None
    referrer_points_reversed: int
    tier_before: str | None
    tier_after: str | None
    balance_before: int
    balance_after: int
    asks: tuple[Ask, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreed:
    """What a person was shown and said yes to, and what a cashier may give back alone."""

    shown: Consequence
    limits: ReturnLimits = LIMITS


def find_returnable(desk: Desk, number: str) -> Returnable:
    """A bill by its printed number, with what can still come back. Raises UNKNOWN_BILL."""
    with desk.store.reading() as uow:
        bill = uow.bills.by_number(number)
        if bill is None:
            raise _not_here(desk, number)
        return _returnable(desk, uow, bill)


def last_returnable(desk: Desk, member_id: str) -> Returnable:
    """The last bill a member made at this counter. Raises UNKNOWN_BILL."""
    with desk.store.reading() as uow:
        bill = uow.bills.last_of(member_id)
        if bill is None:
            raise DomainError(
                Code.UNKNOWN_BILL,
                "This customer has no bill that was made at this counter. Nothing was returned; scan the receipt.",
            )
        return _returnable(desk, uow, bill)


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


def _returnable(desk: Desk, uow: UnitOfWork, bill: Bill) -> Returnable:
    program = uow.programs.version(bill.program_version)
    return Returnable(
        bill=bill,
        lines=open_lines(bill, uow.bills.refunded(bill.bill_id)),
        currency=program.currency,
        shortfall=program.refund.shortfall,
        name=current_member(uow, bill.member_id).name if bill.member_id else None,
        at=desk.instant(uow.journal.head()),
    )


def return_lines(
    desk: Desk, bill_id: str, amounts: Mapping[str, int], *, key: str, staff: str, agreed: Agreed | None = None
) -> Returned:
    """Return net amounts (minor units) of single lines. Raises OVER_REFUND above what was sold.

    Where it was `agreed`, a paper for the customer is put in the print queue with it; raises CHANGED when something
    else would move than was shown, NEEDS_APPROVAL when somebody senior has to agree and `desk.approved_by` is nobody.
    """
    return _refund(desk, _Asked(bill_id, RETURN, amounts=amounts, agreed=agreed), key=key, staff=staff)


def return_amount(desk: Desk, bill_id: str, amount_minor: int, *, key: str, staff: str) -> Returned:
    """Return part of a bill by value, naming no line."""
    return _refund(desk, _Asked(bill_id, RETURN, amount_minor=amount_minor), key=key, staff=staff)


def cancel(desk: Desk, bill_id: str, *, staff: str) -> Returned:
    """Undo a whole bill, once; a second call moves nothing."""
    return _refund(desk, _Asked(bill_id, CANCEL), key=f"cancel {bill_id} {desk.ids.entity()}", staff=staff)


def preview_lines(
    desk: Desk, bill_id: str, amounts: Mapping[str, int], *, staff: str, limits: ReturnLimits = LIMITS
) -> Consequence:
    """What `return_lines` would do at this instant: it is done, looked at and undone. Raises what that would raise."""
    try:
        _try(desk, _Asked(bill_id, RETURN, amounts=amounts), staff=staff, limits=limits)
    except _Seen as seen:
        return seen.consequence


class _Seen(Exception):  # noqa: N818 - no error: it undoes the transaction and carries what was seen in it
    def __init__(self, consequence: Consequence) -> None:
        super().__init__()
        self.consequence = consequence


def _try(desk: Desk, asked: _Asked, *, staff: str, limits: ReturnLimits) -> Never:
    with desk.store.writing() as uow:
        refund, _ = _opened(desk, uow, asked)
        raise _Seen(_consequence(refund, _made(refund, asked, staff=staff), limits))


@dataclass(frozen=True, slots=True)
class _Asked:
    """Which bill, and how much of it: amounts of lines, an amount, or all that is left."""

    bill_id: str
    kind: str
    amounts: Mapping[str, int] | None = None
    amount_minor: int | None = None
    agreed: Agreed | None = None

    def takeback(self, bill: Bill, so_far: Refunded, program: Program) -> Takeback:
        if self.amounts is not None:
            return refund_lines(bill.sold, so_far, self.amounts, program)
        if self.amount_minor is not None:
            return refund_amount(bill.sold, so_far, self.amount_minor, program)
        return refund_rest(bill.sold, so_far)


def _refund(desk: Desk, asked: _Asked, *, key: str, staff: str) -> Returned:
    with desk.store.writing() as uow:
        done = uow.effects.result(asked.kind, key)
        if done is not None:
            return loads(Returned, done)
        require_open(desk, uow)
        refund, is_cancelled = _opened(desk, uow, asked)
        if is_cancelled:
            return _nothing(refund)
        made = _made(refund, asked, staff=staff)
        if asked.agreed is not None:
            _check(desk, asked.agreed, _consequence(refund, made, asked.agreed.limits), refund.program)
            uow.prints.add(PrintJob(desk.ids.entity(), SLIP, made.refund_id, 0, made.occurred_at))
        returned = _returned(made)
        uow.effects.record(asked.kind, key, dumps(returned))
        return returned


def _opened(desk: Desk, uow: UnitOfWork, asked: _Asked) -> tuple[Refund, bool]:
    """The refund, ready to be posted, and whether the whole bill was cancelled before."""
    bill = uow.bills.get(asked.bill_id)
    if bill is None:
        raise DomainError(Code.UNKNOWN_BILL, "That bill is not in our list. Nothing was returned; scan the receipt.")
    program = uow.programs.version(bill.program_version)
    so_far = uow.bills.refunded(bill.bill_id)
    takeback = asked.takeback(bill, so_far, program)
    member = current_member(uow, bill.member_id) if bill.member_id else None
    return Refund(desk, uow, Page.open(desk, uow), bill, program, takeback, member), so_far.cancelled


def _nothing(refund: Refund) -> Returned:
    """What a repeated cancellation answers."""
    page, member = refund.page, refund.member
    return Returned("", 0, 0, 0, 0, 0, page.account(member).available(page.at) if member else 0)


def _made(refund: Refund, asked: _Asked, *, staff: str) -> RefundRecord:
    made = refund.post(asked.kind, asked.amounts or {}, staff=staff)
    refund.write(made)
    return made


def _consequence(refund: Refund, made: RefundRecord, limits: ReturnLimits) -> Consequence:
    bill, member, calendar = refund.bill, refund.member, refund.desk.calendar
    cash_back_minor = made.amount_minor - made.moved.restored_minor
    changes = refund.page.tier_changes
    tier = member.tier if member else None
    referrer = current_member(refund.uow, bill.referrer_id).name if bill.referrer_id else None
    sold_on, today = calendar.day_of(bill.occurred_at), calendar.day_of(made.occurred_at)
    return Consequence(
        amount_minor=made.amount_minor,
        cash_back_minor=cash_back_minor,
        points_reversed=made.posted_reversed_points,
        points_forgiven=made.moved.reversed_points - made.posted_reversed_points if member else 0,
        points_restored=made.moved.restored_points if member else 0,
        restored=refund.restored,
        referrer_name=referrer if made.posted_referrer_points else None,
        referrer_points_reversed=made.posted_referrer_points,
        tier_before=tier,
        tier_after=changes[-1].to_tier if changes else tier,
        balance_before=refund.balance_before,
        balance_after=made.balance_after,
        asks=limits.asks(sold_on=sold_on, today=today, amount_minor=cash_back_minor),
    )


def _check(desk: Desk, agreed: Agreed, now: Consequence, program: Program) -> None:
    """Refuse what was not shown so, and what needs somebody senior who has not agreed."""
    if agreed.shown != now:
        raise DomainError(
            Code.CHANGED,
            f"Something has changed since this was shown: now {program.currency.text(now.cash_back_minor)} goes back. "
            "Nothing was returned; look again and confirm.",
            {"cash_back_minor": now.cash_back_minor},
        )
    if now.asks and desk.approved_by is None:
        raise DomainError(Code.NEEDS_APPROVAL, "A manager has to agree to this return. Nothing was returned.")


def _returned(refund: RefundRecord) -> Returned:
    return Returned(
        refund_id=refund.refund_id,
        amount_minor=refund.amount_minor,
        cash_back_minor=refund.amount_minor - refund.moved.restored_minor,
        points_reversed=refund.posted_reversed_points,
        points_restored=refund.moved.restored_points,
        referrer_points_reversed=refund.posted_referrer_points,
        balance=refund.balance_after,
    )
