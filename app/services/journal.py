"""The journal: each unit of work leaves one sealed event, chained to the one before it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from app.services.desk import Desk
from app.services.ports import Event, Head, UnitOfWork
from app.services.records import to_micros

CHAIN_VERSION = 1
GENESIS_HASH = bytes(32)


def canonical(body: Mapping[str, Any]) -> bytes:
    """The one spelling of a body: sorted keys, no spaces, UTF-8. What is hashed, stored and sent."""
    return json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def link_hash(previous: bytes, body: bytes) -> bytes:
    """SHA-256 over a domain byte, the chain's version, the previous hash and the exact bytes."""
    return hashlib.sha256(bytes((0, CHAIN_VERSION)) + previous + body).digest()


def record(
    desk: Desk, uow: UnitOfWork, head: Head, *, kind: str, at: datetime, body: Mapping[str, Any], **moves: Any
) -> Head:
    """Append the event of this unit of work; `moves` are the head's other numbers that advanced with it."""
    seq = head.last_seq + 1
    place = {"kind": kind, "counter": desk.counter_code, "epoch": head.epoch, "seq": seq, "at": to_micros(at)}
    approved = {} if desk.approved_by is None else {"approved_by": desk.approved_by}
    sealed = canonical({**place, **_tick(desk), **approved, **body})
    link = link_hash(head.head_hash, sealed)
    event = Event(head.epoch, seq, desk.ids.entity(), kind, at, head.head_hash, link, sealed)
    after = replace(head, last_seq=seq, head_hash=link, latest_at=max(at, head.latest_at), **moves)
    uow.journal.append(event, after)
    return after


def _tick(desk: Desk) -> Mapping[str, Any]:
    tick = desk.ticks()
    return {} if tick is None else {"tick": asdict(tick)}


def breaks(events: Sequence[Event], *, previous: bytes = GENESIS_HASH) -> list[str]:
    """Where a run of events of one epoch does not hold together, in words; empty when it does."""
    faults = []
    for expected_seq, event in enumerate(events, 1):
        if event.seq != expected_seq:
            faults.append(f"event {expected_seq} is missing (found {event.seq})")
            break
        if event.previous_hash != previous:
            faults.append(f"event {event.seq} does not follow the one before it")
        if link_hash(event.previous_hash, event.body) != event.hash:
            faults.append(f"event {event.seq} was changed after it was sealed")
        previous = event.hash
    return faults
