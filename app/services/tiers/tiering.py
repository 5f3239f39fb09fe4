"""Tiering: moving a member between tiers, each move with its history row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from app.domain.bill import Bill
from app.domain.days import add_days
from app.domain.member import Member
from app.domain.program import Program
from app.domain.tier_advance import TierAdvance
from app.domain.tiers import Fall, Metrics, TierChangeKind, TierScheme, fall_ahead, replayed
from app.services.ports import BillActivity, TierChange, UnitOfWork
from app.services.posting import Page
from app.services.tiers.given_tiers import RULE, anchor, is_known, kept, kept_until, lifted

BILL, REFUND = "bill", "refund"


def move(
    page: Page,
    member: Member,
    *,
    scheme: TierScheme,
    to: str,
    kind: TierChangeKind,
    reason: str,
    metrics: Metrics,
    staff: str,
) -> TierChange | None:
    """Write the change and the member's new tier; nothing when it is the tier already held, whatever its name."""
    if scheme.rank(to) == scheme.rank(member.tier):
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


def after_bill(page: Page, member: Member, bill: Bill, *, program: Program, metrics: Metrics) -> str:
    """Raise the member at once to the tier that this bill reached, or to the higher one that a rule of it leads to.

    Returns the tier now held. The row has the bill's id: it counts while the bill does.
    """
    to, lift = led_to(program, bill, member.tier, metrics)
    if program.tiers.rank(to) == program.tiers.rank(member.tier):
        return to
    change = raised(member, bill, to, rule_id=lift, metrics=metrics, at=page.at)
    page.change_tier(change)
    page.uow.members.set_tier(member.member_id, to)
    hold_advance(page.uow, change, program)
    return to


def led_to(program: Program, bill: Bill, held: str, metrics: Metrics) -> tuple[str, str | None]:
    """The tier after a bill from the one held, and the rule that lifts to it; no rule where the bill reached it."""
    reached, lift = program.tiers.upgraded(held, metrics), _lift(program, bill)
    if lift is None or program.tiers.rank(lift.to) <= program.tiers.rank(reached):
        return reached, None
    return lift.to, lift.rule_id


def raised(member: Member, bill: Bill, to: str, *, rule_id: str | None, metrics: Metrics, at: datetime) -> TierChange:
    """The row of a bill that reached a tier, or of a rule of it that lifts to it."""
    kind, reason = TierChangeKind.UPGRADE, BILL if rule_id is None else f"{RULE}{rule_id}"
    return TierChange(bill.bill_id, member.member_id, member.tier, to, kind, reason, metrics, bill.staff, at)


def hold_advance(uow: UnitOfWork, change: TierChange, program: Program) -> None:
    """Note when a lift by a rule of the program ends, where its rule names days."""
    until = advance_ends(change, program)
    if until is not None:
        uow.tiers.hold(change, until)


def advance_ends(change: TierChange, program: Program) -> datetime | None:
    """When a lift by a rule of the program keeps the tier no more; None where its rule names no days."""
    ends = (
        rule.award.ends_at(change.occurred_at, program.calendar)
        for rule in program.rules
        if isinstance(rule.award, TierAdvance) and change.reason == f"{RULE}{rule.rule_id}"
    )
    return next(ends, None)


@dataclass(frozen=True, slots=True)
class _Lift:
    rule_id: str
    to: str


def _lift(program: Program, bill: Bill) -> _Lift | None:
    """The highest tier that rules of a bill lead to from the one held before it; of two alike the first in its name."""
    lifting = {one.rule_id: one.award for one in program.rules if isinstance(one.award, TierAdvance)}
    used = [(use.rule_id, lifting[use.rule_id]) for use in bill.rules if use.rule_id in lifting]
    targets = ((rule_id, award.target(program.tiers, bill.tier or "")) for rule_id, award in used)
    lifts = [_Lift(rule_id, to) for rule_id, to in targets if to is not None]
    return max(lifts, key=lambda one: program.tiers.rank(one.to), default=None)


def after_refund(page: Page, member: Member, *, bill: Bill, program: Program, metrics: Metrics, staff: str) -> str:
    """The tier as if what was refunded had never been bought; what was set by hand or at a period's end stands."""
    scheme = program.tiers
    to = _without(page.uow, member, bill, scheme=scheme, metrics=metrics)
    kind = TierChangeKind.DOWNGRADE if scheme.rank(to) < scheme.rank(member.tier) else TierChangeKind.UPGRADE
    move(page, member, scheme=scheme, to=to, kind=kind, reason=REFUND, metrics=metrics, staff=staff)
    return to


def _without(uow: UnitOfWork, member: Member, bill: Bill, *, scheme: TierScheme, metrics: Metrics) -> str:
    start, since = lifted(uow, member, scheme)
    rows = uow.activities.rows_of_member(member.member_id)
    if not scheme.counts_held:
        return replayed(scheme, start, [one.activity for one in rows], since=since)
    # The points held then cannot be reckoned again from bills: what other bills brought stands, and what is held now
    # where this bill or one after it still asks for it.
    others = [one for one in rows if one.bill_id != bill.bill_id and (since is None or one.activity.at > since)]
    asks = any((one.activity.at, one.bill_id) >= (bill.occurred_at, bill.bill_id) for one in rows)
    now = scheme.upgraded(start, metrics) if asks else start
    return max([start, now, *_brought_by(uow, member, others)], key=scheme.rank)


def _brought_by(uow: UnitOfWork, member: Member, bills: Sequence[BillActivity]) -> list[str]:
    """The tiers that bills brought. Rows once had ids of their own: those are some bill's of their instant."""
    ids, instants = {one.bill_id for one in bills}, {one.activity.at for one in bills}
    return [
        one.to_tier
        for one in uow.tiers.of_member(member.member_id)
        if one.reason == BILL
        and (one.change_id in ids or (one.occurred_at in instants and uow.bills.get(one.change_id) is None))
    ]


def reckoned(uow: UnitOfWork, member: Member, *, scheme: TierScheme, metrics: Metrics) -> str:
    """The tier the member's bills come to, whoever brought them before a merge."""
    start, since = lifted(uow, member, scheme)
    if not scheme.counts_held:
        return replayed(scheme, start, uow.activities.of_member(member.member_id), since=since)
    return scheme.upgraded(start, metrics)


def inherit(page: Page, member: Member, source: Member, *, scheme: TierScheme, staff: str) -> None:
    """Let a member start no lower than one who is merged into them: their refunds are reckoned from there."""
    own, others = (anchor(page.uow, one, scheme)[0] for one in (member, source))
    if scheme.rank(others) > scheme.rank(own):
        kind, reason = TierChangeKind.INITIAL, "merge"
        page.change_tier(_change(page, member, own, others, kind=kind, reason=reason, metrics=Metrics(), staff=staff))


def history(uow: UnitOfWork, member: Member) -> Sequence[TierChange]:
    """Every tier the member had, oldest first, from the one they began in; who enrolled them stands in the journal."""
    first = member.first_tier
    kind, reason = TierChangeKind.INITIAL, "enrolment"
    began = TierChange(member.member_id, member.member_id, first, first, kind, reason, Metrics(), "", member.joined_at)
    return [began, *uow.tiers.of_member(member.member_id)]


def notice(uow: UnitOfWork, member: Member, scheme: TierScheme, metrics: Metrics, at: datetime) -> Fall | None:
    """When the member's tier will be lowered, told `grace_days` before. None where too little of them is known here."""
    if scheme.is_reached(member.tier, metrics) or not is_known(uow, member):
        return None
    fall = fall_of(uow, member, scheme, at)
    return fall if fall is not None and fall.at <= at + timedelta(days=scheme.grace_days) else None


def falls_at(uow: UnitOfWork, member: Member, scheme: TierScheme, at: datetime) -> datetime | None:
    """When a tier that is not reached any more is to be lowered; None where it is reached."""
    fall = fall_of(uow, member, scheme, at)
    return None if fall is None else fall.at


def fall_of(uow: UnitOfWork, member: Member, scheme: TierScheme, at: datetime) -> Fall | None:
    """To what a tier that is not reached any more is lowered, and when; None where it is reached."""
    activity = uow.activities.of_member(member.member_id)
    fall = fall_ahead(scheme, member.tier, activity, at, kept_until=kept_until(uow, member, scheme))
    if fall is None:
        return None
    return replace(fall, to=max(fall.to, kept(uow, member, scheme, max(fall.at, at)), key=scheme.rank))


def counts_since(uow: UnitOfWork, member: Member, scheme: TierScheme) -> datetime | None:
    """Since when bills count for the tier on what was set by hand or at a period's end; None: all of them."""
    return anchor(uow, member, scheme)[1]
