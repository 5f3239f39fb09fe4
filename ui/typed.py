"""Typed: figures, amounts, days and times as somebody types them into a form, and back.

What is none of the kind is a ValueError with a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation

from app.domain.days import ShopCalendar
from app.domain.money import Currency
from app.domain.points import HUNDREDTHS
from app.domain.rules import Band
from ui.amounts import amount_minor
from ui.words import later, tr

MISSING = later("A figure is still missing.")
NO_NUMBER = later("“{typed}” is no whole number.")
NO_AMOUNT = later("“{typed}” is no amount; type one like 500.")
NO_RATE = later("“{typed}” is no number; type one like 2 or 2.5.")
NO_DAY = later("“{typed}” is no day; type one like 01/12/2026.")
NO_TIME = later("“{typed}” is no time; type one like 18:30.")
NO_BANDS = later("Amounts with their points are typed like 500: 10, 1000: 25.")
NO_HOURS = later("Hours have a beginning and an end, both as 18:30.")
NO_REWARD = later("Choose the reward that it gives a voucher of.")
_TICK = timedelta(microseconds=1)


def names(typed: str) -> frozenset[str]:
    return frozenset(name for one in typed.split(",") if (name := one.strip()))


def whole(typed: str) -> int:
    _require(typed)
    try:
        return int(typed)
    except ValueError:
        raise ValueError(tr(NO_NUMBER, typed=typed)) from None


def _require(typed: str) -> None:
    if not typed.strip():
        raise ValueError(tr(MISSING))


def whole_or_none(typed: str) -> int | None:
    return whole(typed) if typed.strip() else None


def number(typed: str) -> Decimal:
    _require(typed)
    try:
        value = Decimal(typed.strip())
    except InvalidOperation:
        raise ValueError(tr(NO_RATE, typed=typed)) from None
    if not value.is_finite():
        raise ValueError(tr(NO_RATE, typed=typed))
    return value


def points(typed: str) -> int:
    hundredths = number(typed) * HUNDREDTHS
    if hundredths != int(hundredths):
        raise ValueError(tr(NO_RATE, typed=typed))
    return int(hundredths)


def points_or_none(typed: str) -> int | None:
    return points(typed) if typed.strip() else None


def points_typed(hundredths: int | None) -> str:
    return "" if hundredths is None else f"{(Decimal(hundredths) / HUNDREDTHS).normalize():f}"


def amount(typed: str, currency: Currency) -> int:
    minor = amount_minor(typed.replace(currency.symbol, ""), currency)
    if minor is None:
        raise ValueError(tr(NO_AMOUNT, typed=typed))
    return minor


def amount_typed(minor: int, currency: Currency) -> str:
    return f"{currency.to_major(minor).normalize():f}"


def bands(typed: str, currency: Currency) -> Iterator[Band]:
    for one in filter(None, (part.strip() for part in typed.split(","))):
        before, colon, brought = one.partition(":")
        if not colon:
            raise ValueError(tr(NO_BANDS))
        yield Band(amount(before, currency), points(brought))


def minute(typed: str) -> int:
    hours, _, minutes = typed.strip().partition(":")
    if not (hours.isdigit() and (minutes or "0").isdigit() and int(minutes or 0) < 60):
        raise ValueError(tr(NO_TIME, typed=typed))
    return int(hours) * 60 + int(minutes or 0)


def _day(typed: str) -> date | None:
    if not typed.strip():
        return None
    try:
        day, month, year = map(int, typed.replace("-", "/").replace(".", "/").split("/"))
        return date(year, month, day)
    except ValueError:
        raise ValueError(tr(NO_DAY, typed=typed)) from None


def first_instant(typed: str, calendar: ShopCalendar) -> datetime | None:
    day = _day(typed)
    return None if day is None else calendar.start_of(day)


def last_instant(typed: str, calendar: ShopCalendar) -> datetime | None:
    """The last instant of the day."""
    day = _day(typed)
    return None if day is None else calendar.start_of(day + timedelta(days=1)) - _TICK


def day_typed(at: datetime | None, calendar: ShopCalendar) -> str:
    return "" if at is None else f"{calendar.day_of(at):%d/%m/%Y}"
