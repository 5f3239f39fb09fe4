"""Rules: a scenario's campaigns and decision rules, and what they ask of a bill."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from app.domain.campaigns import Campaign
from app.domain.conditions import (
    AmountBetween,
    BetweenTimes,
    Condition,
    HasCategory,
    InSegment,
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
from app.domain.limit_flaws import limit_flaws
from app.domain.limits import RuleLimits
from app.domain.money import Currency
from app.domain.rules import (
    AmountBandHighest,
    Award,
    Band,
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
from app.domain.triggers import Trigger
from app.domain.voucher_awards import VoucherOf
from app.scenario.fields import CENT, MOST, ZERO, Fields, minor_of, period_of, points_of

_TIME = re.compile(r"(?!24:(?!00))([01]\d|2[0-4]):([0-5]\d)", re.ASCII)
_WEEKDAYS = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")


def campaign_of(fields: Fields, number: int) -> Campaign:
    fields.only({"id", "name", "multiplier", "categories", "from", "until", "tiers"})
    return Campaign(
        campaign_id=_name(fields, f"campaign {number}"),
        multiplier=fields.decimal("multiplier", least=ZERO, most=MOST),
        period=period_of(fields),
        categories=frozenset(fields.texts("categories")),
        tiers=frozenset(fields.texts("tiers")),
    )


_RULE_FIELDS = {
    "POINTS_FIXED": {"points"},
    "POINTS_TO_REFERRER": {"points"},
    "MULTIPLIER": {"multiplier", "category"},
    "CATEGORY_PERCENT": {"category", "percent"},
    "PER_SLAB": {"slab", "points"},
    "CATEGORY_FIXED": {"category", "points"},
    "AMOUNT_BAND_HIGHEST": {"bands"},
    "NTH_TXN_IN_MONTH": {"n", "points"},
    "TIER_ADVANCE": {"tier", "days"},
    "VOUCHER": {"reward"},
}


_ONCE: Mapping[str, type[PointsFixed | PointsToReferrer]] = {
    "POINTS_FIXED": PointsFixed,
    "POINTS_TO_REFERRER": PointsToReferrer,
}


def rule_of(fields: Fields, number: int, currency: Currency) -> DecisionRule:
    kind = fields.text("type").upper()
    if kind not in _RULE_FIELDS:
        fields.fail("type", f"{kind!r} is not one of its values")
    fields.only(
        _RULE_FIELDS[kind]
        | {"type", "id", "priority", "from", "until", "tiers", "when", "stop", "limits", "trigger", "drive"}
    )
    rule = DecisionRule(
        rule_id=_name(fields, f"rule {number:03}"),
        award=_award(kind, fields, currency),
        priority=fields.whole("priority", 0),
        period=period_of(fields),
        tiers=frozenset(fields.texts("tiers")),
        conditions=tuple(_conditions(fields.inner("when"), currency)),
        stop=fields.boolean("stop", default=False),
        limits=_limits(fields.inner("limits")),
        trigger=fields.choice("trigger", Trigger, Trigger.PURCHASE),
        drive=fields.text("drive", ""),
    )
    for flaw in limit_flaws(rule):
        fields.fail("limits", flaw)
    return rule


def _name(fields: Fields, default: str) -> str:
    """Bills keep the names of campaigns and rules one beside another, with commas between."""
    name = fields.text("id", default)
    if "," in name:
        fields.fail("id", "must have no comma")
    return name


def _limits(fields: Fields) -> RuleLimits:
    points = ("points_per_bill", "points_per_member", "points_per_day", "budget")
    fields.only({"uses_per_member", *points})
    uses = fields.whole("uses_per_member", least=1) if fields.has("uses_per_member") else None
    return RuleLimits(uses, *(points_of(fields, name, least=CENT) if fields.has(name) else None for name in points))


def _award(kind: str, fields: Fields, currency: Currency) -> Award:
    match kind:
        case "PER_SLAB":
            return _per_slab(fields, currency)
        case "CATEGORY_FIXED":
            return CategoryFixed(fields.text("category"), points_of(fields, "points"))
        case "POINTS_FIXED" | "POINTS_TO_REFERRER":
            return _ONCE[kind](points_of(fields, "points"))
        case "MULTIPLIER":
            multiplier = fields.decimal("multiplier", least=ZERO, most=MOST)
            return Multiply(multiplier, fields.optional_text("category"))
        case "CATEGORY_PERCENT":
            return PercentFor(fields.text("category"), fields.decimal("percent", least=ZERO, most=MOST))
        case "NTH_TXN_IN_MONTH":
            return NthBillInMonth(fields.whole("n", least=1), points_of(fields, "points"))
        case "AMOUNT_BAND_HIGHEST":
            return AmountBandHighest(tuple(_band(one, currency) for one in fields.items("bands")))
        case _:
            return VoucherOf(fields.text("reward")) if kind == "VOUCHER" else _advance(fields)


def _per_slab(fields: Fields, currency: Currency) -> PerSlab:
    slab = minor_of(fields, "slab", currency)
    if not slab:
        fields.fail("slab", "must be more than nothing")
    return PerSlab(slab, points_of(fields, "points"))


def _advance(fields: Fields) -> TierAdvance:
    days = fields.whole("days", least=1) if fields.has("days") else None
    return TierAdvance(fields.optional_text("tier"), days)


def _band(fields: Fields, currency: Currency) -> Band:
    fields.only({"from", "points"})
    return Band(minor_of(fields, "from", currency), points_of(fields, "points"))


def _conditions(when: Fields, currency: Currency) -> Iterator[Condition]:
    when.only({field for fields, _ in _ASKED for field in fields})
    for fields, read in _ASKED:
        if any(when.has(field) for field in fields):
            yield read(when, currency)


def _amount(when: Fields, currency: Currency) -> Condition:
    most = minor_of(when, "amount_until", currency) if when.has("amount_until") else None
    return AmountBetween(minor_of(when, "amount_from", currency, ZERO), most)


def _times(when: Fields, _: Currency) -> Condition:
    return BetweenTimes(_minute(when, "from_time", "00:00"), _minute(when, "until_time", "24:00"))


def _nth(fields: Fields) -> NthBill:
    """Of the calendar month, of so many days, or of all time: its first is a first purchase."""
    fields.only({"n", "of", "days"})
    unit = fields.choice("of", Unit, Unit.DAYS if fields.has("days") else Unit.MONTH)
    days = fields.whole("days", least=1) if unit is Unit.DAYS else 0
    return NthBill(fields.whole("n", least=1), Window(unit, days))


def _goal(when: Fields) -> ReachesGoal:
    if not when.boolean("goal"):
        when.fail("goal", "is true, or left out")
    return ReachesGoal()


def _weekday(when: Fields, name: str) -> int:
    if name.upper() not in _WEEKDAYS:
        when.fail("weekdays", f"{name[:40]!r} is not one of {', '.join(_WEEKDAYS)}")
    return _WEEKDAYS.index(name.upper()) + 1


# Under which fields of `when` a condition is asked.
_ASKED: Sequence[tuple[Sequence[str], Callable[[Fields, Currency], Condition]]] = (
    (("amount_from", "amount_until"), _amount),
    (("categories",), lambda when, _: HasCategory(frozenset(when.texts("categories")))),
    (("nth_bill",), lambda when, _: _nth(when.inner("nth_bill"))),
    (("weekdays",), lambda when, _: OnWeekdays(frozenset(_weekday(when, one) for one in when.texts("weekdays")))),
    (("from_time", "until_time"), _times),
    (("paid_by",), lambda when, _: PaidBy(frozenset(name.upper() for name in when.texts("paid_by")))),
    (("birthday",), lambda when, _: OnBirthday(when.choice("birthday", Span))),
    (("goal",), lambda when, _: _goal(when)),
    (("segments",), lambda when, _: InSegment(frozenset(when.texts("segments")))),
    (("joined_within_days",), lambda when, _: JoinedWithin(when.whole("joined_within_days"))),
)


def _minute(when: Fields, field: str, default: str) -> int:
    """Of the day, from HH:MM; 24:00 is its end."""
    found = _TIME.fullmatch(when.text(field, default))
    if found is None:
        when.fail(field, "must be a time as HH:MM")
    return int(found[1]) * 60 + int(found[2])
