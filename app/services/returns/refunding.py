"""A refund inside its transaction: what it moves is posted on a page, and written with everything it touches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from app.domain.bill import Bill
from app.domain.entries import ACCRUALS, Entry, EntryKind
from app.domain.ledger import Posting
from app.domain.lots import Account, Lot
from app.domain.member import Member
from app.domain.program import Program
from app.domain.reversal import Takeback
from app.services.chain.told_bills import KnownBill
from app.services.desk import Desk
from app.services.ports import RefundRecord, UnitOfWork
from app.services.posting import Page
from app.services.records import sealed_refund
from app.services.returns.reversing import take_back
from app.services.rewards.lapsing import Ending, come_back
from app.services.rewards.voucher_records import VoucherRecord
from app.services.sales.counting import count_refund
from app.services.sales.extending import came_back_whole, retract
from app.services.sales.sale import current_member


@dataclass(frozen=True, slots=True)
class RestoredTo:
    """Points (hundredths) a refund gave back, and when they end; `is_over`: their lot had expired, so they are gone."""

    points: int
    expires_at: datetime | None
    is_over: bool = False


@dataclass(slots=True)
class Refund:
    """One refund. `member` is who has the bill's points now; `post` first, then `write` once: that closes the page."""

    desk: Desk
    uow: UnitOfWork
    page: Page
    known: KnownBill
    takeback: Takeback
    member: Member | None
    restored: tuple[RestoredTo, ...] = field(default=(), init=False)
    balance_before: int = field(default=0, init=False)
    lapsed: tuple[VoucherRecord, ...] = field(default=(), init=False)

    @property
    def bill(self) -> Bill:
        return self.known.bill

    @property
    def program(self) -> Program:
        return self.known.program

    def post(self, kind: str, line_amounts: Mapping[str, int], *, staff: str, refund_id: str = "") -> RefundRecord:
        """Put everything that moves on the page, as its lots stand now."""
        refund_id = refund_id or self.desk.ids.entity()
        member = self.member
        reversed_points = referrer_points = 0
        if member is not None:
            self.balance_before = self.page.whole_account(member).available(self.page.at)
            posted = self.known.postings(self.uow)
            if came_back_whole(self.bill, self.takeback.after):
                retract(self.page, member, posted, cause=refund_id)
            self._restore(member, posted, refund_id)
            reversed_points = self._reverse(member, _accruals(posted), self.takeback.moves.reversed_points, refund_id)
            referrer_points = self._reverse_referrer(posted, refund_id)
        return RefundRecord(
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

    def write(self, refund: RefundRecord) -> RefundRecord:
        """The refund, its tier and the sealed event. Returns it with what is left once the tier's own points moved."""
        refund = self.counted(refund)
        self.uow.bills.add_refund(refund)
        head = self.page.close("refund", sealed_refund(refund, self.desk.calendar))
        ending = Ending(self.desk.counter_code, head.epoch, head)
        self.lapsed = come_back(self.uow, self.bill, refund, self.takeback.after, ending)
        return refund

    def counted(self, refund: RefundRecord, sealed: Sequence[Entry] = ()) -> RefundRecord:
        """Count it for the tier, which takes back what it brought itself: the balance is what that leaves."""
        if self.member is None:
            return refund
        count_refund(self.page, self.member, self.bill, refund, program=self.program, sealed=sealed)
        return replace(refund, balance_after=self.page.account(self.member).available(self.page.at))

    def _restore(self, member: Member, posted: Sequence[Posting], refund_id: str) -> None:
        """Give redeemed points back first, so that what is reversed next can be taken from them."""
        redeem = standing_redemption(posted)
        points = self.takeback.moves.restored_points
        if redeem is not None and points:
            before = self.page.account(member)
            restore(self.page, member, redeem, points, cause=refund_id, program=self.program)
            self.restored = _restored(before, self.page.account(member), self.page.at)

    def _reverse(self, member: Member, accruals: Sequence[Posting], points: int, refund_id: str) -> int:
        """Take earned points back; returns what was really posted."""
        shares = self._shares(member, accruals, points)
        return sum(
            self._reverse_one(member, earned, share, refund_id) for earned, share in zip(accruals, shares, strict=True)
        )

    def _shares(self, member: Member, accruals: Sequence[Posting], points: int) -> list[int]:
        """How much of each earning is taken: what nobody has spent before what somebody has, the oldest first."""
        rooms = [one.entry.points - self._already_reversed(one) for one in accruals]
        account = self.page.account(member)
        unspent = [_unspent(account, one.entry.entry_id, room) for one, room in zip(accruals, rooms, strict=True)]
        own = _filled(points, unspent)
        rest = _filled(points - sum(own), [room - part for room, part in zip(rooms, own, strict=True)])
        return [part + more for part, more in zip(own, rest, strict=True)]

    def _already_reversed(self, earned: Posting) -> int:
        """What earlier refunds took (or forgave) of one earning."""
        return self.known.reversed_of(self.uow, earned.entry.entry_id)

    def _reverse_one(self, member: Member, earned: Posting, wanted: int, refund_id: str) -> int:
        lot_id = earned.entry.entry_id
        if wanted and lot_id not in self.page.account(member).lots:
            self.page.forward(member, EntryKind.REVERSE, -wanted, cause=refund_id, corrects=lot_id)
            return wanted
        return take_back(self.page, member, lot_id, wanted, cause=refund_id, program=self.program)

    def _reverse_referrer(self, posted: Sequence[Posting], refund_id: str) -> int:
        referral = [p for p in posted if p.entry.kind is EntryKind.REFERRAL]
        if not referral or self.bill.referrer_id is None:
            return 0
        referrer = current_member(self.uow, self.bill.referrer_id)
        self.page.whole_account(referrer)
        return self._reverse(referrer, referral, self.takeback.moves.referrer_points, refund_id)


def standing_redemption(posted: Sequence[Posting]) -> Posting | None:
    """The last redemption for a bill: any before it was given back whole."""
    return next((one for one in reversed(posted) if one.entry.kind is EntryKind.REDEEM), None)


def restore(page: Page, member: Member, redeem: Posting, points: int, *, cause: str, program: Program) -> None:
    """Give points (hundredths) of a redemption back. The page has the member's whole account."""
    details: dict[str, Any] = {}
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


def _unspent(account: Account, lot_id: str, room: int) -> int:
    """What is left of an earning or has expired, of what can still be taken back; all of one that is not known here."""
    if lot_id not in account.lots:
        return room
    return min(room, sum(points for _, points in account.unspent(lot_id)))


def _filled(points: int, rooms: Sequence[int]) -> list[int]:
    """Points put into rooms in their order, as far as they go."""
    parts: list[int] = []
    for room in rooms:
        parts.append(min(points - sum(parts), room))
    return parts


def _restored(before: Account, after: Account, at: datetime) -> tuple[RestoredTo, ...]:
    """Which lots hold more than before, in the order they are spent."""
    held = {lot_id: lot.left for lot_id, lot in before.lots.items()}
    gains = [(lot, lot.left - held.get(lot.lot_id, 0)) for lot in sorted(after.lots.values(), key=Lot.spending_order)]
    return tuple(RestoredTo(gain, lot.expires_at, lot.is_expired(at)) for lot, gain in gains if gain > 0)
