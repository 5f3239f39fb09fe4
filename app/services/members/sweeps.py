"""Sweeps: what falls due with time. Posting an expiry never changes what is available; it settles the books."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from app.domain.entries import EntryKind
from app.domain.tiers import TierChangeKind, TierScheme, after_period, window_start
from app.services.authority import is_led
from app.services.desk import Desk
from app.services.ports import UnitOfWork
from app.services.posting import Page
from app.services.sales.visitors import current_metrics
from app.services.tiers import given_tiers, tiering

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
    return sum(review_tier(desk, member_id, staff=staff) != tier for member_id, tier in _overdue(desk))


def _overdue(desk: Desk) -> Sequence[tuple[str, str]]:
    """Members whose tier is not reached any more and whose grace is over, with the tier they hold."""
    with desk.store.reading() as uow:
        at = desk.instant(uow.journal.head())
        if is_led(uow) or uow.programs.latest_version() <= 0:
            return ()
        scheme = uow.programs.in_force(at).tiers
        since = window_start(at, days=scheme.qualification_days)
        above = uow.activities.above_tier(scheme.levels[0].name, since=since)
        lost = [(member_id, tier) for member_id, tier, counted in above if not scheme.is_reached(tier, counted)]
        return [(member_id, tier) for member_id, tier in lost if _is_over(uow, member_id, scheme, at)]


def _is_over(uow: UnitOfWork, member_id: str, scheme: TierScheme, at: datetime) -> bool:
    holder = uow.members.by_id(member_id)
    assert holder is not None, "a balance is a member's"
    ends = tiering.falls_at(uow, holder.member, scheme, at)
    return ends is not None and ends <= at


def review_tier(desk: Desk, member_id: str, *, staff: str) -> str:
    """Lower a member's tier when the period and its grace have passed without reaching it. Returns the tier held."""
    with desk.store.writing() as uow:
        page = Page.open(desk, uow)
        holder = uow.members.by_id(member_id)
        assert holder is not None, "a review names a member"
        member, program = holder.member, uow.programs.in_force(page.at)
        if page.at < given_tiers.kept_until(uow, member, program.tiers):
            return member.tier
        bought = after_period(program.tiers, member.tier, uow.activities.of_member(member_id), page.at)
        to = max(bought, given_tiers.kept(uow, member, program.tiers, page.at), key=program.tiers.rank)
        metrics = current_metrics(uow, member, page.account(member), program, page.at)
        change = tiering.move(
            page,
            member,
            scheme=program.tiers,
            to=to,
            kind=TierChangeKind.DOWNGRADE,
            reason=given_tiers.PERIOD_END,
            metrics=metrics,
            staff=staff,
        )
        if change is not None:
            page.close("tier", {"member": member_id})
    return to
