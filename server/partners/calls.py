"""Calls: vouchers that a partner still has to answer for, each once, and when it is asked next."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import and_, bindparam, delete, select, update

from app.domain.rewards import RewardKind
from app.domain.vouchers import VoucherStatus
from app.persistence.scope import Cells, Scope
from app.persistence.statement import Statement, adding, owned
from app.services.rewards.voucher_records import VoucherRecord
from server.databases.tables.partners import partner_calls, partners


@dataclass(frozen=True, slots=True)
class Call:
    """`attempts` so far, `next_at` in microseconds. `is_held`: the voucher is nobody else's while the partner is asked.

    `review_id` is what a person was shown about it.
    """

    voucher_id: str
    partner: str
    attempts: int = 0
    next_at: int = 0
    is_held: bool = False
    review_id: str | None = None


_C = partner_calls.c
_COLUMNS = (_C.voucher_id, _C.partner, _C.attempts, _C.next_at, _C.is_held, _C.review_id)
_THIS = (owned(partner_calls), _C.voucher_id == bindparam("of_voucher"))
_GET = Statement(select(*_COLUMNS).where(*_THIS))
_ADD = adding(partner_calls)
_PUT = Statement(update(partner_calls).where(*_THIS), sets=("attempts", "next_at", "is_held", "review_id"))
_DROP = Statement(delete(partner_calls).where(*_THIS))
_WITH_PARTNERS = partner_calls.join(partners, and_(partners.c.tenant_id == _C.tenant_id, partners.c.name == _C.partner))
_FIRST = (
    select(*_COLUMNS)
    .select_from(_WITH_PARTNERS)
    .where(owned(partner_calls), _C.next_at <= bindparam("at_instant"))
    .order_by(_C.next_at, _C.voucher_id)
    .limit(1)
)
_DUE = Statement(_FIRST.where(partners.c.is_enabled == 1))
_STOPPED = Statement(_FIRST.where(partners.c.is_enabled == 0, _C.is_held == 1))


def expect(scope: Scope, record: VoucherRecord) -> None:
    """What is issued of a partner's reward waits for the partner. Nothing happens for any other, or a second time."""
    reward = record.voucher.reward if record.voucher else None
    if reward is None or reward.kind is not RewardKind.PARTNER or not reward.partner:
        return
    if record.status == VoucherStatus.PENDING.value and get(scope, record.voucher_id) is None:
        call = Call(record.voucher_id, reward.partner)
        scope.change(_ADD, voucher_id=call.voucher_id, partner=call.partner, **_moving(call))


def get(scope: Scope, voucher_id: str) -> Call | None:
    return _call(scope.row(_GET, of_voucher=voucher_id))


def first_due(scope: Scope, *, at: int) -> Call | None:
    """The one that has waited longest, of the partners that are switched on."""
    return _call(scope.row(_DUE, at_instant=at))


def first_stopped(scope: Scope, *, at: int) -> Call | None:
    """One that nobody is asking about now, held for a partner that was switched off."""
    return _call(scope.row(_STOPPED, at_instant=at))


def put(scope: Scope, call: Call) -> None:
    scope.change(_PUT, of_voucher=call.voucher_id, **_moving(call))


def drop(scope: Scope, voucher_id: str) -> None:
    scope.change(_DROP, of_voucher=voucher_id)


def _moving(call: Call) -> dict[str, object]:
    return {
        "attempts": call.attempts,
        "next_at": call.next_at,
        "is_held": int(call.is_held),
        "review_id": call.review_id,
    }


def _call(row: Cells | None) -> Call | None:
    return None if row is None else Call(row[0], row[1], row[2], row[3], bool(row[4]), row[5])
