"""A world: one server, a few counters, the customers who walk between them, and a true time none of them knows."""

from __future__ import annotations

from collections import Counter as Tally
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal

from app.domain.cart import Cart, CartLine
from app.domain.expiry import Expiry, ExpiryMode
from app.domain.program import Category, Program, Redemption
from app.domain.tiers import Level, TierScheme
from app.services.joining import Membership, join
from app.services.program import publish
from server.auth.caller import Caller
from server.auth.tokens import Kind
from server.identity import enrolment, stores
from server.identity.pairings import Pairing, PairingStatus
from sync.device_key import DeviceKey
from tests.simulation.centre import TENANT, Centre
from tests.simulation.clocks import MachineClock, NumberedIds, TrueTime
from tests.simulation.counter import Counter
from tests.simulation.wire import Line

STAFF = "asha"
STORES = ("north", "north", "south")  # of each counter
PROGRAM = Program(
    categories={"Medicines": Category(Decimal(20)), "General": Category(Decimal(60))},
    redemption=Redemption(min_points=0),
    expiry=Expiry(ExpiryMode.DAYS, 5),
    tiers=TierScheme((Level("Bronze"), Level("Silver", Decimal("1.25"), min_spend_minor=3000_00))),
)
OWNER = Caller(TENANT, Kind.PERSON, "owner", ("OWNER",), frozenset(), None)
DRAIN_ROUNDS_MAX = 12


def cart(*lines: tuple[str, int]) -> Cart:
    """A cart of (category, rupees)."""
    return Cart(tuple(CartLine(str(n), kind, Decimal(1), rupees * 100) for n, (kind, rupees) in enumerate(lines, 1)))


@dataclass
class Enrolled:
    """How often machines were paired: each pairing has a client id of its own."""

    pairings: int = 0


class World:
    """`seen` counts what has happened that should happen sometimes."""

    def __init__(self, counters: int = 3) -> None:
        self.time = TrueTime()
        self.seen: Tally[str] = Tally()
        self.cards: list[str] = []
        self.pairings = 0
        self.centre = Centre(MachineClock(self.time))
        with self.centre.store.writing() as unit:
            for store_id in sorted(set(STORES)):
                stores.add(unit.scope, store_id=store_id, name=store_id.title(), at=0)
        publish(self.centre.desk, PROGRAM, staff=STAFF)
        self.counters = [self._counter(number) for number in range(counters)]

    def _counter(self, number: int) -> Counter:
        clock = MachineClock(self.time)
        line = Line(self.centre, clock)
        key = DeviceKey(bytes([number + 1]) * 32)
        counter = Counter(f"A{number + 1}", clock, line, NumberedIds(number + 1), key)
        line.meanwhile = counter.exchange
        publish(counter.desk, PROGRAM, staff=STAFF)
        return counter

    # Joining

    def enrol(self, counter: Counter) -> None:
        """A manager lets the counter in. Refused, as a DomainError or Problem, where it is in already."""
        self.pairings += 1
        with counter.desk.store.reading() as uow:
            head = uow.journal.head()
        pairing = Pairing(
            device_code=b"",
            user_code=b"",
            public_key=_public(counter.key),
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
        store_id, now = STORES[self.counters.index(counter)], self.centre.parts.now()
        with self.centre.store.writing() as unit:
            device = enrolment._enrolled(
                unit.scope, pairing, OWNER, store_id=store_id, counter_code=counter.code, at=now
            )
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
        )
        join(counter.desk, membership)
        counter.line.client_id = device.client_id

    # Time

    def wait(self, **time: int) -> None:
        self.time.wait(timedelta(**time))

    # The end

    def heal(self) -> None:
        """Every line is up, every machine runs, everybody who was shut out is let in again."""
        self.centre.disk.trap = None
        for counter in self.counters:
            counter.disk.trap = None
            counter.line.is_up, counter.line.is_deaf, counter.line.ahead = True, False, []
            while counter.line.late:
                counter.line.deliver_late()

    def drain(self) -> int:
        """Let everybody say everything. Returns the rounds it took."""
        for round_ in range(1, DRAIN_ROUNDS_MAX + 1):
            before = self._standing()
            for counter in self.counters:
                counter.attempt(counter.exchange)
            if self._standing() == before:
                return round_
        raise AssertionError(f"still something to say after {DRAIN_ROUNDS_MAX} rounds")

    def _standing(self) -> list[object]:
        heads = []
        for desk in [self.centre.desk, *(counter.desk for counter in self.counters)]:
            with desk.store.reading() as uow:
                head, link = uow.journal.head(), uow.links.get()
                heads.append(
                    (head.epoch, head.last_seq, link and replace(link, contact_at=None, contact_clock_at=None))
                )
        return list(heads)

    def close(self) -> None:
        self.centre.disk.dispose()
        for counter in self.counters:
            counter.disk.dispose()


def _public(key: DeviceKey) -> bytes:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(key.private).public_key().public_bytes_raw()
