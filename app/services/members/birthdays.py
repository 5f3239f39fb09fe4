"""Birthdays: the points a tier gives once a year, and what rules add to them. Source: docs/domain.md, Birthdays.

A day is done once, whoever does it and however often: what it gave is found by its cause, and a day that is done is
noted. Days that nobody was there for are made up for, at most CATCH_UP_DAYS back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from app.domain.birthdays import kept_on
from app.domain.member import Member
from app.domain.program import Program
from app.domain.rules import PointsFixed
from app.domain.triggers import Trigger
from app.services.authority import is_led
from app.services.desk import Desk
from app.services.members.happenings import answers, bring
from app.services.ports import UnitOfWork
from app.services.posting import Page

GIFTS_A_BATCH_MAX = 500
CATCH_UP_DAYS = 60
TIER_GIFT = "birthday"  # what the tier's own points go by, where a rule's go by its id
_VERB, _SINCE = "birthdays", "since"


def give(desk: Desk) -> int:
    """Give what is due today and on the days before that were missed. Returns how many members had something.

    In a chain it is the server that does, and tells.
    """
    return sum(_give_on(desk, day) for day in _due(desk))


def _due(desk: Desk) -> Sequence[date]:
    """The days that are not done yet; the first time, today alone."""
    with desk.store.writing() as uow:
        if is_led(uow) or uow.programs.latest_version() <= 0:
            return ()
        today = desk.calendar.day_of(desk.instant(uow.journal.head()))
        since = uow.effects.result(_VERB, _SINCE)
        if since is None:
            uow.effects.record(_VERB, _SINCE, today.isoformat())
            since = today.isoformat()
        first = max(date.fromisoformat(since), today - timedelta(days=CATCH_UP_DAYS))
        days = [first + timedelta(days=later) for later in range((today - first).days + 1)]
        return [day for day in days if uow.effects.result(_VERB, day.isoformat()) is None]


def _give_on(desk: Desk, day: date) -> int:
    given, after, is_done = 0, "", False
    while not is_done:
        members, after, is_done = _batch(desk, day, after)
        given += members
    return given


def _batch(desk: Desk, day: date, after: str) -> tuple[int, str, bool]:
    """A transaction's worth: how many had something, who was looked at last, and whether the day is done with it."""
    with desk.store.writing() as uow:
        if uow.effects.result(_VERB, day.isoformat()) is not None:
            return 0, after, True  # somebody else has done it meanwhile
        page = Page.open(desk, uow)
        program = uow.programs.in_force(page.at)
        ends = desk.calendar.start_of(day + timedelta(days=1))
        found = uow.members.born_on(
            kept_on(day), joined_before=ends, without=cause_of(day, ""), after=after, limit=GIFTS_A_BATCH_MAX
        )
        given = sum(_gift(page, member, program, day) for member in found) if program.runs_at(page.at) else 0
        is_done = len(found) < GIFTS_A_BATCH_MAX
        if is_done:
            uow.effects.record(_VERB, day.isoformat(), str(given))
        if given:
            page.close("birthday", {"day": day.isoformat(), "members": given})
    return given, found[-1].member_id if found else after, is_done


def _gift(page: Page, member: Member, program: Program, day: date) -> bool:
    if _was_given(page.uow, member.member_id, day):
        return False
    cause, given = cause_of(day, member.member_id), points_of(page.uow, member, program, page.at)
    for rule_id, points in given.items():
        bring(page, member, program, points, rule_id=rule_id, cause=cause, reason=Trigger.BIRTHDAY.value)
    return bool(given)


def _was_given(uow: UnitOfWork, member_id: str, day: date) -> bool:
    """Whether somebody who was merged into a member had a gift that year, on another day."""
    return any(
        uow.ledger.by_cause(cause_of(day, source)) or _was_given(uow, source, day)
        for source, _ in uow.members.taken_in(member_id)
    )


def points_of(uow: UnitOfWork, member: Member, program: Program, at: datetime) -> Mapping[str, int]:
    """By the rule that brings them; nothing where nothing is brought."""
    rules = answers(uow, member, program, Trigger.BIRTHDAY, at)
    found = {rule.rule_id: rule.award.points for rule in rules if isinstance(rule.award, PointsFixed)}
    own = program.tiers.level(member.tier).birthday_points
    return {rule_id: points for rule_id, points in {TIER_GIFT: own, **found}.items() if points}


def cause_of(day: date, member_id: str) -> str:
    """Once a year: a birthday's year is that of its day."""
    return f"birthday {day.year} {member_id}"
