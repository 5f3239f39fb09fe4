"""When: days, times of day and ages, in words."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from app.domain.days import ShopCalendar

_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def day_words(day: date, *, today: date) -> str:
    """12 Nov, with its year when it is not this one."""
    return f"{day.day} {day:%b}" if day.year == today.year else f"{day.day} {day:%b %Y}"


def clock_words(at: datetime, calendar: ShopCalendar) -> str:
    return f"{at.astimezone(calendar.zone):%H:%M}"


def moment_words(at: datetime, calendar: ShopCalendar, *, now: datetime) -> str:
    """10:42 today; 12 Nov, 10:42 on another day."""
    day, today = calendar.day_of(at), calendar.day_of(now)
    clock = clock_words(at, calendar)
    return clock if day == today else f"{day_words(day, today=today)}, {clock}"


def span_words(span: timedelta) -> str:
    """How long, in the largest unit that says it: less than a minute, 14 min, 3 h, 2 days."""
    if span < _MINUTE:
        return "less than a minute"
    if span < _HOUR:
        return f"{span // _MINUTE} min"
    if span < _DAY:
        return f"{span // _HOUR} h"
    days = span // _DAY
    return "1 day" if days == 1 else f"{days} days"
