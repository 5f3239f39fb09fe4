"""Happenings: what members do besides buying, and the fixed points that decision rules bring for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from app.domain.conditions import BillFacts, Occasion
from app.domain.entries import EntryKind
from app.domain.expiry import available_at
from app.domain.member import Member
from app.domain.program import Program
from app.domain.rules import DecisionRule, PointsFixed, PointsToReferrer, answering, windows_of
from app.domain.triggers import Trigger
from app.services.campaigns.drive_parts import parts_of
from app.services.campaigns.segmenting import segments_at
from app.services.journal import record
from app.services.ports import UnitOfWork
from app.services.posting import Page
from app.services.records import Row


def answers(
    uow: UnitOfWork, member: Member, program: Program, trigger: Trigger, at: datetime
) -> Sequence[DecisionRule]:
    """The rules that hold for it, in the order they speak. There is no bill: its amount is nothing, its goods none."""
    asked = [rule for rule in program.rules if rule.trigger is trigger]
    if not asked or not program.runs_at(at):
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
        segments=segments_at(uow, member, program, at),
        store=link.store_id if link else "",
        parts=parts_of(uow, member.member_id, program, at) if any(rule.drive for rule in asked) else {},
    )
    drives = {one.drive_id: one for one in program.drives}
    facts = BillFacts(0, frozenset(), program.tiers.called(member.tier), at, program.calendar, occasion, drives=drives)
    return answering(asked, trigger, facts)


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


def joined(page: Page, member: Member, referrer: Member | None) -> None:
    """What a new member brings themselves, and whoever brought them."""
    _bring_all(page, member, Trigger.SIGNUP, cause=f"{Trigger.SIGNUP} {member.member_id}")
    if referrer is not None:
        referred(page, member, referrer)


def referred(page: Page, member: Member, referrer: Member) -> None:
    """What it brings both that one brought the other: once, as the link between them is."""
    _bring_all(page, member, Trigger.REFERRAL, cause=f"{Trigger.REFERRAL} {member.member_id}", referrer=referrer)


def done(page: Page, member: Member, trigger: Trigger, *, cause: str) -> int:
    """What a member's deed brings them; returns the points, in hundredths."""
    return _bring_all(page, member, trigger, cause=cause)


def seal(page: Page, kind: str, body: Row | dict[str, Any]) -> None:
    """Points are sealed with what brought them; where there are none the event has no word of any."""
    if page.postings:
        page.close(kind, body)
    else:
        record(page.desk, page.uow, page.head, kind=kind, at=page.at, body=body)


def _bring_all(page: Page, member: Member, trigger: Trigger, *, cause: str, referrer: Member | None = None) -> int:
    program, brought = page.uow.programs.in_force(page.at), 0
    for rule in answers(page.uow, member, program, trigger, page.at):
        gift = _gift(rule, member, referrer)
        if gift is not None:
            whose, points = gift
            bring(page, whose, program, points, rule_id=rule.rule_id, cause=cause, reason=trigger.value)
            brought += points
    return brought


def _gift(rule: DecisionRule, member: Member, referrer: Member | None) -> tuple[Member, int] | None:
    """Whom a rule gives how much; None for one that gives nothing but on a bill."""
    match rule.award:
        case PointsFixed(points) if points:
            return member, points
        case PointsToReferrer(points) if points and referrer is not None:
            return referrer, points
        case _:
            return None
