"""Counters of a chain: the till's own code on a data file of its own, talking to a real server over a faulty line."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from unittest.mock import patch
from urllib.parse import urlsplit

from app.domain.days import INDIA
from app.machine import RandomIds, Ticks
from app.persistence.home import Home, open_home
from app.persistence.tables.declaring import metadata
from app.services.chain.images import Image, slim_image, whole_image
from app.services.desk import Desk
from app.services.members import profiles
from app.services.ports import ChainPoint, Link, Review
from app.services.programs.program import publish
from server.ledgers.store import ServerUnit
from sync import leases
from sync.address import ServerAddress
from sync.clock_offset import ClockOffset, Moment
from sync.connection import Connection
from sync.cycle import Cycle
from sync.device_key import DeviceKey
from sync.pairing import Begun, begin, poll, take_up
from sync.transport import Transport
from tests.desks import PROGRAM, Shop, Tables
from tests.server import callers
from tests.server.running import Running, SetClock
from tests.wire.proxy import FaultyLine

AGENT = "tillpoint/test"
PATIENT_S = 30.0


@dataclass
class Chain:
    """One tenant of a running server, and the counters that belong to it."""

    running: Running
    office: callers.Shop

    @property
    def clock(self) -> SetClock:
        return self.running.clock

    @contextmanager
    def reading(self) -> Iterator[ServerUnit]:
        with self.running.parts.database.store(self.office.tenant_id).reading() as unit:
            yield unit

    def points(self, member_id: str) -> int:
        with self.reading() as unit:
            holder = unit.members.by_id(member_id)
            assert holder is not None
            return holder.member.points

    def whole(self, member_id: str) -> Image:
        with self.reading() as unit:
            return whole_image(unit, member_id)

    def slim(self) -> list[Image]:
        """What is known of everybody."""
        with self.reading() as unit:
            return [slim_image(unit, one) for one in unit.members.ids_after("", limit=10_000)]

    def reviews(self) -> list[str]:
        with self.reading() as unit:
            return [review.kind for review in unit.shared.reviews(is_open=True)]


@dataclass
class ChainCounter(Shop):
    """A counter with its line to the server. `home` is its open data file."""

    clock: SetClock = field(default_factory=SetClock)  # type: ignore[assignment]
    line: FaultyLine | None = None
    chain: Chain | None = None
    home: Home | None = None
    offset: ClockOffset = field(default_factory=ClockOffset)
    cycle: Cycle = field(init=False)
    connection: Connection | None = None

    def __post_init__(self) -> None:
        self.cycle = Cycle(self.desk)

    @property
    def url(self) -> str:
        assert self.line is not None
        return self.line.url

    def address(self, _: str = "") -> ServerAddress:
        """The link names the server; the way to it is the faulty line."""
        return ServerAddress(self.url)

    def link(self) -> Link:
        link = self.cycle.link()
        assert link is not None
        return link

    def ask_to_join(self) -> tuple[Begun, DeviceKey]:
        key = DeviceKey.new()
        with Transport(self.address(), agent=AGENT) as plain:
            return begin(self.desk, plain, key, program=AGENT), key

    def pair(self) -> None:
        """Ask, be approved, and write the link."""
        assert self.chain is not None
        begun, key = self.ask_to_join()
        callers.done(self.chain.office.approve({"user_code": begun.user_code}, code=self.desk.counter_code))
        self.chain.clock.advance(seconds=6)
        with Transport(self.address(), agent=AGENT) as plain:
            approved = poll(plain, begun)
        assert approved is not None
        take_up(self.desk, approved, server_url=self.url, key=key)

    def connected(self) -> Connection:
        link = self.link()
        if self.connection is None or not self.connection.is_of(link):
            self.hang_up()
            self.connection = Connection.open(self.desk, link, self.address, agent=AGENT, clock=self.offset)
        return self.connection

    def sync(self) -> bool:
        return self.cycle.through(self.connected())

    def scan(self, card: str) -> int:
        """A top-up, as a shown card asks for it, on a machine that may be busy; returns what was granted."""
        member_id = self.member_id(card)
        self.cycle.top_ups.shown(member_id)
        with patch.object(leases, "TIMEOUT_S", PATIENT_S):
            granted = leases.top_up(self.desk, self.connected().transport, member_id)
        self.cycle.top_ups.granted(member_id, granted)
        return granted

    def usable(self, card: str) -> int:
        return profiles.profile(self.desk, self.member_id(card)).usable.points

    def waiting(self) -> int:
        with self.store.reading() as uow:
            return uow.journal.waiting(self.link().acked)

    def epoch(self) -> int:
        with self.store.reading() as uow:
            return uow.journal.head().epoch

    def last(self) -> ChainPoint:
        with self.store.reading() as uow:
            head = uow.journal.head()
        return ChainPoint(head.epoch, head.last_seq)

    def whole(self, member_id: str) -> Image:
        with self.store.reading() as uow:
            return whole_image(uow, member_id)

    def slim(self) -> list[Image]:
        with self.store.reading() as uow:
            return [slim_image(uow, one) for one in uow.members.ids_after("", limit=10_000)]

    def reviews(self) -> list[Review]:
        with self.store.reading() as uow:
            return list(uow.shared.reviews(is_open=True))

    def told_tables(self) -> Tables:
        """Every row that what is told may change."""
        tables = self.tables()
        return {name: rows for name, rows in tables.items() if name in _TOLD}

    def hang_up(self) -> None:
        if self.connection is not None:
            self.connection.close()
        self.connection = None


_TOLD = {table.name for table in metadata.sorted_tables} - {"events", "entries", "counters", "links"}


@contextmanager
def open_counter(folder: Path, chain: Chain, *, code: str = "A1", has_shop: bool = False) -> Iterator[ChainCounter]:
    """A counter on its data file, closed at the end; `has_shop` publishes rules of its own in a new file."""
    folder.mkdir(parents=True, exist_ok=True)
    port = urlsplit(chain.running.base_url).port
    assert port is not None
    opening = open_home(folder / "till.db", tenant_id="local", counter_code=code, calendar=INDIA)
    with FaultyLine(port) as line, opening as home:
        offset = ClockOffset(
            lambda: Moment(int(chain.clock.now().timestamp() * 1000), time.monotonic_ns() // 1_000_000)
        )
        desk = Desk(home.store, chain.clock, RandomIds(), code, ticks=Ticks(offset.best_ms))
        counter = ChainCounter(desk, chain.clock, line, chain, home, offset)
        if has_shop and home.is_new:
            publish(desk, replace(PROGRAM, calendar=desk.calendar), staff="owner")
        try:
            yield counter
        finally:
            counter.hang_up()
