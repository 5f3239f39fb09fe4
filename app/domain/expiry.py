"""Expiry: when earned points can first be spent, and when they are gone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.domain.days import ShopCalendar, add_days, add_months


class ExpiryMode(StrEnum):
    NEVER = "NEVER"
    DAYS = "DAYS"
    MONTHS = "MONTHS"
    END_OF_MONTH = "END_OF_MONTH"
    END_OF_YEAR = "END_OF_YEAR"
    INACTIVITY = "INACTIVITY"


# What `n` is when only the mode is named: END_OF_* mean the end of the month or year of earning.
DEFAULT_N = {
    ExpiryMode.NEVER: 0,
    ExpiryMode.DAYS: 365,
    ExpiryMode.MONTHS: 12,
    ExpiryMode.END_OF_MONTH: 0,
    ExpiryMode.END_OF_YEAR: 0,
    ExpiryMode.INACTIVITY: 12,
}


@dataclass(frozen=True, slots=True)
class Expiry:
    """`n` counts days, months, or months/years beyond the current one. Source: docs/domain.md, Lots 1.

    Where it is months of INACTIVITY, each purchase pushes the end of what a member has by as much again.
    """

    mode: ExpiryMode = ExpiryMode.MONTHS
    n: int = 12

    def gone_on(self, earned_on: date) -> date | None:
        """The first day on which points earned that day are gone; None is never."""
        match self.mode:
            case ExpiryMode.NEVER:
                return None
            case ExpiryMode.DAYS:
                return add_days(earned_on, self.n)
            case ExpiryMode.MONTHS | ExpiryMode.INACTIVITY:
                return add_months(earned_on, self.n)
            case ExpiryMode.END_OF_MONTH:
                return add_months(earned_on.replace(day=1), self.n + 1)
            case ExpiryMode.END_OF_YEAR:  # pragma: no branch
                return date(earned_on.year + self.n + 1, 1, 1)

    def expires_at(self, earned_at: datetime, calendar: ShopCalendar) -> datetime | None:
        """The first instant at which the points are gone."""
        gone_on = self.gone_on(calendar.day_of(earned_at))
        return None if gone_on is None else calendar.start_of(gone_on)


def available_at(earned_at: datetime, *, pending_days: int, calendar: ShopCalendar) -> datetime:
    """When earned points can first be spent: at once, or at the start of the day `pending_days` later."""
    if pending_days == 0:
        return earned_at
    return calendar.start_of(add_days(calendar.day_of(earned_at), pending_days))
