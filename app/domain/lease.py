"""Leases: the rights to a card's points that a counter holds, so that it can let them be spent without a line.

Each number has one writer: the server grants and writes off, the counter spends and returns. Points are hundredths.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.lots import Account
from app.domain.points import HUNDREDTHS

CONTACT_DAYS_MAX = 7
SILENCE_DAYS_MAX = 14
IDLE_STEP = 100 * HUNDREDTHS
IDLE_COUNTER_MAX = 50_000 * HUNDREDTHS


@dataclass(frozen=True, slots=True)
class Lease:
    """One counter's rights to one member's points, in one epoch of the counter. Totals, in hundredths of points.

    From `usable_until` on, expiring lots may leave less than everybody's rights: the counter uses nothing then.
    Every operation returns a new lease. Source: docs/protocol.md, Leases.
    """

    granted: int = 0
    spent: int = 0
    returned: int = 0
    written_off: int = 0
    usable_until: datetime | None = None

    @property
    def held(self) -> int:
        """What the counter still holds, by its own numbers and the grants it knows."""
        return self.granted - self.spent - self.returned

    @property
    def outstanding(self) -> int:
        """What the server must keep aside for it, and all the counter may still use of it."""
        return max(0, self.held - self.written_off)

    def usable(self, at: datetime) -> int:
        expired = self.usable_until is not None and at >= self.usable_until
        return 0 if expired else self.outstanding

    def with_granted(self, points: int) -> Lease:
        """More granted. What was written off and spent all the same is over: it takes nothing of the new rights."""
        return replace(self, granted=self.granted + points, written_off=min(self.written_off, max(0, self.held)))

    def with_spent(self, points: int) -> Lease:
        return replace(self, spent=self.spent + points)

    def with_given_back(self, points: int, *, until: datetime) -> Lease:
        """A redemption taken back by the counter that made it: less spent.

        The server may have taken it from lots this counter does not know, so nothing is used after `until`, when the
        next lots can expire, before the server has spoken.
        """
        return replace(
            self, spent=self.spent - min(points, self.spent), usable_until=_earlier(self.usable_until, until)
        )

    def with_returned(self, points: int) -> Lease:
        return replace(self, returned=self.returned + points)

    def with_written_off(self) -> Lease:
        """Nothing of it is kept aside any more."""
        return replace(self, written_off=self.written_off + self.outstanding)

    def with_totals(self, *, spent: int, returned: int) -> Lease:
        """As the counter told the server."""
        return replace(self, spent=spent, returned=returned)

    def told(self, by_server: Lease, *, knows_all: bool) -> Lease:
        """As the server tells the counter, who keeps its own totals.

        Unless the server `knows_all` that this counter gave back, an earlier end of the counter's own stands.
        """
        end = by_server.usable_until if knows_all else _earlier(self.usable_until, by_server.usable_until)
        return replace(by_server, spent=self.spent, returned=self.returned, usable_until=end)


def _earlier(one: datetime | None, other: datetime | None) -> datetime | None:
    return min((end for end in (one, other) if end is not None), default=None)


NO_LEASE = Lease()


@dataclass(frozen=True, slots=True)
class Floor:
    """What a counter may let a card overdraw while it cannot ask: a card's, and all cards' between two contacts."""

    card: int = 0
    counter: int = 0


NO_FLOOR = Floor()


class Limit(StrEnum):
    """What holds the points usable here to what they are."""

    BALANCE = "BALANCE"  # all of it is usable
    LEASE = "LEASE"  # the rest is not leased to this counter
    FLOOR = "FLOOR"  # the floor is part of it, and used up to here
    CONTACT = "CONTACT"  # too long without the server
    CLOCK = "CLOCK"  # the clock was set back
    EXPIRY = "EXPIRY"  # points of the card expire; the server has to say what is left
    RESERVED = "RESERVED"  # at the server: counters hold the rest


@dataclass(frozen=True, slots=True)
class Usable:
    """How many hundredths of points may be spent here now, of how many, and what holds it there."""

    points: int
    of: int
    limit: Limit


@dataclass(frozen=True, slots=True)
class Contact:
    """How long a counter has been on its own: when the server last answered (the server's time)."""

    at: datetime | None
    is_clock_back: bool = False

    def trusts_leases(self, now: datetime) -> bool:
        return self.at is not None and not self.is_clock_back and now - self.at < timedelta(days=CONTACT_DAYS_MAX)


def usable_at_counter(lease: Lease, *, available: int, contact: Contact, at: datetime, floor_left: int = 0) -> Usable:
    """What a counter of a chain may let a card spend: its lease, then the floor, never more than is available."""
    of = max(0, available)
    right = lease.usable(at) if contact.trusts_leases(at) else 0
    points = min(of, right + floor_left)
    return Usable(points, of, _held_by(lease, points, of, right, contact, at))


def _held_by(lease: Lease, points: int, of: int, right: int, contact: Contact, at: datetime) -> Limit:
    if points == of:
        return Limit.BALANCE
    if contact.is_clock_back:
        return Limit.CLOCK
    if not contact.trusts_leases(at):
        return Limit.CONTACT
    if lease.outstanding and not right:
        return Limit.EXPIRY
    return Limit.FLOOR if points > right else Limit.LEASE


def usable_at_server(available: int, leases: Iterable[Lease]) -> Usable:
    """What the server may let a card spend: what no counter holds."""
    of = max(0, available)
    free = max(0, min(of, of - outstanding(leases)))
    return Usable(free, of, Limit.BALANCE if free == of else Limit.RESERVED)


def outstanding(leases: Iterable[Lease]) -> int:
    return sum(lease.outstanding for lease in leases)


def grant(wanted: int, *, available: int, leases: Iterable[Lease]) -> int:
    """How much of what a counter wants it can have: never more than is available and not outstanding."""
    return max(0, min(wanted, available - outstanding(leases)))


def idle_share(free: int, *, counters: int, held_by_counter: int) -> int:
    """An idle grant: half of what is free, shared by the counters, in hundreds, within the counter's maximum."""
    share = free // 2 // counters // IDLE_STEP * IDLE_STEP
    return max(0, min(share, (IDLE_COUNTER_MAX - held_by_counter) // IDLE_STEP * IDLE_STEP))


def usable_until(account: Account, *, rights: int, at: datetime) -> datetime | None:
    """The first instant from `at` on at which what has expired leaves less than `rights`; None when it never does."""
    ends = {lot.expires_at for lot in account.lots.values() if lot.left and lot.expires_at is not None}
    instants = [at, *sorted(end for end in ends if end > at)]
    return next((end for end in instants if _left(account, at=at, end=end) < rights), None)


def _left(account: Account, *, at: datetime, end: datetime) -> int:
    """Of what is available at one instant, what is still there at a later one."""
    lots = (lot.left for lot in account.lots.values() if lot.is_available(at) and not lot.is_expired(end))
    return sum(lots) - account.debt


def floor_left(floor: Floor, *, told: int, card_used: int, counter_used: int) -> int:
    """What is left of the floor for a card.

    `told` is what the server last told to be free of the balance: no counter held it. `card_used` and `counter_used`
    are the floor spending it does not contain yet, on this card and on all cards.
    """
    return max(0, min(min(floor.card, max(0, told)) - card_used, floor.counter - counter_used))
