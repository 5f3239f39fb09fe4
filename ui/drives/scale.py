"""The scale of the timeline: where days lie between its edges, and which of them are named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.days import add_months
from ui.drives.state import Span

DAYS_BEFORE, DAYS_AFTER = 28, 63
DAYS = DAYS_BEFORE + DAYS_AFTER


@dataclass(frozen=True, slots=True)
class Bar:
    """From where to where on the scale, as parts of its width; whether it goes on at the left and at the right."""

    left: float
    right: float
    goes_on_left: bool
    goes_on_right: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """Four weeks back and nine ahead of a day."""

    today: date

    @property
    def first(self) -> date:
        return self.today - timedelta(days=DAYS_BEFORE)

    def place(self, day: date) -> float:
        """Where a day begins, as a part of the width; below 0 or above 1 outside of it."""
        return (day - self.first).days / DAYS

    def bar(self, span: Span) -> Bar | None:
        """What of a span lies on the scale; None where nothing does. A last day counts whole."""
        left = 0.0 if span.first is None else self.place(span.first)
        right = 1.0 if span.last is None else self.place(span.last) + 1 / DAYS
        if right <= 0 or left >= 1:
            return None
        return Bar(max(0.0, left), min(1.0, right), span.first is None or left < 0, span.last is None or right > 1)

    def is_past(self, span: Span) -> bool:
        """Whether all of it was before the scale begins."""
        return span.last is not None and span.last < self.first

    def months(self) -> Iterator[date]:
        """The first days of the months on it."""
        day = add_months(self.first.replace(day=1), 1)
        while self.place(day) < 1:
            yield day
            day = add_months(day, 1)
