"""A world: one server, a few counters, the customers who walk between them, and a true time none of them knows."""

from __future__ import annotations

from collections import Counter as Tally
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from unittest import mock

from app.domain.cart import Cart, CartLine
from app.domain.conditions import AmountBetween, HasCategory
from app.domain.drives import Drive
from app.domain.expiry import Expiry, ExpiryMode
from app.domain.program import Category, Program, Redemption
from app.domain.rules import DecisionRule, PointsFixed
from app.domain.tier_advance import TierAdvance
from app.domain.tiers import Level, TierScheme
from app.domain.triggers import Trigger
from app.persistence.link import Link as Image
from app.persistence.tail import ChainEnd
from app.services import intake
from app.services.chain.images import digest_of, slim_image
from app.services.chain.joining import Membership, join
from app.services.desk import Desk
from app.services.ports import Bond, Link
from app.services.records import to_micros
from server.api import counters as doors
from server.auth.caller import Caller
from server.auth.tokens import Kind
from server.identity import enrolment
from server.identity.devices import Device
from server.identity.pairings import Pairing, PairingStatus
from server.identity.status import DeviceStatus
from server.ledgers.store import ServerStore
from server.web.problems import Problem
from sync.device_key import DeviceKey
from sync.protocol import PROTOCOL
from tests.simulation.centre import TENANT, Centre
from tests.simulation.clocks import MachineClock, NumberedIds, TrueTime
from tests.simulation.counter import Counter
from tests.simulation.disk import Disk, Witness
from tests.simulation.wire import Line

STAFF = "asha"
STORES = ("north", "north", "south")  # of each counter
GIFT = 25_00  # what a new tier brings
_RULES = (
    DecisionRule("silver", PointsFixed(GIFT), tiers=frozenset({"Silver"}), trigger=Trigger.TIER_CHANGE),
    DecisionRule(
        "up", TierAdvance("Silver", 2), conditions=(HasCategory(frozenset({"Medicines"})), AmountBetween(1200_00))
    ),
)
PROGRAM = Program(
    categories={"Medicines": Category(Decimal(20)), "General": Category(Decimal(60))},
    redemption=Redemption(min_points=0),
    expiry=Expiry(ExpiryMode.DAYS, 5),
    tiers=TierScheme((Level("Bronze"), Level("Silver", Decimal("1.25"), min_spend_minor=3000_00))),
    drives=(Drive("winter", "Winter", by_joining=True),),
    rules=_RULES,
)
OWNER = Caller(TENANT, Kind.PERSON, "owner", ("OWNER",), frozenset(), None)
_STATUSES = "SELECT status, count(*) FROM outcomes WHERE tenant_id = ? GROUP BY status"
_REVIEWS = "SELECT kind, count(*) FROM reviews WHERE tenant_id = ? GROUP BY kind"
_KINDS = "SELECT kind, count(*) FROM entries WHERE tenant_id = ? GROUP BY kind"
NEWER_KIND = "gift"
DRAIN_ROUNDS_MAX = 12


def cart(*lines: tuple[str, int]) -> Cart:
    """A cart of (category, rupees)."""
    return Cart(tuple(CartLine(str(n), kind, Decimal(1), rupees * 100) for n, (kind, rupees) in enumerate(lines, 1)))


@dataclass(frozen=True)
class Kept:
    """A disk with what stood beside it: a backup, or the first day of every world."""

    image: Image
    end: ChainEnd | None
    ids: int = 0
    receipts: frozenset[str] = frozenset()
    other_end: ChainEnd | None = None


@dataclass(frozen=True)
class FirstDay:
    centre: Kept
    counters: tuple[Kept, ...]
    pairings: int
    cards: tuple[str, ...]


class World:
    """`seen` counts what has happened that should happen sometimes; `cards` are in customers' hands."""

    def __init__(self, first: FirstDay | None = None) -> None:
        self.time = TrueTime()
        self.seen: Tally[str] = Tally()
        self.cards = list(first.cards) if first else []
        self.newer = ExitStack()
        self.is_trusted = True  # no clock was wrong, no file was put back: nothing may be overdrawn but what was risked
        self.may_fork = False  # two machines may live as one
        self.floor_max = self.restores = 0
        self.risked: Tally[str] = Tally()  # points written off, by member
        self.written_off: dict[str, int] = {}  # as it stands, by member
        self.received: dict[tuple[str, int, int], bytes] = {}  # hashes of all that the server has taken in
        self.pairings = first.pairings if first else 0
        self.centre = Centre(MachineClock(self.time), first.centre.image if first else None)
        if first:
            self.centre.ids.made = first.centre.ids
            self.centre.witness.end, self.centre.other_witness.end = first.centre.end, first.centre.other_end
        self.counters = [self._first(number, first) for number in range(len(STORES))]

    def _first(self, number: int, first: FirstDay | None) -> Counter:
        counter = self._counter(number + 1, number + 1, first.counters[number] if first else None)
        if first:
            counter.ids.made = first.counters[number].ids
        return counter

    def _counter(self, number: int, machine: int, kept: Kept | None) -> Counter:
        clock, disk, witness = MachineClock(self.time), Disk(), Witness()
        if kept:
            disk.put_back(kept.image)
            witness.end = kept.end
        key, line = DeviceKey(bytes([number]) * 32), Line(self.centre, clock)
        counter = Counter(f"A{number}", clock, line, NumberedIds(machine), key, disk, witness)
        line.meanwhile = counter.exchange
        return counter

    def keep(self, counter: Counter) -> Kept:
        """A backup of a counter, as of now."""
        return Kept(counter.disk.image(), counter.witness.end, counter.ids.made, frozenset(counter.receipts))

    def clone(self, counter: Counter) -> None:
        """Another machine with the same data file, and the same belief of who it is."""
        twin = self._counter(int(counter.code[1:]), 10 + len(self.counters), self.keep(counter))
        twin.receipts, twin.numbers = dict(counter.receipts), dict(counter.numbers)
        self.counters.append(twin)
        self.is_trusted, self.may_fork = False, True

    def keep_server(self) -> Kept:
        centre = self.centre
        return Kept(centre.disk.image(), centre.witness.end, other_end=centre.other_witness.end)

    def restore_server(self, kept: Kept, *, is_whole: bool) -> None:
        """The server goes on from a backup; its side file tells of what is lost, unless it was put back with it."""
        self.centre.disk.put_back(kept.image)
        if is_whole:
            self.centre.witness.end = kept.end
        self.centre.start()
        self.received, self.written_off, self.is_trusted, self.may_fork = {}, {}, False, True
        self.restores += 1

    # Joining

    def enrol(self, counter: Counter) -> Link | None:
        """A manager lets the counter in. None where it is in already."""
        self.pairings += 1
        with counter.desk.store.reading() as uow:
            head = uow.journal.head()
        pairing = Pairing(
            device_code=b"",
            user_code=b"",
            public_key=counter.public_key,
            wished_code=counter.code,
            program="tillpoint",
            chain_epoch=head.epoch,
            chain_last_seq=head.last_seq,
            has_history=1,
            status=PairingStatus.WAITING,
            tenant_id=TENANT,
            store_id=None,
            counter_code=None,
            client_id=f"client-{self.pairings}",
            epoch=None,
            expires_at=0,
            polled_at=0,
        )
        store_id = STORES[int(counter.code[1:]) - 1]
        device = self.centre.attempt(lambda desk: _approved(desk, pairing, store_id, counter.code))
        if device is None:
            return None
        membership = Membership(
            server_url="https://server.test",
            tenant_id=TENANT,
            store_id=store_id,
            store_name=store_id.title(),
            counter_code=counter.code,
            client_id=device.client_id,
            audience="tillpoint:test",
            private_key=counter.key.private,
            epoch=device.epoch,
            protocol=PROTOCOL,
        )
        return join(counter.desk, membership)

    # The end

    def heal(self) -> None:
        """Every line is up, every disk has room, what was under way arrives, and of two that live as one, one goes."""
        self.centre.disk.trap = None
        del self.counters[len(STORES) :]
        for counter in self.counters:
            counter.disk.trap = None
            counter.line.is_up, counter.line.is_deaf, counter.line.ahead = True, False, []
            while counter.line.late:
                counter.line.deliver_late()

    def settle(self) -> int:
        """Let everybody say everything, and whoever was shut out come in again."""
        rounds = self.drain()
        for _ in range(3):
            outside = [one for one in self.counters if (link := one.link()) and link.bond is not Bond.ACTIVE]
            if not outside:
                return rounds
            for counter in outside:
                self._let_in_again(counter)
            rounds += self.drain()
        raise AssertionError(f"{[one.code for one in outside]} cannot come in again")

    def _let_in_again(self, counter: Counter) -> None:
        with suppress(Problem):  # unknown to a server that was restored
            doors._end(self.centre.parts, OWNER, counter.code, DeviceStatus.REVOKED)
        assert self.enrol(counter) is not None

    def drain(self) -> int:
        """Let everybody say everything. Returns the rounds it took."""
        mended_before = 0  # a member whom a restored server does not know any more is looked for every time
        for round_ in range(1, DRAIN_ROUNDS_MAX + 1):
            before = self._standing()
            for counter in self.counters:
                counter.exchange()
            if self._standing() == before:
                mended = self._mended()
                if mended in (0, mended_before):
                    return round_
                mended_before = mended
        raise AssertionError(f"still something to say after {DRAIN_ROUNDS_MAX} rounds")

    def _mended(self) -> int:
        """What only a comparison finds: members of whom the server was never told, and what a restored one had said.

        Who had asked it out of turn, at a scan, is not told that the answer is of a time that is lost.
        """
        before = [self._known(counter) for counter in self.counters]
        mended = sum(counter.reconcile() for counter in self.counters)
        assert self.may_fork or not mended, f"G5 only reconciling found what {mended} members stand at"
        after = [self._known(counter) for counter in self.counters]
        assert self.restores or before == after, "G5 only reconciling found what members stand at"
        self.seen["mended by reconciling"] += mended
        return mended

    @staticmethod
    def _known(counter: Counter) -> str:
        with counter.desk.store.reading() as uow:
            return digest_of(slim_image(uow, one) for one in uow.members.ids_after("", limit=10_000))

    def _standing(self) -> list[object]:
        heads: list[object] = []
        for desk in [self.centre.desk, *(counter.desk for counter in self.counters)]:
            with desk.store.reading() as uow:
                head, link = uow.journal.head(), uow.links.get()
                link = link and replace(link, contact_at=None, contact_clock_at=None, offset_ms=None)
                heads.append((head.epoch, head.last_seq, link))
        return heads

    def sights(self) -> Tally[str]:
        """What has happened in this world: what steps noted, and what the server and the counters say of themselves."""
        rows = self.centre.disk.rows
        said = Tally[str](self.seen)
        said.update({f"an event {status}": n for status, n in rows(_STATUSES, TENANT)})
        said.update({f"a review {kind}": n for kind, n in rows(_REVIEWS, TENANT)})
        said.update({f"an entry {kind}": n for kind, n in rows(_KINDS, TENANT)})
        for counter in self.counters:
            said["a counter killed"] += counter.kills
            said["an end lost, and a new epoch"] += counter.lost_tails
        said["the server's end lost, and a new epoch"] += self.centre.lost_tails
        return said

    def update_the_server(self) -> None:
        """From now on the program here knows the kind of event that only newer ones sealed so far."""
        self.newer.enter_context(mock.patch.dict(intake._VERBS, {NEWER_KIND: lambda _: None}))  # type: ignore[arg-type]

    def close(self) -> None:
        self.newer.close()
        self.centre.close()
        for counter in self.counters:
            counter.disk.dispose()

    def wait(self, **time: int) -> None:
        self.time.wait(timedelta(**time))


def _approved(desk: Desk, pairing: Pairing, store_id: str, code: str) -> Device:
    assert isinstance(desk.store, ServerStore)
    with desk.store.writing() as unit:
        at = to_micros(desk.clock.now())
        return enrolment._enrolled(unit.scope, pairing, store_id=store_id, counter_code=code, at=at)
