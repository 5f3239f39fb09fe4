"""Gauges over HTTP: what waits, what is wrong, what counters hold, how far the feed is, who has fallen silent."""

from __future__ import annotations

from collections import Counter as Counts
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from app.services.journal import record
from app.services.keeping.faults import StoreBusy
from app.services.members import adjustments
from app.services.programs.program import publish
from server.databases.database import SqliteDatabase
from server.desks import desk_of
from server.jobs import look
from sync.protocol import push_to_plain
from tests.desks import PROGRAM, STAFF
from tests.server.callers import Counter, Shop, Wire, done
from tests.server.running import running_server
from tests.server.tills import Till

Figures = dict[str, int]


class Silent(SqliteDatabase):
    """A database that can stop to answer."""

    is_silent = False

    def tenants(self) -> Sequence[str]:
        if self.is_silent:
            raise StoreBusy
        return super().tenants()


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[Wire]:
    """A server whose clock no other test sees."""
    with closing(SqliteDatabase(tmp_path)) as database:
        database.prepare()
        with running_server(database) as running, Wire(running) as wire:
            yield wire


def figures(wire: Wire) -> Figures:
    """By name, and the value of the label after a colon."""
    families = list(text_string_to_metric_families(wire.get("/metrics").text))
    samples = [one for family in families if family.name.startswith("tillpoint_") for one in family.samples]
    return {":".join([one.name.removeprefix("tillpoint_"), *one.labels.values()]): int(one.value) for one in samples}


def moved(wire: Wire, before: Figures) -> Figures:
    now = figures(wire)
    return {name: now.get(name, 0) - before.get(name, 0) for name in now | before if now.get(name) != before.get(name)}


def heard(wire: Wire) -> Figures:
    found = {name.partition(":")[2]: count for name, count in figures(wire).items() if name.startswith("counters:")}
    return {last_heard: count for last_heard, count in found.items() if count}


def till_of(shop: Shop, counter: Counter) -> Till:
    publish(desk_of(shop.wire.running.parts, shop.tenant_id), PROGRAM, staff=STAFF)
    till = Till.new(counter.code, shop.wire.running.clock)
    till.key = counter.key
    till.join(shop.store_id)
    return till


def send(counter: Counter, till: Till) -> int:
    """The position the server has come to."""
    answer = done(counter.wire.post("/api/v1/sync/push", push_to_plain(till.push()), counter.token()))
    till.sent = type(till.sent)(till.sent.epoch, answer["received_seq"])
    return int(answer["position"])


def test_events_reviews_and_alarms_that_wait(wire: Wire, shop: Shop) -> None:
    counter = shop.counter()
    till, before = till_of(shop, counter), figures(wire)
    with till.store.writing() as unit:
        unknown = {"card": "7000000001", "by": "7000000002", "staff": STAFF}
        record(till.desk, unit, unit.journal.head(), kind="replace", at=till.clock.now(), body=unknown)
    send(counter, till)
    look(desk_of(wire.running.parts, shop.tenant_id))
    found = moved(wire, before)
    found.pop("feed_position")
    assert found == {"events_waiting:QUARANTINED": 1, "reviews_open:QUARANTINED": 1, "alarms_open:QUARANTINE": 1}


def test_rights_that_counters_hold_and_the_position(wire: Wire, shop: Shop) -> None:
    counter = shop.counter()
    till, before = till_of(shop, counter), figures(wire)
    card = till.enrol("Meena Iyer")
    at_first = send(counter, till)
    adjustments.adjust(
        desk_of(wire.running.parts, shop.tenant_id), card, points=500_00, reason="gift", staff=STAFF, key=card
    )
    done(wire.post("/api/v1/sync/leases", {"card": card, "wanted": 300_00}, counter.token()))
    found, head = moved(wire, before), done(wire.get(f"/api/v1/sync/pull?after={at_first}", counter.token()))["head"]
    assert head > at_first
    assert found == {"leases_outstanding": 1, "lease_points_outstanding": 300_00, "feed_position": head - at_first + 1}


@pytest.mark.parametrize(
    ("silence", "last_heard"),
    [(15 * 60, "15m"), (15 * 60 + 1, "1h"), (3601, "1d"), (86_401, "7d"), (7 * 86_401, "longer")],
)
def test_counters_by_how_long_they_were_silent(alone: Wire, silence: int, last_heard: str) -> None:
    shop = Shop.open(alone)
    silent, other, revoked = (shop.counter(code) for code in ("A1", "B1", "C1"))
    done(alone.post(f"/api/v1/counters/{revoked.code}/revoke", None, shop.owner))
    assert heard(alone) == {"15m": 2}
    alone.running.clock.advance(seconds=silence)
    assert heard(alone) == {last_heard: 2}
    other.token()
    assert heard(alone) == Counts(["15m", last_heard])
    silent.token()
    assert heard(alone) == {"15m": 2}


def test_a_database_that_does_not_answer_leaves_the_other_metrics(tmp_path: Path) -> None:
    with closing(Silent(tmp_path)) as database:
        database.prepare()
        with running_server(database) as running, Wire(running) as wire:
            assert figures(wire)["leases_outstanding"] == 0
            database.is_silent = True
            wire.get("/healthz")
            answer = wire.get("/metrics")
    assert answer.status_code == 200
    assert 'route="/healthz",status="200"' in answer.text
    assert "\ntillpoint_" not in answer.text
