"""What the server tells of vouchers, put in place; what this counter has done with one since stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.domain.vouchers import Voucher, VoucherStatus
from app.services.plain import NotPlainError, from_plain, to_plain
from app.services.ports import ChainPoint, UnitOfWork
from app.services.rewards.voucher_records import BLANK, VoucherRecord

_KNOWN = {BLANK, *(one.value for one in VoucherStatus)}


@dataclass(frozen=True, slots=True)
class _State:
    """A voucher as it travels; of a blank nothing but its reward."""

    reward: str
    status: str
    used_for: str | None
    voucher: Voucher | None
    holder: str
    epoch: int
    wanted: bool


@dataclass(frozen=True, slots=True)
class ToldVoucher:
    """A voucher as it was told as of a position; None where there is none any more, or it is none of this counter's."""

    voucher_id: str
    position: int
    record: VoucherRecord | None


def state_of(record: VoucherRecord) -> Any:
    """A voucher as it travels."""
    told = (record.voucher, record.holder, record.holder_epoch, record.is_wanted)
    return to_plain(_State(record.reward_id, record.status, record.used_for, *told))


def told_voucher(voucher_id: str, position: int, state: Any) -> ToldVoucher:
    """Raises NotPlainError."""
    if state is None:
        return ToldVoucher(voucher_id, position, None)
    told = from_plain(_State, state)
    if told.status not in _KNOWN or (told.voucher is None) != (told.status == BLANK):
        raise NotPlainError(f"voucher {voucher_id}: nobody here knows the status {told.status[:20]!r}.")
    record = VoucherRecord(
        voucher_id=voucher_id,
        reward_id=told.reward,
        status=told.status,
        used_for=told.used_for,
        voucher=told.voucher,
        holder=told.holder,
        holder_epoch=told.epoch,
        is_wanted=told.wanted,
        position=position,
    )
    return ToldVoucher(voucher_id, position, record)


def adopt_vouchers(uow: UnitOfWork, told: Sequence[ToldVoucher], *, after: ChainPoint) -> None:
    """Put vouchers where they were told to stand, as of a view that has this counter's events up to `after`.

    Answers may overtake each other: what was told as of a later position stays.
    """
    for one in told:
        known = uow.vouchers.get(one.voucher_id)
        if known is not None and (known.position > one.position or known.touched > after):
            continue
        if one.record is not None:
            uow.vouchers.put(one.record if known is None else replace(one.record, touched=known.touched))
        elif known is not None:
            uow.vouchers.drop(one.voucher_id)
