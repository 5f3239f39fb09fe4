"""What is missing to a tier, and what is said of one that is about to be lost."""

from __future__ import annotations

from datetime import date

from app.domain.days import ShopCalendar
from app.domain.money import Currency
from app.domain.point_words import PLAIN, PointWords
from app.domain.tiers import Fall, Progress
from app.services.tiers.tier_news import Risen
from ui import point_words
from ui.when import day_words
from ui.words import tr, tr_n


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
