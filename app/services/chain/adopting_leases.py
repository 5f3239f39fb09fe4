"""Adopting of leases: what the server says of this counter's rights, put beside what the counter did with them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.lease import Lease
from app.services.chain.forks import later_events
from app.services.desk import Desk
from app.services.ports import ChainPoint, Head, Link, UnitOfWork


@dataclass(frozen=True, slots=True)
class ToldLease:
    """What the server says of this counter's rights to one member's points, in one epoch."""

    member_id: str
    epoch: int
    lease: Lease
    granted_at: datetime


def adopt_leases(
    desk: Desk, uow: UnitOfWork, link: Link, told: Sequence[ToldLease], *, position: int, after: ChainPoint
) -> None:
    """Put these in place, as of a position. `after` is the last of this counter's events that the server knows."""
    head = uow.journal.head()
    told = [one for one in told if one.epoch == head.epoch and position >= link.position]
    given_back = _given_back(uow, head, after) if told else set()
    for one in told:
        _adopt(desk, uow, one, knows_all=one.member_id not in given_back)


def _adopt(desk: Desk, uow: UnitOfWork, told: ToldLease, *, knows_all: bool) -> None:
    """Grants are totals: late or repeated they do no harm, and what is known to be later stays."""
    code = desk.counter_code
    known = uow.leases.get(told.member_id, counter_code=code, epoch=told.epoch)
    if told.lease.granted >= known.granted:
        lease = known.told(told.lease, knows_all=knows_all)
        uow.leases.put(told.member_id, lease, counter_code=code, epoch=told.epoch, granted_at=told.granted_at)


def _given_back(uow: UnitOfWork, head: Head, after: ChainPoint) -> set[str]:
    """The members whose rights came back with goods that later events of this epoch tell of."""
    later = (event for event in later_events(uow, after) if event.kind == "refund" and event.epoch == head.epoch)
    return {member_id for event in later for member_id in json.loads(event.body).get("lease", ())}
