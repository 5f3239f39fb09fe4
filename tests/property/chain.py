"""A chain in miniature: one member's account at a server, counters with leases on it, and letters between them.

Only the rules of `app.domain` are used. The letters may be lost, late, repeated or out of order; a counter's own events
arrive in their order, some of them much later.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count

from app.domain.days import INDIA
from app.domain.entries import Entry, EntryKind
from app.domain.lease import (
    NO_LEASE,
    Contact,
    Floor,
    Lease,
    floor_left,
    grant,
    outstanding,
    usable_at_counter,
    usable_at_server,
    usable_until,
)
from app.domain.ledger import apply
from app.domain.lots import EMPTY, Account
from tests.unit.domain.samples import NOON

PLENTY = 10**9  # what a counter believes to be available: nothing it may rely on


def day_after(at: datetime, days: int = 1) -> datetime:
    """The start of a day of the shop."""
    return INDIA.start_of(INDIA.day_of(at) + timedelta(days=days))


@dataclass(frozen=True)
class Redemption:
    entry_id: str
    points: int
    at: datetime
    counter: str
    epoch: int


@dataclass(frozen=True)
class Did:
    """One event of a counter: its number, what it posts, and the counter's totals after it."""

    seq: int
    epoch: int
    entry: Entry | None
    spent: int
    returned: int


@dataclass(frozen=True)
class Letter:
    """What the server tells a counter: the lease, what is free, and how much of the counter's it knows by then."""

    number: int
    epoch: int
    lease: Lease
    free: int
    heard: int
    at: datetime


@dataclass
class Counter:
    code: str
    epoch: int = 1
    seq: int = 0
    lease: Lease = NO_LEASE
    unsent: list[Did] = field(default_factory=list)
    read: int = 0  # number of the last letter taken in
    contact_at: datetime | None = None
    gave_back: int = 0  # seq of the last redemption given back
    free: int = 0  # as last told
    floor_spends: list[tuple[int, int]] = field(default_factory=list)  # seq, points

    def floor_used(self) -> int:
        return sum(points for _, points in self.floor_spends)

    def right(self, at: datetime) -> int:
        return usable_at_counter(self.lease, available=PLENTY, contact=Contact(self.contact_at), at=at).points


class Chain:
    """The whole of it. `allowed` is how far the card may be overdrawn by what people chose to risk."""

    def __init__(self, counters: int, floor: Floor) -> None:
        self.now, self.floor = NOON, floor
        self.account: Account = EMPTY
        self.order = 0
        self.counters = {code: Counter(code) for code in "ABCD"[:counters]}
        self.leases: dict[tuple[str, int], Lease] = {}
        self.heard: dict[tuple[str, int], int] = {}
        self.letters = 0
        self.ids = count(1)
        self.written_off = self.reversed = self.overdrawn = 0
        self.restored: dict[str, int] = {}

    @property
    def allowed(self) -> int:
        return len(self.counters) * self.floor.card + self.written_off + self.reversed

    def wait(self, **time: int) -> None:
        self.now += timedelta(**time)

    # At the server

    def post(self, kind: EntryKind, points: int, **details: object) -> str:
        entry = self.entry(kind, points, **details)
        self.apply(entry)
        return entry.entry_id

    def entry(self, kind: EntryKind, points: int, **details: object) -> Entry:
        return Entry(f"e{next(self.ids):05}", "m", kind, points, self.now, "cause", **details)  # type: ignore[arg-type]

    def apply(self, entry: Entry) -> None:
        self.order += 1
        self.account = apply(self.account, entry, self.order)

    def earn(self, points: int, *, pending_days: int, lives_days: int | None) -> str:
        starts = day_after(self.now, pending_days) if pending_days else self.now
        ends = None if lives_days is None else day_after(self.now, pending_days + lives_days)
        return self.post(EntryKind.EARN, points, available_at=starts, expires_at=ends)

    def free(self) -> int:
        return usable_at_server(self.account.available(self.now), self.leases.values()).points

    def grant(self, code: str, wanted: int) -> int:
        counter, available = self.counters[code], self.account.available(self.now)
        key = (code, counter.epoch)
        granted = grant(wanted, available=available, leases=self.leases.values())
        if granted:
            self.leases[key] = self.leases.get(key, NO_LEASE).with_granted(granted)
            assert outstanding(self.leases.values()) <= available
        return granted

    def letter(self, code: str) -> Letter:
        key = (code, self.counters[code].epoch)
        rights = outstanding(self.leases.values())
        until = usable_until(self.account, rights=rights, at=self.now)
        lease = self.leases[key] = replace(self.leases.get(key, NO_LEASE), usable_until=until)
        self.letters += 1
        free = self.account.available(self.now) - rights
        return Letter(self.letters, key[1], lease, free, self.heard.get(key, 0), self.now)

    def hear(self, code: str, events: int) -> None:
        counter = self.counters[code]
        for did in counter.unsent[:events]:
            if did.entry is not None:
                self.apply(did.entry)
            key = (code, did.epoch)
            self.leases[key] = self.leases.get(key, NO_LEASE).with_totals(spent=did.spent, returned=did.returned)
            self.heard[key] = did.seq
        del counter.unsent[:events]

    def write_off(self, code: str, epoch: int) -> None:
        lease = self.leases.get((code, epoch), NO_LEASE)
        self.written_off += lease.outstanding
        self.leases[code, epoch] = lease.with_written_off()

    # At a counter

    def read(self, code: str, letter: Letter) -> None:
        counter = self.counters[code]
        if letter.epoch != counter.epoch or letter.number <= counter.read:
            return
        counter.read, counter.free, counter.contact_at = letter.number, letter.free, letter.at
        counter.lease = counter.lease.told(letter.lease, knows_all=letter.heard >= counter.gave_back)
        counter.floor_spends = [(seq, points) for seq, points in counter.floor_spends if seq > letter.heard]

    def usable(self, code: str) -> int:
        counter = self.counters[code]
        used = counter.floor_used()
        left = floor_left(self.floor, told=counter.free, card_used=used, counter_used=used)
        contact = Contact(counter.contact_at)
        return usable_at_counter(counter.lease, available=PLENTY, contact=contact, at=self.now, floor_left=left).points

    def spend(self, code: str, points: int) -> Redemption:
        counter = self.counters[code]
        short = self.shortage()
        from_lease = min(points, counter.right(self.now))
        counter.lease = counter.lease.with_spent(from_lease)
        entry = self.entry(EntryKind.REDEEM, -points)
        self.seal(counter, entry)
        if points > from_lease:
            counter.floor_spends.append((counter.seq, points - from_lease))
        self.overdrawn += self.shortage() - short
        return Redemption(entry.entry_id, points, self.now, code, counter.epoch)

    def restore(self, code: str, redemption: Redemption, points: int, *, grace_days: int) -> None:
        """Give a redemption back, wholly or in part, at any counter."""
        counter, until = self.counters[code], day_after(redemption.at)
        self.restored[redemption.entry_id] = self.restored.get(redemption.entry_id, 0) + points
        grace = {"available_at": self.now, "expires_at": day_after(self.now, grace_days)} if grace_days else {}
        entry = self.entry(EntryKind.RESTORE, points, corrects=redemption.entry_id, **grace)
        is_own = (redemption.counter, redemption.epoch) == (code, counter.epoch)
        if is_own and self.now < until:
            counter.lease = counter.lease.with_given_back(points, until=until)
            counter.gave_back = counter.seq + 1
        self.seal(counter, entry)

    def give_up(self, code: str, points: int) -> None:
        counter = self.counters[code]
        counter.lease = counter.lease.with_returned(points)
        self.seal(counter, None)

    def seal(self, counter: Counter, entry: Entry | None) -> None:
        counter.seq += 1
        lease = counter.lease
        counter.unsent.append(Did(counter.seq, counter.epoch, entry, lease.spent, lease.returned))

    def begin_epoch(self, code: str, *, lost: int) -> set[str]:
        """The counter starts again in a new epoch; the last `lost` of its unsent events are gone for good."""
        counter = self.counters[code]
        kept = max(0, len(counter.unsent) - lost)
        gone = {did.entry.entry_id for did in counter.unsent[kept:] if did.entry is not None}
        for did in counter.unsent[kept:]:
            if did.entry is not None and did.entry.kind is EntryKind.RESTORE:
                assert did.entry.corrects is not None
                self.restored[did.entry.corrects] -= did.entry.points
        self.counters[code] = Counter(code, counter.epoch + 1, unsent=counter.unsent[:kept])
        return gone

    # As one who knows everything sees it

    def truth(self) -> Account:
        """The account with every event that happened, told to the server or not."""
        account, order = self.account, self.order
        for entry in self.untold():
            order += 1
            account = apply(account, entry, order)
        return account

    def untold(self) -> list[Entry]:
        told = [did.entry for counter in self.counters.values() for did in counter.unsent if did.entry is not None]
        return sorted(told, key=lambda entry: entry.entry_id)

    def shortage(self) -> int:
        return max(0, -self.truth().available(self.now))

    def futures(self) -> Iterator[datetime]:
        """Now, and every later instant at which lots expire."""
        yield self.now
        yield from {
            lot.expires_at for lot in self.account.lots.values() if lot.expires_at and lot.expires_at > self.now
        }

    def rights(self, at: datetime) -> int:
        """All that counters could still let the card spend of their leases if nothing more was said until then."""
        return sum(counter.lease.usable(at) for counter in self.counters.values())


def left(account: Account, *, now: datetime, at: datetime) -> int:
    """What is available now and still there later, if nobody spends."""
    return (
        sum(lot.left for lot in account.lots.values() if lot.is_available(now) and not lot.is_expired(at))
        - account.debt
    )
