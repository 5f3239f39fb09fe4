"""Homes: where members were enrolled who came before that was kept, by what their counters sent."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from app.persistence.scope import Scope
from server import turns
from server.identity import devices
from server.intake.inbox import FIELD, Inbox, Received
from server.ledgers.store import ServerStore

JOB = "homes"
POSITIONS_AT_ONCE = 100  # each may be a whole batch


def fill(store: ServerStore) -> None:
    """Go on from where it was left, to the end. Whose home is known keeps it."""
    while _fill_some(store):
        pass


def _fill_some(store: ServerStore) -> bool:
    with store.writing() as unit:
        inbox = Inbox(unit.scope, store.sealer.of_field(FIELD))
        after = turns.position(unit.scope, JOB)
        until = inbox.positions_after(after, limit=POSITIONS_AT_ONCE)
        if until is None:
            return False
        found = _enrolled(unit.scope, inbox.between(after, until, kind="enrol"))
        known = unit.homes.of_each(found)
        there = unit.members.by_ids(found.keys() - known.keys())
        unit.homes.put_all({member_id: found[member_id] for member_id in sorted(there)})
        turns.move(unit.scope, JOB, until)
    return True


def _enrolled(scope: Scope, events: Iterable[Received]) -> Mapping[str, str]:
    """The stores by the members; of an event that nobody can read, none."""
    counters = {one.counter_code: one.store_id for one in devices.every(scope)}
    found = {}
    for event in events:
        member_id = _member_of(event.body)
        if member_id is not None:
            found[member_id] = counters[event.counter_code]
    return found


def _member_of(body: bytes) -> str | None:
    try:
        member_id = json.loads(body)["member"]["member_id"]
    except (ValueError, LookupError, TypeError):
        return None
    return member_id if isinstance(member_id, str) else None
