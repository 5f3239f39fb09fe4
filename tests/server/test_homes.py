"""Homes: where members were enrolled, by what comes in and by what came before it was kept; told from protocol 5 on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from sqlalchemy import delete

from app.domain.codes import card_number
from app.domain.segments import EnrolledIn, Segment, WasBrought
from app.persistence.statement import Statement, owned
from app.persistence.tables.members import homes as table
from app.services.programs.program import publish
from app.services.programs.program_codec import program_from_json
from server import turns
from server.intake import homes
from server.ledgers import feed
from server.telling.pull import Reader, pull
from sync.protocol import HOMES_SINCE, Topic
from tests.desks import PROGRAM, STAFF
from tests.server.tills import STORE, Office, Till

_FORGET = Statement(delete(table).where(owned(table)))


def known(office: Office) -> Mapping[str, str]:
    with office.store.reading() as unit:
        return unit.homes.of_each(unit.members.ids_after("", limit=99))


def forget(office: Office) -> None:
    """As a server was before it kept them."""
    with office.store.writing() as unit:
        unit.scope.change(_FORGET)
        turns.move(unit.scope, homes.JOB, 0)


def enrolled(till: Till, number: int) -> str:
    return till.member_id(till.enrol(card_number=card_number(f"{number:010}")))


def test_who_comes_from_a_counter_is_at_home_in_its_store(office: Office) -> None:
    north, south = office.till("A1"), office.till("B1", store_id="south")
    members = [enrolled(till, number) for number, till in enumerate((north, south))]
    for till in (north, south):
        till.send(office)

    assert known(office) == dict(zip(members, (STORE, "south"), strict=True))


def test_what_came_before_is_read_again_once(office: Office) -> None:
    north, south = office.till("A1"), office.till("B1", store_id="south")
    for number, till in enumerate((north, south, north)):
        enrolled(till, number)
        till.send(office)
    before = known(office)
    forget(office)
    with office.store.writing() as unit:
        unit.homes.add(min(before), "moved")
        told = feed.position_of(unit.journal.head())

    homes.fill(office.desk)

    assert known(office) == {**before, min(before): "moved"}, "whose home is known keeps it"
    rows = [row for row in office.page(after=told).rows if row.topic == Topic.MEMBER and row.state]
    assert {row.subject for row in rows} == before.keys() - {min(before)}, "who was told of them before hears of it"
    assert {row.state["home"] for row in rows if row.state and "home" in row.state} == {STORE}
    homes.fill(office.desk)
    tables = office.tables()
    homes.fill(office.desk)
    assert office.tables() == tables


def test_it_goes_on_from_where_it_was_left(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    till = office.till("A1")
    for number in range(4):
        enrolled(till, number)
        till.send(office)
    before = known(office)
    forget(office)
    monkeypatch.setattr(homes, "MEMBERS_AT_ONCE", 1)
    monkeypatch.setattr(homes, "STEPS_A_TURN", 2)

    sizes = []
    for _ in range(3):
        homes.fill(office.desk)
        sizes.append(len(known(office)))

    assert (sizes, known(office)) == ([2, 4, 4], before)
    office.sound()


@pytest.mark.parametrize(("members", "events", "steps"), [(1, 99, 2), (2, 99, 2), (99, 99, 1), (99, 1, 3), (99, 3, 2)])
def test_a_step_ends_with_enough_members_or_events(
    office: Office, monkeypatch: pytest.MonkeyPatch, members: int, events: int, steps: int
) -> None:
    """Two members in one batch, something else, and another member."""
    till = office.till("A1")
    for number in range(2):
        enrolled(till, number)
    till.send(office)
    till.sell(None, ("General", 10))
    till.send(office)
    enrolled(till, 2)
    till.send(office)
    before = known(office)
    forget(office)
    monkeypatch.setattr(homes, "MEMBERS_AT_ONCE", members)
    monkeypatch.setattr(homes, "EVENTS_AT_ONCE", events)
    done = 0
    while homes._fill_some(office.desk):
        done += 1
    assert (done, known(office)) == (steps, before)


def test_of_two_who_look_at_once_one_writes(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    till = office.till("A1")
    enrolled(till, 0)
    till.send(office)
    forget(office)
    places = iter([0, 1])  # another has written between looking and writing
    monkeypatch.setattr(turns, "position", lambda _scope, _job: next(places, 10**9))
    homes.fill(office.desk)
    assert known(office) == {}


def test_what_cannot_be_read_has_no_member(office: Office) -> None:
    till = office.till("A1")
    till.enrol()
    event = till.push().events[0]
    for body in (event.body.replace(b'"member_id"', b'"member_ix"'), event.body[:-9]):
        assert homes._member_of(body) is None
    assert homes._member_of(event.body.replace(b'"member":{', b'"member":7,"was":{')) is None
    assert homes._member_of(b'{"member":{"member_id":7}}') is None


def test_to_counters_of_an_older_protocol_nobody_is_in_such_a_segment(office: Office) -> None:
    office.till("A1")
    segments = (Segment("here", (EnrolledIn(frozenset({STORE})),)), Segment("brought", (WasBrought(),)))
    publish(office.desk, replace(PROGRAM, segments=segments), staff=STAFF)

    def told(protocol: int) -> tuple[Segment, ...]:
        page = pull(office.store, Reader("A1", STORE, protocol=protocol), after=0, limit=99, server_ms=0)
        (state,) = [row.state for row in page.rows if (row.topic, row.subject) == (Topic.PROGRAM, "2")]
        assert state is not None
        return program_from_json(state["program"]).segments

    assert (told(HOMES_SINCE - 1), told(HOMES_SINCE)) == (segments[1:], segments)


def test_counters_of_an_older_protocol_hear_nothing_of_it(office: Office) -> None:
    till = office.till("A1")
    member = till.member_id(till.enrol())
    till.send(office)

    def told(protocol: int) -> object:
        page = pull(office.store, Reader("A1", STORE, protocol=protocol), after=0, limit=99, server_ms=0)
        (state,) = [row.state for row in page.rows if (row.topic, row.subject) == (Topic.MEMBER, member)]
        assert state is not None
        return state.get("home")

    assert (told(HOMES_SINCE - 1), told(HOMES_SINCE)) == (None, STORE)
