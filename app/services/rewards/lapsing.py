"""Lapsing: a voucher that a rule brought is no good any more once its bill has come back whole, if it is unused.

Whoever may use it cancels it at once. What another may still use the server asks back first, as what expires: it may be
on a bill that nobody has sent, and stands then. Source: docs/sync.md, Vouchers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.domain.bill import Bill
from app.domain.reversal import Refunded
from app.domain.vouchers import MoveKind, VoucherMove, VoucherStatus
from app.services.authority import is_led
from app.services.chain.told_bills import known_bill
from app.services.ports import Head, RefundRecord, UnitOfWork
from app.services.rewards.brought_vouchers import came_with
from app.services.rewards.voucher_moves import move
from app.services.rewards.voucher_records import VoucherRecord
from app.services.sales.extending import came_back_whole


@dataclass(frozen=True, slots=True)
class Lapsed:
    """A voucher whose bill has come back whole, by its reward; one that was used before stands."""

    reward: str
    is_used: bool


@dataclass(frozen=True, slots=True)
class Ending:
    """Whose word it is that a bill came back: that counter's, in that epoch; `sealed` is its chain after the event."""

    counter_code: str = ""
    epoch: int = 0
    sealed: Head | None = None


def come_back(
    uow: UnitOfWork, bill: Bill, refund: RefundRecord, after: Refunded, ending: Ending
) -> tuple[VoucherRecord, ...]:
    """Once a bill has come back whole, the voucher used on it is its member's again, and those it brought lapse.

    Returns what lapses: also one used on it whose own bill came back before.
    """
    if not came_back_whole(bill, after):
        return ()
    back = VoucherMove("", MoveKind.RETURNED, bill.bill_id, refund.occurred_at, refund.staff)
    used = [
        move(uow, one, replace(back, voucher_id=one.voucher_id), sealed=ending.sealed)
        for one in uow.vouchers.used_for(bill.bill_id)
    ]
    return lapse(uow, [*used, *came_with(uow, bill)], ending)


def outcome(uow: UnitOfWork, bill: Bill, after: Refunded, lapsed: Iterable[VoucherRecord]) -> tuple[Lapsed, ...]:
    """What becomes of vouchers with a bill: those that lapse, and those it brought that were used before."""
    brought = came_with(uow, bill) if came_back_whole(bill, after) else []
    used = [one for one in brought if one.status == VoucherStatus.FULFILLED.value]
    told = [(one, False) for one in lapsed] + [(one, True) for one in used]
    return tuple(Lapsed(one.voucher.reward.name, is_used) for one, is_used in told if one.voucher)


def lapse(uow: UnitOfWork, records: Iterable[VoucherRecord], ending: Ending) -> tuple[VoucherRecord, ...]:
    """Cancel those of them whose bill came back whole, where they may be; what stands elsewhere is asked for.

    Returns all that lapse, as they stood: also those that are another's to cancel.
    """
    lapsed = []
    for record in records:
        undone = _undone_by(uow, record)
        if undone is None or record.status != VoucherStatus.PENDING.value:
            continue
        lapsed.append(record)
        if record.is_held_by(ending.counter_code, ending.epoch) if record.holder else not is_led(uow):
            over = VoucherMove(
                record.voucher_id, MoveKind.CANCELLED, undone.refund_id, undone.occurred_at, undone.staff
            )
            move(uow, record, over, sealed=ending.sealed)
        elif not is_led(uow):
            uow.vouchers.put(replace(record, is_wanted=True))
    return tuple(lapsed)


def _undone_by(uow: UnitOfWork, record: VoucherRecord) -> RefundRecord | None:
    """The last that came back of the bill a rule brought it with, where all of it has."""
    bill_id = record.voucher.came_with if record.voucher else None
    known = known_bill(uow, bill_id) if bill_id else None
    if known is None or not came_back_whole(known.bill, known.refunded(uow)):
        return None
    return known.refunds(uow)[-1]
