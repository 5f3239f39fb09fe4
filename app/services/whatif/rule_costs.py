"""Rule costs: what rules would have given on the bills of the last days: with them, less without them.

Source: docs/rates.md, What if.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import timedelta

from app.domain.days import ALWAYS, Period
from app.domain.drive_rules import rules_of
from app.domain.drives import Drive, Since
from app.domain.program import Program
from app.services.desk import Desk
from app.services.whatif.whatif import DAYS, Stop, Told, impact


@dataclass(frozen=True, slots=True)
class Cost:
    """On so many bills; points in hundredths, and what the shop owes for them in minor units."""

    bills: int
    points: int
    owed_minor: int


def cost_of_drive(
    desk: Desk, program: Program, drive_id: str, *, days: int = DAYS, told: Told, stop: Stop
) -> Cost | None:
    """What the rules of a campaign would have cost, had it run in the last days and everybody it is for taken part."""
    with desk.store.reading() as uow:
        today = desk.calendar.day_of(desk.instant(uow.journal.head()))
    ran = Period(desk.calendar.start_of(today - timedelta(days=days - 1)))
    names = {one.rule_id for one in rules_of(program, drive_id)}
    rules = tuple(replace(one, period=ALWAYS) if one.rule_id in names else one for one in program.rules)
    drives = tuple(_as_run(one, ran) if one.drive_id == drive_id else one for one in program.drives)
    having = replace(program, rules=rules, drives=drives)
    return expected_cost(desk, having, names, days=days, told=told, stop=stop)


def _as_run(drive: Drive, period: Period) -> Drive:
    goal = drive.goal
    if goal is not None and goal.since is Since.TAKING_PART:
        goal = replace(goal, since=Since.BEGIN, days=0)
    return replace(drive, period=period, by_joining=False, goal=goal)


def expected_cost(
    desk: Desk, program: Program, rules: Collection[str], *, days: int = DAYS, told: Told, stop: Stop
) -> Cost | None:
    """What the rules of these names would have cost under a program that has them; None where `stop` said so.

    `told` hears how many of how many bills are done, each counted with them and without.
    """
    without = replace(program, rules=tuple(one for one in program.rules if one.rule_id not in rules))
    having = impact(desk, program, days=days, told=lambda done, of: told(done, 2 * of), stop=stop)
    lacking = impact(desk, without, days=days, told=lambda done, of: told(of + done, 2 * of), stop=stop)
    if having is None or lacking is None:
        return None
    owed = having.draft.liability_minor(program) - lacking.draft.liability_minor(without)
    return Cost(having.bills, having.draft.issued - lacking.draft.issued, owed)
