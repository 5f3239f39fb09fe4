"""Versions understand each other: what an older or newer one says is taken, kept or named; no place is lost."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import zstandard

from app.services.chain.adopting_snapshots import adopt_chunk
from app.services.chain.standing import LinkState
from app.services.chain.tidings import View
from app.services.journal import record
from app.services.plain import NotPlainError, from_plain
from app.services.ports import Link
from server.identity import devices, stores
from server.intake.intake import receive
from server.ledgers.store import ServerStore
from sync.answer import Answer
from sync.clock_offset import ClockOffset
from sync.connection import Connection
from sync.protocol import (
    PROTOCOL,
    Status,
    WireError,
    answer_from_plain,
    page_from_plain,
    page_hash,
    push_from_plain,
    push_to_plain,
    row_from_plain,
)
from sync.refused import No, Refused
from sync.snapshots import Manifest
from sync.status import Facts, standing_of
from sync.tidings import tidings_of
from sync.transport import Transport
from sync.trouble import trouble_of
from tests.chain.counters import Chain, ChainCounter, open_counter
from tests.server import callers
from tests.server.callers import Shop, Wire, done
from tests.server.tills import Till, device, memory_office

KEPT = Path(__file__).parent / "kept"
V1 = "/api/v1"
Change = Callable[[dict[str, Any]], dict[str, Any]]


@dataclass(frozen=True)
class Retold:
    """A line on which the server's answers are those of another version."""

    inner: Transport
    change: Change
    status: int | None = None

    @property
    def clock(self) -> ClockOffset:
        return self.inner.clock

    @property
    def protocol(self) -> int:
        return self.inner.protocol

    def call(self, method: str, path: str, **asked: Any) -> Answer:
        answer = self.inner.call(method, path, **asked)
        return replace(answer, json=self.change(dict(answer.json)), status=self.status or answer.status)


@pytest.fixture
def counter(wire: Wire, tmp_path: Path) -> Iterator[ChainCounter]:
    chain = Chain(wire.running, callers.Shop.open(wire))
    with open_counter(tmp_path / "A1", chain, code="A1", has_shop=True) as counter:
        counter.pair()
        counter.sync()
        yield counter


def told(counter: ChainCounter, change: Change, status: int | None = None) -> Connection:
    connection = counter.connected()
    retold: Any = Retold(connection.transport, change, status)
    return replace(connection, transport=retold)


def without(*names: str) -> Change:
    return lambda plain: {name: value for name, value in plain.items() if name not in names}


# A counter of another version, and this server


@pytest.mark.parametrize("protocol", [1, 2, 999])
def test_a_push_of_any_number_is_taken(shop: Shop, protocol: int) -> None:
    """Also of a counter that says more than this server knows."""
    counter = shop.counter()
    till = Till.new(counter.code, shop.wire.running.clock)
    till.key = counter.key
    till.join(shop.store_id)
    till.enrol()
    plain = {**push_to_plain(replace(till.push(), protocol=protocol)), "mood": "good", "extra": {"a": [1]}}
    plain["events"] = [{**one, "colour": "red"} for one in plain["events"]]
    answer = done(shop.wire.post(f"{V1}/sync/push", plain, counter.token()))
    assert [one["status"] for one in answer["results"]] == ["APPLIED"] * len(plain["events"])


def test_a_kind_that_nobody_knows_is_kept_and_holds_up_nobody(counter: ChainCounter) -> None:
    with counter.store.writing() as uow:
        record(
            counter.desk,
            uow,
            uow.journal.head(),
            kind="gift",
            at=counter.clock.now(),
            body={"gift": "g1", "staff": "asha"},
        )
    card = counter.enrol()
    counter.sync()
    assert counter.chain is not None
    assert counter.chain.points(counter.member_id(card)) == 0, "the one after it was taken in"
    assert "QUARANTINED" in counter.chain.reviews()
    assert [review.kind for review in counter.reviews()] == ["QUARANTINED"]
    assert counter.waiting() == 0


# This counter, and a server of another version


def test_an_older_server_that_wishes_for_nothing(counter: ChainCounter) -> None:
    """Fields that an answer may leave out."""
    older = told(counter, without("recall", "retry_after_ms", "max_batch", "settings", "server_version"))
    counter.enrol()
    counter.cycle.send(older)
    page = counter.cycle.fetch(older, wait_ms=0)
    assert page is not None
    assert counter.cycle.apply(older, page) is not None
    assert counter.waiting() == 0
    assert counter.link().position == page.to_position


def newer(plain: dict[str, Any]) -> dict[str, Any]:
    """An answer that says more, and is about more."""
    if "rows" in plain:
        gift = {"topic": "gift", "id": "g1", "position": plain["head"], "state": {"worth": 5}, "colour": "red"}
        plain["rows"] = [*plain["rows"], gift]
        plain["page_hash"] = page_hash(plain["rows"])
        plain["settings"] = {**plain["settings"], "gifts": True, "floor_card": plain["settings"]["floor_card"]}
    if "results" in plain:
        plain["results"] = [{**one, "status": "POSTPONED", "colour": "red"} for one in plain["results"]]
    return {**plain, "mood": "good", "included": {**plain["included"], "boot": "b"}} if "included" in plain else plain


def test_a_newer_server_says_more_than_is_known_here(counter: ChainCounter) -> None:
    """Topics, statuses and fields: passed over, and the place in the feed moves on."""
    connection = told(counter, newer)
    card = counter.enrol()
    counter.cycle.send(connection)
    assert counter.waiting() == 0, "a status nobody knows is an answer all the same"
    page = counter.cycle.fetch(connection, wait_ms=0)
    assert page is not None
    assert "gift" in {row.topic for row in page.rows}
    assert counter.cycle.apply(connection, page) is not None
    assert counter.link().position == page.to_position
    assert counter.available(card) == 0


def test_a_state_that_cannot_be_read_moves_nothing(counter: ChainCounter) -> None:
    """A subject is never taken in by half: the counter stays where it stands and says so, until it is updated."""

    def changed(plain: dict[str, Any]) -> dict[str, Any]:
        rows = [{**row, "state": {**row["state"], "aura": 1}} for row in plain["rows"]]
        return {**plain, "rows": rows, "page_hash": page_hash(rows)}

    counter.enrol()
    counter.cycle.send(counter.connected())
    before, connection = counter.told_tables(), told(counter, changed)
    position = counter.link().position
    page = counter.cycle.fetch(connection, wait_ms=0)
    assert page is not None
    with pytest.raises(NotPlainError) as unread:
        counter.cycle.apply(connection, page)
    assert counter.told_tables() == before
    assert counter.link().position == position
    assert trouble_of(unread.value).facts["is_too_old"]
    counter.sync()
    assert counter.link().position > position


@pytest.mark.parametrize(("status", "code"), [(426, "PROTOCOL-TOO-OLD"), (426, ""), (400, "PROTOCOL-1-ENDED")])
def test_a_server_that_asks_for_an_update(counter: ChainCounter, status: int, code: str) -> None:
    """The window says so; bills go on, and nothing that waits is lost."""
    refusing = told(counter, lambda _: {"status": status, "code": code, "detail": "Update this counter."}, status)
    card = counter.enrol()
    with pytest.raises(Refused) as refused:
        counter.cycle.send(refusing)
    assert refused.value.meaning is No.UPDATE
    trouble = trouble_of(refused.value)
    assert not trouble.is_shut_out
    shown = standing_of(replace(Facts(counter.link().bond, waiting=1), **trouble.facts), counter.clock.now())
    assert (shown.state, shown.trouble) == (LinkState.UPDATE, "Update this counter.")
    counter.sell(card, ("General", 100))
    assert counter.waiting() == 2
    counter.sync()
    assert counter.waiting() == 0


@pytest.mark.parametrize("lacking", ["received_seq", "results", "position", "included", "server_ms"])
def test_an_answer_without_what_it_is_for_is_none(lacking: str) -> None:
    plain = {"received_seq": 1, "results": [], "position": 1, "included": {"epoch": 1, "seq": 1}, "server_ms": 1}
    assert answer_from_plain(plain, epoch=1).max_batch > 0
    with pytest.raises(WireError):
        answer_from_plain(without(lacking)(plain), epoch=1)


# What was recorded of protocol 1, and has to be understood for good


def kept(name: str) -> Any:
    return json.loads((KEPT / name).read_text())


def test_a_push_of_protocol_1_is_posted() -> None:
    """By a server that knows the counter by the key it signed with."""
    recorded = kept("push.json")
    push = push_from_plain(recorded["push"])
    with memory_office() as office:
        till = Till.new(push.counter, office.clock)
        known = replace(device(till, "store-1", push.epoch, at=0), public_key=bytes.fromhex(recorded["public_key"]))
        assert isinstance(office.desk.store, ServerStore)
        with office.store.writing() as unit:
            stores.add(unit.scope, store_id="store-1", name="MG Road", at=0)
            devices.add(unit.scope, known)
        answer = receive(office.desk, push)
        assert [one.status for one in answer.results] == [Status.APPLIED] * len(push.events)
        office.sound()


def test_a_page_of_protocol_1_is_put_in_place(counter: ChainCounter) -> None:
    """Its rows are those that were hashed, and a counter that stands at its beginning takes all of them in."""
    page = page_from_plain(kept("page.json"))
    assert {row.topic for row in page.rows} >= {"member", "program"}
    moved: Link = replace(counter.link(), position=page.from_position)
    with counter.store.writing() as uow:
        uow.links.put(moved)
    pulled = counter.cycle.apply(counter.connected(), page)
    assert pulled is not None
    assert set(pulled.changed) == {row.subject for row in page.rows if row.topic == "member"}
    assert counter.link().position == page.to_position


def test_a_snapshot_of_protocol_1_is_read(counter: ChainCounter) -> None:
    recorded = kept("snapshot.json")
    plain = recorded["manifest"]
    manifest = from_plain(Manifest, {name: plain[name] for name in Manifest.__dataclass_fields__})
    content = bytes.fromhex(recorded["chunk"])
    assert hashlib.sha256(content).hexdigest() == manifest.chunks[0].sha256
    rows = [row_from_plain(json.loads(line)) for line in zstandard.decompress(content).splitlines()]
    view = View(manifest.position, manifest.included, counter.clock.now(), counter.clock.now(), None)
    tidings = tidings_of(rows, view)
    assert len(tidings.members) == manifest.members > 0
    assert adopt_chunk(counter.desk, tidings, name="kept")


def test_the_kept_ones_are_of_the_first_protocol() -> None:
    assert kept("push.json")["push"]["protocol"] == 1 <= PROTOCOL
