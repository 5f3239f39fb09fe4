"""Leases at the server: rights given at a scan, asked back, returned, written off; never more than there is."""

from __future__ import annotations

from dataclasses import replace

from app.domain.lease import Lease
from app.services.chain import returning
from app.services.members import adjustments
from server.identity import devices
from server.rights import leases
from server.rights.leases import Scan
from server.telling.pull import Reader
from tests.desks import STAFF
from tests.server.tills import STORE, Office, Till

ALL = 10**9


def scan(office: Office, till: Till, member_id: str, wanted: int = ALL) -> tuple[int, bool]:
    """What the counter may use after a scan, and whether others were asked for theirs."""
    told = leases.top_up(office.desk, Reader(till.code, STORE), Scan(wanted, member_id=member_id))
    held = rights(office, till.code, member_id)
    with till.store.writing() as unit:
        unit.leases.put(member_id, held, counter_code=till.code, epoch=2, granted_at=till.clock.now())
    return held.outstanding, told.recalled


def rights(office: Office, code: str, member_id: str) -> Lease:
    with office.store.reading() as unit:
        return unit.leases.get(member_id, counter_code=code, epoch=2)


def known(office: Office, till: Till, points: int) -> tuple[str, str]:
    """A member with these points whom every counter knows: card and id."""
    card = till.enrol()
    till.send(office)
    adjustments.adjust(office.desk, card, points=points, reason="gift", staff=STAFF, key=card)
    for other in office.tills.values():
        other.adopt(office)
    return card, till.member_id(card)


def test_a_scan_gives_all_that_is_free_and_a_bill_uses_it(office: Office) -> None:
    till = office.till("A1")
    card, member_id = known(office, till, 500_00)
    assert scan(office, till, member_id) == (500_00, False)
    assert scan(office, till, member_id) == (500_00, False)
    till.sell(card, ("General", 100), redeem=200_00)
    assert [one.status for one in till.send(office).results] == ["APPLIED"]
    assert rights(office, "A1", member_id).outstanding == 300_00


def test_a_second_counter_gets_what_the_first_gives_back(office: Office) -> None:
    first, second = office.till("A1"), office.till("B1")
    _, member_id = known(office, first, 500_00)
    assert scan(office, first, member_id, 400_00) == (400_00, False)
    assert scan(office, second, member_id) == (100_00, True)
    returning.return_unused(first.desk, {member_id: ALL})
    assert office.take(first.push()).recall == ()
    assert scan(office, second, member_id) == (500_00, False)


def test_rights_that_are_written_off_are_free_and_a_late_spend_is_raised(office: Office) -> None:
    lost, other = office.till("A1"), office.till("B1")
    card, member_id = known(office, lost, 500_00)
    scan(office, lost, member_id)
    lost.sell(card, ("General", 100), redeem=200_00)
    assert leases.write_off(office.desk, "A1") == 500_00
    assert scan(office, other, member_id) == (500_00, False)
    assert [one.status for one in lost.send(office).results] == ["APPLIED_OVER_LIMIT"]
    ((kind, facts),) = office.reviews()
    assert (kind, facts["spent"], facts["staff"]) == ("OVER_LIMIT", {member_id: 200_00}, STAFF)


def test_the_rights_of_an_epoch_end_when_the_counter_sells_in_a_new_one(office: Office) -> None:
    till = office.till("A1")
    card, member_id = known(office, till, 500_00)
    scan(office, till, member_id)
    till.sell(card, ("General", 100), redeem=100_00)
    with office.store.writing() as unit:
        paired = devices.by_code(unit.scope, "A1")
        assert paired is not None
        devices.change(unit.scope, replace(paired, epoch=3), version=paired.version)
    assert [one.status for one in till.send(office).results] == ["APPLIED"]
    assert rights(office, "A1", member_id).outstanding == 400_00
    with till.store.writing() as unit:
        unit.journal.begin_epoch(above=2)
    till.sell(card, ("General", 100))
    till.send(office)
    assert rights(office, "A1", member_id).outstanding == 0
    assert office.reviews() == []


def test_a_member_is_told_with_what_counters_hold(office: Office) -> None:
    till, _ = office.till("A1"), office.till("B1")
    _, member_id = known(office, till, 500_00)
    scan(office, till, member_id, 200_00)
    state = leases.top_up(office.desk, Reader("B1", STORE), Scan(100_00, member_id=member_id)).rows[0].state
    assert state is not None
    assert (state["points"], state["reserved"]) == (500_00, 300_00)
