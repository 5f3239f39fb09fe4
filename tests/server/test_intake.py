"""Intake: what counters send becomes the tenant's ledger, once, in order, whatever is wrong with some of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

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
