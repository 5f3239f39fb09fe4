"""Sync over the wire: a paired counter pushes its chain and pulls what changed, on each kind of database."""

from __future__ import annotations

import threading

import pytest

from app.services.program import publish
from server.desks import desk_of
from sync.protocol import PushAnswer, answer_from_plain, page_from_plain, push_to_plain
from tests.desks import PROGRAM, STAFF
from tests.server.callers import Counter, Shop, done, problem
from tests.server.tills import Till


@pytest.fixture
def counter(shop: Shop) -> Counter:
    publish(desk_of(shop.wire.running.parts, shop.tenant_id), PROGRAM, staff=STAFF)
    return shop.counter()


@pytest.fixture
def till(counter: Counter) -> Till:
    till = Till.new(counter.code, counter.wire.running.clock)
    till.key = counter.key
    till.join(str(counter.paired["store_id"]))
    return till


def pushed(counter: Counter, till: Till) -> PushAnswer:
    token = counter.token()
    answer = done(counter.wire.post("/api/v1/sync/push", push_to_plain(till.push()), token))
    return answer_from_plain(answer, epoch=2)


def test_a_counter_pushes_its_chain_and_pulls_what_it_came_to(counter: Counter, till: Till) -> None:
    card = till.enrol("Meena Iyer", phone="+919876543210")
    till.sell(card, ("Medicines", 500))
    answer = pushed(counter, till)
    assert [one.status for one in answer.results] == ["APPLIED", "APPLIED"]
    assert [one.status for one in pushed(counter, till).results] == ["DUPLICATE", "DUPLICATE"]
    page = page_from_plain(done(counter.wire.get("/api/v1/sync/pull?after=0", counter.token())))
    assert page.to_position == page.head == answer.position
    state = next(row.state for row in page.rows if row.topic == "member")
    assert state is not None
    assert (state["whole"], state["points"], state["member"]["phone"]) == (True, 500, "+919876543210")
    assert len(state["lines"]) == 1


def test_a_pull_that_waits_is_answered_when_something_changes(counter: Counter, till: Till) -> None:
    token = counter.token()
    after = done(counter.wire.get("/api/v1/sync/pull?after=0", token))["head"]
    till.enrol("Meena Iyer")
    push = push_to_plain(till.push())
    later = threading.Timer(0.2, lambda: done(counter.wire.post("/api/v1/sync/push", push, token)))
    later.start()
    page = done(counter.wire.get(f"/api/v1/sync/pull?after={after}&wait_ms=20000", token))
    later.join()
    assert (page["from"], page["to"], len(page["rows"])) == (after, after + 1, 1)


def test_a_pull_that_waits_in_vain_is_answered_empty(counter: Counter) -> None:
    token = counter.token()
    after = done(counter.wire.get("/api/v1/sync/pull?after=0", token))["head"]
    page = done(counter.wire.get(f"/api/v1/sync/pull?after={after}&wait_ms=300", token))
    assert (page["to"], page["more"], page["rows"]) == (after, False, [])


def test_what_is_no_push_is_refused_in_words(counter: Counter, till: Till) -> None:
    till.enrol("Meena Iyer")
    plain, token = push_to_plain(till.push()), counter.token()
    assert problem(counter.wire.post("/api/v1/sync/push", {**plain, "epoch": "2"}, token)) == (400, "PUSH-UNREADABLE")
    assert problem(counter.wire.post("/api/v1/sync/push", {**plain, "counter": "B1"}, token)) == (403, "OTHER-COUNTER")
    assert problem(counter.wire.post("/api/v1/sync/push", {**plain, "signature": "AAAA"}, token)) == (
        403,
        "SIGNATURE-BAD",
    )
    assert problem(counter.wire.post("/api/v1/sync/push", {**plain, "head": "00" * 32}, token)) == (
        400,
        "CHAIN-BROKEN",
    )
    assert problem(counter.wire.get("/api/v1/sync/pull?after=99999", token)) == (409, "POSITION-AHEAD")
