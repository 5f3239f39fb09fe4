"""Repricing: every bill that came in is priced again, some at a time and never while its counter waits."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from app.domain.bill import Bill
from app.domain.errors import DomainError
from app.persistence.uow import SqlUnitOfWork
from app.services.desk import Desk
from app.services.ports import Review
from app.services.whatif.repricing import differences
from server import turns
from server.intake.inbox import FIELD, Inbox, Received
from server.intake.reviews import raise_alone
from server.rights.leases import server_store

JOB = "reprice"
POSITIONS_AT_ONCE = 5  # each may be a whole batch


def reprice(desk: Desk) -> bool:
    """Price the bills of the next positions, while counters go on sending. False when there are none."""
    store = server_store(desk)
    with store.reading() as unit:
        inbox = Inbox(unit.scope, store.sealer.of_field(FIELD))
        after = turns.position(unit.scope, JOB)
        until = inbox.positions_after(after, limit=POSITIONS_AT_ONCE)
        if until is None:
            return False
        found = [review for one in inbox.between(after, until, kind="bill") if (review := _priced(desk, unit, one))]
    with store.writing() as writing:
        if turns.position(writing.scope, JOB) == after:
            if found:
                raise_alone(desk, writing, found)
            turns.move(writing.scope, JOB, until)
    return True


def _priced(desk: Desk, unit: SqlUnitOfWork, received: Received) -> Review | None:
    """A bill that waits for somebody to look at it is priced when it has been posted: it is not in the ledger yet."""
    bill = unit.bills.get(_bill_id(received.body))
    if bill is None:
        return None
    found = _differences(unit, bill)
    if not found:
        return None
    place = {"counter": received.counter_code, "epoch": received.epoch, "seq": received.seq}
    facts = {**place, "bill": bill.number, "differences": found}
    return Review(desk.ids.entity(), "PRICE", facts, desk.clock.now())


def _differences(unit: SqlUnitOfWork, bill: Bill) -> Mapping[str, Any]:
    """No bill is so odd that those behind it are not priced."""
    if not unit.programs.has(bill.program_version):
        return {"refused": f"Program {bill.program_version} is not known here."}
    try:
        return differences(bill, unit.programs.version(bill.program_version))
    except DomainError as refusal:
        return {"refused": refusal.message}
    except (AssertionError, ArithmeticError, LookupError, ValueError) as odd:
        return {"refused": f"No price can be put on it: {odd}"}


def _bill_id(body: bytes) -> str:
    try:
        return str(json.loads(body)["bill"]["bill_id"])
    except (ValueError, LookupError, TypeError):
        return ""
