"""Speech: what figures and days of one page are said with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.days import ShopCalendar
from app.domain.money import Currency
from ui.when import day_words, moment_words


@dataclass(frozen=True, slots=True)
class Speech:
    """As it is at `now`: this year's days have no year, today's moments no day."""

    currency: Currency
    calendar: ShopCalendar
    now: datetime

    def day(self, at: datetime) -> str:
        return day_words(self.calendar.day_of(at), today=self.calendar.day_of(self.now))

    def moment(self, at: datetime) -> str:
        return moment_words(at, self.calendar, now=self.now)
