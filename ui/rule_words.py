"""Rule words: a decision rule as people say it: what it asks, what it brings, how far it goes, how it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime
from decimal import Decimal
from typing import Final

from app.domain.bill import TenderKind
from app.domain.conditions import (
    AmountBetween,
    BetweenTimes,
    Condition,
    HasCategory,
    InSegment,
    InStore,
    JoinedWithin,
    NthBill,
    OnBirthday,
    OnWeekdays,
    PaidBy,
    ReachesGoal,
    Span,
    Unit,
)
from app.domain.days import Period, ShopCalendar
from app.domain.drive_rules import in_its_drive
from app.domain.drives import Bar, Drive
from app.domain.formats import points, quantity
from app.domain.money import Currency
from app.domain.program import Program
from app.domain.rule_changes import RuleChange
from app.domain.rules import (
    AmountBandHighest,
    Band,
    CategoryFixed,
    DecisionRule,
    Multiply,
    NthBillInMonth,
    PercentFor,
    PerSlab,
    PointsAward,
    PointsFixed,
    PointsToReferrer,
)
from app.domain.tier_advance import TierAdvance
from app.domain.triggers import Trigger
from app.domain.voucher_awards import VoucherOf
from ui.when import day_words
from ui.words import later, tr, tr_n

WEEKDAYS: Final = {
    1: later("Mon"),
    2: later("Tue"),
    3: later("Wed"),
    4: later("Thu"),
    5: later("Fri"),
    6: later("Sat"),
    7: later("Sun"),
}
BARS: Final = {
    Bar.NOT_BEGUN: later("has not begun"),
    Bar.ENDED: later("is over"),
    Bar.TIER: later("for other tiers"),
    Bar.SEGMENT: later("for other members"),
    Bar.NOT_TAKING_PART: later("does not take part"),
}
WAYS: Final = {
    TenderKind.CASH: later("Cash"),
    TenderKind.UPI: later("UPI"),
    TenderKind.CARD: later("Card"),
    TenderKind.VOUCHER: later("Voucher"),
}
SPANS: Final = {
    Span.DAY: later("on the birthday"),
    Span.WEEK: later("in the week of the birthday"),
    Span.MONTH: later("in the month of the birthday"),
}
TRIGGERS: Final = {
    Trigger.PURCHASE: later("on a bill"),
    Trigger.FIRST_PURCHASE: later("on the first bill"),
    Trigger.SIGNUP: later("on signing up"),
    Trigger.REFERRAL: later("for bringing a friend"),
    Trigger.REVIEW: later("for a review"),
    Trigger.BIRTHDAY: later("for the birthday"),
    Trigger.SOCIAL_SHARE: later("for sharing us"),
    Trigger.TIER_CHANGE: later("on a new tier"),
    Trigger.CUSTOM: later("when another system says so"),
}


def award(rule: DecisionRule, program: Program) -> str:
    """What it brings: 2 × the points on Baby Care."""
    currency = program.currency
    match rule.award:
        case Multiply(multiplier, None):
            return tr("{times} × the points", times=quantity(multiplier))
        case Multiply(multiplier, category):
            return tr("{times} × the points on {category}", times=quantity(multiplier), category=category)
        case PercentFor(category, percent):
            return tr("{category} earns {percent}", category=category, percent=_percent(percent))
        case AmountBandHighest(bands):
            return tr("points: {bands}", bands=", ".join(_band(one, currency) for one in bands))
        case TierAdvance(tier, days):
            return _lifted(tier, days)
        case VoucherOf(reward_id):
            reward = program.reward(reward_id)
            return tr("a voucher: {reward}", reward=reward.name if reward else reward_id)
        case _:
            return _points(rule.award, currency)


def _points(award: PointsAward | PointsToReferrer, currency: Currency) -> str:
    match award:
        case PerSlab(slab, each):
            return tr("{points} points for every {amount}", points=points(each), amount=currency.text(slab))
        case CategoryFixed(category, once):
            return tr("{points} points for {category}", points=points(once), category=category)
        case NthBillInMonth(n, once):
            return tr("{points} points for bill {n} of the month", points=points(once), n=n)
        case PointsToReferrer(once):
            return tr("{points} points to who brought them", points=points(once))
        case PointsFixed(once):
            return tr("{points} points", points=points(once))
    raise AssertionError("bands are told before")


def _lifted(tier: str | None, days: int | None) -> str:
    """Gold for 30 days."""
    to = tr("the next tier") if tier is None else tier
    return to if days is None else tr_n("{tier} for {n} day", "{tier} for {n} days", days, tier=to)


def _band(one: Band, currency: Currency) -> str:
    return tr("{points} from {amount}", points=points(one.points), amount=currency.text(one.from_minor))


def chips(rule: DecisionRule, program: Program, *, today: datetime) -> tuple[str, ...]:
    """All that has to hold, each in a few words."""
    return tuple(_asked(rule, program, today)) or (tr("every bill"),)


def _asked(rule: DecisionRule, program: Program, today: datetime) -> Iterator[str]:
    if rule.trigger is not Trigger.PURCHASE:
        yield tr(TRIGGERS[rule.trigger])
    if rule.drive:
        drive = program.drive(rule.drive)
        yield tr("in “{campaign}”", campaign=drive.title if drive else rule.drive)
    if dates := period(rule.period, program.calendar, today):
        yield dates
    if rule.tiers:
        yield _names(sorted(rule.tiers))
    yield from (condition(one, program.currency) for one in rule.conditions)


def condition(one: Condition, currency: Currency) -> str:
    match one:
        case AmountBetween(least, most):
            return _amounts(least, most, currency)
        case OnWeekdays(weekdays):
            return _names([tr(WEEKDAYS[day]) for day in sorted(weekdays)])
        case BetweenTimes(first, last):
            return f"{clock(first)}–{clock(last)}"
        case NthBill():
            return _nth(one)
        case OnBirthday(span):
            return tr(SPANS[span])
        case JoinedWithin(days):
            return tr_n("joined in the last {n} day", "joined in the last {n} days", days)
        case ReachesGoal():
            return tr("the goal is reached")
        case _:
            return _one_of(one)


def _one_of(one: HasCategory | InSegment | InStore | PaidBy) -> str:
    match one:
        case HasCategory(names):
            return tr("with {names}", names=_names(sorted(names)))
        case InSegment(names):
            return tr("members of {names}", names=_names(sorted(names)))
        case InStore(names):
            return tr("at {names}", names=_names(sorted(names)))
        case PaidBy(names):  # pragma: no branch
            return tr("paid by {names}", names=_names([tr(WAYS[TenderKind(name)]) for name in sorted(names)]))


def _amounts(least: int, most: int | None, currency: Currency) -> str:
    if most is None:
        return tr("from {amount}", amount=currency.text(least))
    if not least:
        return tr("up to {amount}", amount=currency.text(most))
    return f"{currency.text(least)}–{currency.text(most)}"


def _nth(one: NthBill) -> str:
    match one.window.unit:
        case Unit.EVER:
            return tr("the first bill") if one.n == 1 else tr("bill {n} of all", n=one.n)
        case Unit.MONTH:
            return tr("bill {n} of the month", n=one.n)
        case Unit.DAYS:  # pragma: no branch
            return tr("bill {n} in {days} days", n=one.n, days=one.window.days)


def period(dates: Period, calendar: ShopCalendar, today: datetime) -> str:
    """5 Dec – 8 Dec; empty where it is always."""
    days = [
        at and day_words(calendar.day_of(at), today=calendar.day_of(today)) for at in (dates.from_at, dates.until_at)
    ]
    match days:
        case [None, None]:
            return ""
        case [first, None]:
            return tr("from {day}", day=first)
        case [None, last]:
            return tr("until {day}", day=last)
    return f"{days[0]} – {days[1]}"


def clock(minute: int) -> str:
    """09:30 of a minute of the day."""
    return f"{minute // 60:02}:{minute % 60:02}"


def limits(rule: DecisionRule) -> str:
    """How far it goes: once a member, 5,000 in all."""
    found, told = rule.limits, []
    if found.uses_per_member is not None:
        told.append(tr_n("once a member", "{n} times a member", found.uses_per_member))
    of_points = (
        (found.points_per_bill, later("{points} a bill")),
        (found.points_per_member, later("{points} a member")),
        (found.points_per_day, later("{points} a day")),
        (found.budget, later("{points} in all")),
    )
    told += [tr(words, points=points(most)) for most, words in of_points if most is not None]
    return ", ".join(told)


def status(rule: DecisionRule, drives: Collection[Drive], at: datetime, *, drafted: Collection[str]) -> str:
    """Whether it is a draft, planned, running or ended; one of a campaign runs while that does."""
    bounded = in_its_drive(rule, drives) or rule
    return tr("draft") if rule.rule_id in drafted else stands(bounded.period, at)


def stands(dates: Period, at: datetime) -> str:
    """Whether what has these dates is planned, running or ended."""
    if dates.from_at is not None and dates.from_at > at:
        return tr("planned")
    if dates.until_at is not None and dates.until_at < at:
        return tr("ended")
    return tr("running")


def sentence(rule: DecisionRule, program: Program, *, today: datetime) -> str:
    """All of it in one line."""
    parts = [award(rule, program), ", ".join(chips(rule, program, today=today)), limits(rule)]
    parts += [tr("then no other applies")] if rule.stop else []
    parts += [tr("priority {n}", n=rule.priority)] if rule.priority else []
    return " · ".join(filter(None, parts))


def change(one: RuleChange, program: Program, *, today: datetime) -> str:
    """“Double”, new: 2 × the points · every bill."""
    was, now = (rule and sentence(rule, program, today=today) for rule in (one.was, one.now))
    if was is None:
        return tr("“{rule}” is new: {now}", rule=one.rule_id, now=now)
    if now is None:
        return tr("“{rule}” is taken away: {was}", rule=one.rule_id, was=was)
    return tr("“{rule}”: {was} › {now}", rule=one.rule_id, was=was, now=now)


def _names(names: Collection[str]) -> str:
    return " / ".join(names)


def _percent(percent: Decimal) -> str:
    return f"{percent.normalize():f} %"
