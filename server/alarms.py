"""Alarms: what somebody should look at soon, raised once and cleared when it is over."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, func, select, update

from app.persistence.scope import Scope
from app.persistence.statement import Statement, adding, owned
from server.databases.tables.intake import outcomes
from server.databases.tables.running import alarms
from server.identity import devices
from server.identity.devices import Device
from server.identity.status import DeviceStatus
from server.intake.inbox import is_waiting

_SECOND = 1_000_000
SILENT_AFTER = 24 * 3600 * _SECOND
CLOCK_OFF_FROM_MS = 5 * 60 * 1000

_OPEN = Statement(
    select(alarms.c.kind, alarms.c.subject, alarms.c.facts, alarms.c.raised_at)
    .where(owned(alarms), alarms.c.cleared_at.is_(None))
    .order_by(alarms.c.raised_at, alarms.c.kind, alarms.c.subject)
)
_ADD = adding(alarms)
_CLEAR = Statement(
    update(alarms).where(
        owned(alarms),
        alarms.c.kind == bindparam("of_kind"),
        alarms.c.subject == bindparam("of_subject"),
        alarms.c.cleared_at.is_(None),
    ),
    sets=("cleared_at",),
)
_HELD = Statement(
    select(outcomes.c.counter_code, func.count())
    .where(owned(outcomes), is_waiting(outcomes.c.status))
    .group_by(outcomes.c.counter_code)
)


@dataclass(frozen=True, slots=True)
class Alarm:
    """Of one kind, about one counter. `raised_at` in microseconds."""

    kind: str
    subject: str
    facts: Mapping[str, Any]
    raised_at: int


def open_alarms(scope: Scope) -> Sequence[Alarm]:
    """Longest standing first."""
    return [Alarm(kind, subject, json.loads(facts), at) for kind, subject, facts, at in scope.rows(_OPEN)]


def look(scope: Scope, *, at: int) -> Sequence[Alarm]:
    """Raise what is wrong now, clear what is over. Returns what stands."""
    standing = {(one.kind, one.subject): one for one in open_alarms(scope)}
    found = {(one.kind, one.subject): one for one in _found(scope, at)}
    for kind, subject in standing.keys() - found.keys():
        scope.change(_CLEAR, of_kind=kind, of_subject=subject, cleared_at=at)
    for key in found.keys() - standing.keys():
        new = found[key]
        scope.change(
            _ADD, kind=new.kind, subject=new.subject, facts=json.dumps(new.facts), raised_at=at, cleared_at=None
        )
    return [standing.get(key, alarm) for key, alarm in sorted(found.items())]


def _found(scope: Scope, at: int) -> Iterator[Alarm]:
    for device in devices.every(scope):
        yield from _of_device(device, at)
    for counter_code, count in scope.rows(_HELD):
        yield Alarm("QUARANTINE", counter_code, {"events": int(count)}, at)


def _of_device(device: Device, at: int) -> Iterator[Alarm]:
    if device.status is DeviceStatus.FORKED:
        yield Alarm("FORKED", device.counter_code, {"epoch": device.epoch}, at)
    if device.status is not DeviceStatus.ACTIVE:
        return
    if at - device.last_seen_at > SILENT_AFTER:
        yield Alarm("SILENT", device.counter_code, {"last_seen_at": device.last_seen_at}, at)
    if abs(device.clock_offset_ms) >= CLOCK_OFF_FROM_MS:
        yield Alarm("CLOCK", device.counter_code, {"offset_ms": device.clock_offset_ms}, at)
