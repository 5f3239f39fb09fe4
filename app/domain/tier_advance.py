"""Tier advance: what a rule of a bill brings that lifts its member to a higher tier for a while."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain.days import ShopCalendar
from app.domain.tiers import TierScheme

DAYS_MAX = 3650


@dataclass(frozen=True, slots=True)
class TierAdvance:
    """A higher tier at once after the bill: the one that is named, or the next above (None).

    It is kept so many days after the day of the bill, or a whole period and its grace (None), as one set by hand is.
    """

    tier: str | None = None
    days: int | None = None

    def target(self, scheme: TierScheme, held: str) -> str | None:
        """The tier it lifts to from one that is held; None where that would not be higher."""
        rank = scheme.rank(held) + 1 if self.tier is None else scheme.rank(self.tier)
        return scheme.levels[rank].name if scheme.rank(held) < rank < len(scheme.levels) else None

    def ends_at(self, at: datetime, calendar: ShopCalendar) -> datetime | None:
        """The first instant at which a lift of now keeps the tier no more; None where no days are named."""
        if self.days is None:
            return None
        return calendar.start_of(calendar.day_of(at) + timedelta(days=self.days + 1))
