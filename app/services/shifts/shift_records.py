"""Shifts as they are kept: an opening, and the report that closed it. Neither ever changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from app.domain.shift import CashCount
from app.services.ports import ChainPoint
from app.services.shifts.shift_figures import Figures


@dataclass(frozen=True, slots=True)
class Opening:
    """A shift that was begun. `point` is the place of its event in the counter's chain."""

    shift_id: str
    counter_code: str
    point: ChainPoint
    opened_at: datetime
    staff: str
    float_minor: int


@dataclass(frozen=True, slots=True)
class ShiftReport:
    """A Z report, as it is sealed. Money in minor units.

    `counts` is how often cash was counted; `waiting_bills` had not been sent to the server when it was made.
    """

    shift_id: str
    number: int
    financial_year: str
    currency: str
    opened_at: datetime
    opened_by: str
    closed_at: datetime
    closed_by: str
    float_minor: int
    figures: Figures
    count: CashCount
    expected_minor: int
    counts: int
    note: str
    approved_by: str | None
    waiting_bills: int

    @property
    def difference_minor(self) -> int:
        """What is too much in the drawer; negative where cash is missing."""
        return self.count.total_minor - self.expected_minor


@dataclass(frozen=True, slots=True)
class KeptReport:
    """A Z report with whose it is and where in that counter's chain it stands."""

    counter_code: str
    point: ChainPoint
    report: ShiftReport

    @property
    def name(self) -> str:
        """A1/26-27/Z0042."""
        return f"{self.counter_code}/{self.report.financial_year}/Z{self.report.number:04}"


class Shifts(Protocol):
    def open(self, opening: Opening) -> None: ...
    def close(self, kept: KeptReport) -> None: ...
    def current(self, counter_code: str) -> Opening | None:
        """The shift that was opened and not closed."""

    def last(self, counter_code: str) -> KeptReport | None:
        """The report that was made last, wherever the clock stood."""

    def report(self, shift_id: str) -> KeptReport | None: ...
    def latest(self, counter_code: str, *, most: int) -> Sequence[KeptReport]:
        """Reports of one counter, newest first."""

    def page(self, counter_codes: Sequence[str], *, after: str, most: int) -> Sequence[KeptReport]:
        """Reports of some counters in the order of their shifts' ids, which is that of their beginnings."""

    def every(self) -> Sequence[KeptReport]:
        """All reports, in the order of counters and their chains."""
