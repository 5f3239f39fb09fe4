"""A chain in one process: a counter's desk and its server's, with the services between them and no wire."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from app.domain.card_blocks import CardBlock
from app.domain.lease import NO_FLOOR, Floor, Lease
from app.persistence.engine import Engines, open_memory
from app.persistence.keys import KeySource, StoreKeys
from app.persistence.sealed import FieldSealer
from app.persistence.uow import SqlStore
from app.scenario.world import ScenarioClock
from app.services.chain.acknowledging import Acknowledgement, acknowledge
from app.services.chain.adopting import adopt_page
from app.services.chain.adopting_leases import ToldLease
from app.services.chain.adopting_snapshots import stand_at
from app.services.chain.adopting_vouchers import ToldVoucher, state_of, told_voucher
from app.services.chain.images import Image, slim_image, whole_image
from app.services.chain.joining import Membership, join
from app.services.chain.tidings import Published, Stretch, Tidings, View
from app.services.desk import Desk
from app.services.intake import Incoming, take_in
from app.services.intake.taking import Note
from app.services.keeping import books
from app.services.ports import Bond, ChainPoint, Link, Review
from app.services.posting import Page
from tests.desks import PROGRAM, Shop, TenantIds

MEMBERSHIP = Membership(
    server_url="https://points.example.in",
    tenant_id="t1",
    store_id="s1",
    store_name="MG Road",
    counter_code="A1",
    client_id="t1.c1",
    audience="tillpoint:1",
    private_key=bytes(32),
    epoch=2,
)


NOTHING = ChainPoint(1, 0)
GRANTED_AT = datetime(2026, 5, 1, tzinfo=UTC)


@dataclass
class Pair:
    """A counter and its server. `included` is how much of the counter's chain the server has taken in.

    `noted` is what the server found in it that a person should see.
    """

    counter: Shop
    server: Shop
    included: ChainPoint = NOTHING
    position: int = 0
    told_block: CardBlock | None = None
    told: list[tuple[Tidings, Stretch]] = field(default_factory=list)
    told_vouchers: set[str] = field(default_factory=set)
    noted: list[Note] = field(default_factory=list)

    def link(self) -> Link:
        with self.counter.store.reading() as uow:
            link = uow.links.get()
        assert link is not None
        return link

    def take_in(self, most: int = 1000) -> None:
        """The server takes the next of the counter's events in."""
        with self.counter.store.reading() as uow:
            events = uow.journal.after(self.included, limit=most)
        for event in events:
            at, is_history = event.occurred_at, event.epoch == 1
            body = json.loads(event.body)
            with self.server.store.writing() as uow:
                page = Page.open(self.server.desk, uow)
                incoming = Incoming(
                    event.kind,
                    body,
                    at=at,
                    received_at=at,
                    is_history=is_history,
                    numbering=10,
                    store_id=MEMBERSHIP.store_id,
                )
                self.noted += take_in(page, incoming, keeps_facts=True).notes
                page.close("intake", {})
            self.included = ChainPoint(event.epoch, event.seq)
        acknowledge(self.counter.desk, Acknowledgement(self.included, ()))

    def view(self) -> View:
        with self.server.store.reading() as uow:
            position = uow.journal.head().last_seq
        now = self.counter.clock.now()
        return View(position, self.included, now, now, 0)

    def tidings(self, *, is_whole: bool = True, members: Sequence[str] | None = None) -> Tidings:
        """What the server knows of these members, or of all."""
        view = self.view()
        with self.server.store.reading() as uow:
            ids = members if members is not None else uow.members.ids_after("", limit=1000)
            images = [(view.position, whole_image(uow, one) if is_whole else slim_image(uow, one)) for one in ids]
            version = uow.programs.latest_version()
            programs = [Published(uow.programs.version(version), view.server_at)] if version > 0 else []
        return Tidings(view, images, (), programs, vouchers=self._vouchers(view))

    def _vouchers(self, view: View) -> list[ToldVoucher]:
        """All that were issued and the counter's blanks; nothing of what was told once and is no more."""
        with self.server.store.reading() as uow:
            found = {one.voucher_id: one for one in (*uow.vouchers.every(), *uow.vouchers.held_by("A1"))}
        self.told_vouchers |= found.keys()
        states = {one: state_of(found[one]) if one in found else None for one in sorted(self.told_vouchers)}
        return [told_voucher(one, view.position, state) for one, state in states.items()]

    def tell(self, *, is_whole: bool = True, leases: Sequence[ToldLease] = (), floor: Floor = NO_FLOOR) -> None:
        """The server tells all there is, as a page."""
        tidings = replace(self.tidings(is_whole=is_whole), leases=leases)
        stretch = Stretch(
            self.position,
            tidings.view.position,
            is_last=True,
            floor=floor,
            store_name="MG Road",
            card_block=self.told_block,
        )
        self.told.append((tidings, stretch))
        assert adopt_page(self.counter.desk, tidings, stretch) is not None
        self.position = stretch.to

    def grant(self, member_id: str, points: int) -> ToldLease:
        return ToldLease(member_id, 2, Lease(granted=points), GRANTED_AT)

    def images(self, of: Shop, *, is_whole: bool = True) -> list[Image]:
        with of.store.reading() as uow:
            ids = uow.members.ids_after("", limit=1000)
            return [whole_image(uow, one) if is_whole else slim_image(uow, one) for one in ids]

    def reviews(self) -> list[Review]:
        with self.counter.store.reading() as uow:
            return list(uow.shared.reviews(is_open=True))


@contextmanager
def chained() -> Iterator[Pair]:
    """A counter that has just joined with its rules; the server knows its history."""
    with ExitStack() as stack:
        clock = ScenarioClock()
        ours, theirs = (open_memory(writers=8) for _ in range(2))
        stack.callback(ours.dispose)
        stack.callback(theirs.dispose)
        counter = Shop(Desk(_store(ours, "counter", "A1"), clock, TenantIds("c")), clock)
        counter.publish(PROGRAM)
        office = Desk(_store(theirs, "server", "HQ"), clock, TenantIds("s"), counter_code="HQ", is_server=True)
        pair = Pair(counter, Shop(office, clock))
        join(counter.desk, MEMBERSHIP)
        pair.take_in()
        stand_at(counter.desk, 0)
        pair.tell()
        yield pair


def _store(engines: Engines, tenant: str, code: str) -> SqlStore:
    sealer = FieldSealer(StoreKeys(bytes(range(32)), KeySource.FILE), tenant_id=tenant, field="phone")
    store = SqlStore(engines, tenant, code, sealer)
    store.prepare()
    return store


def joined(shop: Shop, *, acked: int, floor: Floor = NO_FLOOR) -> Link:
    link = Link(
        server_url="https://hq",
        tenant_id="t",
        store_id="s",
        store_name="Main Road",
        client_id="c",
        audience="hq",
        private_key=b"k",
        bond=Bond.ACTIVE,
        acked=ChainPoint(1, acked),
        floor=floor,
    )
    with shop.store.writing() as uow:
        uow.links.put(link)
    return link


def rebuilt_the_same(shop: Shop) -> bool:
    """Whether everything that follows from the facts at a desk follows from them again."""
    before = shop.tables()
    books.rebuild(shop.desk)
    return shop.tables() == before
