"""Figure words: what the figures of a programme are called, what each comes to, and what differs between two sets."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from app.domain.expiry import ExpiryMode
from app.domain.figures import Figure, FigureChange
from app.domain.formats import points, quantity
from app.domain.money import Currency
from app.domain.points import RoundingMode, RoundingScope, TierStep
from app.domain.program import CapBase, EarnOn, MinPointsMode, RedeemAs, RefundEarned, Shortfall
from ui.words import later, tr

NAMES: Final[Mapping[Figure, str]] = {
    Figure.WORTH: later("One of the points is worth"),
    Figure.STEP: later("Points pay in steps of"),
    Figure.LEAST_OF: later("The points needed first are those"),
    Figure.CAP_BASE: later("What they may pay is a share of"),
    Figure.PAID_AS: later("Points count as"),
    Figure.EARN_ON: later("Points are earned on"),
    Figure.LEAST_BILL: later("Bills earn from"),
    Figure.CEILING: later("All together multiplies by at most"),
    Figure.PENDING: later("Days until points can be used"),
    Figure.REFERRAL: later("Referrers get of a bill, in %"),
    Figure.QUANTUM: later("Points are rounded to"),
    Figure.ROUNDED: later("They are rounded"),
    Figure.ROUNDED_PER: later("They are rounded for"),
    Figure.TIER_STEP: later("A tier multiplies"),
    Figure.ROUND_OFF: later("Bills are rounded to"),
    Figure.EXPIRY: later("Points end"),
    Figure.LASTS: later("How many of these"),
    Figure.TAKEN_BACK: later("A return takes back"),
    Figure.SHORTFALL: later("Where points are spent already"),
    Figure.GRACE: later("Points that came back last, in days"),
}
CHOICES: Final[Mapping[Figure, Mapping[StrEnum, str]]] = {
    Figure.LEAST_OF: {
        MinPointsMode.BALANCE: later("on the card"),
        MinPointsMode.PER_REDEMPTION: later("used on the bill"),
    },
    Figure.CAP_BASE: {
        CapBase.NET_AFTER_DISCOUNT: later("the price after discounts"),
        CapBase.GROSS: later("the full price"),
    },
    Figure.PAID_AS: {RedeemAs.TENDER: later("a payment"), RedeemAs.DISCOUNT: later("a discount")},
    Figure.EARN_ON: {
        EarnOn.NET_OF_DISCOUNT_AND_REDEMPTION: later("what is paid in money"),
        EarnOn.NET_OF_DISCOUNT: later("the price after discounts"),
        EarnOn.GROSS: later("the full price"),
    },
    Figure.ROUNDED: {RoundingMode.FLOOR: later("down"), RoundingMode.HALF_UP: later("to the nearest")},
    Figure.ROUNDED_PER: {RoundingScope.LINE: later("each line"), RoundingScope.BILL: later("the whole bill")},
    Figure.TIER_STEP: {
        TierStep.MULTIPLY_THEN_ROUND: later("before they are rounded"),
        TierStep.ROUND_THEN_MULTIPLY_THEN_ROUND: later("what is rounded already"),
    },
    Figure.EXPIRY: {
        ExpiryMode.NEVER: later("never"),
        ExpiryMode.DAYS: later("after days"),
        ExpiryMode.MONTHS: later("after months"),
        ExpiryMode.END_OF_MONTH: later("at the end of a month"),
        ExpiryMode.END_OF_YEAR: later("at the end of a year"),
        ExpiryMode.INACTIVITY: later("after months without a purchase"),
    },
    Figure.TAKEN_BACK: {
        RefundEarned.LINE_EXACT: later("what its lines earned"),
        RefundEarned.VALUE_RATIO: later("a share by value"),
    },
    Figure.SHORTFALL: {
        Shortfall.NEGATIVE: later("the balance goes below zero"),
        Shortfall.CLAMP: later("the balance stops at zero"),
    },
}
OF_MONEY: Final = (Figure.LEAST_BILL, Figure.ROUND_OFF)
OF_POINTS: Final = (Figure.STEP, Figure.QUANTUM)
COUNTED: Final = (Figure.PENDING, Figure.LASTS, Figure.GRACE)


def value_text(figure: Figure, value: Any, currency: Currency) -> str:
    """₹0.10, 1 %, a payment, after months."""
    if figure in CHOICES:
        return tr(CHOICES[figure][value])
    if figure in OF_MONEY:
        return currency.text(value) if value else tr("nothing")
    if figure in OF_POINTS:
        return points(value)
    if figure is Figure.WORTH:
        return f"{currency.symbol}{_as_money(value, currency)}"
    return quantity(Decimal(value)) if figure in COUNTED else _decimal(value)


def change(one: FigureChange, currency: Currency) -> str:
    """Points end: after months › never"""
    was, now = (value_text(one.figure, value, currency) for value in (one.was, one.now))
    return f"{tr(NAMES[one.figure])}: {was} › {now}"


def _as_money(value: Decimal, currency: Currency) -> str:
    """0.10, and 0.125 where it is finer than the currency."""
    finest = value.normalize().as_tuple().exponent
    assert isinstance(finest, int), "what is worth something is a number"
    return f"{value:.{max(currency.digits, -finest)}f}"


def _decimal(value: Decimal) -> str:
    return f"{value.normalize():f}"
