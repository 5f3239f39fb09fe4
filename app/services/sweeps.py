"""Sweeps: what falls due with time. Posting an expiry never changes what is available; it settles the books."""

from __future__ import annotations

from app.domain.entries import EntryKind
from app.domain.tiers import TierChangeKind, after_period
from app.services import tiering
from app.services.desk import Desk
from app.services.posting import Page
from app.services.visitors import current_metrics

LOTS_A_SWEEP_MAX = 500


def expire(desk: Desk) -> int:
    """Post EXPIRE entries for lots that are gone, at most LOTS_A_SWEEP_MAX of them. Returns how many."""
    with desk.store.writing() as uow:
        page = Page.open(desk, uow)
        due = uow.ledger.expired_lots(page.at, limit=LOTS_A_SWEEP_MAX)
        for member_id, lot_id, points in due:
            holder = uow.members.by_id(member_id)
            assert holder is not None, "a lot belongs to a member"
            page.post(holder.member, EntryKind.EXPIRE, -points, cause=lot_id, corrects=lot_id)
        if due:
            page.close("expire", {"lots": len(due)})
    return len(due)


def review_tier(desk: Desk, member_id: str, *, staff: str) -> str:
    """Lower a member's tier when the period and its grace have passed without reaching it. Returns the tier held."""
    with desk.store.writing() as uow:
        page = Page.open(desk, uow)
        holder = uow.members.by_id(member_id)
        assert holder is not None, "a review names a member"
        member, program = holder.member, uow.programs.current()
        to = after_period(program.tiers, member.tier, uow.activities.of_member(member_id), page.at)
        metrics = current_metrics(uow, member, page.account(member), program, page.at)
        change = tiering.move(
            desk,
            uow,
            member,
            to=to,
            kind=TierChangeKind.DOWNGRADE,
            reason=tiering.PERIOD_END,
            metrics=metrics,
            staff=staff,
            at=page.at,
        )
        if change is not None:
            page.close("tier", {"member": member_id, "from": change.from_tier, "to": change.to_tier})
    return to
