"""The desk: everything a verb is given besides its arguments."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from app.domain.card_blocks import CardBlock
from app.domain.days import INDIA, ShopCalendar
from app.domain.shift import OFFERED, ShiftRules
from app.services.staff.staff_records import NoPins, Pins

if TYPE_CHECKING:
    from app.services.ports import Clock, Head, Ids, Store, Tick

BILL_NUMBER_MAX = 16  # characters; the limit India's GST rules put on an invoice number
_NO_PINS = NoPins()


def _some_stores() -> None:
    """A counter knows its own store, and not which others there are."""
    return


def _no_ticks() -> None:
    """A machine that counts no ticks: a simulation, or the server, whose clock is the measure."""
    return


@dataclass(frozen=True, slots=True)
class Desk:
    """One counter of one shop, with its store, clock and ids; or the server's desk for one tenant.

    `approved_by` is who approved what is done at it, where that is not only who asked: every event sealed names them.
    `expiring_days` is how early points that go are news on receipts; what goes later is none yet.
    `rate_rise_bill` is the usual bill, in whole money, that gifts are measured by.
    `card_block` is what the server gives cards out of; a counter's stands in its link.
    """

    store: Store
    clock: Clock
    ids: Ids
    counter_code: str = "A1"
    calendar: ShopCalendar = INDIA
    year_starts_in_month: int = 4
    is_server: bool = False
    ticks: Callable[[], Tick | None] = _no_ticks
    pins: Pins = _NO_PINS
    stores: Callable[[], Collection[str] | None] = _some_stores
    approved_by: str | None = None
    discount_limit_percent: int = 100
    rate_rise_limit_percent: int = 100
    rate_rise_bill: int = 500
    rate_max_percent: int = 100
    expiring_days: int = 60
    shifts: ShiftRules = OFFERED
    card_block: CardBlock | None = None

    def approved(self, by: str) -> Desk:
        """The same desk, for what this person has approved."""
        return replace(self, approved_by=by)

    @property
    def mono_ms(self) -> int | None:
        """How long this machine has been running; None where nobody counts that."""
        tick = self.ticks()
        return tick.mono_ms if tick else None

    def instant(self, head: Head) -> datetime:
        """Now, but never before what this counter has already seen: a clock set back revives nothing."""
        return max(self.clock.now(), head.latest_at)

    def bill_number(self, head: Head, on: date) -> tuple[str, str, int]:
        """The next bill number with its financial year and running number; gap-free per year.

        A year that was begun is not left for an earlier one, whatever the setting says: numbers would come again.
        """
        year = max(head.financial_year, financial_year(on, starts_in_month=self.year_starts_in_month))
        running = head.last_bill_no + 1 if head.financial_year in ("", year) else 1
        number = f"{self.counter_code}/{year}/{running:06}"
        assert len(number) <= BILL_NUMBER_MAX, "bill numbers fit the tax rule"
        return number, year, running


def financial_year(on: date, *, starts_in_month: int) -> str:
    """The financial year a day falls in, as printed: 26-27."""
    first = on.year if on.month >= starts_in_month else on.year - 1
    return f"{first % 100:02}-{(first + 1) % 100:02}"
