"""Begun: what counters of an older protocol are told of versions that wait for their day."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from app.services.program import publish
from app.services.program_codec import program_from_json
from server import begun, pull
from server.pull import Reader
from sync.protocol import DATES_SINCE, Topic
from tests.desks import PROGRAM, STAFF
from tests.server.tills import STORE, Office

OLD = Reader("A1", STORE, protocol=DATES_SINCE - 1)


def told(office: Office, reader: Reader, *, after: int = 0) -> dict[str, object]:
    page = pull.pull(office.store, reader, after=after, limit=500, server_ms=0)
    found = [program_from_json(row.state["program"]) for row in page.rows if row.state and row.topic == Topic.PROGRAM]
    return {str(one.version): one.holds_from for one in found}


def test_an_old_counter_hears_of_a_version_when_it_begins(office: Office) -> None:
    office.till("A1")
    begins = office.clock.today + timedelta(days=2)
    publish(office.desk, replace(PROGRAM, enabled=False), staff=STAFF, holds_from=begins)
    assert told(office, OLD) == {"1": None}
    assert told(office, replace(OLD, protocol=DATES_SINCE)) == {"1": None, "2": begins}
    begun.tell_begun(office.desk)
    assert told(office, OLD) == {"1": None}

    with office.store.reading() as unit:
        before = unit.journal.head().last_seq
    office.clock.advance(begins)
    begun.tell_begun(office.desk)
    begun.tell_begun(office.desk)

    assert told(office, OLD, after=before) == {"2": None}
    with office.store.reading() as unit:
        assert unit.journal.head().last_seq == before + 1
