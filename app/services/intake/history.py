"""What only a counter alone decides: it was its own authority before it joined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from app.domain.days import ShopCalendar, add_days
from app.domain.program import DEFAULT_TIERS, Program
from app.services import unsealing
from app.services.intake.points import post_entries
from app.services.intake.taking import Taking
from app.services.members.merging import absorb
from app.services.plain import from_plain
from app.services.programs.program import next_version
from app.services.programs.program_codec import program_from_json
from app.services.strict_rows import rows_of, text_of

_WITHOUT_GIFTS = tuple(replace(level, birthday_points=0) for level in DEFAULT_TIERS.levels)
# What a server is set up with, now and before tiers had points for birthdays: nobody chose it.
_AS_SET_UP = (Program(), Program(tiers=replace(DEFAULT_TIERS, levels=_WITHOUT_GIFTS)))


def tier(taking: Taking) -> None:
    post_entries(taking)
    until = held_until(taking.page.desk.calendar, taking.body)
    for row in rows_of(taking.body, "tiers"):
        change = unsealing.tier_change_of(row)
        member = taking.member(change.member_id)
        taking.page.change_tier(replace(change, member_id=member.member_id))
        taking.uow.members.set_tier(member.member_id, change.to_tier)
        if until is not None:
            taking.uow.tiers.hold(change, until)


def held_until(calendar: ShopCalendar, body: Mapping[str, Any]) -> datetime | None:
    """The end of the day that was named for a tier set by hand."""
    if "until" not in body:
        return None
    return calendar.start_of(add_days(from_plain(date, body["until"]), 1))


def merge(taking: Taking) -> None:
    target, sources = taking.member(text_of(taking.body, "target")), rows_of(taking.body, "sources")
    taking.page.whole_account(target)
    for source_id in sources:
        source = taking.member(str(source_id))
        if source.member_id != target.member_id:
            absorb(taking.page, source, target)
    tier(taking)


def publish(taking: Taking) -> None:
    """Its versions are filed under numbers of their own. What is in force has a number above both sides'."""
    programs, program = taking.uow.programs, program_from_json(text_of(taking.body, "program"))
    filed, staff = taking.event.filed_as(program.version), text_of(taking.body, "staff")
    latest, leads = programs.latest_version(), _is_ours_to_lead(taking, program.version)
    programs.publish(replace(program, version=filed), staff=staff, at=taking.event.at)
    if leads or latest <= program.version:
        above = max(next_version(taking.uow, taking.page.head), program.version + 1)
        for step, rules in enumerate([program] if leads else _led(taking)):
            programs.publish(replace(rules, version=above + step), staff=staff, at=taking.event.at)


def _led(taking: Taking) -> Sequence[Program]:
    """What holds here, and what waits for its time: a counter that joins goes by all of it."""
    programs, now = taking.uow.programs, taking.event.received_at
    return [programs.in_force(now), *programs.waiting(now)]


def _is_ours_to_lead(taking: Taking, version: int) -> bool:
    """Nobody has set any rules here, or what is in force came from this history."""
    programs = taking.uow.programs
    if programs.latest_version() <= 0 or any(_latest(taking).has_the_rules_of(one) for one in _AS_SET_UP):
        return True
    before = taking.event.filed_as(version - 1)
    return programs.has(before) and _latest(taking).has_the_rules_of(programs.version(before))


def _latest(taking: Taking) -> Program:
    return taking.uow.programs.version(taking.uow.programs.latest_version())
