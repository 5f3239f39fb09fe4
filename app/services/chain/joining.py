"""Joining: a counter becomes one of a chain. Its history goes first; from then on the server leads what is shared."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.card_blocks import CardBlock
from app.domain.errors import invalid
from app.services.chain.forgetting import forget_told
from app.services.chain.forks import NEVER_SENT
from app.services.desk import Desk
from app.services.ports import Bond, ChainPoint, Head, Link, Review, UnitOfWork


@dataclass(frozen=True, slots=True)
class Membership:
    """Who the counter is at the server, as a manager approved it. `private_key` is 32 bytes, kept in the data file."""

    server_url: str
    tenant_id: str
    store_id: str
    store_name: str
    counter_code: str
    client_id: str
    audience: str
    private_key: bytes
    epoch: int
    server_key: bytes = b""
    card_block: CardBlock | None = None
    protocol: int = 1


def join(desk: Desk, membership: Membership) -> Link:
    """Write the link and begin a new epoch, in one transaction. The whole chain so far is history to be sent.

    A counter that was let in again goes on where the server had acknowledged it.
    """
    if membership.counter_code != desk.counter_code:
        raise invalid(
            f"The manager approved this counter as {membership.counter_code}, and it is {desk.counter_code}. "
            "Nothing was changed here. Ask again, and have it approved under its own code."
        )
    with desk.store.writing() as uow:
        before, head = uow.links.get(), uow.journal.head()
        if before is not None and before.tenant_id != membership.tenant_id:
            raise invalid("This counter belongs to another chain. Nothing was changed. Use a new data folder for it.")
        uow.journal.begin_epoch(above=membership.epoch - 1)
        link = replace(_link(uow, membership, before, head), key_since=desk.clock.now())
        uow.links.put(link)
    return link


def _link(uow: UnitOfWork, membership: Membership, before: Link | None, head: Head) -> Link:
    new = Link(
        server_url=membership.server_url,
        tenant_id=membership.tenant_id,
        store_id=membership.store_id,
        store_name=membership.store_name,
        client_id=membership.client_id,
        audience=membership.audience,
        private_key=membership.private_key,
        bond=Bond.JOINING,
        leases_since=head.last_ledger_no,
        server_key=membership.server_key or (before.server_key if before else b""),
        card_block=membership.card_block,
        protocol=membership.protocol,
    )
    if before is None:
        return new
    known = replace(new, told=before.told, offset_ms=before.offset_ms)
    if before.bond is Bond.FORKED:
        return replace(known, acked=_past_fork(uow, before, head))
    return replace(known, acked=before.acked, position=before.position, seen=before.seen, protocol=before.protocol)


def _past_fork(uow: UnitOfWork, before: Link, head: Head) -> ChainPoint:
    """What was sealed after the fork cannot be sent any more: another machine's events stand in its place.

    Nothing of it lies on what the server tells from here on, and everything is told anew.
    """
    forget_told(uow)
    end = ChainPoint(head.epoch, head.last_seq)
    facts = {"epoch": before.acked.epoch, "after": before.acked.seq, "until_epoch": end.epoch, "until": end.seq}
    name = f"{NEVER_SENT}/{before.acked.epoch}/{before.acked.seq}"
    uow.shared.put_review(Review(name, NEVER_SENT, facts, head.latest_at))
    return end
