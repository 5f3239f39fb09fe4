"""Tiering: moving a member between tiers, each move with its history row."""

from __future__ import annotations

from datetime import datetime

from app.domain.member import Member
from app.domain.program import Program
from app.domain.tiers import Metrics, TierChangeKind, replayed
from app.services.desk import Desk
from app.services.ports import TierChange, UnitOfWork


def move(
    desk: Desk,
    uow: UnitOfWork,
    member: Member,
    *,
    to: str,
    kind: TierChangeKind,
    reason: str,
    metrics: Metrics,
    staff: str,
    at: datetime,
) -> TierChange | None:
    """Write the change and the member's new tier; nothing when it is the tier already held."""
    if to == member.tier:
        return None
    change = TierChange(desk.ids.entity(), member.member_id, member.tier, to, kind, reason, metrics, staff, at)
    uow.tiers.add(change)
    uow.members.set_tier(member.member_id, to)
    return change


def after_bill(
    desk: Desk,
    uow: UnitOfWork,
    member: Member,
    *,
    program: Program,
    metrics: Metrics,
    staff: str,
    at: datetime,
) -> str:
    """Upgrade at once when this bill reached a higher tier; returns the tier now held."""
    to = program.tiers.upgraded(member.tier, metrics)
    move(
        desk,
        uow,
        member,
        to=to,
        kind=TierChangeKind.UPGRADE,
        reason="bill",
        metrics=metrics,
        staff=staff,
        at=at,
    )
    return to


def after_refund(
    desk: Desk,
    uow: UnitOfWork,
    member: Member,
    *,
    program: Program,
    metrics: Metrics,
    staff: str,
    at: datetime,
) -> str:
    """The tier as if what was refunded had never been bought; a manual tier set since stands."""
    changes = uow.tiers.of_member(member.member_id)
    set_by_hand = [one for one in changes if one.kind is TierChangeKind.MANUAL]
    start = set_by_hand[-1].to_tier if set_by_hand else member.first_tier
    since = set_by_hand[-1].occurred_at if set_by_hand else None
    activity = uow.activities.of_member(member.member_id)
    to = replayed(program.tiers, start, activity, since=since)
    kind = (
        TierChangeKind.DOWNGRADE if program.tiers.rank(to) < program.tiers.rank(member.tier) else TierChangeKind.UPGRADE
    )
    move(desk, uow, member, to=to, kind=kind, reason="refund", metrics=metrics, staff=staff, at=at)
    return to
