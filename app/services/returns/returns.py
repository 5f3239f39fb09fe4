"""Returns: take goods back, whole or in part, and everything the bill moved with them; or say first what would move."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Never

from app.domain.bill import Bill, TenderKind
from app.domain.errors import Code, DomainError
from app.domain.giving_back import (
    LIMITS,
    Ask,
    GivenBack,
    ReturnLimits,
    as_paid,
    check_way_back,
)
from app.domain.program import Program
from app.domain.reversal import Refunded, Takeback, refund_amount, refund_lines, refund_rest
from app.services.chain.told_bills import known_bill
from app.services.desk import Desk
from app.services.papers.print_jobs import PrintJob
from app.services.papers.returned import RETURN as SLIP
from app.services.plain import dumps, loads
from app.services.ports import RefundRecord, UnitOfWork
from app.services.posting import Page
from app.services.returns.refunding import Refund, RestoredTo
from app.services.rewards.lapsing import Lapsed, outcome
from app.services.sales.counting import CANCEL
from app.services.sales.sale import current_member
from app.services.shifts.shifts import require_open

RETURN = "RETURN"


@dataclass(frozen=True, slots=True)
class Returned:
    """What a return or cancellation moved. Points in hundredths, money in minor units.

    `cash_back_minor` is what the customer gets in money: the amount less what points had paid of it. `vouchers` are
    the ids of those that lapse with it.
    """

    refund_id: str
    amount_minor: int
    cash_back_minor: int
    points_reversed: int
    points_restored: int
    referrer_points_reversed: int
    balance: int
    vouchers: tuple[str, ...] = field(default=(), metadata={"sparse": True})


@dataclass(frozen=True, slots=True)
class Consequence:
    """Everything a return moves, down to the tier. Points in hundredths, money in minor units.

    `ways` is how the money goes back. `points_forgiven` were spent, and the shop's rules take them from nobody.
    `restored` says where points go back to; what `points_restored` has beyond it waits at the server for a person.
    `asks` is why somebody senior has to agree, `vouchers` what becomes of those that the bill brought.
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
    ways: tuple[GivenBack, ...] = ()
    vouchers: tuple[Lapsed, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreed:
    """What a person was shown and said yes to, and what a cashier may give back alone."""

    shown: Consequence
    limits: ReturnLimits = LIMITS


def return_lines(
    desk: Desk,
    bill_id: str,
    amounts: Mapping[str, int],
    *,
    key: str,
    staff: str,
    agreed: Agreed | None = None,
    way: TenderKind | None = None,
) -> Returned:
    """Return net amounts (minor units) of single lines. Raises OVER_REFUND above what was sold.

    The money goes back as the bill was paid, or all of it in one `way`.

    Where it was `agreed`, a paper for the customer is put in the print queue with it; raises CHANGED when something
    else would move than was shown, NEEDS_APPROVAL when somebody senior has to agree and `desk.approved_by` is nobody.
    """
    return _refund(desk, _Asked(bill_id, RETURN, amounts=amounts, agreed=agreed, way=way), key=key, staff=staff)


def return_amount(desk: Desk, bill_id: str, amount_minor: int, *, key: str, staff: str) -> Returned:
    """Return part of a bill by value, naming no line."""
    return _refund(desk, _Asked(bill_id, RETURN, amount_minor=amount_minor), key=key, staff=staff)


def cancel(desk: Desk, bill_id: str, *, staff: str) -> Returned:
    """Undo a whole bill, once; a second call moves nothing."""
    return _refund(desk, _Asked(bill_id, CANCEL), key=f"cancel {bill_id} {desk.ids.entity()}", staff=staff)


def preview_lines(
    desk: Desk,
    bill_id: str,
    amounts: Mapping[str, int],
    *,
    staff: str,
    limits: ReturnLimits = LIMITS,
    way: TenderKind | None = None,
) -> Consequence:
    """What `return_lines` would do at this instant: it is done, looked at and undone. Raises what that would raise."""
    try:
        _try(desk, _Asked(bill_id, RETURN, amounts=amounts, way=way), staff=staff, limits=limits)
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
    """Which bill, and how much of it: amounts of lines, an amount, or all that is left; `way` None is as paid."""

    bill_id: str
    kind: str
    amounts: Mapping[str, int] | None = None
    amount_minor: int | None = None
    agreed: Agreed | None = None
    way: TenderKind | None = None

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
        returned = _returned(refund, made)
        uow.effects.record(asked.kind, key, dumps(returned))
        return returned


def _opened(desk: Desk, uow: UnitOfWork, asked: _Asked) -> tuple[Refund, bool]:
    """The refund, ready to be posted, and whether the whole bill was cancelled before."""
    known = known_bill(uow, asked.bill_id)
    if known is None:
        raise DomainError(Code.UNKNOWN_BILL, "That bill is not in our list. Nothing was returned; scan the receipt.")
    bill, so_far = known.bill, known.refunded(uow)
    takeback = asked.takeback(bill, so_far, known.program)
    member = current_member(uow, bill.member_id) if bill.member_id else None
    return Refund(desk, uow, Page.open(desk, uow), known, takeback, member), so_far.cancelled


def _nothing(refund: Refund) -> Returned:
    """What a repeated cancellation answers."""
    page, member = refund.page, refund.member
    return Returned("", 0, 0, 0, 0, 0, page.account(member).available(page.at) if member else 0)


def _made(refund: Refund, asked: _Asked, *, staff: str) -> RefundRecord:
    posted = refund.post(asked.kind, asked.amounts or {}, staff=staff)
    made = replace(posted, ways=_ways(refund, asked.way, posted.cash_back_minor))
    return refund.write(made)


def _ways(refund: Refund, way: TenderKind | None, money: int) -> tuple[GivenBack, ...]:
    """How the money goes back; nothing is said where all of it is cash."""
    if way is None:
        ways = as_paid(refund.bill.tenders, refund.known.given_back(refund.uow), max(0, money))
    else:
        check_way_back(way)
        ways = (GivenBack(way, money),) if money > 0 else ()
    return () if all(one.kind is TenderKind.CASH for one in ways) else ways


def _consequence(refund: Refund, made: RefundRecord, limits: ReturnLimits) -> Consequence:
    bill, member, calendar = refund.bill, refund.member, refund.desk.calendar
    cash_back_minor = made.cash_back_minor
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
        ways=made.given,
        vouchers=outcome(refund.uow, bill, refund.takeback.after, refund.lapsed),
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


def _returned(refund: Refund, made: RefundRecord) -> Returned:
    return Returned(
        refund_id=made.refund_id,
        amount_minor=made.amount_minor,
        cash_back_minor=made.cash_back_minor,
        points_reversed=made.posted_reversed_points,
        points_restored=made.moved.restored_points,
        referrer_points_reversed=made.posted_referrer_points,
        balance=made.balance_after,
        vouchers=tuple(one.voucher_id for one in refund.lapsed),
    )
