"""Counters: the tills that have joined, and how they are shut out again."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, Field

from app.persistence.scope import Scope
from server.api.keys import PublicKey
from server.api.models import CLIENT_ID, STORE_ID, CounterCode, Instant, Model, instant_of
from server.api.pages import Page, Walked
from server.api.versions import written
from server.auth.caller import Caller, require, require_store
from server.desks import desk_of
from server.identity import devices
from server.identity.devices import Device
from server.identity.status import DeviceStatus
from server.parts import Given, Parts
from server.rights.leases import write_off_within
from server.web.problems import Problem, documented, not_found

router = APIRouter(prefix="/api/v1/counters", tags=["Counters"])
_Admin = Annotated[Caller, require("admin:counters")]


class CounterShown(BaseModel):
    counter_code: str = Field(examples=["A1"])
    store_id: str = Field(examples=[STORE_ID])
    client_id: str = Field(examples=[CLIENT_ID])
    status: DeviceStatus
    epoch: int = Field(examples=[2])
    program: str = Field(examples=["tillpoint 0.1.0"])
    protocol: int = Field(examples=[1])
    enrolled_at: Instant
    last_seen_at: Instant
    clock_offset_ms: int = Field(description="This server's clock less the counter's.", examples=[-660000])


class NewKey(Model):
    public_key: PublicKey


class KeyAnnounced(BaseModel):
    old_key_until: Instant = Field(description="Or the first use of the new key, whichever comes first.")


@router.get("")
def list_counters(caller: _Admin, walk: Walked, parts: Given) -> Page[CounterShown]:
    """In order of their codes."""
    with parts.database.store(caller.tenant_id).reading() as unit:
        scope = unit.scope
        return walk.page(lambda after, limit: devices.page(scope, after=after, limit=limit), _key, shown)


@router.get("/{counter_code}", responses=documented(404))
def read_counter(caller: _Admin, counter_code: CounterCode, parts: Given) -> CounterShown:
    """One counter."""
    with parts.database.store(caller.tenant_id).reading() as unit:
        return shown(_found(unit.scope, counter_code))


@router.post("/{counter_code}/revoke", responses=documented(404))
def revoke_counter(caller: _Admin, counter_code: CounterCode, parts: Given) -> CounterShown:
    """Shut a counter out, at once. It goes on selling by itself; its code may be given to another."""
    return _end(parts, caller, counter_code, DeviceStatus.REVOKED)


@router.post("/{counter_code}/declare-lost", responses=documented(404))
def declare_lost(caller: _Admin, counter_code: CounterCode, parts: Given) -> CounterShown:
    """The machine is gone: shut it out, and write off what it was still allowed to spend, at once."""
    return _end(parts, caller, counter_code, DeviceStatus.LOST)


@router.post("/{counter_code}/rotate-key", responses=documented(404, 409))
def rotate_key(
    caller: Annotated[Caller, require("sync")], counter_code: CounterCode, new: NewKey, parts: Given
) -> KeyAnnounced:
    """A counter announces its next key. The old one opens until the new one is first used, for seven days at most."""
    if caller.counter_code != counter_code:
        raise Problem(403, "OTHER-COUNTER", "A counter changes its own key only. Nothing was changed.")
    with parts.database.store(caller.tenant_id).writing() as unit:
        device, now = _found(unit.scope, counter_code), parts.now()
        announced = device.announced(new.public_key.raw, at=now)
        if announced is not device:
            written(devices.change(unit.scope, announced, version=device.version))
    return KeyAnnounced(old_key_until=instant_of(announced.old_key_until(now)))


def shown(device: Device) -> CounterShown:
    return CounterShown(
        counter_code=device.counter_code,
        store_id=device.store_id,
        client_id=device.client_id,
        status=device.status,
        epoch=device.epoch,
        program=device.program,
        protocol=device.protocol,
        enrolled_at=instant_of(device.enrolled_at),
        last_seen_at=instant_of(device.last_seen_at),
        clock_offset_ms=device.clock_offset_ms,
    )


def _end(parts: Parts, caller: Caller, counter_code: str, status: DeviceStatus) -> CounterShown:
    """A lost counter stays lost: what was written off is not taken back by revoking it."""
    with parts.database.store(caller.tenant_id).writing() as unit:
        device = _found(unit.scope, counter_code)
        require_store(caller, device.store_id)
        if device.status in (status, DeviceStatus.LOST):
            return shown(device)
        ended = written(devices.change(unit.scope, replace(device, status=status), version=device.version))
        if status is DeviceStatus.LOST:
            write_off_within(desk_of(parts, caller.tenant_id), unit, counter_code)
        return shown(ended)


def _found(scope: Scope, counter_code: str) -> Device:
    device = devices.by_code(scope, counter_code)
    if device is None:
        raise not_found("counter")
    return device


def _key(device: Device) -> str:
    return device.counter_code
