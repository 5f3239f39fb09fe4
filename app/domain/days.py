"""Days: instants as the shop's calendar sees them."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class ShopCalendar:
    """The store's time zone: every "day", "month" and "weekend" is its own. Source: docs/domain.md, Numbers 4."""

    zone: ZoneInfo

    def day_of(self, instant: datetime) -> date:
        return instant.astimezone(self.zone).date()

    def start_of(self, day: date) -> datetime:
        """The first instant of a day, in UTC."""
        return datetime.combine(day, time.min, tzinfo=self.zone).astimezone(UTC)

    def month_of(self, instant: datetime) -> tuple[datetime, datetime]:
        """First instant of the instant's calendar month, and of the next."""
        first = self.day_of(instant).replace(day=1)
        return self.start_of(first), self.start_of(add_months(first, 1))


INDIA = ShopCalendar(ZoneInfo("Asia/Kolkata"))


# The zones of the world lie between these, and a day of one of them is a day of the world.
_FURTHEST_WEST, _FURTHEST_EAST = timedelta(hours=-12), timedelta(hours=14)


def is_day_somewhere(day: date, instant: datetime) -> bool:
    """Whether it is that day anywhere at an instant, whatever zone a shop's clock is in."""
    at = instant.astimezone(UTC)
    return (at + _FURTHEST_WEST).date() <= day <= (at + _FURTHEST_EAST).date()


def add_months(day: date, months: int) -> date:
    """The same day `months` later, clamped to that month's end."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def add_days(day: date, days: int) -> date:
    return day + timedelta(days=days)


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last instant, both included; None is open. A day given as `until` counts whole."""

    from_at: datetime | None = None
    until_at: datetime | None = None

    def covers(self, instant: datetime) -> bool:
        after_start = self.from_at is None or instant >= self.from_at
        return after_start and (self.until_at is None or instant <= self.until_at)

    def within(self, other: Period) -> Period | None:
        """What both have; None where they have nothing."""
        first = max((one.from_at for one in (self, other) if one.from_at is not None), default=None)
        last = min((one.until_at for one in (self, other) if one.until_at is not None), default=None)
        return None if first is not None and last is not None and last < first else Period(first, last)


ALWAYS = Period()
