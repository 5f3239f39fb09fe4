"""Reading: the rule that comes of what is typed into its form."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.conditions import (
    EVER,
    THIS_MONTH,
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
    Window,
)
from app.domain.days import Period, ShopCalendar
from app.domain.limits import RuleLimits
from app.domain.money import Currency
from app.domain.rules import (
    AmountBandHighest,
    Award,
    CategoryFixed,
    DecisionRule,
    Multiply,
    NthBillInMonth,
    PercentFor,
    PerSlab,
    PointsFixed,
    PointsToReferrer,
)
from app.domain.tier_advance import TierAdvance
from app.domain.voucher_awards import VoucherOf
from ui import typed
from ui.rules.form import Counted, Kind, RuleForm
from ui.words import tr


def rule_of(form: RuleForm, currency: Currency, calendar: ShopCalendar) -> DecisionRule:
    """The rule as it is typed. Raises ValueError with a sentence for what is no figure, day or time."""
    return DecisionRule(
        form.name.strip(),
        _award(form, currency),
        priority=typed.whole(form.priority or "0"),
        period=Period(typed.first_instant(form.first_day, calendar), typed.last_instant(form.last_day, calendar)),
        tiers=form.tiers,
        conditions=(*_conditions(form, currency), *form.other),
        stop=form.stop,
        trigger=form.trigger,
        drive=form.drive,
        limits=RuleLimits(
            typed.whole_or_none(form.uses),
            *(typed.points_or_none(one) for one in (form.a_bill, form.a_member, form.a_day, form.budget)),
        ),
    )


def _award(form: RuleForm, currency: Currency) -> Award:
    match form.kind:
        case Kind.MULTIPLY:
            return Multiply(typed.number(form.value), form.category or None)
        case Kind.PERCENT:
            return PercentFor(form.category, typed.number(form.value.replace("%", "")))
        case Kind.BANDS:
            return AmountBandHighest(tuple(typed.bands(form.value, currency)))
        case Kind.ADVANCE:
            return TierAdvance(form.lift or None, typed.whole_or_none(form.value))
        case Kind.VOUCHER:
            return _voucher(form)
        case _:
            return _points_award(form, typed.points(form.value), currency)


def _voucher(form: RuleForm) -> VoucherOf:
    if not form.reward:
        raise ValueError(tr(typed.NO_REWARD))
    return VoucherOf(form.reward)


def _points_award(form: RuleForm, points: int, currency: Currency) -> Award:
    match form.kind:
        case Kind.SLAB:
            return PerSlab(typed.amount(form.each, currency), points)
        case Kind.CATEGORY:
            return CategoryFixed(form.category, points)
        case Kind.NTH:
            return NthBillInMonth(typed.whole(form.each), points)
        case Kind.REFERRER:
            return PointsToReferrer(points)
        case _:
            return PointsFixed(points)


def _conditions(form: RuleForm, currency: Currency) -> Iterator[Condition]:
    if form.least.strip() or form.most.strip():
        yield AmountBetween(
            typed.amount(form.least, currency), typed.amount(form.most, currency) if form.most.strip() else None
        )
    if form.categories:
        yield HasCategory(form.categories)
    if form.weekdays:
        yield OnWeekdays(frozenset(map(int, form.weekdays)))
    if form.from_time.strip() or form.until_time.strip():
        if not (form.from_time.strip() and form.until_time.strip()):
            raise ValueError(tr(typed.NO_HOURS))
        yield BetweenTimes(typed.minute(form.from_time), typed.minute(form.until_time))
    if form.nth.strip():
        yield NthBill(typed.whole(form.nth), _window(form))
    yield from _of_the_member(form)


def _of_the_member(form: RuleForm) -> Iterator[Condition]:
    if form.birthday:
        yield OnBirthday(Span(form.birthday))
    if form.joined.strip():
        yield JoinedWithin(typed.whole(form.joined))
    if form.ways:
        yield PaidBy(form.ways)
    if form.segments:
        yield InSegment(form.segments)
    if stores := form.stores | typed.names(form.more_stores):
        yield InStore(stores)
    if form.goal:
        yield ReachesGoal()


def _window(form: RuleForm) -> Window:
    match form.counted:
        case Counted.MONTH:
            return THIS_MONTH
        case Counted.EVER:
            return EVER
        case Counted.DAYS:  # pragma: no branch
            return Window(Unit.DAYS, typed.whole(form.nth_days))
