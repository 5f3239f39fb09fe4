"""Homes: where members were enrolled who came before that was kept, by what their counters sent.

It is found out some events at a time while counters go on sending, and who was told of those members is told anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from sqlalchemy import select

from app.persistence.each_of import among, listed
from app.persistence.scope import Scope
from app.persistence.statement import Statement, owned
from app.persistence.tables.members import members
from app.services.desk import Desk
from app.services.journal import record
from server import turns
from server.identity import devices
from server.intake.inbox import FIELD, Inbox, Received
from server.rights.leases import server_store

JOB = "homes"
FOUND = "homes"  # the event of the chain that says for how many
MEMBERS_AT_ONCE = 500  # and the rest of the batch: counters are told of them on one page
EVENTS_AT_ONCE = 20_000  # that are looked at for them
STEPS_A_TURN = 100  # other jobs wait meanwhile
_KIND = "enrol"
_THERE = Statement(select(members.c.member_id).where(owned(members), among(members.c.member_id, "of_members")))


def fill(desk: Desk) -> None:
    """Go on from where it was left, for one turn."""
    for _ in range(STEPS_A_TURN):
        if not _fill_some(desk):
            return


def _fill_some(desk: Desk) -> bool:
    """The next members; whose home is known keeps it. False when everything that came in has been looked at.

    Bodies are opened before anybody has to wait: the tenant's other work is held up for a few statements alone.
    """
    store = server_store(desk)
    with store.reading() as unit:
        inbox = Inbox(unit.scope, store.sealer.of_field(FIELD))
        after = turns.position(unit.scope, JOB)
        until = inbox.until(after, kind=_KIND, enough=MEMBERS_AT_ONCE, looked_at=EVENTS_AT_ONCE)
        if until is None:
            return False
        found = _enrolled(unit.scope, inbox.between(after, until, kind=_KIND))
    with store.writing() as writing:
        if turns.position(writing.scope, JOB) == after:
            unknown = found.keys() - writing.homes.of_each(found).keys()
            there = [row[0] for row in writing.scope.rows(_THERE, of_members=listed(unknown))]
            writing.homes.put_all({member_id: found[member_id] for member_id in there})
            turns.move(writing.scope, JOB, until)
            if there:
                writing.changes.member(*there)
                head = writing.journal.head()
                record(desk, writing, head, kind=FOUND, at=desk.instant(head), body={"members": len(there)})
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
