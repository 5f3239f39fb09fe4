"""When: days, times of day and ages, in words."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from app.domain.days import ShopCalendar
from ui.words import spoken, tr, tr_n

_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def day_words(day: date, *, today: date) -> str:
    """12 Nov, with its year when it is not this one."""
    return spoken().day(day, with_year=day.year != today.year)


def clock_words(at: datetime, calendar: ShopCalendar) -> str:
    return spoken().clock(at.astimezone(calendar.zone).time())


def moment_words(at: datetime, calendar: ShopCalendar, *, now: datetime) -> str:
    """10:42 today; 12 Nov, 10:42 on another day."""
    day, today = calendar.day_of(at), calendar.day_of(now)
    clock = clock_words(at, calendar)
    return clock if day == today else f"{day_words(day, today=today)}, {clock}"


def span_words(span: timedelta) -> str:
    """How long, in the largest unit that says it: less than a minute, 14 min, 3 h, 2 days."""
    if span < _MINUTE:
        return tr("less than a minute")
    if span < _HOUR:
        return tr("{n} min", n=span // _MINUTE)
    if span < _DAY:
        return tr("{n} h", n=span // _HOUR)
    return tr_n("{n} day", "{n} days", span // _DAY)
