"""Spending: how many points a card may spend here now. The one place that knows a counter alone from one of a chain."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from app.domain.entries import EntryKind
from app.domain.lease import (
    Contact,
    Lease,
    Limit,
    Usable,
    floor_left,
    usable_at_counter,
    usable_at_server,
)
from app.domain.ledger import Posting
from app.services.desk import Desk
from app.services.ports import ChainPoint, Head, Link, UnitOfWork

SPENDING = frozenset({EntryKind.REDEEM, EntryKind.REWARD, EntryKind.ADJUST})
CLOCK_BACK_MAX = timedelta(minutes=2)


def usable(desk: Desk, uow: UnitOfWork, head: Head, member_id: str, *, available: int) -> Usable:
    """What a member's card may spend at this desk at this instant. `available` is their points by the projection."""
    if desk.is_server:
        return usable_at_server(available, [one.lease for one in uow.leases.of_member(member_id)])
    link = uow.links.get()
    if link is None:
        return Usable(max(0, available), max(0, available), Limit.BALANCE)
    return usable_at_counter(
        uow.leases.get(member_id, counter_code=desk.counter_code, epoch=head.epoch),
        available=available,
        contact=contact_of(link, desk.clock.now()),
        at=server_instant(desk, head, link),
        floor_left=floor_of(uow, link, member_id),
    )


def server_instant(desk: Desk, head: Head, link: Link) -> datetime:
    """Now by the server's clock, as far as the counter knows: by it the server sets a lease's end."""
    offset = timedelta(milliseconds=link.offset_ms or 0)
    return max(desk.instant(head), desk.clock.now() + offset)


def contact_of(link: Link, clock_at: datetime) -> Contact:
    """How long the counter has been on its own, and whether its clock has been set back since the last answer."""
    then = link.contact_clock_at
    return Contact(link.contact_at, then is not None and clock_at < then - CLOCK_BACK_MAX)


def floor_of(uow: UnitOfWork, link: Link, member_id: str) -> int:
    if not link.floor.card:
        return 0
    told = uow.shared.told(member_id)
    card_used, counter_used = uow.links.floor_used(member_id)
    return floor_left(link.floor, told=told.points if told else 0, card_used=card_used, counter_used=counter_used)


@dataclass(slots=True)
class Spending:
    """What one unit of work spends, at a counter of a chain: taken from the leases first, the rest from the floor."""

    desk: Desk
    uow: UnitOfWork
    head: Head
    link: Link | None
    leases: dict[str, Lease] = field(default_factory=dict)
    floor: dict[str, int] = field(default_factory=dict)

    @classmethod
    def open(cls, desk: Desk, uow: UnitOfWork, head: Head) -> Spending:
        return cls(desk, uow, head, None if desk.is_server else uow.links.get())

    def spend(self, member_id: str, points: int) -> None:
        """Points (hundredths, > 0) of a redemption, a reward or an adjustment."""
        if self.link is None:
            return
        lease, at = self._lease(member_id), server_instant(self.desk, self.head, self.link)
        is_trusted = contact_of(self.link, self.desk.clock.now()).trusts_leases(at)
        from_lease = min(points, lease.usable(at)) if is_trusted else 0
        self.leases[member_id] = lease.with_spent(from_lease)
        if points > from_lease:
            self.floor[member_id] = self.floor.get(member_id, 0) + points - from_lease

    def give_back(self, member_id: str, points: int, *, redemption: Posting) -> None:
        """A redemption taken back: the right to spend it returns when it was spent here, in this epoch and today."""
        if self.link is None or redemption.order <= self.link.leases_since:
            return
        until = self._end_of_day(self.link, redemption.entry.occurred_at)
        if server_instant(self.desk, self.head, self.link) < until:
            self.leases[member_id] = self._lease(member_id).with_given_back(points, until=until)

    def _end_of_day(self, link: Link, at: datetime) -> datetime:
        """When the day ends that an instant of this counter's clock falls in, by the slower of both clocks."""
        by_server = at + min(timedelta(), timedelta(milliseconds=link.offset_ms or 0))
        calendar = self.desk.calendar
        return calendar.start_of(calendar.day_of(by_server) + timedelta(days=1))

    def return_unused(self, member_id: str, points: int) -> None:
        """Give points (hundredths) of a lease back to the server."""
        self.leases[member_id] = self._lease(member_id).with_returned(points)

    def totals(self) -> dict[str, dict[str, int]]:
        """The counter's own totals of every lease that moved: what its event says."""
        return {
            member_id: {"spent": lease.spent, "returned": lease.returned} for member_id, lease in self.leases.items()
        }

    def save(self, at: ChainPoint) -> None:
        for member_id, lease in self.leases.items():
            self.uow.leases.settle(member_id, lease, counter_code=self.desk.counter_code, epoch=self.head.epoch)
        for member_id, points in self.floor.items():
            self.uow.links.use_floor(member_id, points, at=at)

    def _lease(self, member_id: str) -> Lease:
        if member_id not in self.leases:
            code, epoch = self.desk.counter_code, self.head.epoch
            self.leases[member_id] = self.uow.leases.get(member_id, counter_code=code, epoch=epoch)
        return self.leases[member_id]
