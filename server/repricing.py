"""Repricing: every bill that came in is priced again, some at a time and never while its counter waits."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from app.domain.bill import Bill
from app.domain.errors import DomainError
from app.services.desk import Desk
from app.services.ports import Review
from app.services.repricing import differences
from server import turns
from server.inbox import FIELD, Inbox, Received
from server.leases import server_store
from server.store import ServerUnit

JOB = "reprice"
POSITIONS_AT_ONCE = 50


def reprice(desk: Desk) -> bool:
    """Price the bills of the next positions. False when there are none."""
    store = server_store(desk)
    with store.writing() as unit:
        inbox = Inbox(unit.scope, store.sealer.of_field(FIELD))
        after = turns.position(unit.scope, JOB)
        until = inbox.positions_after(after, limit=POSITIONS_AT_ONCE)
        if until is None:
            return False
        for received in inbox.bills_between(after, until):
            _price(desk, unit, received)
        turns.move(unit.scope, JOB, until)
    return True


def _price(desk: Desk, unit: ServerUnit, received: Received) -> None:
    """A bill that waits for somebody to look at it is priced when it has been posted: it is not in the ledger yet."""
    bill = unit.bills.get(_bill_id(received.body))
    if bill is None:
        return
    found = _differences(unit, bill)
    if found:
        place = {"counter": received.counter_code, "epoch": received.epoch, "seq": received.seq}
        facts = {**place, "bill": bill.number, "differences": found}
        unit.shared.put_review(Review(desk.ids.entity(), "PRICE", facts, desk.clock.now()))


def _differences(unit: ServerUnit, bill: Bill) -> Mapping[str, Any]:
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
