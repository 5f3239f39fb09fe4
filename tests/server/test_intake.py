"""Intake: what counters send becomes the tenant's ledger, once, in order, whatever is wrong with some of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from app.domain.codes import card_number
from app.domain.days import INDIA, ShopCalendar
from app.domain.lease import Lease
from app.services.journal import link_hash, record
from app.services.keeping.checking import Choice
from app.services.members import adjustments, members
from app.services.ports import ChainPoint
from server.rights import leases
from server.rights.leases import Scan
from server.telling.pull import Reader
from server.web.problems import Problem
from tests.contract import facts
from tests.desks import PROGRAM, STAFF
from tests.server.tills import STORE, Office, Till, memory_office


def test_bills_of_a_counter_are_posted_and_told(office: Office) -> None:
    till = office.till("A1")
    card = till.enrol(phone="+919876543210")
    sold = till.sell(card, ("Medicines", 500))
    answer = till.send(office)
    assert [one.status for one in answer.results] == ["APPLIED", "APPLIED"]
    member_id = till.member_id(card)
    assert office.points(member_id) == sold.balance == 500
    page = office.page()
    assert [(row.topic, row.subject) for row in page.rows][-1] == ("member", member_id)
    assert page.rows[-1].state is not None
    assert page.rows[-1].state["whole"]
    office.sound()


def test_what_cannot_be_posted_waits_and_holds_up_only_what_depends_on_it(office: Office) -> None:
    till = office.till("A1")
    ours, others = till.enrol("Meena Iyer"), till.enrol("Ravi Rao")
    with office.store.writing() as unit:  # somebody has that number here
        unit.members.add(facts.member("other"), replace(facts.card("other"), number=ours))
        unit.changes.subjects.clear()
    till.sell(ours, ("Medicines", 100))
    till.sell(others, ("Medicines", 300))
    answer = till.send(office)
    assert [one.status for one in answer.results] == ["QUARANTINED", "APPLIED", "PARKED", "APPLIED"]
    assert answer.results[0].code == "CARD-TAKEN"
    assert office.points(till.member_id(others)) == 300
    till.sell(ours, ("Medicines", 100))
    assert [one.status for one in till.send(office).results] == ["PARKED"]
    assert [kind for kind, _ in office.reviews()] == ["QUARANTINED"]

    with office.store.writing() as unit:
        unit.members.put_all([(facts.member("other"), [])])
        unit.changes.subjects.clear()
    office.settle("QUARANTINED", Choice.SEND_AGAIN)
    assert office.outcomes("A1") == []
    assert office.points(till.member_id(ours)) == 200
    office.sound()


def test_of_whom_an_event_waits_is_told_anew(office: Office) -> None:
    """The counter has posted it already, and would know better than everybody until somebody looked."""
    till = office.till("A1")
    card = till.enrol()
    till.send(office)
    before = office.page().to_position
    with till.store.writing() as unit:
        record(till.desk, unit, unit.journal.head(), kind="gift", at=till.clock.now(), body={"card": card})
    till.sell(card, ("Medicines", 100))
    assert [one.status for one in till.send(office).results] == ["QUARANTINED", "PARKED"]
    assert till.member_id(card) in [row.subject for row in office.page(after=before).rows]
    till.sell(card, ("Medicines", 100))
    before = office.page().to_position
    till.send(office)
    assert [row.subject for row in office.page(after=before).rows] == [till.member_id(card)]


def test_a_bill_and_its_refund_are_posted_once_each_beside_what_waits(office: Office) -> None:
    """Event by event, on one page: what the first did to the member is written when the second looks at all of it."""
    till = office.till("A1")
    card, other = till.enrol(), till.enrol("Ravi Rao")
    till.credit(card, 500_00)
    till.send(office)
    member_id, rights = till.member_id(card), Lease(granted=300_00)
    with till.store.writing() as unit:
        head = unit.journal.head()
        record(till.desk, unit, head, kind="gift", at=till.clock.now(), body={"card": other})
        unit.leases.put(member_id, rights, counter_code="A1", epoch=head.epoch, granted_at=till.clock.now())
    bill = till.sell(card, ("Medicines", 1000), redeem=300_00)
    till.cancel(bill.bill.bill_id)
    assert [one.status for one in till.send(office).results] == ["QUARANTINED", "APPLIED_OVER_LIMIT", "APPLIED"]
    assert office.points(member_id) == 500_00
    office.sound()


def test_a_copied_counter_is_stopped_and_nothing_of_it_is_posted(office: Office) -> None:
    till = office.till("A1")
    card = till.enrol()
    till.send(office)
    seen = till.sell(card, ("Medicines", 100))
    genuine = till.push()
    till.send(office)
    twin = Till.new("A1", office.clock)
    twin.key = till.key
    twin.join()
    twin.enrol("Somebody else")
    answer = office.take(twin.push())
    assert [one.status for one in answer.results] == ["FORK"]
    assert answer.received_seq == 2
    assert office.points(till.member_id(card)) == seen.balance
    assert [kind for kind, _ in office.reviews()] == ["FORK"]
    assert [one.status for one in office.take(genuine).results] == ["DUPLICATE"]
    till.sell(card, ("Medicines", 100))
    late = till.send(office)
    assert [(one.status, one.code) for one in late.results] == [("QUARANTINED", "DEVICE-FORKED")]
    assert [kind for kind, _ in office.reviews()] == ["FORK", "LATE"]
    assert [one.status for one in office.take(twin.push()).results] == ["FORK"]
    office.sound()


def test_a_position_that_went_with_the_end_of_the_servers_chain_is_ahead_of_it(office: Office) -> None:
    """What was told there is to be forgotten, though positions go on above it."""
    till = office.till("A1")
    till.enrol()
    till.send(office)
    last = office.page().to_position
    with office.store.writing() as unit:
        unit.journal.begin_epoch(above=1)
    begun = office.page(after=last).to_position
    for seq in (1, 2):
        with pytest.raises(Problem) as ahead:
            office.page(after=last + seq)
        assert ahead.value.code == "POSITION-AHEAD"
    till.enrol("Ravi Rao")
    till.send(office)
    assert [row.topic for row in office.page(after=begun).rows] == ["member"]


def test_a_gap_is_refused_with_where_to_begin(office: Office) -> None:
    till = office.till("A1")
    till.enrol()
    till.enrol("Ravi Rao")
    with till.store.reading() as unit:
        events = unit.journal.after(ChainPoint(2, 1), limit=5)
    with pytest.raises(Problem) as refusal:
        office.take(till.signed(list(events)))
    assert (refusal.value.code, refusal.value.more) == ("GAP", {"expected_seq": 1})


def test_a_counter_that_lost_its_end_begins_anew_without_its_rights(office: Office) -> None:
    till = office.till("A1")
    card = till.enrol()
    till.send(office)
    adjustments.adjust(office.desk, card, points=500_00, reason="gift", staff=STAFF, key=card)
    member_id = till.member_id(card)
    leases.top_up(office.desk, Reader("A1", STORE), Scan(10**9, member_id=member_id))
    with till.store.writing() as unit:
        unit.journal.begin_epoch(above=2)
    till.sent = ChainPoint(3, 0)
    till.enrol("Ravi Rao")
    assert [one.status for one in till.send(office).results] == ["APPLIED"]
    assert [(kind, facts["written_off"]) for kind, facts in office.reviews()] == [("LOST_END", 500_00)]
    office.sound()


def test_a_bill_keeps_the_day_of_its_counters_clock(office: Office) -> None:
    """Late in the evening it is another day there than by the rules of the chain."""
    till = office.till("A1")
    till.desk = replace(till.desk, calendar=ShopCalendar(ZoneInfo("Pacific/Auckland")))
    late = INDIA.start_of(INDIA.day_of(till.clock.now())) + timedelta(hours=22)
    till.clock.advance(late)
    card, day = till.enrol(), till.desk.calendar.day_of(late).isoformat()
    assert day > INDIA.day_of(late).isoformat()
    sold = till.sell(card, ("Medicines", 500))
    assert [one.status for one in till.send(office).results] == ["APPLIED", "APPLIED"]
    assert [row for row in office.tables()["bills"] if sold.bill.bill_id in row and day in row]
    office.sound()


def test_a_history_comes_first_and_its_rules_are_the_first() -> None:
    with memory_office(program=None) as empty:
        till = Till.new("A1", empty.clock)
        card = till.enrol()
        till.sell(card, ("Medicines", 300))
        empty.enrol(till)
        till.sent = ChainPoint(1, 0)
        assert {one.status for one in till.send(empty).results} == {"APPLIED"}
        with empty.store.reading() as unit:
            assert unit.programs.in_force(empty.clock.now()) == replace(PROGRAM, version=2)
        assert empty.points(till.member_id(card)) == 300
        empty.sound()


def test_whoever_brings_a_taken_card_number_may_be_the_same_person() -> None:
    number = card_number("7000123410")
    with memory_office() as office:
        first, joining = office.till("A1"), Till.new("B1", office.clock)
        first.enrol("Meena Iyer", card_number=number)
        first.send(office)
        joining.enrol("M. Iyer", card_number=number)
        joining.sell(number, ("Medicines", 300))
        office.enrol(joining)
        joining.sent = ChainPoint(1, 0)
        assert {one.status for one in joining.send(office).results} == {"APPLIED"}
        assert office.points(joining.member_id(number)) == 300
        office.settle("CARD_TAKEN", Choice.SAME_PERSON)
        assert office.points(first.member_id(number)) == 300
        office.sound()


def test_bytes_that_say_nothing_are_kept(office: Office) -> None:
    till = office.till("A1")
    card = till.enrol()
    events = till.waiting()
    unkeepable = [b'{"kind":"a\\u0000b"}', b'{"bill":{"member_id":"\\ud800"}}']
    bodies = [b"not JSON", b"[]", b'{"at":1,"kind":"dance"}', b'{"at":"now"}', *unkeepable]
    previous = events[-1].hash
    for seq, body in enumerate(bodies, 2):
        link = link_hash(previous, body)
        events.append(replace(events[0], seq=seq, previous_hash=previous, hash=link, body=body))
        previous = link
    answer = office.take(till.signed(events))
    assert [one.status for one in answer.results] == ["APPLIED"] + ["QUARANTINED"] * 6
    assert [one.code for one in answer.results[1:]] == [
        *["BODY-UNREADABLE"] * 2,
        "PLACE-WRONG",
        *["BODY-UNREADABLE"] * 3,
    ]
    assert [one.status for one in office.take(till.signed(events)).results] == ["DUPLICATE"] + ["QUARANTINED"] * 6
    assert members.find_card(office.desk, card)
    office.sound()
