"""Tills that send their chains: the real services on a store of their own, and a server to send to without a wire."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import select

from app.domain.program import Program
from app.persistence.engine import open_memory
from app.persistence.keys import KeySource, StoreKeys
from app.persistence.sealed import FieldSealer
from app.persistence.statement import Statement, owned
from app.persistence.tables.declaring import metadata
from app.persistence.uow import SqlStore
from app.scenario.world import ScenarioClock
from app.services.chain.images import image_from_plain
from app.services.desk import Desk
from app.services.ports import Bond, ChainPoint, Event, Link, Review, Tick
from app.services.programs.program import publish
from app.services.records import to_micros
from server.databases import files
from server.databases.tables.declaring import tenant_metadata
from server.identity import devices, stores
from server.identity.devices import Device
from server.identity.status import DeviceStatus
from server.intake.deciding import settle
from server.intake.inbox import FIELD, Inbox
from server.intake.intake import receive
from server.ledgers.books import verify
from server.ledgers.store import ServerStore
from server.telling.pull import Reader, pull
from sync.protocol import PulledPage, Push, PushAnswer, SentEvent, Topic
from tests.desks import PROGRAM, STAFF, Shop, Tables, TenantIds

STORE = "store-1"
_TABLES = [*metadata.sorted_tables, *tenant_metadata.sorted_tables]
_EVERY = {table.name: Statement(select(table).where(owned(table))) for table in _TABLES}


@dataclass
class Office:
    """A server's desk of one tenant."""

    desk: Desk
    clock: ScenarioClock
    tills: dict[str, Till] = field(default_factory=dict)

    @property
    def store(self) -> ServerStore:
        assert isinstance(self.desk.store, ServerStore)
        return self.desk.store

    def till(self, code: str, *, offset_ms: int | None = None, store_id: str = STORE) -> Till:
        """A new counter of a chain, enrolled in its second epoch."""
        till = Till.new(code, self.clock, offset_ms)
        self.enrol(till, store_id)
        till.join(store_id)
        return till

    def enrol(self, till: Till, store_id: str = STORE, *, epoch: int = 2) -> None:
        with self.store.writing() as unit:
            if stores.get(unit.scope, store_id) is None:
                stores.add(unit.scope, store_id=store_id, name=store_id, at=0)
            devices.add(unit.scope, device(till, store_id, epoch, at=to_micros(self.clock.now())))
        self.tills[till.code] = till

    def take(self, push: Push) -> PushAnswer:
        return receive(self.desk, push)

    def page(self, code: str = "A1", *, after: int = 0, limit: int = 500, store_id: str = STORE) -> PulledPage:
        return pull(self.store, Reader(code, store_id), after=after, limit=limit, server_ms=0)

    def points(self, member_id: str) -> int:
        with self.store.reading() as unit:
            holder = unit.members.by_id(member_id)
            assert holder is not None
            return holder.member.points

    def tables(self) -> Tables:
        """Every row of every table, in an order of their own."""
        with self.store.reading() as unit:
            return {name: sorted(unit.scope.rows(every), key=repr) for name, every in _EVERY.items()}

    def order_of_entries(self) -> list[tuple[str, int, int]]:
        """Where in its counter's chain each entry that came from a counter stood, in the order they were posted."""
        sealer = self.store.sealer.of_field(FIELD)
        with self.store.reading() as unit:
            places = {
                row["entry_id"]: (one.counter_code, one.epoch, one.seq)
                for one in Inbox(unit.scope, sealer).all()
                for row in json.loads(one.body).get("entries", ())
            }
            posted = [places[one.entry.entry_id] for one in unit.ledger.all() if one.entry.entry_id in places]
        return sorted(posted, key=lambda place: place[0])

    def sound(self) -> None:
        """The books hold."""
        assert verify(self.desk).faults == ()

    def reviews(self) -> list[tuple[str, Any]]:
        with self.store.reading() as unit:
            return [(one.kind, one.facts) for one in unit.shared.reviews(is_open=True)]

    def settle(self, kind: str, choice: str, *, staff_id: str = STAFF, may_merge: bool = True) -> Review:
        """Decide the only review of a kind that waits."""
        with self.store.reading() as unit:
            (review,) = [one for one in unit.shared.reviews(is_open=True) if one.kind == kind]
        return self.settle_it(review.review_id, choice, staff_id=staff_id, may_merge=may_merge)

    def settle_it(self, review_id: str, choice: str, *, staff_id: str = STAFF, may_merge: bool = True) -> Review:
        return settle(self.desk, review_id, choice=choice, staff_id=staff_id, may_merge=may_merge)

    def outcomes(self, code: str, epoch: int = 2) -> list[tuple[int, str]]:
        """Of the events that were not simply posted: their numbers and what became of them."""
        with self.store.reading() as unit:
            inbox = Inbox(unit.scope, self.store.sealer.of_field(FIELD))
            found = inbox.outcomes(code, epoch, from_seq=1, until_seq=1000)
        return [(seq, found[seq].status) for seq in sorted(found)]


@dataclass
class Till(Shop):
    """A counter with its key. `sent` is how far its chain has been sent."""

    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    sent: ChainPoint = field(default_factory=lambda: ChainPoint(0, 0))
    position: int = 0

    @classmethod
    def new(cls, code: str, clock: ScenarioClock, offset_ms: int | None = None, program: Program = PROGRAM) -> Till:
        engines = open_memory()
        sealer = FieldSealer(StoreKeys(secrets.token_bytes(32), KeySource.FILE), tenant_id="shop", field="phone")
        store = SqlStore(engines, "shop", code, sealer)
        store.prepare()
        ids = TenantIds(code)
        desk = Desk(store, clock, ids, counter_code=code, ticks=lambda: Tick("boot", 1, offset_ms))
        till = cls(desk, clock)
        publish(desk, program, staff=STAFF)
        return till

    @property
    def code(self) -> str:
        return self.desk.counter_code

    def join(self, store_id: str = STORE) -> None:
        """Begin the epoch of a chain; what came before is not sent."""
        with self.store.writing() as unit:
            unit.journal.begin_epoch(above=1)
            head = unit.journal.head()
            unit.links.put(link(self, store_id, leases_since=head.last_ledger_no))
        self.sent = ChainPoint(head.epoch, 0)

    def waiting(self, limit: int = 500) -> list[Event]:
        with self.store.reading() as unit:
            events = unit.journal.after(self.sent, limit=limit)
        return [one for one in events if one.epoch == events[0].epoch]

    def events_between(self, after_seq: int, until_seq: int) -> list[Event]:
        with self.store.reading() as unit:
            events = unit.journal.after(ChainPoint(self.sent.epoch, after_seq), limit=until_seq - after_seq)
        return list(events)

    def hear(self) -> None:
        """The server has answered just now."""
        now = self.clock.now()
        with self.store.writing() as unit:
            link = unit.links.get()
            assert link is not None
            unit.links.put(replace(link, contact_at=now, contact_clock_at=now))

    def push(self, limit: int = 500, *, again: int = 0) -> Push:
        """What waits, and `again` of what has been sent before."""
        with self.store.reading() as unit:
            point = ChainPoint(self.sent.epoch, max(0, self.sent.seq - again))
            events = unit.journal.after(point, limit=limit)
        return self.signed([one for one in events if one.epoch == events[0].epoch])

    def signed(self, events: list[Event]) -> Push:
        first = events[0]
        push = Push(
            protocol=1,
            counter=self.code,
            epoch=first.epoch,
            from_seq=first.seq,
            previous_hash=first.previous_hash,
            events=tuple(SentEvent(one.event_id, one.hash, one.body) for one in events),
            head=events[-1].hash,
            signature=b"",
        )
        return replace(push, signature=self.key.sign(push.signed))

    def send(self, office: Office, limit: int = 500) -> PushAnswer:
        answer = office.take(self.push(limit))
        self.sent = answer.included
        return answer

    def adopt(self, office: Office) -> None:
        """Be told of members, as a counter that has nothing waiting is."""
        page = office.page(self.code, after=self.position)
        with self.store.writing() as unit:
            for row in page.rows:
                if row.topic == Topic.MEMBER:
                    image = image_from_plain(row.state)
                    unit.members.put_all([(image.as_member(), image.held_cards())])
                    unit.ledger.put_accounts({image.member_id: image.account})
        self.position = page.to_position


def device(till: Till, store_id: str, epoch: int, *, at: int) -> Device:
    return Device(
        counter_code=till.code,
        store_id=store_id,
        client_id=f"client-{till.code}",
        public_key=till.key.public_key().public_bytes_raw(),
        next_key=None,
        next_key_at=None,
        status=DeviceStatus.ACTIVE,
        epoch=epoch,
        joined_epoch=epoch,
        program="tillpoint",
        version=1,
        enrolled_at=at,
        last_seen_at=at,
        protocol=1,
        clock_offset_ms=0,
    )


def link(till: Till, store_id: str, *, leases_since: int) -> Link:
    now = till.clock.now()
    return Link(
        server_url="https://example.test",
        tenant_id="shop",
        store_id=store_id,
        store_name=store_id,
        client_id=f"client-{till.code}",
        audience="tillpoint:test",
        private_key=till.key.private_bytes_raw(),
        bond=Bond.ACTIVE,
        leases_since=leases_since,
        contact_at=now,
        contact_clock_at=now,
    )


@contextmanager
def memory_office(program: Program | None = PROGRAM) -> Iterator[Office]:
    """A server in memory, with a program in force unless told otherwise."""
    engines = open_memory(writers=8)
    try:
        files.complete(engines)
        sealer = FieldSealer(StoreKeys(secrets.token_bytes(32), KeySource.FILE), tenant_id="shop", field="phone")
        yield office_over(ServerStore(engines, "shop", "HQ", sealer), program)
    finally:
        engines.dispose()


def office_over(store: ServerStore, program: Program | None = PROGRAM) -> Office:
    store.prepare()
    clock = ScenarioClock()
    desk = Desk(store, clock, TenantIds("HQ"), counter_code="HQ", is_server=True)
    if program is not None:
        publish(desk, program, staff=STAFF)
    return Office(desk, clock)
