"""Filling: what would have to be typed into the form for a rule that stands."""

from __future__ import annotations

from dataclasses import replace

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
    Unit,
)
from app.domain.days import ShopCalendar
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
    PointsToReferrer,
)
from app.domain.tier_advance import TierAdvance
from app.domain.voucher_awards import VoucherOf
from ui import typed
from ui.rule_words import clock
from ui.rules.form import Counted, Kind, RuleForm


def form_of(rule: DecisionRule, currency: Currency, calendar: ShopCalendar) -> RuleForm:
    """What would have to be typed for a rule that stands."""
    limits = rule.limits
    form = RuleForm(
        name=rule.rule_id,
        priority=str(rule.priority),
        trigger=rule.trigger,
        first_day=typed.day_typed(rule.period.from_at, calendar),
        last_day=typed.day_typed(rule.period.until_at, calendar),
        tiers=rule.tiers,
        uses="" if limits.uses_per_member is None else str(limits.uses_per_member),
        a_bill=typed.points_typed(limits.points_per_bill),
        a_member=typed.points_typed(limits.points_per_member),
        a_day=typed.points_typed(limits.points_per_day),
        budget=typed.points_typed(limits.budget),
        stop=rule.stop,
        drive=rule.drive,
    )
    form = _with_award(form, rule.award, currency)
    kinds: set[type[Condition]] = set()
    for one in rule.conditions:
        is_again = type(one) in kinds
        kinds.add(type(one))
        form = replace(form, other=(*form.other, one)) if is_again else _with_condition(form, one, currency)
    return form


def _with_award(form: RuleForm, award: Award, currency: Currency) -> RuleForm:
    match award:
        case Multiply(multiplier, category):
            return replace(form, kind=Kind.MULTIPLY, value=f"{multiplier.normalize():f}", category=category or "")
        case PercentFor(category, percent):
            return replace(form, kind=Kind.PERCENT, value=f"{percent.normalize():f}", category=category)
        case AmountBandHighest(bands):
            told = (
                f"{typed.amount_typed(one.from_minor, currency)}: {typed.points_typed(one.points)}" for one in bands
            )
            return replace(form, kind=Kind.BANDS, value=", ".join(told))
        case TierAdvance(tier, days):
            return replace(form, kind=Kind.ADVANCE, lift=tier or "", value="" if days is None else str(days))
        case VoucherOf(reward_id):
            return replace(form, kind=Kind.VOUCHER, reward=reward_id)
        case _:
            return _with_points(replace(form, value=typed.points_typed(award.points)), award, currency)


def _with_points(form: RuleForm, award: Award, currency: Currency) -> RuleForm:
    match award:
        case PerSlab(slab):
            return replace(form, kind=Kind.SLAB, each=typed.amount_typed(slab, currency))
        case CategoryFixed(category):
            return replace(form, kind=Kind.CATEGORY, category=category)
        case NthBillInMonth(n):
            return replace(form, kind=Kind.NTH, each=str(n))
        case PointsToReferrer():
            return replace(form, kind=Kind.REFERRER)
        case _:
            return form


def _with_condition(form: RuleForm, one: Condition, currency: Currency) -> RuleForm:
    match one:
        case AmountBetween(least, most):
            ends = "" if most is None else typed.amount_typed(most, currency)
            return replace(form, least=typed.amount_typed(least, currency), most=ends)
        case HasCategory(names):
            return replace(form, categories=names)
        case OnWeekdays(weekdays):
            return replace(form, weekdays=frozenset(map(str, weekdays)))
        case BetweenTimes(first, last):
            return replace(form, from_time=clock(first), until_time=clock(last))
        case NthBill(n, window):
            days = str(window.days) if window.unit is Unit.DAYS else ""
            return replace(form, nth=str(n), counted=Counted(window.unit.value), nth_days=days)
        case ReachesGoal():
            return replace(form, goal=True)
        case _:
            return _with_member(form, one)


def _with_member(form: RuleForm, one: OnBirthday | JoinedWithin | PaidBy | InSegment | InStore) -> RuleForm:
    match one:
        case OnBirthday(span):
            return replace(form, birthday=span.value)
        case JoinedWithin(days):
            return replace(form, joined=str(days))
        case PaidBy(kinds):
            return replace(form, ways=kinds)
        case InSegment(names):
            return replace(form, segments=names)
        case InStore(names):  # pragma: no branch
            return replace(form, stores=names)
