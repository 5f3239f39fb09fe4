"""One bill: a bill that might be, or one that was, under the rules in force and under a draft, rule by rule.

Nothing is written. Limits of rules are whole: what they have brought elsewhere is not counted. Source: docs/rates.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType

from app.domain.bill import Bill, ways_of
from app.domain.cases import BillsBefore, Brings, Case, InCampaign, brings, priced
from app.domain.conditions import BillFacts, Occasion
from app.domain.errors import DomainError
from app.domain.member import Member
from app.domain.new_tiers import new_tier
from app.domain.program import Program
from app.domain.quote import Quote
from app.domain.tiers import Metrics, PointsBasis, metrics_at
from app.domain.verdicts import Verdict, facts_of, verdicts
from app.services.desk import Desk
from app.services.ports import UnitOfWork
from app.services.sales.sale import current_member
from app.services.sales.visitors import occasion_again
from app.services.tiers.tier_gifts import brought_by
from app.services.whatif.repricing import cart_of
from app.services.whatif.ringing_again import had_before


@dataclass(frozen=True, slots=True)
class Priced:
    """A case under some rules, what each of them has to say of it, and the higher tier it leads to, if any.

    Where its card came later, what was paid had been paid by then.
    """

    quote: Quote
    facts: BillFacts
    verdicts: Sequence[Verdict]
    leads_to: str | None
    is_late: bool = False

    @property
    def brings(self) -> Brings:
        return brings(self.quote)


@dataclass(frozen=True, slots=True)
class Side:
    """Where the rules do not let it be sold, `why` says so instead."""

    program: Program
    priced: Priced | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    live: Side
    draft: Side


def judge(desk: Desk, draft: Program, case: Case) -> Judged:
    """A case under the rules in force now, and under the draft."""
    with desk.store.reading() as uow:
        live = uow.programs.in_force(desk.instant(uow.journal.head()))
    return Judged(_side(case, live), _side(case, draft))


def _side(case: Case, program: Program) -> Side:
    try:
        found = priced(case, program)
    except DomainError as refusal:
        return Side(program, None, refusal.message)
    about, said = facts_of(found, program, case.occasion), verdicts(found, program, case.occasion, case.counted)
    return Side(program, Priced(found, about, said, new_tier(found, program, case.counted).to, case.is_late))


def case_of(desk: Desk, draft: Program, number: str) -> Case | None:
    """A bill that was sold, told whole, with all that the rules in force or the draft ask; None where there is none."""
    with desk.store.reading() as uow:
        bill = uow.bills.by_number(number)
        if bill is None:
            return None
        live = uow.programs.in_force(desk.instant(uow.journal.head()))
        gone = tuple(one for one in live.segments if draft.segment(one.segment_id) is None)
        ended = tuple(one for one in live.drives if draft.drive(one.drive_id) is None)
        rules, segments, drives = (*live.rules, *draft.rules), (*draft.segments, *gone), (*draft.drives, *ended)
        asking = replace(draft, rules=rules, segments=segments, drives=drives)
        return _told(uow, bill, asking)


def _told(uow: UnitOfWork, bill: Bill, asking: Program) -> Case:
    case = Case(cart_of(bill), bill.occurred_at, bill.tier or "", ways_of(bill.tenders))
    if bill.member_id is None:
        return case
    member, claim = current_member(uow, bill.member_id), uow.bills.claim(bill.bill_id)
    came_at = bill.occurred_at if claim is None else claim.claimed_at
    known = occasion_again(uow, member, asking, bill, MappingProxyType({}), came_at=came_at)
    return replace(
        case,
        available=had_before(uow, bill),
        redeem=bill.redeemed_points,
        bills_before=tuple(_before(uow, bill, known, asking, came_at)),
        joined_at=member.joined_at,
        birthday=member.birthday,
        segments=known.segments,
        store=known.store,
        campaigns=tuple(
            InCampaign(drive_id, part.joined_at, part.spend_minor, part.bills)
            for drive_id, part in sorted(known.parts.items())
        ),
        counted=_counted(uow, member, bill, asking, came_at),
        is_late=claim is not None,
    )


def _before(uow: UnitOfWork, bill: Bill, known: Occasion, program: Program, came_at: datetime) -> Iterator[BillsBefore]:
    """How many bills there were when its card came. By now it is among them itself, unless it has come back."""
    stored = uow.activities.get(bill.bill_id)
    for window, bills in sorted(known.bills_before.items(), key=lambda one: (one[0].unit, one[0].days)):
        since, _ = window.bounds(came_at, program.calendar)
        is_among = stored is not None and since <= stored.activity.at < came_at
        yield BillsBefore(window, bills - is_among)


def _counted(uow: UnitOfWork, member: Member, bill: Bill, program: Program, at: datetime) -> Metrics:
    """What counted for the tier before the bill, when its card came."""
    others = (one for one in uow.activities.rows_of_member(member.member_id) if one.bill_id != bill.bill_id)
    before = [one.activity for one in others if one.activity.at < at]
    found = metrics_at(before, at, days=program.tiers.qualification_days)
    if program.tiers.points_basis is PointsBasis.LIFETIME_EARNED:
        return found
    came = bill.earned_points - bill.redeemed_points + sum(one.entry.points for one in brought_by(uow, bill))
    return replace(found, points=bill.balance_after + bill.pending_after - came)
