"""Devices: the counters of a tenant as enrolled, each under its code, with the keys it proves itself by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Select, bindparam, select, update

from app.persistence.scope import Cells, Scope
from app.persistence.statement import Statement, adding, owned
from server.databases.tables.identity import devices
from server.databases.versioned import change_of, one_of, page_of
from server.identity.status import DeviceStatus

OVERLAP_MICROS = 7 * 86_400 * 1_000_000


@dataclass(frozen=True, slots=True)
class Device:
    """`epoch` is that of its last enrolment; all before `joined_epoch` is its history, of when it was alone.

    `next_key` is the key it has announced; until its first use, or OVERLAP_MICROS after, the old one still opens."""

    counter_code: str
    store_id: str
    client_id: str
    public_key: bytes
    next_key: bytes | None
    next_key_at: int | None
    status: DeviceStatus
    epoch: int
    joined_epoch: int
    program: str
    version: int
    enrolled_at: int
    last_seen_at: int
    protocol: int
    clock_offset_ms: int

    def keys(self, at: int) -> Sequence[bytes]:
        """The public keys that open at this instant."""
        if self.next_key is None or self.next_key_at is None:
            return [self.public_key]
        if at - self.next_key_at > OVERLAP_MICROS:
            return [self.next_key]
        return [self.public_key, self.next_key]

    def announced(self, key: bytes, *, at: int) -> Device:
        """The device with this as its next key. One that it has, announced or in force, stays as it is."""
        if key in (self.public_key, self.next_key):
            return self
        return replace(self, public_key=self.keys(at)[0], next_key=key, next_key_at=at)

    def old_key_until(self, at: int) -> int:
        """When what was before the newest key opens no more; this instant, where there is no other."""
        return at if self.next_key_at is None else self.next_key_at + OVERLAP_MICROS


_NAMES = tuple(Device.__dataclass_fields__)
_COLUMNS = tuple(devices.c[name] for name in _NAMES)
_CHANGED = tuple(name for name in _NAMES if name not in ("counter_code", "version"))


def _where(*conditions: object) -> Select[tuple[object, ...]]:
    return select(*_COLUMNS).where(owned(devices), *conditions)  # type: ignore[arg-type]


_ADD = adding(devices)
_BY_CODE = one_of(_COLUMNS)
_BY_CLIENT = Statement(_where(devices.c.client_id == bindparam("of_client")))
_OF_STORE = Statement(_where(devices.c.store_id == bindparam("of_store")).order_by(devices.c.counter_code))
_EVERY = Statement(_where().order_by(devices.c.counter_code))
_PAGE = page_of(_COLUMNS)
_CHANGE = change_of(_COLUMNS, _CHANGED)
_SEEN = Statement(
    update(devices).where(owned(devices), devices.c.client_id == bindparam("of_client")),
    ("public_key", "next_key", "next_key_at", "last_seen_at", "clock_offset_ms"),
)


def add(scope: Scope, device: Device) -> None:
    scope.change(_ADD, **_written(device))


def by_code(scope: Scope, counter_code: str) -> Device | None:
    return _optional(scope.row(_BY_CODE, of_id=counter_code))


def by_client(scope: Scope, client_id: str) -> Device | None:
    return _optional(scope.row(_BY_CLIENT, of_client=client_id))


def page(scope: Scope, *, after: str, limit: int) -> Sequence[Device]:
    return [_device(row) for row in scope.rows(_PAGE, after=after, at_most=limit)]


def of_store(scope: Scope, store_id: str) -> Sequence[Device]:
    return [_device(row) for row in scope.rows(_OF_STORE, of_store=store_id)]


def every(scope: Scope) -> Sequence[Device]:
    """In order of their codes."""
    return [_device(row) for row in scope.rows(_EVERY)]


def change(scope: Scope, device: Device, *, version: int) -> Device | None:
    """Write everything but the code. None when the device is no longer at that version."""
    written = {name: value for name, value in _written(device).items() if name in _CHANGED}
    return _optional(scope.row(_CHANGE, of_id=device.counter_code, of_version=version, **written))


def seen(scope: Scope, device: Device, *, key: bytes, at: int, clock_offset_ms: int) -> None:
    """Signed in with `key`. The first use of an announced key ends the old one."""
    kept = device if key != device.next_key else replace(device, public_key=key, next_key=None, next_key_at=None)
    scope.change(
        _SEEN,
        of_client=device.client_id,
        public_key=kept.public_key,
        next_key=kept.next_key,
        next_key_at=kept.next_key_at,
        last_seen_at=at,
        clock_offset_ms=clock_offset_ms,
    )


def _written(device: Device) -> dict[str, object]:
    plain = {name: getattr(device, name) for name in _NAMES}
    return {**plain, "status": device.status.value}


def _optional(row: Cells | None) -> Device | None:
    return None if row is None else _device(row)


def _device(row: Cells) -> Device:
    given = dict(zip(_NAMES, row, strict=True))
    return Device(**{**given, "status": DeviceStatus(given["status"])})
