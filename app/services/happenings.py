"""Happenings: what members do besides buying, and the fixed points that decision rules bring for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from app.domain.conditions import BillFacts, Occasion
from app.domain.entries import EntryKind
from app.domain.expiry import available_at
from app.domain.member import Member
from app.domain.program import Program
from app.domain.rules import DecisionRule, answering, windows_of
from app.domain.triggers import Trigger
from app.services.ports import UnitOfWork
from app.services.posting import Page


def answers(
    uow: UnitOfWork, member: Member, program: Program, trigger: Trigger, at: datetime
) -> Sequence[DecisionRule]:
    """The rules that hold for it, in the order they speak. There is no bill: its amount is nothing, its goods none."""
    asked = [rule for rule in program.rules if rule.trigger is trigger]
    if not asked or not program.enabled:
        return ()
    bounds = {window: window.bounds(at, program.calendar) for window in windows_of(asked)}
    link = uow.links.get()
    occasion = Occasion(
        bills_before={
            window: uow.activities.count(member.member_id, from_at=since, until_at=until)
            for window, (since, until) in bounds.items()
        },
        joined_at=member.joined_at,
        birthday=member.born_on,
        store=link.store_id if link else "",
    )
    return answering(asked, trigger, BillFacts(0, frozenset(), member.tier, at, program.calendar, occasion))


def bring(page: Page, member: Member, program: Program, points: int, *, rule_id: str, cause: str, reason: str) -> None:
    """Post points for what a member did; they come and expire as those of a bill."""
    page.post(
        member,
        EntryKind.BONUS,
        points,
        cause=cause,
        rule_id=rule_id,
        reason=reason,
        available_at=available_at(page.at, pending_days=program.earning.pending_days, calendar=program.calendar),
        expires_at=program.expiry.expires_at(page.at, program.calendar),
    )
