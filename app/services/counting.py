"""Counting: what bills and refunds come to for a member's tier, once their entries are posted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from app.domain.bill import Bill
from app.domain.member import Member
from app.domain.program import Program
from app.domain.reversal import Moved, Refunded
from app.domain.tiers import Activity
from app.services import tiering
from app.services.ports import BillActivity, RefundRecord
from app.services.posting import Page
from app.services.visitors import current_metrics

CANCEL = "CANCEL"


def refunded_by(made: Iterable[RefundRecord]) -> Refunded:
    """How far a bill has come back: the sum of its refunds."""
    by_line, moved, total, is_cancelled = Counter[str](), Moved(), 0, False
    for one in made:
        by_line.update(one.line_amounts)
        moved, total = moved.plus(one.moved), total + one.amount_minor
        is_cancelled = is_cancelled or one.kind == CANCEL
    return Refunded(dict(by_line), total - by_line.total(), moved, is_cancelled)


def count_bill(page: Page, member: Member, bill: Bill, *, program: Program) -> None:
    """Count a bill, and raise the member's tier at once when it reached a higher one."""
    activity = Activity(bill.occurred_at, bill.net_minor, bill.earned_points)
    page.uow.activities.put(BillActivity(bill.bill_id, member.member_id, activity))
    metrics = current_metrics(page.uow, member, page.account(member), program, page.at)
    tiering.after_bill(page, member, program=program, metrics=metrics, staff=bill.staff)


def count_refund(page: Page, member: Member, bill: Bill, refund: RefundRecord, *, program: Program) -> None:
    """Shrink the bill's contribution by what came back; a bill wholly undone has none."""
    activities = page.uow.activities
    held = activities.get(bill.bill_id)
    if held is None:
        return
    spend = max(0, held.activity.spend_minor - refund.amount_minor)
    if spend == 0 or refund.kind == CANCEL:
        activities.remove(bill.bill_id)
    else:
        points = held.activity.points - refund.posted_reversed_points
        activities.put(BillActivity(held.bill_id, held.member_id, Activity(held.activity.at, spend, points)))
    metrics = current_metrics(page.uow, member, page.account(member), program, page.at)
    tiering.after_refund(page, member, bill=bill, program=program, metrics=metrics, staff=refund.staff)
