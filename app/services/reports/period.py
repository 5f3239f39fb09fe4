"""Periods: stretches of the shop's own days that reports are asked for, both ends included."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from app.domain.days import ShopCalendar, add_days, add_months
from app.domain.errors import invalid

DAYS_MAX: Final = 3_660  # ten years: a row a day is still a table
_INSTANT: Final = timedelta(microseconds=1)


class Span(StrEnum):
    """The stretches that have a name, all of them up to today but the last month."""

    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    LAST_MONTH = "last-month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Days:
    """From the first day to the last. Raises INVALID when they come the wrong way round, or are too many."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise invalid("The first day is after the last. Type the earlier one first.")
        if (self.last - self.first).days >= DAYS_MAX:
            raise invalid(f"A report covers {DAYS_MAX:,} days at most. Choose fewer.")

    def each(self) -> Iterator[date]:
        return (add_days(self.first, n) for n in range((self.last - self.first).days + 1))


def days_of(span: Span, today: date) -> Days:
    """The days of a stretch, as of today."""
    match span:
        case Span.TODAY:
            return Days(today, today)
        case Span.WEEK:
            return Days(add_days(today, -6), today)
        case Span.MONTH:
            return Days(today.replace(day=1), today)
        case Span.LAST_MONTH:
            first = add_months(today.replace(day=1), -1)
            return Days(first, add_days(today.replace(day=1), -1))
        case Span.YEAR:  # pragma: no branch
            return Days(add_days(add_months(today, -12), 1), today)


def end_of(day: date, calendar: ShopCalendar) -> datetime:
    """The last instant of a day."""
    return calendar.start_of(add_days(day, 1)) - _INSTANT
