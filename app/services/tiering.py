"""Tiering: moving a member between tiers, each move with its history row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from app.domain.bill import Bill
from app.domain.days import add_days
from app.domain.member import Member
from app.domain.program import Program
from app.domain.tiers import Fall, Metrics, PointsBasis, TierChangeKind, TierScheme, fall_ahead, replayed
from app.services.ports import TierChange, UnitOfWork
from app.services.posting import Page

BILL, PERIOD_END = "bill", "period"


def move(
    page: Page, member: Member, *, to: str, kind: TierChangeKind, reason: str, metrics: Metrics, staff: str
) -> TierChange | None:
    """Write the change and the member's new tier; nothing when it is the tier already held."""
    if to == member.tier:
        return None
    change = _change(page, member, member.tier, to, kind=kind, reason=reason, metrics=metrics, staff=staff)
    page.change_tier(change)
    page.uow.members.set_tier(member.member_id, to)
    return change


def give(
    page: Page, member: Member, tier: str, *, reason: str, metrics: Metrics, staff: str, until: date | None
) -> TierChange | None:
    """A tier set by hand, to the end of a day where one is named: then also the one held already is held anew."""
    if tier == member.tier and until is None:
        return None
    kind = TierChangeKind.MANUAL
    change = _change(page, member, member.tier, tier, kind=kind, reason=reason, metrics=metrics, staff=staff)
    page.change_tier(change)
    page.uow.members.set_tier(member.member_id, tier)
    if until is not None:
        page.uow.tiers.hold(change, page.desk.calendar.start_of(add_days(until, 1)))
    return change


def _change(
    page: Page, member: Member, held: str, to: str, *, kind: TierChangeKind, reason: str, metrics: Metrics, staff: str
) -> TierChange:
    return TierChange(page.desk.ids.entity(), member.member_id, held, to, kind, reason, metrics, staff, page.at)


def after_bill(page: Page, member: Member, *, program: Program, metrics: Metrics, staff: str) -> str:
    """Upgrade at once when this bill reached a higher tier; returns the tier now held."""
    to = program.tiers.upgraded(member.tier, metrics)
    move(page, member, to=to, kind=TierChangeKind.UPGRADE, reason=BILL, metrics=metrics, staff=staff)
    return to


def after_refund(page: Page, member: Member, *, bill: Bill, program: Program, metrics: Metrics, staff: str) -> str:
    """The tier as if what was refunded had never been bought; what was set by hand or at a period's end stands."""
    scheme = program.tiers
    to = _without(page.uow, member, bill, scheme=scheme, metrics=metrics)
    kind = TierChangeKind.DOWNGRADE if scheme.rank(to) < scheme.rank(member.tier) else TierChangeKind.UPGRADE
    move(page, member, to=to, kind=kind, reason="refund", metrics=metrics, staff=staff)
    return to


def _without(uow: UnitOfWork, member: Member, bill: Bill, *, scheme: TierScheme, metrics: Metrics) -> str:
    start, since = _anchor(uow, scheme, member)
    activity = uow.activities.of_member(member.member_id)
    if scheme.points_basis is PointsBasis.LIFETIME_EARNED:
        return replayed(scheme, start, activity, since=since)
    # The points held then cannot be reckoned again from bills: what other bills brought stands, and what is held now.
    others = Counter(one.at for one in activity if since is None or one.at > since)
    if uow.activities.get(bill.bill_id) is not None:
        others[bill.occurred_at] -= 1
    now = scheme.upgraded(start, metrics) if activity else start
    return max([start, now, *_brought_by(uow, member, others)], key=scheme.rank)


def _brought_by(uow: UnitOfWork, member: Member, bills: Counter[datetime]) -> list[str]:
    """The tiers that bills brought, by how many there are at each instant."""
    changes = uow.tiers.of_member(member.member_id)
    return [change.to_tier for change in changes if change.reason == BILL and bills[change.occurred_at] > 0]


def reckoned(uow: UnitOfWork, member: Member, *, scheme: TierScheme, metrics: Metrics) -> str:
    """The tier the member's bills come to, whoever brought them before a merge."""
    start, since = _anchor(uow, scheme, member)
    if scheme.points_basis is PointsBasis.LIFETIME_EARNED:
        return replayed(scheme, start, uow.activities.of_member(member.member_id), since=since)
    return scheme.upgraded(start, metrics)


def inherit(page: Page, member: Member, source: Member, *, scheme: TierScheme, staff: str) -> None:
    """Let a member start no lower than one who is merged into them: their refunds are reckoned from there."""
    own, others = (_anchor(page.uow, scheme, one)[0] for one in (member, source))
    if scheme.rank(others) > scheme.rank(own):
        kind, reason = TierChangeKind.INITIAL, "merge"
        page.change_tier(_change(page, member, own, others, kind=kind, reason=reason, metrics=Metrics(), staff=staff))


def history(uow: UnitOfWork, member: Member) -> Sequence[TierChange]:
    """Every tier the member had, oldest first, from the one they began in; who enrolled them stands in the journal."""
    first = member.first_tier
    kind, reason = TierChangeKind.INITIAL, "enrolment"
    began = TierChange(member.member_id, member.member_id, first, first, kind, reason, Metrics(), "", member.joined_at)
    return [began, *uow.tiers.of_member(member.member_id)]


def kept_until(uow: UnitOfWork, member: Member, scheme: TierScheme) -> datetime:
    """What was given (at enrolment, by hand) and not bought is kept a whole period and its grace, or to its date."""
    last = _last_given(uow, member)
    named = uow.tiers.held_until(last.change_id) if last else None
    if named is not None:
        return named
    given_at = max(member.joined_at, last.occurred_at) if last else member.joined_at
    return given_at + timedelta(days=scheme.qualification_days + scheme.grace_days)


def _last_given(uow: UnitOfWork, member: Member) -> TierChange | None:
    given = (TierChangeKind.INITIAL, TierChangeKind.MANUAL)
    changes = [one for one in uow.tiers.of_member(member.member_id) if one.kind in given]
    return max(changes, key=lambda one: one.occurred_at, default=None)


def notice(uow: UnitOfWork, member: Member, scheme: TierScheme, metrics: Metrics, at: datetime) -> Fall | None:
    """When the member's tier will be lowered, told `grace_days` before. None where too little of them is known here."""
    told = uow.shared.told(member.member_id)
    if scheme.is_reached(member.tier, metrics) or (told is not None and not told.whole):
        return None
    fall = _fall(uow, member, scheme, at)
    return fall if fall is not None and fall.at <= at + timedelta(days=scheme.grace_days) else None


def falls_at(uow: UnitOfWork, member: Member, scheme: TierScheme, at: datetime) -> datetime | None:
    """When a tier that is not reached any more is to be lowered; None where it is reached."""
    fall = _fall(uow, member, scheme, at)
    return None if fall is None else fall.at


def _fall(uow: UnitOfWork, member: Member, scheme: TierScheme, at: datetime) -> Fall | None:
    activity = uow.activities.of_member(member.member_id)
    return fall_ahead(scheme, member.tier, activity, at, kept_until=kept_until(uow, member, scheme))


def _anchor(uow: UnitOfWork, scheme: TierScheme, member: Member) -> tuple[str, datetime | None]:
    """The tier no bill brought, and since when bills count on from it (None: all of them)."""
    tier, since = member.first_tier, None
    for change in uow.tiers.of_member(member.member_id):
        if change.kind is TierChangeKind.MANUAL or change.reason == PERIOD_END:
            tier, since = change.to_tier, change.occurred_at
        elif change.kind is TierChangeKind.INITIAL:
            tier = max(tier, change.to_tier, key=scheme.rank)
    return tier, since
