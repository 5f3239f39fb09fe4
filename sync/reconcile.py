"""Reconciling: what this counter knows of its members held against what the server knows, range by range."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.services.chain.acknowledging import raise_review
from app.services.chain.adopting import adopt_answer
from app.services.chain.forks import later_events
from app.services.chain.images import digest_of, slim_image, without_contacts
from app.services.desk import Desk
from app.services.ports import ChainPoint, UnitOfWork
from sync.protocol import CONTACTS_SINCE, RangeDigest, digest_from_plain, told_from_plain
from sync.refused import accepted
from sync.tidings import tidings_of, view_of
from sync.transport import Transport

DIGESTS_PATH = "/api/v1/sync/digests"
MEMBERS_PATH = "/api/v1/sync/members"
RANGE_MEMBERS = 500
AGAIN_MEMBERS = 50  # of a range that differs, so many at a time are looked at again
DRIFT = "DRIFT"


@dataclass(frozen=True, slots=True)
class Reconciled:
    """How far a reconciliation came: the members that were told anew, and where the next one goes on."""

    told_anew: Sequence[str]
    after: str
    is_done: bool


def reconcile(desk: Desk, transport: Transport, *, after: str = "") -> Reconciled | None:
    """Compare the next range of members. None while the two stand at different places, so nothing can be said.

    What differs is told anew and shown to a person; this counter's own events are never touched. Raises what pulling
    raises.
    """
    theirs = digest(transport, after, RANGE_MEMBERS)
    is_same = _is_same(desk, transport, after, theirs)
    if is_same is None:
        return None
    told = [] if is_same else _mend(desk, transport, after, theirs.members)
    if not is_same:
        facts = {"after": after, "members": theirs.members, "told_anew": list(told)}
        raise_review(desk, DRIFT, f"{theirs.position}/{after}", facts)
    return Reconciled(told, theirs.last, not theirs.more)


def digest(transport: Transport, after: str, limit: int) -> RangeDigest:
    """What the server knows of the next members after an id, and how much of this chain that contains."""
    query: dict[str, str | int] = {"after": after, "limit": limit}
    return digest_from_plain(accepted(transport.call("GET", DIGESTS_PATH, query=query)).json)


def _is_same(desk: Desk, transport: Transport, after: str, theirs: RangeDigest) -> bool | None:
    """Whether this counter knows of a range what the server does; None when they stand at different places."""
    tells_contacts = transport.protocol >= CONTACTS_SINCE
    with desk.store.reading() as uow:
        if not _stand_together(uow, theirs):
            return None
        # One more than the server has: a member it does not know must show.
        found = uow.members.ids_after(after, limit=theirs.members + 1)
        mine = [one for one in found if one <= theirs.last or not theirs.more]
        images = (slim_image(uow, member_id) for member_id in mine)
        return digest_of(images if tells_contacts else map(without_contacts, images)) == theirs.digest


def _stand_together(uow: UnitOfWork, theirs: RangeDigest) -> bool:
    """Nothing has happened on either side that the other does not know."""
    link, head = uow.links.get(), uow.journal.head()
    assert link is not None, "only a counter of a chain has somebody to compare with"
    waits = next(later_events(uow, theirs.included, at_once=1), None) is not None
    is_ahead = theirs.included > ChainPoint(head.epoch, head.last_seq)
    return link.position == theirs.position and not waits and not is_ahead


def _mend(desk: Desk, transport: Transport, after: str, members: int) -> Sequence[str]:
    """Look for the parts that differ, and have those told anew."""
    mended: list[str] = []
    for _ in range(0, max(1, members), AGAIN_MEMBERS):
        part = digest(transport, after, AGAIN_MEMBERS)
        if _is_same(desk, transport, after, part) is False:
            mended += _tell_anew(desk, transport, after)
        after = part.last
    return mended


def _tell_anew(desk: Desk, transport: Transport, after: str) -> Sequence[str]:
    query: dict[str, str | int] = {"after": after, "limit": AGAIN_MEMBERS}
    told = told_from_plain(accepted(transport.call("GET", MEMBERS_PATH, query=query)).json)
    view = view_of(
        transport,
        position=told.position,
        included=told.included,
        server_ms=told.server_ms,
        clock_at=desk.clock.now(),
    )
    return adopt_answer(desk, tidings_of(told.rows, view), is_anew=True)
