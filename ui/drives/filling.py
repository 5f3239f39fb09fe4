"""Filling: what would have to be typed into the form for a campaign that stands."""

from __future__ import annotations

from dataclasses import replace

from app.domain.days import ShopCalendar
from app.domain.drive_rules import rules_of
from app.domain.drives import Drive, Goal, Measure
from app.domain.program import Program
from ui import typed
from ui.drives.form import DriveForm


def form_of(drive: Drive, program: Program, calendar: ShopCalendar) -> DriveForm:
    """With the rules that carry its id."""
    form = DriveForm(
        title=drive.title,
        first_day=typed.day_typed(drive.period.from_at, calendar),
        last_day=typed.day_typed(drive.period.until_at, calendar),
        segments=drive.segments,
        tiers=drive.tiers,
        by_joining=drive.by_joining,
        rules=frozenset(one.rule_id for one in rules_of(program, drive.drive_id)),
    )
    return form if drive.goal is None else _with_goal(form, drive.goal, program)


def _with_goal(form: DriveForm, goal: Goal, program: Program) -> DriveForm:
    is_money = goal.measure is Measure.SPEND
    target = typed.amount_typed(goal.target, program.currency) if is_money else str(goal.target)
    days = str(goal.days) if goal.days else ""
    return replace(form, measure=goal.measure, target=target, since=goal.since, days=days)
