"""Enrolment: a waiting counter becomes a device of a store, under a code that no other living counter has."""

from __future__ import annotations

from dataclasses import replace

from app.persistence.scope import Scope
from server.auth.caller import Caller, require_store
from server.identity import card_blocks, devices, pairings, stores
from server.identity.devices import Device
from server.identity.pairings import Pairing, PairingStatus
from server.identity.status import DeviceStatus, Status
from server.parts import Parts
from server.web.problems import Problem, not_found


def approve(parts: Parts, caller: Caller, user_code: bytes, *, store_id: str, counter_code: str) -> Device:
    """Three steps, each of which may be repeated: the directory and the tenant are not one transaction.

    Claim the pairing for the tenant, which it stays from then on; write the device; settle the pairing. Nothing is
    claimed for a store that cannot have it.
    """
    require_store(caller, store_id)
    store, now = parts.database.store(caller.tenant_id), parts.now()
    with store.reading() as unit:
        _require_open_store(unit.scope, store_id)
    client_id = f"{caller.tenant_id}.{parts.ids.entity()}"
    with parts.database.directory_writing() as scope:
        pairing = pairings.claim(scope, user_code, tenant_id=caller.tenant_id, client_id=client_id, now=now)
    if pairing is None:
        raise unknown()
    with store.writing() as unit:
        device = _enrolled(unit.scope, pairing, store_id=store_id, counter_code=counter_code, at=now)
    _settle(parts, pairing, device)
    return device


def deny(parts: Parts, caller: Caller, user_code: bytes) -> None:
    with parts.database.directory_writing() as scope:
        pairing = pairings.claim(scope, user_code, tenant_id=caller.tenant_id, client_id="", now=parts.now())
        if pairing is None:
            raise unknown()
        pairings.settle(scope, replace(pairing, status=PairingStatus.DENIED))


def unknown() -> Problem:
    return Problem(
        404,
        "PAIRING-UNKNOWN",
        "No counter waits under this code: it was mistyped, ran out, or is settled. Nothing was changed. "
        "Read the code on the counter's screen again.",
    )


def _enrolled(scope: Scope, pairing: Pairing, *, store_id: str, counter_code: str, at: int) -> Device:
    _require_open_store(scope, store_id)
    begun = devices.by_client(scope, pairing.client_id or "")
    if begun is not None and begun.counter_code != counter_code:
        raise unknown()
    if begun is not None:
        return begun  # an approval that was cut short is finished
    before = devices.by_code(scope, counter_code)
    if before is not None and before.status is DeviceStatus.ACTIVE:
        raise Problem(
            409,
            "COUNTER-CODE-TAKEN",
            f"Counter {counter_code} is in use. Nothing was changed. Choose another code, or revoke that counter or "
            "declare it lost first.",
        )
    device = _device(pairing, before, store_id=store_id, counter_code=counter_code, at=at)
    _write(scope, device, before)
    card_blocks.reserve(scope, device.client_id)
    return device


def _require_open_store(scope: Scope, store_id: str) -> None:
    store = stores.get(scope, store_id)
    if store is None:
        raise not_found("store")
    if store.status is not Status.ACTIVE:
        raise Problem(409, "STORE-CLOSED", "That store is closed. Nothing was changed. Choose another.")


def _device(pairing: Pairing, before: Device | None, *, store_id: str, counter_code: str, at: int) -> Device:
    """The epoch rises above whatever the counter, or another under its code, has used."""
    assert pairing.client_id is not None
    epoch = max(pairing.chain_epoch, before.epoch if before else 0) + 1
    # A counter that comes again has been one of the chain since it first came, whatever it has sent of it.
    is_again = before is not None and pairing.chain_epoch >= before.joined_epoch
    return Device(
        counter_code=counter_code,
        store_id=store_id,
        client_id=pairing.client_id,
        public_key=pairing.public_key,
        next_key=None,
        next_key_at=None,
        status=DeviceStatus.ACTIVE,
        epoch=epoch,
        joined_epoch=before.joined_epoch if before is not None and is_again else epoch,
        program=pairing.program,
        version=before.version + 1 if before else 1,
        enrolled_at=at,
        last_seen_at=at,
        protocol=1,
        clock_offset_ms=0,
    )


def _write(scope: Scope, device: Device, before: Device | None) -> None:
    if before is None:
        devices.add(scope, device)
    else:
        devices.change(scope, device, version=before.version)


def _settle(parts: Parts, pairing: Pairing, device: Device) -> None:
    approved = replace(
        pairing,
        status=PairingStatus.APPROVED,
        store_id=device.store_id,
        counter_code=device.counter_code,
        epoch=device.epoch,
    )
    with parts.database.directory_writing() as scope:
        pairings.settle(scope, approved)
