"""The books at the server: verified as a till's are, with every chain that counters sent."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

from app.persistence.uow import SqlUnitOfWork
from app.services.desk import Desk
from app.services.journal import GENESIS_HASH, link_hash
from app.services.keeping import books
from app.services.keeping.books import Verdict
from app.services.ports import UnitOfWork
from app.services.shifts.shift_figures import CLOSE
from server.intake.inbox import FIELD, Inbox, Received
from server.intake.poster import numbering_of
from server.ledgers.chains import Chains
from server.rights.leases import server_store
from sync.protocol import Status


def verify(desk: Desk) -> Verdict:
    """Check the server's own chain and ledger, and that what counters sent stands as it was sealed."""
    store = server_store(desk)
    sealer = store.sealer.of_field(FIELD)

    def sealed(uow: UnitOfWork) -> Iterator[Any]:
        assert isinstance(uow, SqlUnitOfWork), "the server's store"
        return _posted(uow, Inbox(uow.scope, sealer))

    found = books.verify(desk, sealed)
    with store.reading() as unit:
        broken = tuple(_broken(Inbox(unit.scope, sealer)))
    return replace(found, faults=(*found.faults, *broken))


def _posted(uow: UnitOfWork, inbox: Inbox) -> Iterator[Any]:
    """The bodies of bills that were posted, under the numbers their programs go by here, of cards that came to bills
    later, and of shift reports.
    """
    for received in inbox.all():
        if received.kind not in ("bill", "claim", CLOSE) or not _is_posted(inbox, received):
            continue
        body = json.loads(received.body)
        if received.kind == "bill":
            filed = -(numbering_of(received.counter_code) + body["bill"]["program_version"])
            if uow.programs.has(filed):
                body["bill"]["program_version"] = filed
        yield body


def _is_posted(inbox: Inbox, received: Received) -> bool:
    place = {"from_seq": received.seq, "until_seq": received.seq}
    outcome = inbox.outcomes(received.counter_code, received.epoch, **place).get(received.seq)
    return outcome is None or outcome.status == Status.APPLIED_OVER_LIMIT


def _broken(inbox: Inbox) -> Iterator[str]:
    """Where a counter's chain does not hold together as it is kept."""
    for (code, epoch), chain in groupby(inbox.chains(), key=lambda one: (one.counter_code, one.epoch)):
        previous, expected = GENESIS_HASH, 1
        for one in chain:
            is_whole = one.seq == expected and one.previous_hash == previous
            if not is_whole or link_hash(previous, one.body) != one.hash:
                yield f"event {one.seq} of {code} in epoch {epoch} is not what was sealed, or not after its predecessor"
                break
            previous, expected = one.hash, expected + 1
        else:
            known = Chains(inbox.scope).of(code, epoch)
            if known is None or (known.last_seq, known.head_hash) != (expected - 1, previous):
                yield f"the chain of {code} in epoch {epoch} does not end where it did"
