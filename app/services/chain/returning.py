"""Returning: rights a counter holds and does not need, given back to the server by an event of its own."""

from __future__ import annotations

from collections.abc import Mapping

from app.services.desk import Desk
from app.services.ports import UnitOfWork
from app.services.posting import Page
from app.services.sales.spending import server_instant

_ALL = 1 << 62


def return_unused(desk: Desk, shares: Mapping[str, int]) -> int:
    """Give back, of each member's lease, at most so many hundredths of points and never more than is unused.

    Returns how many; without any there is no event.
    """
    with desk.store.writing() as uow:
        page = Page.open(desk, uow)
        given = sum(_return(uow, page, member_id, most) for member_id, most in sorted(shares.items()))
        if given:
            page.close("lease", {})
    return given


def return_ended(desk: Desk) -> int:
    """Give back what cannot be used here any more: rights that have ended, and those on members merged into another."""
    with desk.store.reading() as uow:
        head, link = uow.journal.head(), uow.links.get()
        assert link is not None, "only a counter of a chain holds rights"
        at = server_instant(desk, head, link)
        ended = uow.leases.ended(counter_code=desk.counter_code, epoch=head.epoch, at=at)
    return return_unused(desk, dict.fromkeys(ended, _ALL)) if ended else 0


def _return(uow: UnitOfWork, page: Page, member_id: str, most: int) -> int:
    lease = uow.leases.get(member_id, counter_code=page.desk.counter_code, epoch=page.head.epoch)
    points = min(most, lease.outstanding)
    if points:
        page.spending.return_unused(member_id, points)
    return points


def held(desk: Desk, member_id: str) -> int:
    """What the counter holds of a member's lease and has not used, in hundredths of points."""
    with desk.store.reading() as uow:
        epoch = uow.journal.head().epoch
        return max(0, uow.leases.get(member_id, counter_code=desk.counter_code, epoch=epoch).held)
