"""Reading: the campaign that comes of what is typed into its form."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from app.domain.days import Period, ShopCalendar
from app.domain.drive_flaws import DRIVE_NAME_MAX
from app.domain.drives import Drive, Goal, Measure, Since
from app.domain.money import Currency
from app.domain.rules import DecisionRule
from ui import typed
from ui.drives.form import DriveForm


def drive_of(form: DriveForm, drive_id: str, currency: Currency, calendar: ShopCalendar) -> Drive:
    """The campaign as it is typed. Raises ValueError with a sentence for what is no figure or day."""
    return Drive(
        drive_id,
        form.title.strip(),
        Period(typed.first_instant(form.first_day, calendar), typed.last_instant(form.last_day, calendar)),
        segments=form.segments,
        tiers=form.tiers,
        by_joining=form.by_joining,
        goal=_goal(form, currency),
    )


def _goal(form: DriveForm, currency: Currency) -> Goal | None:
    if form.measure is None:
        return None
    target = typed.whole(form.target) if form.measure is Measure.BILLS else typed.amount(form.target, currency)
    return Goal(form.measure, target, form.since, _days(form))


def _days(form: DriveForm) -> int:
    """The days it may take. From taking part on nothing typed is to the end of the campaign."""
    match form.since:
        case Since.BEGIN:
            return 0
        case Since.TAKING_PART:
            return typed.whole_or_none(form.days) or 0
        case Since.LAST_DAYS:  # pragma: no branch
            return typed.whole(form.days)


def name_for(title: str, used: Collection[str]) -> str:
    """What rules call a new campaign: its title, and a number behind it where something was called so before."""
    return _free(title.strip().replace("/", "-"), used)


def _free(plain: str, used: Collection[str]) -> str:
    name, n = plain[:DRIVE_NAME_MAX].strip(), 1
    while name in used:
        n += 1
        behind = f" {n}"
        name = plain[: DRIVE_NAME_MAX - len(behind)].strip() + behind
    return name


def copies(
    rules: Iterable[DecisionRule], used: Collection[str], named: Callable[[str], str]
) -> tuple[DecisionRule, ...]:
    """The same rules once more, each under a name that none ever had: what one gave does not count for the other."""
    made: list[DecisionRule] = []
    for rule in rules:
        name = _free(named(rule.rule_id), {*used, *(one.rule_id for one in made)})
        made.append(replace(rule, rule_id=name))
    return tuple(made)


def with_rules(rules: Iterable[DecisionRule], drive_id: str, names: Collection[str]) -> tuple[DecisionRule, ...]:
    """The rules, of which exactly those of these names belong to the campaign; others stay where they are."""
    return tuple(_belonging(one, drive_id, is_in=one.rule_id in names) for one in rules)


def _belonging(rule: DecisionRule, drive_id: str, *, is_in: bool) -> DecisionRule:
    if is_in:
        return replace(rule, drive=drive_id)
    return replace(rule, drive="") if rule.drive == drive_id else rule
