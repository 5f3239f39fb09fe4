"""Drives of a scenario: its campaigns as sets of rules, who takes part, and how far they are."""

from __future__ import annotations

from datetime import UTC, datetime

from app.domain.drive_flaws import GOAL_DAYS_MAX, drive_flaws
from app.domain.drives import Drive, Goal, Measure, Since
from app.domain.flaws import Weight
from app.domain.money import Currency
from app.domain.program import Program
from app.scenario import answers
from app.scenario.answers import Result
from app.scenario.fields import Fields, minor_of, period_of
from app.services.campaigns import drives
from app.services.campaigns.drive_standings import Standing
from app.services.desk import Desk
from app.services.members import members

STAFF = "scenario"
_KNOWN = frozenset({"id", "title", "from", "until", "segments", "tiers", "join", "goal"})
_ANY_TIME = datetime(1900, 1, 1, tzinfo=UTC)


def drive_of(fields: Fields, currency: Currency) -> Drive:
    fields.only(_KNOWN)
    drive_id, by_joining = fields.text("id"), fields.boolean("join", default=False)
    return Drive(
        drive_id,
        fields.text("title", drive_id),
        period_of(fields),
        segments=frozenset(fields.texts("segments")),
        tiers=frozenset(fields.texts("tiers")),
        by_joining=by_joining,
        goal=_goal(fields.inner("goal"), currency, by_joining=by_joining) if fields.has("goal") else None,
    )


def _goal(fields: Fields, currency: Currency, *, by_joining: bool) -> Goal:
    """So much spent, or so many bills; in so many days from taking part on, or where nobody has to in any so many."""
    fields.only({"spend", "bills", "days", "since"})
    if fields.has("spend") == fields.has("bills"):
        fields.fail("spend", "a goal has a spend, or a number of bills")
    meant = (Since.TAKING_PART if by_joining else Since.LAST_DAYS) if fields.has("days") else Since.BEGIN
    since = fields.choice("since", Since, meant)
    days = fields.whole("days", 0, most=GOAL_DAYS_MAX)
    if fields.has("spend"):
        return Goal(Measure.SPEND, minor_of(fields, "spend", currency), since, days)
    return Goal(Measure.BILLS, fields.whole("bills"), since, days)


def refuse_wrong(config: Fields, program: Program) -> None:
    """Raises MalformedError for campaigns that could not be published."""
    for flaw in drive_flaws(program, _ANY_TIME):
        if flaw.weight is Weight.REFUSES:
            config.fail("drives", f"{flaw.rules[0]!r}: {flaw.text}")


def joined(desk: Desk, number: str, step: Fields, currency: Currency) -> Result:
    return _told(drives.participate(desk, step.text("drive"), _member(desk, number), staff=STAFF), currency)


def progressed(desk: Desk, number: str, step: Fields, currency: Currency) -> Result:
    return _told(drives.progress(desk, step.text("drive"), _member(desk, number)), currency)


def _member(desk: Desk, number: str) -> str:
    with desk.store.reading() as uow:
        return members.required(uow, number).member.member_id


def _told(found: Standing, currency: Currency) -> Result:
    told = {"reasons": [one.value for one in found.bars], "prize": answers.points(found.prize)}
    reach, goal = found.reach, found.drive.goal
    if reach is None or goal is None:
        return {**told, "done": None, "missing": None, "until": None}
    figures = (reach.done, reach.missing)
    done, missing = (answers.money(one, currency) if goal.measure is Measure.SPEND else one for one in figures)
    return {**told, "done": done, "missing": missing, "until": reach.until.isoformat() if reach.until else None}
