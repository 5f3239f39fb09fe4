"""What falls due of vouchers: those past their last day expire, and those another asked for are given up."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from app.domain.vouchers import MoveKind, VoucherMove
from app.services.authority import is_led
from app.services.desk import Desk
from app.services.journal import record as seal
from app.services.ports import ChainPoint, UnitOfWork
from app.services.posting import Page
from app.services.rewards.lapsing import Ending, lapse
from app.services.rewards.rewards import give_points_back
from app.services.rewards.voucher_moves import move, move_row
from app.services.rewards.voucher_records import BLANK, VoucherRecord

RELEASED: Final = "voucher_release"  # kinds of events
EXPIRED: Final = "voucher_expiry"
SWEPT_AT_ONCE_MAX = 200
STAFF = ""  # nobody did it: it fell due


def expire(desk: Desk) -> int:
    """Expire vouchers past their last day: points and stock return as if they had been cancelled. Returns how many.

    In a chain the server does, and asks back first what a counter may still use: it may be on a bill nobody has sent.
    At most SWEPT_AT_ONCE_MAX at once.
    """
    with desk.store.writing() as uow:
        if is_led(uow):
            return 0
        page = Page.open(desk, uow)
        due = uow.vouchers.due(page.at, limit=SWEPT_AT_ONCE_MAX)
        free = [one for one in due if not one.holder or not desk.is_server]
        wanted = [one for one in due if one.holder and desk.is_server and not one.is_wanted]
        moves = [(record, _expired(page, record)) for record in free]
        if moves or wanted:
            head = page.close(EXPIRED, {"moves": [move_row(made) for _, made in moves]})
            for record in wanted:
                uow.vouchers.put(replace(record, is_wanted=True))
            for record, made in moves:
                move(uow, record, made, sealed=head)
    return len(moves)


def _expired(page: Page, record: VoucherRecord) -> VoucherMove:
    assert record.voucher is not None, "only what was issued falls due"
    cause = page.desk.ids.entity()
    give_points_back(page, record.voucher, cause=cause)
    return VoucherMove(record.voucher_id, MoveKind.EXPIRED, cause, page.at, STAFF)


def expire_all(desk: Desk) -> int:
    """Every expiry that is due, some a transaction. Returns how many."""
    swept = 0
    while batch := expire(desk):
        swept += batch
    return swept


def release(desk: Desk) -> int:
    """Give up what another has asked for, sealed so that the server hears of it. Returns how many there were."""
    with desk.store.reading() as uow:
        if not _wanted(desk, uow):
            return 0
    with desk.store.writing() as uow:
        head = uow.journal.head()
        wanted = _wanted(desk, uow)
        body = {"released": [one.voucher_id for one in wanted]}
        after = seal(desk, uow, head, kind=RELEASED, at=desk.instant(head), body=body)
        for record in wanted:
            given_up(uow, record, ChainPoint(after.epoch, after.last_seq))
    return len(wanted)


def _wanted(desk: Desk, uow: UnitOfWork) -> list[VoucherRecord]:
    if not is_led(uow):
        return []
    epoch = uow.journal.head().epoch
    held = uow.vouchers.held_by(desk.counter_code)
    return [one for one in held if one.is_wanted and one.holder_epoch == epoch]


def given_up(uow: UnitOfWork, record: VoucherRecord, touched: ChainPoint) -> None:
    """Nobody has it set aside any more; a blank is no more at all, nor is what only waited to be asked back."""
    if record.status == BLANK:
        uow.vouchers.drop(record.voucher_id)
        return
    free = replace(record, holder="", holder_epoch=0, is_wanted=False, touched=touched)
    uow.vouchers.put(free)
    lapse(uow, [free], Ending())
