"""Pairings: counters that asked to join and wait for a manager. They belong to nobody until one approves."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import bindparam, delete, func, or_, select, update

from app.persistence.scope import Cells, Scope
from app.persistence.statement import Statement, adding
from server.databases.tables.directory import pairings

_SECOND = 1_000_000
EXPIRES_SECONDS = 900
INTERVAL_SECONDS = 5
WAITING_MAX = 10_000


class PairingStatus(StrEnum):
    WAITING = "WAITING"
    APPROVED = "APPROVED"
    DENIED = "DENIED"


@dataclass(frozen=True, slots=True)
class Pairing:
    """`device_code` and `user_code` are blinded. What an approval says is None before it."""

    device_code: bytes
    user_code: bytes
    public_key: bytes
    wished_code: str
    program: str
    chain_epoch: int
    chain_last_seq: int
    has_history: int
    status: PairingStatus
    tenant_id: str | None
    store_id: str | None
    counter_code: str | None
    client_id: str | None
    epoch: int | None
    expires_at: int
    polled_at: int


_NAMES = tuple(Pairing.__dataclass_fields__)
_COLUMNS = tuple(pairings.c[name] for name in _NAMES)
_ADD = adding(pairings)
_COUNT = Statement(select(func.count()).select_from(pairings))
_FORGET = Statement(delete(pairings).where(pairings.c.expires_at < bindparam("expired_before")))
_BY_USER_CODE = Statement(select(*_COLUMNS).where(pairings.c.user_code == bindparam("of_code")))
_BY_DEVICE_CODE = Statement(select(*_COLUMNS).where(pairings.c.device_code == bindparam("of_code")))
_OPEN = (
    pairings.c.user_code == bindparam("of_code"),
    pairings.c.status == PairingStatus.WAITING.value,
    pairings.c.expires_at > bindparam("now"),
    or_(pairings.c.tenant_id.is_(None), pairings.c.tenant_id == bindparam("of_tenant")),
)
_CLAIM = Statement(
    update(pairings)
    .where(*_OPEN)
    .values(tenant_id=bindparam("by_tenant"), client_id=func.coalesce(pairings.c.client_id, bindparam("new_client")))
    .returning(*_COLUMNS)
)
_SETTLE = Statement(
    update(pairings).where(pairings.c.device_code == bindparam("of_device")),
    ("status", "tenant_id", "store_id", "counter_code", "client_id", "epoch"),
)
_POLL = Statement(update(pairings).where(pairings.c.device_code == bindparam("of_device")), ("polled_at",))


def add(scope: Scope, pairing: Pairing, *, now: int) -> bool:
    """False when too many wait already."""
    scope.change(_FORGET, expired_before=now)
    if scope.scalar(_COUNT) >= WAITING_MAX:
        return False
    written = {name: getattr(pairing, name) for name in _NAMES}
    scope.change(_ADD, **{**written, "status": pairing.status.value})
    return True


def by_user_code(scope: Scope, user_code: bytes) -> Pairing | None:
    return _pairing(scope.row(_BY_USER_CODE, of_code=user_code))


def by_device_code(scope: Scope, device_code: bytes) -> Pairing | None:
    return _pairing(scope.row(_BY_DEVICE_CODE, of_code=device_code))


def claim(scope: Scope, user_code: bytes, *, tenant_id: str, client_id: str, now: int) -> Pairing | None:
    """Take a waiting pairing for a tenant: from here on no other can have it. None when there is none to take."""
    row = scope.row(_CLAIM, of_code=user_code, of_tenant=tenant_id, by_tenant=tenant_id, new_client=client_id, now=now)
    return _pairing(row)


def settle(scope: Scope, pairing: Pairing) -> None:
    """Write the outcome."""
    scope.change(
        _SETTLE,
        of_device=pairing.device_code,
        status=pairing.status.value,
        tenant_id=pairing.tenant_id,
        store_id=pairing.store_id,
        counter_code=pairing.counter_code,
        client_id=pairing.client_id,
        epoch=pairing.epoch,
    )


def polled(scope: Scope, pairing: Pairing, *, now: int) -> bool:
    """Note that the counter asked; False when it asks faster than it was told to."""
    scope.change(_POLL, of_device=pairing.device_code, polled_at=now)
    return now - pairing.polled_at >= INTERVAL_SECONDS * _SECOND


def _pairing(row: Cells | None) -> Pairing | None:
    if row is None:
        return None
    given = dict(zip(_NAMES, row, strict=True))
    return Pairing(**{**given, "status": PairingStatus(given["status"])})
