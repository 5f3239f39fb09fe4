"""Config: a scenario's settings, key by key over the defaults, as a program."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from app.domain.expiry import DEFAULT_N, Expiry, ExpiryMode
from app.domain.money import Currency
from app.domain.points import Rounding, RoundingMode, RoundingScope, TierStep
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
from app.domain.rules import DecisionRule, named_segments
from app.domain.segment_flaws import segment_flaws
from app.domain.tiers import Level, PointsBasis, Qualify, TierScheme
from app.scenario.drives import drive_of, refuse_wrong
from app.scenario.fields import CENT, HUNDRED, MOST, ONE, ZERO, Fields, minor_of, points_of
from app.scenario.rewards import catalogue_of, refuse_unknown
from app.scenario.rules import campaign_of, rule_of
from app.scenario.segments import segment_of
from app.scenario.told_cases import whole_program

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
        "segments",
        "drives",
        "rounding",
        "pending_days",
        "expiry",
        "referral",
        "refund",
        "tiers",
        "rewards",
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
    if config.has("program"):
        return whole_program(config)
    config.only(_KNOWN)
    currency = _currency(config)
    program = _program(config, currency)
    program = replace(program, rewards=catalogue_of(config, currency, program.tiers))
    refuse_unknown(config, program)
    _refuse_wrong_segments(config, program)
    refuse_wrong(config, program)
    return program


def _program(config: Fields, currency: Currency) -> Program:
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
        bill_rounding_minor=minor_of(config, "bill_rounding", currency) if config.has("bill_rounding") else 0,
        campaigns=tuple(campaign_of(one, number) for number, one in enumerate(config.items("campaigns"), 1)),
        rules=_rules(config, currency),
        tiers=_tiers(config.inner("tiers"), currency),
        segments=tuple(segment_of(one, currency) for one in config.items("segments")),
        drives=tuple(drive_of(one, currency) for one in config.items("drives")),
    )


def _rules(config: Fields, currency: Currency) -> tuple[DecisionRule, ...]:
    rules = tuple(rule_of(one, number, currency) for number, one in enumerate(config.items("decision_rules"), 1))
    names = [one.rule_id for one in rules]
    twice = next((name for place, name in enumerate(names) if name in names[:place]), None)
    if twice is not None:
        config.fail("decision_rules", f"two rules have the id {twice!r}")
    return rules


def _refuse_wrong_segments(config: Fields, program: Program) -> None:
    for flaw in segment_flaws(program.segments, tiers=[level.name for level in program.tiers.levels]):
        config.fail("segments", f"{flaw.rules[0]!r}: {flaw.text}")
    for name in sorted(named_segments(program.rules).union(*(one.segments for one in program.drives))):
        if program.segment(name) is None:
            config.fail("decision_rules", f"there is no segment {name!r}")


def _currency(config: Fields) -> Currency:
    code = config.text("currency", "INR").upper()
    if not re.fullmatch("[A-Z]{3}", code):
        config.fail("currency", "must be the three letters of a currency")
    return Currency(code)


def _category(categories: Fields, name: str) -> Category:
    fields = categories.inner(name)
    fields.only({"point_percent", "discount_percent", "earns", "redeems"})
    return Category(
        point_percent=fields.decimal("point_percent", least=ZERO, most=MOST) if fields.has("point_percent") else None,
        discount_percent=fields.decimal("discount_percent", ZERO, least=ZERO, most=HUNDRED),
        earns=fields.boolean("earns", True),
        redeems=fields.boolean("redeems", True),
    )


def _redemption(config: Fields, currency: Currency) -> Redemption:
    per_bill = "max_redemption_per_bill"
    return Redemption(
        rate=config.decimal("points_to_amount_rate", Decimal("0.10"), least=Decimal("0.000001"), most=MOST),
        max_percent=config.decimal("max_redemption_percent", Decimal(50), least=ZERO, most=HUNDRED),
        max_per_bill_minor=minor_of(config, per_bill, currency) if config.has(per_bill) else None,
        cap_base=config.choice("cap_base", CapBase, CapBase.NET_AFTER_DISCOUNT),
        min_points=points_of(config, "min_points_to_redeem", HUNDRED),
        min_points_mode=config.choice("min_points_mode", MinPointsMode, MinPointsMode.BALANCE),
        step=points_of(config, "redeem_step", ONE, least=CENT),
        redeem_as=config.choice("redeem_as", RedeemAs, RedeemAs.TENDER),
    )


def _earning(config: Fields, currency: Currency) -> Earning:
    return Earning(
        earn_on=config.choice("earn_on", EarnOn, EarnOn.NET_OF_DISCOUNT_AND_REDEMPTION),
        min_bill_minor=minor_of(config, "earn_min_bill", currency, ZERO),
        default_percent=config.decimal("default_point_percent", ZERO, least=ZERO, most=MOST),
        multiplier_ceiling=config.decimal("multiplier_ceiling", Decimal(10), least=ZERO, most=MOST),
        pending_days=config.whole("pending_days", 0),
    )


def _rounding(fields: Fields) -> Rounding:
    fields.only({"quantum", "mode", "scope", "tier_step"})
    return Rounding(
        quantum=points_of(fields, "quantum", CENT, least=CENT),
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
    return fields.decimal("percent", ZERO, least=ZERO, most=HUNDRED)


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
    fields.only({"name", "multiplier", "min_points", "min_spend", "min_orders", "birthday_points"})
    return Level(
        name=fields.text("name"),
        multiplier=fields.decimal("multiplier", ONE, least=ZERO, most=MOST),
        min_points=points_of(fields, "min_points") if fields.has("min_points") else None,
        min_spend_minor=minor_of(fields, "min_spend", currency) if fields.has("min_spend") else None,
        min_orders=fields.whole("min_orders", most=10**9) if fields.has("min_orders") else None,
        birthday_points=points_of(fields, "birthday_points") if fields.has("birthday_points") else 0,
    )
