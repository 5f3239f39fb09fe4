"""Sweeps: what falls due with time. Posting an expiry never changes what is available; it settles the books."""

from __future__ import annotations

from app.domain.entries import EntryKind
from app.domain.tiers import TierChangeKind, after_period
from app.services import tiering
from app.services.authority import is_led
from app.services.desk import Desk
from app.services.posting import Page
from app.services.visitors import current_metrics

LOTS_A_SWEEP_MAX = 500


def expire(desk: Desk) -> int:
    """Post EXPIRE entries for lots that are gone, at most LOTS_A_SWEEP_MAX of them. Returns how many.

    In a chain it is the server that does, and tells.
    """
    with desk.store.writing() as uow:
        if is_led(uow):
            return 0
        page = Page.open(desk, uow)
        due = uow.ledger.expired_lots(page.at, limit=LOTS_A_SWEEP_MAX)
        for member_id, lot_id, points in due:
            holder = uow.members.by_id(member_id)
            assert holder is not None, "a lot belongs to a member"
            page.post(holder.member, EntryKind.EXPIRE, -points, cause=lot_id, corrects=lot_id)
        if due:
            page.close("expire", {"lots": len(due)})
    return len(due)


def expire_all(desk: Desk) -> int:
    """Post every expiry that is due, a batch a transaction. Returns how many."""
    posted = 0
    while batch := expire(desk):
        posted += batch
    return posted


def review_tiers(desk: Desk, *, staff: str) -> int:
    """Review every member above the lowest tier; in a chain the server does. Returns how many were lowered."""
    with desk.store.reading() as uow:
        if is_led(uow):
            return 0
        lowest = uow.programs.in_force(desk.instant(uow.journal.head())).tiers.levels[0].name
        held = uow.members.above_tier(lowest)
    return sum(review_tier(desk, member_id, staff=staff) != tier for member_id, tier in held)


def review_tier(desk: Desk, member_id: str, *, staff: str) -> str:
    """Lower a member's tier when the period and its grace have passed without reaching it. Returns the tier held."""
    with desk.store.writing() as uow:
        page = Page.open(desk, uow)
        holder = uow.members.by_id(member_id)
        assert holder is not None, "a review names a member"
        member, program = holder.member, uow.programs.in_force(page.at)
        if page.at < tiering.kept_until(uow, member, program.tiers):
            return member.tier
        to = after_period(program.tiers, member.tier, uow.activities.of_member(member_id), page.at)
        metrics = current_metrics(uow, member, page.account(member), program, page.at)
        kind, reason = TierChangeKind.DOWNGRADE, tiering.PERIOD_END
        if tiering.move(page, member, to=to, kind=kind, reason=reason, metrics=metrics, staff=staff) is not None:
            page.close("tier", {"member": member_id})
    return to
