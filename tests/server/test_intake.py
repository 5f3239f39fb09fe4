"""Intake: what counters send becomes the tenant's ledger, once, in order, whatever is wrong with some of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from server.replaying import replay
from tests.contract import facts
from tests.server.tills import Office, memory_office


@pytest.fixture
def office() -> Iterator[Office]:
    with memory_office() as office:
        yield office


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
        unit.members.put(facts.member("other"), [])
        unit.changes.subjects.clear()
    assert [one.status for one in replay(office.desk, "A1")] == ["APPLIED"] * 3
    assert office.points(till.member_id(ours)) == 200
    assert replay(office.desk, "A1") == []
    office.sound()
