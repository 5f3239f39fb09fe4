"""The writer: one line a tenant, one transaction for those who wait, each with its own answer; a bounded line."""

from __future__ import annotations

import json
import threading
from concurrent.futures import Future
from typing import Any

import pytest

from app.domain.errors import DomainError, invalid
from app.services.members.members import Enrolment, enrol
from server.databases.database import Database
from server.desks import desk_over
from server.ledgers import feed
from server.ledgers.store import ServerStore
from server.ledgers.writer import BATCH_MAX, WAITING_MAX, Writer
from server.web.problems import Problem
from tests.server.callers import Shop


@pytest.fixture
def tenant(shop: Shop) -> str:
    return shop.tenant_id


@pytest.fixture
def writer(database: Database) -> Writer:
    return Writer(database)


class Gate:
    """Holds the line up while others come."""

    def __init__(self, writer: Writer, tenant: str) -> None:
        self.writer, self.tenant = writer, tenant
        self.entered, self.opened = threading.Event(), threading.Event()

    def __enter__(self) -> Gate:
        self.first: Future[None] = self.writer.submit(self.tenant, self._wait)
        assert self.entered.wait(30)
        return self

    def _wait(self, _: ServerStore) -> None:
        self.entered.set()
        assert self.opened.wait(30)

    def __exit__(self, *_: object) -> None:
        self.opened.set()
        self.first.result(30)


def enrolling(shop: Shop, name: str) -> Any:
    def change(store: ServerStore) -> str:
        return enrol(desk_over(shop.wire.running.parts, store), Enrolment(name), staff="s").member.member_id

    return change


def names(shop: Shop) -> list[str]:
    with shop.wire.running.parts.database.store(shop.tenant_id).reading() as unit:
        return [holder.member.name for holder in unit.members.by_name("")]


def test_those_who_wait_together_are_saved_together_in_order(shop: Shop, writer: Writer) -> None:
    seen: list[object] = []

    def noting(name: str) -> Any:
        change = enrolling(shop, name)

        def noted(store: ServerStore) -> str:
            with store.writing() as unit:
                seen.append(unit.scope.transaction)
            return str(change(store))

        return noted

    with Gate(writer, shop.tenant_id):
        waiting = [writer.submit(shop.tenant_id, noting(f"n{at:03}")) for at in range(BATCH_MAX)]
    members = [one.result(30) for one in waiting]

    with shop.wire.running.parts.database.store(shop.tenant_id).reading() as unit:
        bodies = [json.loads(event.body) for event in unit.journal.events()]
    assert [body["member"]["member_id"] for body in bodies if body["kind"] == "enrol"] == members
    assert len(set(map(id, seen))) == 1


def test_each_has_its_own_answer_and_what_is_refused_leaves_nothing(shop: Shop, writer: Writer) -> None:
    def refused_late(store: ServerStore) -> None:
        enrolling(shop, "never")(store)
        raise invalid("No. Nothing was saved.")

    def broken_late(store: ServerStore) -> None:
        enrolling(shop, "nor this")(store)
        raise ZeroDivisionError

    with Gate(writer, shop.tenant_id):
        first = writer.submit(shop.tenant_id, enrolling(shop, "first"))
        refused = writer.submit(shop.tenant_id, refused_late)
        broken = writer.submit(shop.tenant_id, broken_late)
        last = writer.submit(shop.tenant_id, enrolling(shop, "last"))

    first.result(30)
    last.result(30)
    assert isinstance(refused.exception(30), DomainError)
    assert isinstance(broken.exception(30), ZeroDivisionError)
    assert names(shop) == ["first", "last"]


def test_those_refused_before_they_wrote_harm_nobody_in_their_unit_of_work(shop: Shop, writer: Writer) -> None:
    """The others share one unit of work still; each stands at the position of its own event."""
    units: list[object] = []

    def noting(name: str) -> Any:
        def noted(store: ServerStore) -> str:
            with store.writing() as unit:
                units.append(unit)
            return str(enrolling(shop, name)(store))

        return noted

    def refused(_: ServerStore) -> None:
        raise invalid("No. Nothing was saved.")

    with Gate(writer, shop.tenant_id):
        waiting = [writer.submit(shop.tenant_id, refused if at % 3 else noting(f"n{at:02}")) for at in range(30)]

    assert [one.exception(30) is None for one in waiting] == [at % 3 == 0 for at in range(30)]
    assert len(set(map(id, units))) == 1
    assert names(shop) == [f"n{at:02}" for at in range(0, 30, 3)]
    with shop.wire.running.parts.database.store(shop.tenant_id).reading() as unit:
        rows = feed.stretch(unit.scope, counter_code="A1", after=0, head=1 << 50, limit=100).rows
        positions = {one.subject: position for one, position in rows}
        enrolled = {json.loads(event.body)["member"]["member_id"]: event.seq for event in enrolments(unit)}
    assert {member: positions[member] for member in enrolled} == enrolled


def enrolments(unit: Any) -> list[Any]:
    return [event for event in unit.journal.events() if event.kind == "enrol"]


def test_a_batch_that_cannot_be_saved_is_nobodys(shop: Shop, writer: Writer) -> None:
    """The store fails at its end: all hear of it, and the next batch goes on."""
    store = shop.wire.running.parts.database.store(shop.tenant_id)

    def tears(joined: ServerStore) -> None:
        with joined.writing() as unit:
            unit.scope.cursor.execute("ROLLBACK")

    with Gate(writer, shop.tenant_id):
        first = writer.submit(shop.tenant_id, enrolling(shop, "first"))
        torn = writer.submit(shop.tenant_id, tears)
    assert first.exception(30) is not None
    assert torn.exception(30) is not None
    assert names(shop) == []

    writer.submit(shop.tenant_id, enrolling(shop, "after")).result(30)
    assert names(shop) == ["after"]
    assert store is shop.wire.running.parts.database.store(shop.tenant_id)


def test_the_line_is_bounded(tenant: str, writer: Writer) -> None:
    with Gate(writer, tenant):
        waiting = [writer.submit(tenant, lambda _: 1) for _ in range(WAITING_MAX)]
        with pytest.raises(Problem) as full:
            writer.submit(tenant, lambda _: 1)
    assert (full.value.status, full.value.code, full.value.headers["Retry-After"]) == (503, "BUSY", "1")
    assert sum(one.result(30) for one in waiting) == WAITING_MAX


def test_who_gave_up_waiting_is_passed_over(shop: Shop, writer: Writer) -> None:
    with Gate(writer, shop.tenant_id):
        given_up = writer.submit(shop.tenant_id, enrolling(shop, "gone"))
        kept = writer.submit(shop.tenant_id, enrolling(shop, "kept"))
        assert given_up.cancel()
    kept.result(30)
    assert names(shop) == ["kept"]


def test_no_thread_outlives_its_line(tenant: str, writer: Writer) -> None:
    for _ in range(3):
        writer.submit(tenant, lambda _: None).result(30)
    for thread in threading.enumerate():
        if thread.name == f"writer {tenant}":
            thread.join(30)
    assert not [thread for thread in threading.enumerate() if thread.name == f"writer {tenant}"]


def test_an_unknown_tenant_is_told_so(writer: Writer) -> None:
    assert isinstance(writer.submit("nobody", lambda _: None).exception(30), LookupError)
