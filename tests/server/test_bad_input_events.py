"""Events with something wrong in them: kept, shown to somebody, and in nobody's way, whatever it is and wherever."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.services.journal import link_hash
from app.services.members import card_status
from app.services.ports import Event
from server import jobs
from server.intake.repricing import reprice
from sync.protocol import PushAnswer, answer_to_plain, page_to_bytes
from tests.desks import STAFF
from tests.server.tills import Office, Till, memory_office

POSTED = {"APPLIED", "APPLIED_OVER_LIMIT"}
NOT_POSTED = {"QUARANTINED", "PARKED"}
GONE = object()
WRONG: list[Any] = [
    *(
        None,
        True,
        0,
        -1,
        1,
        7,
        10**15,
        2**63,
        -(2**63) - 1,
        10**30,
        10**400,
        1.5,
        1e300,
        [],
        {},
        [[]],
        {"a": 1},
        [None],
    ),
    *("", "x", "1", "-5", "\0", "a\0b", "\ud800", "x" * 5000, "9" * 5000, "2026-02-30", "EARN", "REVERSE", "RESTORE"),
]
Place = tuple[int | str, ...]


def a_day(office: Office) -> tuple[Till, list[Event]]:
    """Everything that a counter's chain holds on a busy day."""
    till = office.till("A1")
    meena, ravi = till.enrol("Meena Iyer", phone="+919876543210"), till.enrol("Ravi Rao")
    first = till.sell(meena, ("Medicines", 500), ("General", 300)).bill
    second = till.sell(ravi, ("General", 300)).bill
    till.sell(None, ("General", 100))
    till.give_back(first.bill_id, 100)
    till.cancel(second.bill_id)
    till.credit(meena, 50_00)
    card_status.replace_card(till.desk, meena, staff=STAFF)
    return till, till.waiting()


def places(node: Any, at: Place = ()) -> Iterator[Place]:
    """Every place in a body, the body itself included."""
    yield at
    inner = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for name, child in inner:
        yield from places(child, (*at, name))


def spoiled(body: Any, place: Place, value: Any) -> Any:
    """The body with that value in that place; GONE leaves the place out."""
    if not place:
        return value
    body = copy.deepcopy(body)
    parent = body
    for name in place[:-1]:
        parent = parent[name]
    if value is GONE:
        del parent[place[-1]]
    else:
        parent[place[-1]] = value
    return body


def chained(events: list[Event], number: int, body: bytes) -> list[Event]:
    """The same chain with another body in one place, sealed as if it had been so from the start."""
    chain, previous = [], events[0].previous_hash
    for at, event in enumerate(events):
        held = body if at == number else event.body
        sealed = link_hash(previous, held)
        chain.append(replace(event, body=held, previous_hash=previous, hash=sealed))
        previous = sealed
    return chain


def taken(office: Office, number: int, spoil: Callable[[Any], Any]) -> PushAnswer:
    """What the server answers to a day of which one event is spoiled; it stays a server afterwards."""
    till, events = a_day(office)
    body = json.dumps(spoil(json.loads(events[number].body))).encode()
    push = till.signed(chained(events, number, body))
    answer = office.take(push)
    assert orjson.dumps(answer_to_plain(answer))
    assert answer.received_seq == len(events)
    again = office.take(push)
    assert again.received_seq == len(events)
    assert {one.status for one in again.results} <= {"DUPLICATE", "APPLIED_OVER_LIMIT"} | NOT_POSTED
    for job in jobs.JOBS:
        job.run(office.desk)
    assert page_to_bytes(office.page())
    office.sound()
    kept = {one.point.seq for one in answer.results if one.status == "QUARANTINED"}
    assert kept == {facts["seq"] for kind, facts in office.reviews() if kind == "QUARANTINED"}
    return answer


with memory_office() as _office:
    BODIES = [json.loads(event.body) for event in a_day(_office)[1]]
KINDS = [body["kind"] for body in BODIES]
PLACES = [(number, place) for number, body in enumerate(BODIES) for place in places(body)]


@settings(max_examples=60)
@given(st.sampled_from(PLACES), st.sampled_from([*WRONG, GONE]))
def test_whatever_is_wrong_in_an_event(where: tuple[int, Place], value: Any) -> None:
    number, place = where
    if not place and value is GONE:
        return
    with memory_office() as office:
        answer = taken(office, number, lambda body: spoiled(body, place, value))
        assert {one.status for one in answer.results} <= POSTED | NOT_POSTED


SPOILED: list[tuple[str, Place, Any, str]] = [
    ("enrol", ("member", "member_id"), "somebody", "CARD-FOREIGN"),
    ("bill", ("lines",), GONE, "BILL-INEXACT"),
    ("bill", ("tenders",), GONE, "BILL-INEXACT"),
    ("bill", ("bill", "business_day"), "2026-02-30", "BILL-INEXACT"),
    ("bill", ("bill", "occurred_at"), 10**15, "BILL-INEXACT"),
    ("refund", ("entries", 0, "points"), 1, "SHAPE"),
    ("bill", ("entries", 0, "points"), -500, "SHAPE"),
    ("adjust", ("entries", 0, "member_id"), "nobody", "MEMBER-UNKNOWN"),
    ("adjust", ("entries", 0, "points"), 10**30, "SHAPE"),
    ("adjust", ("kind",), "dance", "KIND-UNKNOWN"),
    ("adjust", ("seq",), 999, "PLACE-WRONG"),
    ("adjust", ("counter",), "B1", "PLACE-WRONG"),
    ("adjust", ("at",), "now", "BODY-UNREADABLE"),
    ("enrol", ("member", "name"), "a\0b", "BODY-UNREADABLE"),
    ("enrol", ("member", "name"), "\ud800", "BODY-UNREADABLE"),
    ("bill", ("bill", "net_minor"), "100", "SHAPE"),
    ("bill", ("lines", 0, "quantity_milli"), 1.5, "SHAPE"),
]


@pytest.mark.parametrize(("kind", "place", "value", "code"), SPOILED, ids=[f"{one[0]} {one[1]}" for one in SPOILED])
def test_what_is_wrong_is_said(office: Office, kind: str, place: Place, value: Any, code: str) -> None:
    number = KINDS.index(kind)
    answer = taken(office, number, lambda body: spoiled(body, place, value))
    verdict = answer.results[number]
    assert (verdict.status, verdict.code) == ("QUARANTINED", code)
    assert verdict.detail


@pytest.mark.parametrize("depth", [1_000, 100_000])
def test_a_body_nested_without_end(office: Office, depth: int) -> None:
    till, events = a_day(office)
    body = b'{"at":1,"kind":' + b"[" * depth + b"]" * depth + b"}"
    answer = office.take(till.signed(chained(events, len(events) - 1, body)))
    assert [one.status for one in answer.results[:-1]] == ["APPLIED"] * (len(events) - 1)
    assert answer.results[-1].status == "QUARANTINED"
    office.sound()


def test_points_that_are_here_already_are_not_brought_again(office: Office) -> None:
    till, events = a_day(office)
    number = KINDS.index("adjust")
    body = json.loads(events[number].body)
    body["entries"] *= 2
    answer = office.take(till.signed(chained(events, number, json.dumps(body).encode())))
    assert (answer.results[number].status, answer.results[number].code) == ("QUARANTINED", "ENTRY-TWICE")
    office.sound()


def test_points_that_are_somebody_elses_already_wait_for_a_person(office: Office) -> None:
    """One entry stands for two members' points: the store itself refuses it, and the batch goes on without it."""
    till, _ = a_day(office)
    till.credit(till.enrol("Third"), 10_00)
    events = till.waiting()
    first, second = (at for at, event in enumerate(events) if event.kind == "adjust")
    body = json.loads(events[second].body)
    body["entries"][0]["entry_id"] = json.loads(events[first].body)["entries"][0]["entry_id"]
    answer = office.take(till.signed(chained(events, second, json.dumps(body).encode())))
    assert {one.point.seq: one.code for one in answer.results if one.status == "QUARANTINED"} == {
        events[second].seq: "CONFLICT"
    }
    office.sound()


def test_a_bill_by_rules_nobody_knows_is_shown_and_those_behind_it_are_priced(office: Office) -> None:
    number = max(at for at, kind in enumerate(KINDS) if kind == "bill")
    answer = taken(office, number, lambda body: spoiled(body, ("bill", "program_version"), 99))
    assert answer.results[number].status == "APPLIED"
    assert [facts["differences"] for kind, facts in office.reviews() if kind == "PRICE"] == [
        {"refused": "Program 99 is not known here."}
    ]
    assert not reprice(office.desk)
