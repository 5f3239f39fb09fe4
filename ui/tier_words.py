"""What is missing to a tier, and what is said of one that is about to be lost."""

from __future__ import annotations

from app.domain.formats import points
from app.domain.money import Currency
from app.domain.tiers import Fall, Progress
from ui.words import tr, tr_n


def to_next_tier(progress: Progress, currency: Currency) -> str:
    return tr("{missing} more to {tier}", missing=_missing(progress, currency), tier=progress.next_tier)


def before_it_falls(held: str, fall: Fall, currency: Currency, day: str) -> str:
    """Said while a tier is not reached any more and still held; `day` is that of its end."""
    missing = _missing(fall, currency)
    return tr("{tier} ends {day}: {missing} more keeps it", tier=held, day=day, missing=missing)


def _missing(ahead: Progress | Fall, currency: Currency) -> str:
    missing = [currency.text(ahead.spend_needed_minor)] if ahead.spend_needed_minor else []
    missing += [tr("{points} points", points=points(ahead.points_needed))] if ahead.points_needed else []
    missing += [tr_n("{n} bill", "{n} bills", ahead.orders_needed)] if ahead.orders_needed else []
    return tr(" or ").join(missing)
