"""What is missing to a tier, what is said of one that is about to be lost, and what was changed of tiers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Final

from app.domain.days import ShopCalendar
from app.domain.formats import points as show_points
from app.domain.money import Currency
from app.domain.point_words import PLAIN, PointWords
from app.domain.tier_changes import TierChange
from app.domain.tiers import Fall, Level, PointsBasis, Progress, Qualify
from app.services.tiers.tier_news import Risen
from ui import point_words
from ui.when import day_words
from ui.words import later, tr, tr_n

PARTS: Final = {
    "name": later("Name"),
    "min_spend_minor": later("Spend from"),
    "min_points": later("Points from"),
    "min_orders": later("Bills from"),
    "multiplier": later("Points times"),
    "price_discount_percent": later("Discount in %"),
    "birthday_points": later("Birthday points"),
    "benefits": later("Benefits"),
    "qualification_days": later("Period in days"),
    "grace_days": later("Days of grace"),
    "qualify": later("What counts"),
    "points_basis": later("Points that count"),
}
COUNTED: Final = {
    Qualify.SPEND: later("spend"),
    Qualify.POINTS: later("points"),
    Qualify.POINTS_OR_SPEND: later("points or spend"),
    Qualify.SPEND_AND_ORDERS: later("spend and bills"),
    PointsBasis.LIFETIME_EARNED: later("all that were earned"),
    PointsBasis.AVAILABLE_PLUS_PENDING: later("those that are there"),
}
NOTHING: Final = "–"


def to_next_tier(progress: Progress, currency: Currency, words: PointWords) -> str:
    return tr("{missing} more to {tier}", missing=_missing(progress, currency, words), tier=progress.next_tier)


def before_it_falls(held: str, fall: Fall, currency: Currency, day: str, words: PointWords = PLAIN) -> str:
    """Said while a tier is not reached any more and still held; `day` is that of its end."""
    missing = _missing(fall, currency, words)
    return tr("{tier} ends {day}: {missing} more keeps it", tier=held, day=day, missing=missing)


def risen(news: Risen, calendar: ShopCalendar, today: date, words: PointWords) -> str:
    """Said when a bill has led its member to a higher tier: until when, where a rule says so, and what it brought."""
    last = news.last_day(calendar)
    parts = [
        tr("The member is {tier} now.", tier=news.tier)
        if last is None
        else tr("The member is {tier} now, until {day}.", tier=news.tier, day=day_words(last, today=today))
    ]
    parts += [tr("{amount} came for it.", amount=point_words.amount(news.points, words))] if news.points else []
    return " ".join(parts)


def _missing(ahead: Progress | Fall, currency: Currency, words: PointWords) -> str:
    missing = [currency.text(ahead.spend_needed_minor)] if ahead.spend_needed_minor else []
    missing += [point_words.amount(ahead.points_needed, words)] if ahead.points_needed else []
    missing += [tr_n("{n} bill", "{n} bills", ahead.orders_needed)] if ahead.orders_needed else []
    return tr(" or ").join(missing)


def change(one: TierChange, currency: Currency) -> str:
    """Silver, Spend from: ₹50,000.00 › ₹40,000.00"""
    if not one.part:
        level: Level = one.now or one.was
        asks = tr("from {amount}", amount=currency.text(level.min_spend_minor or 0))
        words = f"{asks} · × {level.multiplier.normalize():f}"
        if one.was is None:
            return tr("Tier “{name}” is new: {now}", name=one.tier, now=words)
        return tr("Tier “{name}” is taken away: {was}", name=one.tier, was=words)
    was, now = (_value(one.part, value, currency) for value in (one.was, one.now))
    return f"{', '.join(filter(None, (one.tier or tr('Tiers'), tr(PARTS[one.part]))))}: {was} › {now}"


def _value(part: str, value: Any, currency: Currency) -> str:
    match value:
        case None | ():
            return NOTHING
        case Qualify() | PointsBasis():
            return tr(COUNTED[value])
        case Decimal():
            return f"{value.normalize():f}"
        case str():
            return value
        case tuple():
            return "; ".join(value)
    return _figure(part, value, currency)


def _figure(part: str, value: int, currency: Currency) -> str:
    if part == "min_spend_minor":
        return currency.text(value)
    return show_points(value) if part in ("min_points", "birthday_points") else str(value)
