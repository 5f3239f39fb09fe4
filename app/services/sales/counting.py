"""Counting: what bills and refunds come to for a member's tier and for rules' limits, once their entries are posted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from app.domain.bill import Bill
from app.domain.entries import Entry
from app.domain.limits import still_drawn
from app.domain.member import Member
from app.domain.program import Program
from app.domain.reversal import Moved, Refunded
from app.domain.tiers import Activity
from app.services.desk import Desk
from app.services.ports import BillActivity, RefundRecord, UsedRule
from app.services.posting import Page
from app.services.sales.visitors import current_metrics
from app.services.tiers import tier_gifts, tiering

CANCEL = "CANCEL"


def refunded_by(made: Iterable[RefundRecord]) -> Refunded:
    """How far a bill has come back: the sum of its refunds."""
    by_line, moved, total, is_cancelled = Counter[str](), Moved(), 0, False
    for one in made:
        by_line.update(one.line_amounts)
        moved, total = moved.plus(one.moved), total + one.amount_minor
        is_cancelled = is_cancelled or one.kind == CANCEL
    return Refunded(dict(by_line), total - by_line.total(), moved, is_cancelled)


def count_bill(
    page: Page,
    member: Member,
    bill: Bill,
    *,
    program: Program,
    at: datetime | None = None,
    sealed: Sequence[Entry] = (),
) -> None:
    """Count a bill, and raise the member's tier at once when it reached a higher one, with what rules bring for that.

    `at` is when it was made, where its counter's clock said otherwise; `sealed` are the gifts that its counter brought.
    """
    activity = Activity(at or bill.occurred_at, bill.net_minor, bill.earned_points)
    page.uow.activities.put(BillActivity(bill.bill_id, member.member_id, activity))
    if bill.rules:
        page.uow.rule_uses.put(bill.bill_id, used_rules(page.desk, bill, member.member_id, bill.net_minor))
    metrics = current_metrics(page.uow, member, page.account(member), program, page.at)
    to = tiering.after_bill(page, member, bill, program=program, metrics=metrics)
    tier_gifts.bring(page, member, program, tier_gifts.Rise(member.tier, to, bill.bill_id), sealed=sealed)


def used_rules(desk: Desk, bill: Bill, member_id: str, kept_minor: int) -> list[UsedRule]:
    """What rules brought to a bill, as far as its money is kept."""
    day = desk.calendar.day_of(bill.occurred_at)
    return [
        UsedRule(
            bill.bill_id,
            one.rule_id,
            member_id,
            day,
            still_drawn(one.points, kept_minor=kept_minor, net_minor=bill.net_minor),
        )
        for one in bill.rules
    ]


def count_refund(
    page: Page, member: Member, bill: Bill, refund: RefundRecord, *, program: Program, sealed: Sequence[Entry] = ()
) -> None:
    """Shrink the bill's contribution by what came back; a bill wholly undone has none.

    Where the tier falls with it, what it brought goes back as well; `sealed` are the gifts of the refund's event.
    """
    activities = page.uow.activities
    held = activities.get(bill.bill_id)
    if held is None:
        return
    spend = max(0, held.activity.spend_minor - refund.amount_minor)
    is_undone = spend == 0 or refund.kind == CANCEL
    if bill.rules:
        left = () if is_undone else used_rules(page.desk, bill, held.member_id, spend)
        page.uow.rule_uses.put(bill.bill_id, left)
    if is_undone:
        activities.remove(bill.bill_id)
    else:
        points = held.activity.points - refund.posted_reversed_points
        activities.put(BillActivity(held.bill_id, held.member_id, Activity(held.activity.at, spend, points)))
    metrics = current_metrics(page.uow, member, page.account(member), program, page.at)
    metrics = tier_gifts.without(page, member, program, metrics)
    to = tiering.after_refund(page, member, bill=bill, program=program, metrics=metrics, staff=refund.staff)
    if program.tiers.rank(to) < program.tiers.rank(member.tier):
        since = tiering.counts_since(page.uow, member, program.tiers)
        tier_gifts.undo(page, member, program, to=to, since=since, cause=refund.refund_id, sealed=sealed)
