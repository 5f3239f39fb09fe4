"""Clocks of a simulated world: one true time, and machines that are wrong about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from app.domain.codes import VOUCHER_LETTERS, VOUCHER_RANDOM
from app.services.ports import Tick
from app.services.records import to_micros
from sync.clock_offset import Moment

BEGINS = datetime(2025, 12, 31, 18, 30, tzinfo=UTC)  # 2026-01-01 00:00 in the shop
_MS = timedelta(milliseconds=1)


@dataclass
class TrueTime:
    now: datetime = BEGINS

    def wait(self, time: timedelta) -> None:
        self.now += time


@dataclass
class MachineClock:
    """A machine's clock: `wrong_by` is what people, batteries and time zones did to it."""

    time: TrueTime
    wrong_by: timedelta = timedelta(0)
    started_at: datetime = BEGINS
    starts: int = 1

    def now(self) -> datetime:
        return self.time.now + self.wrong_by

    def moment(self) -> Moment:
        return Moment(wall_ms=to_micros(self.now()) // 1000, mono_ms=(self.time.now - self.started_at) // _MS)

    def tick(self, offset_ms: int | None) -> Tick:
        return Tick(f"boot-{self.starts}", self.moment().mono_ms, offset_ms)

    def start(self) -> None:
        self.started_at, self.starts = self.time.now, self.starts + 1


@dataclass
class NumberedIds:
    """Ids that are the same on every run, no two machines' alike, and in the order they were made."""

    machine: int
    made: int = 0

    def entity(self) -> str:
        return f"{self._next():08}-{self.machine:02}"

    def card_digits(self) -> str:
        return f"{self.machine % 100:02}{self._next() % 10**8:08}"

    def voucher_letters(self) -> str:
        number = self._next() * 1000 + self.machine
        return "".join(VOUCHER_LETTERS[number // 32**place % 32] for place in reversed(range(VOUCHER_RANDOM)))

    def _next(self) -> int:
        self.made += 1
        return self.made
