"""What the server keeps of people: no phone stands in clear in any column of any table, and the books verify."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select

from app.persistence.statement import Statement, owned
from app.persistence.tables.declaring import metadata
from app.services.members import editing
from server.databases.tables.declaring import tenant_metadata
from server.ledgers.books import verify
from sync.protocol import push_to_plain
from tests.desks import STAFF
from tests.server.api.billing import Billing
from tests.server.callers import done
from tests.server.tills import Till

ENDS = ("76543210", "11112222", "33334444", "44445555", "55556666", "66667777")
FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH = (f"+9198{n}" for n in ENDS)
_TABLES = [*metadata.sorted_tables, *tenant_metadata.sorted_tables]
_EVERY = {table.name: Statement(select(table).where(owned(table))) for table in _TABLES}


def test_no_phone_stands_in_clear(billing: Billing) -> None:
    made = done(billing.post("/cards", {"name": "Meena Iyer", "phone": FIRST}, key="once"))
    path = f"/cards/{made['number']}"
    done(billing.send("PATCH", path, {"phone": SECOND}, version=made["version"]))
    counter = billing.shop.counter()
    till = Till.new(counter.code, counter.wire.running.clock)  # type: ignore[arg-type]
    till.key = counter.key
    till.join(str(counter.paired["store_id"]))
    asha = till.member_id(till.enrol("Asha", phone=THIRD))
    editing.edit(till.desk, asha, {"phone": FOURTH}, staff=STAFF)
    done(counter.wire.post("/api/v1/sync/push", push_to_plain(till.push()), counter.token()))
    till.sent = replace(till.sent, seq=2)
    at_server = done(billing.get(f"/members/{asha}"))["card_number"]
    version = done(billing.get(f"/cards/{at_server}"))["version"]
    done(billing.send("PATCH", f"/cards/{at_server}", {"phone": FIFTH}, version=version))
    editing.edit(till.desk, asha, {"phone": SIXTH}, staff=STAFF)
    done(counter.wire.post("/api/v1/sync/push", push_to_plain(till.push()), counter.token()))

    with billing.wire.running.parts.database.store(billing.shop.tenant_id).reading() as unit:
        rows = [(name, row) for name, every in _EVERY.items() for row in unit.scope.rows(every)]
    assert {name for name, row in rows if any(map(_names_a_phone, row))} == set()
    assert {"members", "events", "effects", "inbox", "edits", "reviews"} <= {name for name, _ in rows}
    assert verify(billing.desk).faults == ()


def _names_a_phone(cell: object) -> bool:
    found = bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode()
    return any(phone[3:].encode() in found for phone in (FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH))
