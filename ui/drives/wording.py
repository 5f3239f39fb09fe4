"""Wording of the page of campaigns: its rows, what is wrong with one, and what it says of the draft."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal

from app.domain.days import ShopCalendar
from app.domain.drive_rules import rules_of
from app.domain.drives import Drive, Measure, Since
from app.domain.flaws import Flaw
from app.domain.formats import points, quantity
from app.domain.program import Program
from app.services.programs.rates import RatesFound
from app.services.whatif.rule_costs import Cost
from app.services.whatif.whatif import DAYS
from ui import drive_words, rule_words
from ui.drafting import Words
from ui.drives.state import DriveRow, Span, Stage
from ui.words import later, said, tr, tr_n

TITLE = later("Campaigns")
EXPLAINED = later("Sets of rules with days of their own, for everybody or for some, with a goal where you want one.")
EMPTY = later("No campaigns yet. F6 makes one: a title, its days, whom it is for, and which rules belong to it.")
UNCHANGED = later("Nothing is changed yet. Enter opens the marked campaign; F6 makes a new one.")
KEPT = later("“{campaign}” is in the draft. F9 publishes it together with rates and rules.")
REMOVED = later("“{campaign}” is taken out of the draft. It goes on until the draft is published.")
TITLELESS = later("Give the campaign a title first: members read it.")
COPY_OF = later("{campaign} copy")
SET_FREE = later("The rule “{rule}” would hold without the campaign then: for everybody, on every day it allows.")

MEASURES = {None: later("none"), Measure.SPEND: later("to spend so much"), Measure.BILLS: later("so many bills")}
SINCES = {
    Since.BEGIN: later("from its first day on"),
    Since.TAKING_PART: later("from taking part on"),
    Since.LAST_DAYS: later("in the last days"),
}
STAGES = {
    Stage.DRAFT: later("draft"),
    Stage.PLANNED: later("planned"),
    Stage.RUNNING: later("running"),
    Stage.ENDED: later("ended"),
}


def rows(found: RatesFound, calendar: ShopCalendar, members: Mapping[str, int]) -> tuple[DriveRow, ...]:
    """In the order in which they were made. `members` says how many take part in each."""
    program = found.drafted
    drafted = {one.drive_id for one in found.drive_changes}
    return tuple(_row(one, program, found.at, calendar, drafted, members) for one in program.drives)


def _row(
    drive: Drive,
    program: Program,
    at: datetime,
    calendar: ShopCalendar,
    drafted: Collection[str],
    members: Mapping[str, int],
) -> DriveRow:
    is_changed = drive.drive_id in drafted
    stage = Stage.DRAFT if is_changed else _stage(drive, at)
    first, last = (one and calendar.day_of(one) for one in (drive.period.from_at, drive.period.until_at))
    return DriveRow(
        drive.title,
        tr(STAGES[stage]),
        rule_words.period(drive.period, calendar, at),
        drive_words.whom(drive),
        ", ".join(one.rule_id for one in rules_of(program, drive.drive_id)) or tr("no rules"),
        quantity(Decimal(members.get(drive.drive_id, 0))) if drive.by_joining else "",
        stage,
        Span(first, last),
        is_changed,
    )


def _stage(drive: Drive, at: datetime) -> Stage:
    if drive.period.covers(at):
        return Stage.RUNNING
    is_ahead = drive.period.from_at is not None and at < drive.period.from_at
    return Stage.PLANNED if is_ahead else Stage.ENDED


def flaws(found: Iterable[Flaw], drive: Drive, program: Program) -> Iterator[str]:
    """Of a campaign and its rules, what refuses before what is only said; of a rule with its name."""
    rules = {one.rule_id for one in rules_of(program, drive.drive_id)}
    for flaw in sorted(found, key=lambda one: one.weight):
        if drive.drive_id in flaw.rules:
            yield said(flaw.text)
        elif not rules.isdisjoint(flaw.rules):
            yield said(flaw.text) if len(flaw.rules) > 1 else f"“{flaw.rules[0]}”: {said(flaw.text)}"


def set_free(before: Program, after: Program, drive_id: str) -> Iterator[str]:
    """Rules that belonged to a campaign and would speak without it."""
    for rule in rules_of(before, drive_id):
        if any(one.rule_id == rule.rule_id and not one.drive for one in after.rules):
            yield tr(SET_FREE, rule=rule.rule_id)


def cost(title: str, found: Cost, program: Program) -> str:
    """What its rules would have given, had it run in the last days."""
    return tr_n(
        "“{campaign}” would have given {points} points, worth {amount}, on the {n} bill of the last {days} days,"
        " had it run and everybody it is for taken part.",
        "“{campaign}” would have given {points} points, worth {amount}, on the {n} bills of the last {days} days,"
        " had it run and everybody it is for taken part.",
        found.bills,
        campaign=title,
        points=points(found.points),
        amount=program.currency.text(found.owed_minor),
        days=DAYS,
    )


def _newer(found: RatesFound) -> list[str]:
    program = found.history[0].program
    return [drive_words.change(one, program, today=found.at) for one in found.newer_drives]


OF_THE_DRAFT = Words(UNCHANGED, _newer, other=later("other rates"))
