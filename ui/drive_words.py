"""Drive words: a campaign as people say it, what was changed of it, and how far a member is, in one short line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from app.domain.days import ShopCalendar
from app.domain.drive_changes import DriveChange
from app.domain.drive_rules import rules_of
from app.domain.drives import Drive, Goal, Measure, Reach, Since
from app.domain.money import Currency
from app.domain.point_words import PointWords
from app.domain.program import Program
from app.services.campaigns.drive_standings import Standing
from ui import point_words
from ui.actions import Do, action
from ui.rule_words import period
from ui.when import day_words
from ui.words import later, tr, tr_n

TAKES_PART = later("They take part in “{campaign}” now.")
NONE_OPEN = later("There is no campaign now that they could take part in and do not yet.")


def notes(
    found: Sequence[Standing], calendar: ShopCalendar, currency: Currency, today: date, words: PointWords
) -> Iterator[str]:
    """₹320.00 more until 30 Nov: 200 points. What brings nothing more is not said."""
    for one in found:
        if one.is_for_them and one.reach is not None and one.prize and not one.reach.is_reached:
            yield ahead(one, one.reach, calendar, currency, today, words)
        elif one.may_join:
            yield tr("{key}: take part in “{campaign}”", key=action(Do.TAKE_PART).key_label, campaign=one.drive.title)


def ahead(
    one: Standing, reach: Reach, calendar: ShopCalendar, currency: Currency, today: date, words: PointWords
) -> str:
    """What is missing, until when, and for how many points."""
    goal = one.drive.goal
    assert goal is not None, "something is ahead only of who has a goal"
    is_money = goal.measure is Measure.SPEND
    missing = currency.text(reach.missing) if is_money else tr_n("{n} bill", "{n} bills", reach.missing)
    prize = point_words.amount(one.prize, words)
    if reach.until is None:
        return tr("{missing} more: {prize}", missing=missing, prize=prize)
    day = day_words(calendar.day_of(reach.until), today=today)
    return tr("{missing} more until {day}: {prize}", missing=missing, day=day, prize=prize)


def whom(drive: Drive) -> str:
    """For whom it is: Gold / Silver, members of new, who take part."""
    tiers, segments = (" / ".join(sorted(names)) for names in (drive.tiers, drive.segments))
    told = [tiers] if tiers else []
    told += [tr("members of {names}", names=segments)] if segments else []
    told += [tr("who take part")] if drive.by_joining else []
    return ", ".join(told) or tr("everybody")


def goal(one: Goal, currency: Currency) -> str:
    """₹500.00 within 30 days of taking part."""
    is_money = one.measure is Measure.SPEND
    much = (
        tr("spend {amount}", amount=currency.text(one.target))
        if is_money
        else tr_n("{n} bill", "{n} bills", one.target)
    )
    match one.since:
        case Since.BEGIN:
            return much
        case Since.TAKING_PART if one.days:
            return tr_n(
                "{much} within {n} day of taking part", "{much} within {n} days of taking part", one.days, much=much
            )
        case Since.TAKING_PART:
            return tr("{much} after taking part", much=much)
        case Since.LAST_DAYS:  # pragma: no branch
            return tr_n("{much} within {n} day", "{much} within {n} days", one.days, much=much)


def sentence(drive: Drive, program: Program, *, today: datetime) -> str:
    """All of it in one line; `program` has its rules."""
    rules = ", ".join(one.rule_id for one in rules_of(program, drive.drive_id))
    parts = [
        drive.title,
        period(drive.period, program.calendar, today),
        whom(drive),
        tr("goal: {goal}", goal=goal(drive.goal, program.currency)) if drive.goal else "",
        tr("rules: {names}", names=rules) if rules else "",
    ]
    return " · ".join(filter(None, parts))


def change(one: DriveChange, program: Program, *, today: datetime) -> str:
    """Campaign “Diwali” is new: 1 Nov – 15 Nov · everybody · rules: Double."""
    was, now = (drive and sentence(drive, program, today=today) for drive in (one.was, one.now))
    if was is None:
        return tr("Campaign “{campaign}” is new: {now}", campaign=one.drive_id, now=now)
    if now is None:
        return tr("Campaign “{campaign}” is taken away: {was}", campaign=one.drive_id, was=was)
    return tr("Campaign “{campaign}”: {was} › {now}", campaign=one.drive_id, was=was, now=now)
