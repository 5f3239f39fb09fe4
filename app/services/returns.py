"""Returns: take goods back, whole or in part, and everything the bill moved with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain.bill import Bill
from app.domain.entries import ACCRUALS, EntryKind
from app.domain.errors import Code, DomainError
from app.domain.ledger import Posting
from app.domain.member import Member
from app.domain.program import Program, Shortfall
from app.domain.reversal import Takeback, refund_amount, refund_lines, refund_rest
from app.services.counting import CANCEL, count_refund
from app.services.desk import Desk
from app.services.plain import dumps, loads
from app.services.ports import RefundRecord, UnitOfWork
from app.services.posting import Page
from app.services.records import refund_row
from app.services.sale import current_member

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


def return_lines(desk: Desk, bill_id: str, amounts: Mapping[str, int], *, key: str, staff: str) -> Returned:
    """Return net amounts (minor units) of single lines. Raises OVER_REFUND above what was sold."""
    return _refund(desk, bill_id, RETURN, key=key, staff=staff, amounts=amounts)


def return_amount(desk: Desk, bill_id: str, amount_minor: int, *, key: str, staff: str) -> Returned:
    """Return part of a bill by value, naming no line."""
    return _refund(desk, bill_id, RETURN, key=key, staff=staff, amount_minor=amount_minor)


def cancel(desk: Desk, bill_id: str, *, staff: str) -> Returned:
    """Undo a whole bill, once; a second call moves nothing."""
    return _refund(desk, bill_id, CANCEL, key=f"cancel {bill_id} {desk.ids.entity()}", staff=staff)


def _refund(
    desk: Desk,
    bill_id: str,
    kind: str,
    *,
    key: str,
    staff: str,
    amounts: Mapping[str, int] | None = None,
    amount_minor: int | None = None,
) -> Returned:
    with desk.store.writing() as uow:
        done = uow.effects.result(kind, key)
        if done is not None:
            return loads(Returned, done)
        bill = uow.bills.get(bill_id)
        if bill is None:
            raise DomainError(
                Code.UNKNOWN_BILL, "That bill is not in our list. Nothing was returned; scan the receipt."
            )
        program = uow.programs.version(bill.program_version)
        so_far = uow.bills.refunded(bill_id)
        if amounts is not None:
            takeback = refund_lines(bill.sold, so_far, amounts, program)
        elif amount_minor is not None:
            takeback = refund_amount(bill.sold, so_far, amount_minor, program)
        else:
            takeback = refund_rest(bill.sold, so_far)
        refund = _Refund(desk, uow, Page.open(desk, uow), bill, program, takeback)
        if so_far.cancelled:
            return refund.nothing()
        returned = refund.commit(kind, amounts or {}, staff=staff)
        uow.effects.record(kind, key, dumps(returned))
        return returned


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


@dataclass(slots=True)
class _Refund:
    """One refund inside its transaction."""

    desk: Desk
    uow: UnitOfWork
    page: Page
    bill: Bill
    program: Program
    takeback: Takeback

    def nothing(self) -> Returned:
        """What a repeated cancellation answers."""
        member = self._member()
        account = self.page.account(member) if member else None
        return Returned("", 0, 0, 0, 0, 0, account.available(self.page.at) if account else 0)

    def commit(self, kind: str, line_amounts: Mapping[str, int], *, staff: str) -> Returned:
        refund_id = self.desk.ids.entity()
        member = self._member()
        reversed_points = referrer_points = 0
        if member is not None:
            self.page.whole_account(member)
            posted = self.uow.ledger.by_cause(self.bill.bill_id)
            self._restore(member, posted, refund_id)
            reversed_points = self._reverse(member, _accruals(posted), self.takeback.moves.reversed_points, refund_id)
            referrer_points = self._reverse_referrer(posted, refund_id)
        refund = RefundRecord(
            refund_id=refund_id,
            bill_id=self.bill.bill_id,
            kind=kind,
            occurred_at=self.page.at,
            staff=staff,
            amount_minor=self.takeback.amount_minor,
            line_amounts=line_amounts,
            moved=self.takeback.moves,
            posted_reversed_points=reversed_points,
            posted_referrer_points=referrer_points,
            balance_after=self.page.account(member).available(self.page.at) if member else 0,
        )
        self._write(refund, member)
        return _returned(refund)

    def _member(self) -> Member | None:
        return current_member(self.uow, self.bill.member_id) if self.bill.member_id else None

    def _restore(self, member: Member, posted: Sequence[Posting], refund_id: str) -> None:
        """Give redeemed points back first, so that what is reversed next can be taken from them."""
        redeem = standing_redemption(posted)
        points = self.takeback.moves.restored_points
        if redeem is not None and points:
            restore(self.page, member, redeem, points, cause=refund_id, program=self.program)

    def _reverse(self, member: Member, accruals: Sequence[Posting], points: int, refund_id: str) -> int:
        """Take earned points back, oldest earning of the bill first; returns what was really posted."""
        posted = 0
        for earned in accruals:
            room = earned.entry.points - self._already_reversed(earned)
            wanted = min(points, room)
            points -= wanted
            posted += self._reverse_one(member, earned, wanted, refund_id)
        return posted

    def _already_reversed(self, earned: Posting) -> int:
        """What earlier refunds took (or forgave) of one earning."""
        return self.uow.ledger.reversed_of(earned.entry.entry_id)

    def _reverse_one(self, member: Member, earned: Posting, wanted: int, refund_id: str) -> int:
        lot_id = earned.entry.entry_id
        account = self.page.account(member)
        if wanted and lot_id not in account.lots:
            self.page.forward(member, EntryKind.REVERSE, -wanted, cause=refund_id, corrects=lot_id)
            return wanted
        if self.program.refund.shortfall is Shortfall.CLAMP:
            wanted = min(wanted, account.reversible(lot_id, self.page.at))
        if not wanted:
            return 0
        revived = min(account.lots[lot_id].expired, max(0, wanted - account.lots[lot_id].left))
        if revived:
            self.page.post(member, EntryKind.UNEXPIRE, revived, cause=refund_id, corrects=lot_id)
        self.page.post(member, EntryKind.REVERSE, -wanted, cause=refund_id, corrects=lot_id)
        return wanted

    def _reverse_referrer(self, posted: Sequence[Posting], refund_id: str) -> int:
        referral = [p for p in posted if p.entry.kind is EntryKind.REFERRAL]
        if not referral or self.bill.referrer_id is None:
            return 0
        referrer = current_member(self.uow, self.bill.referrer_id)
        self.page.whole_account(referrer)
        return self._reverse(referrer, referral, self.takeback.moves.referrer_points, refund_id)

    def _write(self, refund: RefundRecord, member: Member | None) -> None:
        self.uow.bills.add_refund(refund)
        if member is not None:
            count_refund(self.page, member, self.bill, refund, program=self.program)
        row = refund_row(refund, self.desk.calendar)
        self.page.close("refund", {"refund": row, "lines": dict(refund.line_amounts)})


def standing_redemption(posted: Sequence[Posting]) -> Posting | None:
    """The last redemption for a bill: any before it was given back whole."""
    return next((one for one in reversed(posted) if one.entry.kind is EntryKind.REDEEM), None)


def restore(page: Page, member: Member, redeem: Posting, points: int, *, cause: str, program: Program) -> None:
    """Give points (hundredths) of a redemption back. The page has the member's whole account."""
    details: dict[str, datetime] = {}
    if program.refund.restored_grace_days:
        calendar = page.desk.calendar
        until = calendar.day_of(page.at) + timedelta(days=program.refund.restored_grace_days)
        details = {"available_at": page.at, "expires_at": calendar.start_of(until)}
    redeem_id = redeem.entry.entry_id
    if sum(use.points for use in page.account(member).uses_of(redeem_id)) < points:
        page.forward(member, EntryKind.RESTORE, points, cause=cause, corrects=redeem_id, **details)
        return
    page.post(member, EntryKind.RESTORE, points, cause=cause, corrects=redeem_id, **details)
    page.spending.give_back(member.member_id, points, redemption=redeem)


def _accruals(posted: Sequence[Posting]) -> list[Posting]:
    return [p for p in posted if p.entry.kind in ACCRUALS]
