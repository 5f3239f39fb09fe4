"""Far bills: a bill told to a counter that did not sell it, with everybody whose points a return of it moves."""

from __future__ import annotations

from app.domain.bill import Bill
from app.services.chain.told_bills import rules_of, whole_state_of
from app.services.desk import Desk
from app.services.posting import Page
from app.services.records import to_micros
from server.ledgers import feed
from server.ledgers.chains import Chains
from server.ledgers.feed import Subject
from server.ledgers.store import ServerUnit
from server.rights.leases import server_store
from server.telling import older
from server.telling.pull import Reader, States
from server.web.problems import Problem
from sync.protocol import PageRow, ToldRows, Topic


def tell_bill(desk: Desk, reader: Reader, number: str) -> ToldRows:
    """A bill by its printed number, whole. Its member and who brought them are known at the store from now on."""
    with server_store(desk).writing() as unit:
        bill = unit.bills.by_number(number)
        if bill is None:
            raise Problem(
                404,
                "BILL-UNKNOWN",
                f"Bill {number} is not known at the server. Check the number; a counter that has been offline sends "
                "its bills later.",
            )
        page = Page.open(desk, unit)
        members = _concerned(unit, bill)
        position = feed.position_of(page.head) + 1
        new = feed.acquaint(
            unit.scope, store_id=reader.store_id, member_ids=members, position=position, at=to_micros(page.at)
        )
        unit.changes.member(*new)
        if unit.changes.subjects:
            page.close("tell", {"of": reader.counter_code, "bill": bill.bill_id})
        return _told(desk, unit, reader, bill, members)


def _concerned(unit: ServerUnit, bill: Bill) -> list[str]:
    """Whom it names, and who has their points now."""
    named = [one for one in (bill.member_id, bill.referrer_id) if one is not None]
    return list(dict.fromkeys([*named, *map(unit.members.holder_of_points, named)]))


def _told(desk: Desk, unit: ServerUnit, reader: Reader, bill: Bill, members: list[str]) -> ToldRows:
    head = unit.journal.head()
    states, position = States(unit, unit.members.sealer, reader, 0, head), feed.position_of(head)
    rows = states.rows([(Subject(Topic.MEMBER, one), position) for one in members])
    sold_by = older.as_told(rules_of(unit, bill), reader.protocol, bill.occurred_at)
    told = PageRow(Topic.BILL, bill.bill_id, position, whole_state_of(unit, bill, sold_by))
    return ToldRows(
        position=position,
        included=Chains(unit.scope).included(reader.counter_code),
        rows=(*rows, told),
        server_ms=to_micros(desk.clock.now()) // 1000,
    )
