"""A counter of a chain: a shop's desk with a link to a server and leases, as sync would have left them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from app.domain.lease import Lease
from app.services.desk import Desk
from app.services.ports import Bond, ChainPoint, Link

SERVER = "https://loyalty.example.org"


def joined(desk: Desk, *, told_at: datetime | None = None, **parts: Any) -> Link:
    """Everything sealed so far is acknowledged, unless said otherwise."""
    with desk.store.writing() as uow:
        head = uow.journal.head()
        given = {
            "server_url": SERVER,
            "tenant_id": "t1",
            "store_id": "s1",
            "store_name": "Main Road",
            "client_id": "c1",
            "audience": SERVER,
            "private_key": b"k",
            "bond": Bond.ACTIVE,
            "acked": ChainPoint(head.epoch, head.last_seq),
            "contact_at": told_at,
            "contact_clock_at": told_at,
        }
        link = Link(**{**given, **parts})
        uow.links.put(link)
    return link


def leased(desk: Desk, member_id: str, points: int) -> None:
    """The counter holds the right to so many hundredths of a member's points, in all."""
    with desk.store.writing() as uow:
        head, code = uow.journal.head(), desk.counter_code
        spent = uow.leases.get(member_id, counter_code=code, epoch=head.epoch).spent
        lease = Lease(granted=points + spent, spent=spent)
        uow.leases.put(member_id, lease, counter_code=code, epoch=head.epoch, granted_at=head.latest_at)
