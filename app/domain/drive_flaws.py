"""The linter of campaigns: what is wrong with a set of rules, its schedule, whom it is for, and its goal.

Source: docs/rates.md, Campaigns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from app.domain.drive_rules import asks_goal, in_its_drive, rules_of
from app.domain.drives import Drive, Goal, Since
from app.domain.flaws import Flaw, Weight, wrong
from app.domain.program import Program
from app.domain.rules import DecisionRule

DRIVE_NAME_MAX, TITLE_MAX = 40, 60
GOAL_DAYS_MAX = 3_650


def drive_flaws(program: Program, begins: datetime) -> Iterator[Flaw]:
    """Of every campaign of a program whose rules are to hold from an instant, and of how rules stand in them."""
    names = Counter(one.drive_id for one in program.drives)
    for drive in program.drives:
        for text in (*_named(drive, is_twice=names[drive.drive_id] > 1), *_bounds(drive, program, begins)):
            yield Flaw(text, (drive.drive_id,))
        for text in _warnings(drive, program):
            yield Flaw(text, (drive.drive_id,), Weight.WARNS)
    for rule in program.rules:
        yield from (Flaw(text, (rule.rule_id,)) for text in _of_rule(rule, program))
        yield from (Flaw(text, (rule.rule_id,), Weight.WARNS) for text in _rule_warnings(rule))


def _named(drive: Drive, *, is_twice: bool) -> Iterator[str]:
    name, title = drive.drive_id, drive.title
    if not name.strip() or name != name.strip() or "/" in name or len(name) > DRIVE_NAME_MAX:
        yield wrong(
            f"A campaign has a name of at most {DRIVE_NAME_MAX} characters, without a slash, or a space at an end."
        )
    if not title.strip() or len(title) > TITLE_MAX:
        yield wrong(f"A campaign has a title that members read, of at most {TITLE_MAX} characters.")
    if is_twice:
        yield wrong("There are two campaigns of this name.")


def _bounds(drive: Drive, program: Program, begins: datetime) -> Iterator[str]:
    first, last = drive.period.from_at, drive.period.until_at
    if first is not None and last is not None and last < first:
        yield wrong("It ends before it begins.")
    elif last is not None and last < begins:
        yield wrong("It ends before these rules begin, so it would never run.")
    for name in sorted(drive.tiers - {one.name for one in program.tiers.levels}):
        yield wrong(f"There is no tier {name}.")
    for name in sorted(drive.segments - {one.segment_id for one in program.segments}):
        yield wrong(f"There is no segment {name}.")
    if drive.goal is not None:
        yield from _goal(drive, drive.goal)


def _goal(drive: Drive, goal: Goal) -> Iterator[str]:
    if goal.target < 1:
        yield wrong("A goal is more than nothing.")
    least = 1 if goal.since is Since.LAST_DAYS else 0
    if not least <= goal.days <= GOAL_DAYS_MAX:
        yield wrong(f"The days of a goal are counted from 1 to {GOAL_DAYS_MAX}.")
    if goal.since is Since.TAKING_PART and not drive.by_joining:
        yield wrong("Its goal counts from when somebody takes part, and nobody has to take part in it.")


def _warnings(drive: Drive, program: Program) -> Iterator[str]:
    rules = rules_of(program, drive.drive_id)
    if not rules:
        yield wrong("It has no rules, so it gives nobody anything.")
    if drive.goal is not None and not any(asks_goal(one) for one in rules):
        yield wrong("No rule of it gives anything for reaching its goal.")


def _of_rule(rule: DecisionRule, program: Program) -> Iterator[str]:
    drive = program.drive(rule.drive)
    if rule.drive and drive is None:
        yield wrong(f"There is no campaign {rule.drive}.")
    if drive is not None and in_its_drive(rule, (drive,)) is None:
        yield wrong("It asks for days or tiers that its campaign has not, so it would never hold.")
    if asks_goal(rule) and (drive is None or drive.goal is None) and not (rule.drive and drive is None):
        yield wrong("It asks for a goal that is reached, and its campaign has none.")


def _rule_warnings(rule: DecisionRule) -> Iterator[str]:
    if asks_goal(rule) and rule.limits.uses_per_member is None:
        yield wrong("A goal can be reached again, after a return too. Let it bring its points once for each member.")
