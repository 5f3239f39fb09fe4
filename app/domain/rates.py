"""Rates: what a manager sets of the rules, what is wrong with it, and what two of them differ in.

Source: docs/rates.md. Percentages are decimals, money minor units, points hundredths.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

from app.domain.errors import invalid
from app.domain.flaws import wrong
from app.domain.money import AMOUNT_MINOR_MAX
from app.domain.points import POINTS_MAX
from app.domain.program import UNLISTED, Category, Program
from app.domain.rule_changes import rule_changes
from app.domain.rules import DecisionRule, PercentFor

PERCENT_MAX = Decimal(100)
_SMALLEST = Decimal("0.01")


class Rate(StrEnum):
    """What can be set, of a category or of all together."""

    EARN = "EARN"
    DISCOUNT = "DISCOUNT"
    EARNS = "EARNS"
    REDEEMS = "REDEEMS"
    RX = "RX"
    DEFAULT = "DEFAULT"
    MOST_PERCENT = "MOST_PERCENT"
    MOST_A_BILL = "MOST_A_BILL"
    LEAST_POINTS = "LEAST_POINTS"


Value = Decimal | bool | int | None


@dataclass(frozen=True, slots=True)
class Rates:
    """`most_percent` of a bill and `most_a_bill_minor` may be paid by points, with `least_points` on the card."""

    categories: Mapping[str, Category]
    default_percent: Decimal
    most_percent: Decimal
    most_a_bill_minor: int | None
    least_points: int

    @classmethod
    def of(cls, program: Program) -> Rates:
        redemption = program.redemption
        return cls(
            program.categories,
            program.earning.default_percent,
            redemption.max_percent,
            redemption.max_per_bill_minor,
            redemption.min_points,
        )

    def over(self, program: Program) -> Program:
        """The rules with these rates in them."""
        redemption = replace(
            program.redemption,
            max_percent=self.most_percent,
            max_per_bill_minor=self.most_a_bill_minor,
            min_points=self.least_points,
        )
        earning = replace(program.earning, default_percent=self.default_percent)
        return replace(program, categories=self.categories, redemption=redemption, earning=earning)

    def value(self, category: str, rate: Rate) -> Value:
        value: Value = getattr(self.categories.get(category, UNLISTED) if category else self, _FIELDS[rate])
        return value

    def having(self, category: str, rate: Rate, value: Value) -> Rates:
        """The same with one rate set otherwise; `category` is empty for what is one for all."""
        field: dict[str, Any] = {_FIELDS[rate]: value}
        if not category:
            return replace(self, **field)
        changed = replace(self.categories.get(category, UNLISTED), **field)
        return replace(self, categories=MappingProxyType({**self.categories, category: changed}))


_FIELDS: Final[Mapping[Rate, str]] = {
    Rate.EARN: "point_percent",
    Rate.DISCOUNT: "discount_percent",
    Rate.EARNS: "earns",
    Rate.REDEEMS: "redeems",
    Rate.RX: "is_rx",
    Rate.DEFAULT: "default_percent",
    Rate.MOST_PERCENT: "most_percent",
    Rate.MOST_A_BILL: "most_a_bill_minor",
    Rate.LEAST_POINTS: "least_points",
}
OF_CATEGORY: Final = (Rate.EARN, Rate.DISCOUNT, Rate.EARNS, Rate.REDEEMS, Rate.RX)
OF_ALL: Final = (Rate.DEFAULT, Rate.MOST_PERCENT, Rate.MOST_A_BILL, Rate.LEAST_POINTS)


@dataclass(frozen=True, slots=True)
class Difference:
    """One rate that two sets of them have different. `category` is empty for what is one for all."""

    category: str
    rate: Rate
    was: Value
    now: Value

    @property
    def rise(self) -> Decimal:
        """By how many percentage points more is given away; nothing for what is no percentage."""
        if self.rate not in (Rate.EARN, Rate.DISCOUNT, Rate.DEFAULT, Rate.MOST_PERCENT):
            return Decimal(0)
        was, now = (Decimal(0) if value is None else Decimal(value) for value in (self.was, self.now))
        return max(Decimal(0), now - was)


def differences(before: Rates, after: Rates) -> tuple[Difference, ...]:
    """What was set otherwise, category by category, then what is one for all."""
    named = [*before.categories, *(name for name in after.categories if name not in before.categories)]
    places = [*((name, rate) for name in named for rate in OF_CATEGORY), *(("", rate) for rate in OF_ALL)]
    pairs = ((*place, before.value(*place), after.value(*place)) for place in places)
    return tuple(Difference(name, rate, was, now) for name, rate, was, now in pairs if was != now)


def carried_over(base: Rates, mine: Rates, newer: Rates) -> Rates:
    """What `mine` made of `base`, made of `newer`."""
    made = newer
    for one in differences(base, mine):
        made = made.having(one.category, one.rate, one.now)
    return made


def steepest(before: Rates, after: Rates) -> Decimal:
    """The largest rise, in percentage points. What earns the default is measured by what it earned before."""
    return max((one.rise for one in differences(_spelt_out(before), _spelt_out(after))), default=Decimal(0))


def steepest_rule(before: Program, after: Program) -> Decimal:
    """The largest rise that a rule brings: over the rate its category has, or had by the rule as it was."""
    changed = ((one.was, one.now.award) for one in rule_changes(before.rules, after.rules) if one.now is not None)
    risen = (
        award.percent - max(before.point_percent(award.category), _percent(was, award.category))
        for was, award in changed
        if isinstance(award, PercentFor)
    )
    return max(risen, default=Decimal(0))


def _percent(rule: DecisionRule | None, category: str) -> Decimal:
    award = rule.award if rule is not None else None
    return award.percent if isinstance(award, PercentFor) and award.category == category else Decimal(0)


def _spelt_out(rates: Rates) -> Rates:
    """The same with the default said of every category that has no rate of its own."""
    said = {
        name: one if one.point_percent is not None else replace(one, point_percent=rates.default_percent)
        for name, one in rates.categories.items()
    }
    return replace(rates, categories=MappingProxyType(said))


def check(rates: Rates, *, known: Mapping[str, Category], percent_max: Decimal = PERCENT_MAX) -> None:
    """Refuse what cannot be published, with the reason. No rate of points is above `percent_max`. Raises INVALID."""
    for name in rates.categories.keys() - known.keys():
        raise invalid(f"{name} is no category of this shop. Nothing was saved; choose another.")
    for name, category in rates.categories.items():
        _check_category(name, category, percent_max)
    if _is_wrong(rates.default_percent, percent_max):
        percent, why = _shown(rates.default_percent), _why(rates.default_percent, percent_max)
        raise invalid(f"Other categories cannot have {percent} as their rate. {why} Nothing was saved.")
    if _is_wrong(rates.most_percent):
        percent = _shown(rates.most_percent)
        raise invalid(f"Points cannot pay {percent} of a bill. {_why(rates.most_percent)} Nothing was saved.")
    if rates.most_a_bill_minor is not None and not 0 <= rates.most_a_bill_minor <= AMOUNT_MINOR_MAX:
        raise invalid("What points may pay of one bill is an amount of money, from nothing on. Nothing was saved.")
    if not 0 <= rates.least_points <= POINTS_MAX:
        raise invalid("The points a card needs first are a number from 0 on. Nothing was saved.")


def _check_category(name: str, category: Category, percent_max: Decimal) -> None:
    earns, discount = category.point_percent, category.discount_percent
    if earns is not None and _is_wrong(earns, percent_max):
        raise invalid(f"{name} cannot have {_shown(earns)} as its rate. {_why(earns, percent_max)} Nothing was saved.")
    if _is_wrong(discount):
        raise invalid(f"{name} cannot have {_shown(discount)} as its discount. {_why(discount)} Nothing was saved.")


def _is_wrong(percent: Decimal, most: Decimal = PERCENT_MAX) -> bool:
    return not 0 <= percent <= most or percent != percent.quantize(_SMALLEST)


def _why(percent: Decimal, most: Decimal = PERCENT_MAX) -> str:
    if percent < 0:
        return wrong("A rate is never below nothing.")
    if percent > most:
        return wrong(f"A rate is at most {most} %.")
    return wrong("A rate has at most two decimals.")


def _shown(percent: Decimal) -> str:
    return f"{percent.normalize():f} %"
