"""Sync over the wire: a paired counter pushes its chain and pulls what changed, on each kind of database."""

from __future__ import annotations

import hashlib
import json
import threading
import time
from dataclasses import replace

import pytest
import zstandard

from app.services.chain.images import digest_of, image_from_plain
from app.services.members import adjustments
from app.services.programs.program import publish
from server.desks import desk_of
from server.jobs import background, run_due
from sync.protocol import (
    PushAnswer,
    answer_from_plain,
    digest_from_plain,
    page_from_plain,
    push_to_plain,
    row_from_plain,
    told_from_plain,
)
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


def test_whoever_is_ahead_does_not_wait_to_be_told(counter: Counter) -> None:
    """A server that was put back from a backup is behind; waiting for it would keep the counter from its place."""
    token, began = counter.token(), time.monotonic()
    answer = counter.wire.get("/api/v1/sync/pull?after=9000000&wait_ms=20000", token)
    assert problem(answer) == (409, "POSITION-AHEAD")
    after = done(counter.wire.get("/api/v1/sync/pull?after=0", token))["head"]
    seen = counter.wire.get(f"/api/v1/sync/pull?after={after}&seen={after + 1}&wait_ms=20000", token)
    assert problem(seen) == (409, "POSITION-AHEAD")
    assert time.monotonic() - began < 15


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


def test_a_scan_is_answered_with_the_member_and_the_rights(counter: Counter, till: Till, shop: Shop) -> None:
    card = till.enrol("Meena Iyer")
    pushed(counter, till)
    desk = desk_of(counter.wire.running.parts, shop.tenant_id)
    adjustments.adjust(desk, card, points=500_00, reason="gift", staff=STAFF, key="gift")
    asked = {"card": card, "wanted": 200_00}
    told = told_from_plain(done(counter.wire.post("/api/v1/sync/leases", asked, counter.token())))
    assert [row.topic for row in told.rows] == ["member", "lease"]
    member, lease = told.rows[0].state, told.rows[1].state
    assert member is not None
    assert lease is not None
    assert (member["points"], lease["granted"], told.recalled) == (500_00, 200_00, False)
    assert problem(counter.wire.post("/api/v1/sync/leases", {"wanted": 1}, counter.token())) == (422, "INVALID")
    nobody = {"member": "nobody", "wanted": 1}
    assert problem(counter.wire.post("/api/v1/sync/leases", nobody, counter.token())) == (404, "MEMBER-UNKNOWN")


def test_ranges_of_members_have_a_hash_and_can_be_told_anew(counter: Counter, till: Till) -> None:
    for number in range(3):
        till.enrol(f"Member {number}")
    pushed(counter, till)
    token = counter.token()
    first = digest_from_plain(done(counter.wire.get("/api/v1/sync/digests?limit=2", token)))
    assert (first.members, first.more) == (2, True)
    rest = digest_from_plain(done(counter.wire.get(f"/api/v1/sync/digests?after={first.last}", token)))
    assert (rest.members, rest.more, rest.first > first.last) == (1, False, True)
    told = told_from_plain(done(counter.wire.get(f"/api/v1/sync/members?after={first.last}", token)))
    assert digest_of(replace(image_from_plain(row.state), whole=False, lines=()) for row in told.rows) == rest.digest
    nothing = digest_from_plain(done(counter.wire.get(f"/api/v1/sync/digests?after={rest.last}", token)))
    assert (nothing.members, nothing.first, nothing.last) == (0, "", "")


def test_a_snapshot_is_all_there_is(counter: Counter, till: Till) -> None:
    for number in range(3):
        till.enrol(f"Member {number}")
    pushed(counter, till)
    token = counter.token()
    manifest = done(counter.wire.get("/api/v1/sync/snapshot", token))
    assert (manifest["members"], manifest["included"]) == (3, {"epoch": 2, "seq": 3})
    (chunk,) = manifest["chunks"]
    found = counter.wire.get(f"/api/v1/sync/snapshot/{manifest['id']}/{chunk['number']}", token)
    assert found.headers["content-type"] == "application/octet-stream"
    assert (len(found.content), hashlib.sha256(found.content).hexdigest()) == (chunk["bytes"], chunk["sha256"])
    rows = [row_from_plain(json.loads(line)) for line in zstandard.decompress(found.content).splitlines()]
    assert [row.topic for row in rows] == ["program"] * 2 + ["staff"] + ["member"] * 3
    assert done(counter.wire.get("/api/v1/sync/snapshot", token))["id"] == manifest["id"]
    for odd in (f"{manifest['id']}/2", f"{'0' * 32}/1", "nonsense/1"):
        assert problem(counter.wire.get(f"/api/v1/sync/snapshot/{odd}", token)) == (404, "NOT-FOUND")


def test_what_a_revoked_counter_still_has_is_kept_and_looked_at(counter: Counter, till: Till, shop: Shop) -> None:
    wire, plain = counter.wire, {}
    till.enrol("Meena Iyer")
    plain = push_to_plain(till.push())
    late = f"/api/v1/sync/late?client_id={counter.paired['client_id']}"
    assert problem(wire.post(late, plain)) == (403, "NOT-SHUT-OUT")
    assert problem(wire.post("/api/v1/sync/late?client_id=nobody.1", plain)) == (403, "NOT-SHUT-OUT")
    done(wire.post(f"/api/v1/counters/{counter.code}/revoke", None, shop.owner))
    answer = answer_from_plain(done(wire.post(late, plain)), epoch=2)
    assert [(one.status, one.code) for one in answer.results] == [("QUARANTINED", "DEVICE-REVOKED")]
    (review,) = done(wire.get("/api/v1/reviews", shop.owner))["items"]
    assert (review["kind"], review["facts"]["events"]) == ("LATE", 1)
    settle = f"/api/v1/reviews/{review['review_id']}/settle"
    assert done(wire.post(settle, {"choice": "REPLAY"}, shop.owner))["choice"] == "REPLAY"
    assert problem(wire.post(settle, {"choice": "REPLAY"}, shop.owner)) == (409, "SETTLED")
    assert problem(wire.post("/api/v1/reviews/none/settle", {"choice": "seen"}, shop.owner)) == (404, "NOT-FOUND")
    assert len(done(wire.get("/api/v1/reviews?is_open=false", shop.owner))["items"]) == 1
    with wire.running.parts.database.store(shop.tenant_id).reading() as unit:
        assert len(unit.members.by_name("Meena")) == 1


def test_a_counter_declared_lost_holds_nothing_from_then_on(counter: Counter, till: Till, shop: Shop) -> None:
    card = till.enrol("Meena Iyer")
    pushed(counter, till)
    desk = desk_of(shop.wire.running.parts, shop.tenant_id)
    adjustments.adjust(desk, card, points=100_00, reason="gift", staff=STAFF, key="gift")
    told_from_plain(done(counter.wire.post("/api/v1/sync/leases", {"card": card, "wanted": 80_00}, counter.token())))
    done(counter.wire.post(f"/api/v1/counters/{counter.code}/declare-lost", None, shop.owner))
    with shop.wire.running.parts.database.store(shop.tenant_id).reading() as unit:
        (held,) = unit.leases.of_counter(counter.code)
    assert (held.lease.outstanding, held.lease.written_off) == (0, 80_00)


def test_the_worst_case_stands_beside_the_floor(counter: Counter, shop: Shop) -> None:
    wire, floor = counter.wire, {"card": 100_00, "counter": 300_00}
    assert done(wire.get("/api/v1/sync/exposure", shop.owner))["all_points"] == 0
    assert done(wire.call("PUT", f"/api/v1/sync/floors/{shop.store_id}", shop.owner, json=floor)) == floor
    found = done(wire.get("/api/v1/sync/exposure", shop.owner))
    assert (found["counters"], found["card_points"], found["all_points"]) == (1, 100_00, 300_00)
    assert (found["card_minor"], found["all_minor"]) == (10_00, 30_00)
    page = done(wire.get("/api/v1/sync/pull?after=0", counter.token()))
    told = {"floor_card": 100_00, "floor_counter": 300_00, "store_name": "MG Road"}
    joined = {name: counter.paired[name] for name in ("server_key", "card_block")}
    assert page["settings"] == {**told, **joined}
    assert problem(wire.call("PUT", "/api/v1/sync/floors/none", shop.owner, json=floor)) == (404, "NOT-FOUND")


def test_alarms_and_jobs_run_over_every_tenant(counter: Counter, shop: Shop) -> None:
    running = counter.wire.running
    running.clock.advance(days=2)
    run_due(running.parts)
    found = done(counter.wire.get("/api/v1/alarms", Shop.of(counter.wire, shop.tenant_id).owner))["items"]
    assert [(one["kind"], one["subject"]) for one in found] == [("SILENT", counter.code)]
    with background(running.parts, tick_s=0.01):
        pass
