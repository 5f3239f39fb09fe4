"""Moving vouchers: each move is added to the facts, and where the voucher stands follows from all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter
from typing import Any

from app.domain.vouchers import MoveKind, Voucher, VoucherMove, VoucherState, VoucherStatus, folded
from app.services.authority import is_led
from app.services.plain import to_plain
from app.services.ports import ChainPoint, Head, UnitOfWork
from app.services.rewards.voucher_records import VoucherRecord


@dataclass(frozen=True, slots=True)
class VoucherUse:
    """What a bill says of the voucher on it, sealed beside it; `minor` is what it took off."""

    voucher_id: str
    minor: int


def move(uow: UnitOfWork, record: VoucherRecord, made: VoucherMove, *, sealed: Head | None = None) -> VoucherRecord:
    """Add a move, and write where the voucher stands after it; `sealed` is this counter's chain after its event.

    A counter of a chain has not all the moves: it goes on from where it was told that the voucher stands.
    """
    uow.vouchers.add_move(made)
    if is_led(uow):
        uses = () if record.used_for is None else (record.used_for,)
        state = VoucherState(VoucherStatus(record.status), uses).after(made)
    else:
        state = folded(uow.vouchers.moves(record.voucher_id))
    after = _standing(record, state)
    if sealed is not None:
        after = replace(after, touched=ChainPoint(sealed.epoch, sealed.last_seq))
    uow.vouchers.put(after)
    return after


def _standing(record: VoucherRecord, state: VoucherState) -> VoucherRecord:
    return replace(record, status=state.status.value, used_for=state.used_for)


def issue(
    uow: UnitOfWork, voucher: Voucher, *, holder: str = "", epoch: int = 0, sealed: Head | None = None
) -> VoucherRecord:
    """Put a voucher on the books, in the place of the blank it was set aside as. `holder` is who may use it."""
    blank = VoucherRecord(
        voucher_id=voucher.voucher_id,
        reward_id=voucher.reward.reward_id,
        status=VoucherStatus.PENDING.value,
        voucher=voucher,
        holder=holder,
        holder_epoch=epoch,
    )
    cause = voucher.came_with or voucher.voucher_id
    issued = VoucherMove(voucher.voucher_id, MoveKind.ISSUED, cause, voucher.issued_at, voucher.staff)
    return move(uow, blank, issued, sealed=sealed)


def rebuild(uow: UnitOfWork) -> None:
    """Make where every voucher stands again from its moves."""
    records = {one.voucher_id: one for one in uow.vouchers.every()}
    for voucher_id, state in _states(uow.vouchers.every_move()):
        uow.vouchers.put(_standing(records[voucher_id], state))


def faults(uow: UnitOfWork) -> list[str]:
    """Vouchers that do not stand where their moves brought them."""
    states = dict(_states(uow.vouchers.every_move()))
    return [
        f"voucher {one.voucher_id}: where it stands differs from its moves"
        for one in uow.vouchers.every()
        if one.voucher_id not in states or _standing(one, states[one.voucher_id]) != one
    ]


def _states(moves: Iterable[VoucherMove]) -> Iterable[tuple[str, VoucherState]]:
    return ((voucher_id, folded(made)) for voucher_id, made in groupby(moves, key=attrgetter("voucher_id")))


def voucher_row(voucher: Voucher) -> dict[str, Any]:
    """A voucher as an event seals it."""
    row: dict[str, Any] = to_plain(voucher)
    return row


def move_row(made: VoucherMove) -> dict[str, Any]:
    """A move as an event seals it."""
    row: dict[str, Any] = to_plain(made)
    return row
