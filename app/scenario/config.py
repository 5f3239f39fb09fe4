"""Config: a scenario's settings, key by key over the defaults, as a program."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from app.domain.campaigns import Campaign
from app.domain.days import ALWAYS, Period
from app.domain.expiry import DEFAULT_N, Expiry, ExpiryMode
from app.domain.money import Currency
from app.domain.points import HUNDREDTHS, Rounding, RoundingMode, RoundingScope, TierStep
from app.domain.program import (
    DEFAULT_TIERS,
    CapBase,
    Category,
    Earning,
    EarnOn,
    MinPointsMode,
    Program,
    RedeemAs,
    Redemption,
    Refund,
    RefundEarned,
    Shortfall,
)
from app.domain.rules import AmountBandHighest, Award, Band, CategoryFixed, DecisionRule, NthBillInMonth, PerSlab
from app.domain.tiers import Level, PointsBasis, Qualify, TierScheme
from app.scenario.fields import Fields

_MERGED = ("rounding", "refund", "expiry", "referral", "tiers")
_KNOWN = frozenset(
    {
        "enabled",
        "currency",
        "points_to_amount_rate",
        "max_redemption_percent",
        "max_redemption_per_bill",
        "cap_base",
        "min_points_to_redeem",
        "min_points_mode",
        "redeem_step",
        "redeem_as",
        "earn_on",
        "earn_min_bill",
        "default_point_percent",
        "categories",
        "bill_rounding",
        "multiplier_ceiling",
        "campaigns",
        "decision_rules",
        "rounding",
        "pending_days",
        "expiry",
        "referral",
        "refund",
        "tiers",
    }
)

# A thousand years, in the unit each mode counts.
_EXPIRY_MOST = {
    ExpiryMode.NEVER: 365_000,
    ExpiryMode.DAYS: 365_000,
    ExpiryMode.MONTHS: 12_000,
    ExpiryMode.END_OF_MONTH: 12_000,
    ExpiryMode.END_OF_YEAR: 1_000,
}

_ZERO, _ONE, _HUNDRED, _MOST = Decimal(0), Decimal(1), Decimal(100), Decimal(10**9)
_CENT = Decimal("0.01")


def merged(default: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """A case's settings over the file's: key by key, and one level deeper for the grouped ones.

    A case that names another expiry mode without its `n` means that mode's own `n`, not the default mode's.
    """
    result = {**default, **own}
    for group in _MERGED:
        if isinstance(default.get(group), dict) and isinstance(own.get(group), dict):
            result[group] = {**default[group], **own[group]}
    expiry = own.get("expiry")
    if isinstance(expiry, dict) and "mode" in expiry and "n" not in expiry:
        result["expiry"].pop("n", None)
    return result


def program_from(config: Fields) -> Program:
    """The program a case runs under. Raises MalformedError naming the field that cannot be."""
    config.only(_KNOWN)
    currency = _currency(config)
    return Program(
        enabled=config.boolean("enabled", True),
        currency=currency,
        categories={name: _category(config.inner("categories"), name) for name in config.inner("categories").values},
        redemption=_redemption(config, currency),
        earning=_earning(config, currency),
        rounding=_rounding(config.inner("rounding")),
        expiry=_expiry(config.inner("expiry")),
        refund=_refund(config.inner("refund")),
        referral_percent=_referral(config.inner("referral")),
        bill_rounding_minor=_minor(config, "bill_rounding", currency) if config.has("bill_rounding") else 0,
        campaigns=tuple(_campaign(one, number) for number, one in enumerate(config.items("campaigns"), 1)),
        rules=tuple(_rule(one, number, currency) for number, one in enumerate(config.items("decision_rules"), 1)),
        tiers=_tiers(config.inner("tiers"), currency),
    )


def _currency(config: Fields) -> Currency:
    code = config.text("currency", "INR").upper()
    if not re.fullmatch("[A-Z]{3}", code):
        config.fail("currency", "must be the three letters of a currency")
    return Currency(code)


def _minor(fields: Fields, field: str, currency: Currency, default: Decimal | None = None) -> int:
    return currency.to_minor(fields.decimal(field, default, least=_ZERO, most=_MOST))


def _points(fields: Fields, field: str, default: Decimal | None = None, *, least: Decimal = _ZERO) -> int:
    hundredths = fields.decimal(field, default, least=least, most=_MOST) * HUNDREDTHS
    if hundredths != int(hundredths):
        fields.fail(field, "has more than two decimals")
    return int(hundredths)


def _category(categories: Fields, name: str) -> Category:
    fields = categories.inner(name)
    fields.only({"point_percent", "discount_percent", "earns", "redeems"})
    return Category(
        point_percent=fields.decimal("point_percent", least=_ZERO, most=_MOST) if fields.has("point_percent") else None,
        discount_percent=fields.decimal("discount_percent", _ZERO, least=_ZERO, most=_HUNDRED),
        earns=fields.boolean("earns", True),
        redeems=fields.boolean("redeems", True),
    )


def _redemption(config: Fields, currency: Currency) -> Redemption:
    per_bill = "max_redemption_per_bill"
    return Redemption(
        rate=config.decimal("points_to_amount_rate", Decimal("0.10"), least=Decimal("0.000001"), most=_MOST),
        max_percent=config.decimal("max_redemption_percent", Decimal(50), least=_ZERO, most=_HUNDRED),
        max_per_bill_minor=_minor(config, per_bill, currency) if config.has(per_bill) else None,
        cap_base=config.choice("cap_base", CapBase, CapBase.NET_AFTER_DISCOUNT),
        min_points=_points(config, "min_points_to_redeem", _HUNDRED),
        min_points_mode=config.choice("min_points_mode", MinPointsMode, MinPointsMode.BALANCE),
        step=_points(config, "redeem_step", _ONE, least=_CENT),
        redeem_as=config.choice("redeem_as", RedeemAs, RedeemAs.TENDER),
    )


def _earning(config: Fields, currency: Currency) -> Earning:
    return Earning(
        earn_on=config.choice("earn_on", EarnOn, EarnOn.NET_OF_DISCOUNT_AND_REDEMPTION),
        min_bill_minor=_minor(config, "earn_min_bill", currency, _ZERO),
        default_percent=config.decimal("default_point_percent", _ZERO, least=_ZERO, most=_MOST),
        multiplier_ceiling=config.decimal("multiplier_ceiling", Decimal(10), least=_ZERO, most=_MOST),
        pending_days=config.whole("pending_days", 0),
    )


def _rounding(fields: Fields) -> Rounding:
    fields.only({"quantum", "mode", "scope", "tier_step"})
    return Rounding(
        quantum=_points(fields, "quantum", _CENT, least=_CENT),
        mode=fields.choice("mode", RoundingMode, RoundingMode.FLOOR),
        scope=fields.choice("scope", RoundingScope, RoundingScope.LINE),
        tier_step=fields.choice("tier_step", TierStep, TierStep.MULTIPLY_THEN_ROUND),
    )


def _expiry(fields: Fields) -> Expiry:
    fields.only({"mode", "n"})
    mode = fields.choice("mode", ExpiryMode, ExpiryMode.MONTHS)
    return Expiry(mode, fields.whole("n", DEFAULT_N[mode], most=_EXPIRY_MOST[mode]))


def _refund(fields: Fields) -> Refund:
    fields.only({"earned", "shortfall"})
    return Refund(
        earned=fields.choice("earned", RefundEarned, RefundEarned.LINE_EXACT),
        shortfall=fields.choice("shortfall", Shortfall, Shortfall.NEGATIVE),
    )


def _referral(fields: Fields) -> Decimal:
    fields.only({"percent"})
    return fields.decimal("percent", _ZERO, least=_ZERO, most=_HUNDRED)


def _period(fields: Fields) -> Period:
    if not fields.has("from") and not fields.has("until"):
        return ALWAYS
    return Period(
        fields.instant("from") if fields.has("from") else None,
        fields.instant("until", end_of_day=True) if fields.has("until") else None,
    )


def _campaign(fields: Fields, number: int) -> Campaign:
    fields.only({"id", "name", "multiplier", "categories", "from", "until", "tiers"})
    return Campaign(
        campaign_id=fields.text("id", f"campaign {number}"),
        multiplier=fields.decimal("multiplier", least=_ZERO, most=_MOST),
        period=_period(fields),
        categories=frozenset(fields.texts("categories")),
        tiers=frozenset(fields.texts("tiers")),
    )


_RULE_FIELDS = {
    "PER_SLAB": {"slab", "points"},
    "CATEGORY_FIXED": {"category", "points"},
    "AMOUNT_BAND_HIGHEST": {"bands"},
    "NTH_TXN_IN_MONTH": {"n", "points"},
}


def _rule(fields: Fields, number: int, currency: Currency) -> DecisionRule:
    kind = fields.text("type").upper()
    if kind not in _RULE_FIELDS:
        fields.fail("type", f"{kind!r} is not one of its values")
    fields.only(_RULE_FIELDS[kind] | {"type", "id", "priority", "from", "until", "tiers"})
    return DecisionRule(
        rule_id=fields.text("id", f"rule {number:03}"),
        award=_award(kind, fields, currency),
        priority=fields.whole("priority", 0),
        period=_period(fields),
        tiers=frozenset(fields.texts("tiers")),
    )


def _award(kind: str, fields: Fields, currency: Currency) -> Award:
    match kind:
        case "PER_SLAB":
            slab = _minor(fields, "slab", currency)
            if not slab:
                fields.fail("slab", "must be more than nothing")
            return PerSlab(slab, _points(fields, "points"))
        case "CATEGORY_FIXED":
            return CategoryFixed(fields.text("category"), _points(fields, "points"))
        case "NTH_TXN_IN_MONTH":
            return NthBillInMonth(fields.whole("n", least=1), _points(fields, "points"))
        case _:
            return AmountBandHighest(tuple(_band(one, currency) for one in fields.items("bands")))


def _band(fields: Fields, currency: Currency) -> Band:
    fields.only({"from", "points"})
    return Band(_minor(fields, "from", currency), _points(fields, "points"))


def _tiers(fields: Fields, currency: Currency) -> TierScheme:
    fields.only({"mode", "points_basis", "levels"})
    levels = tuple(_level(one, currency) for one in fields.items("levels"))
    if len({level.name for level in levels}) < len(levels):
        fields.fail("levels", "name one tier twice")
    return TierScheme(
        levels=levels or DEFAULT_TIERS.levels,
        qualify=fields.choice("mode", Qualify, Qualify.SPEND),
        points_basis=fields.choice("points_basis", PointsBasis, PointsBasis.LIFETIME_EARNED),
    )


def _level(fields: Fields, currency: Currency) -> Level:
    fields.only({"name", "multiplier", "min_points", "min_spend", "min_orders"})
    return Level(
        name=fields.text("name"),
        multiplier=fields.decimal("multiplier", _ONE, least=_ZERO, most=_MOST),
        min_points=_points(fields, "min_points") if fields.has("min_points") else None,
        min_spend_minor=_minor(fields, "min_spend", currency) if fields.has("min_spend") else None,
        min_orders=fields.whole("min_orders", most=10**9) if fields.has("min_orders") else None,
    )
