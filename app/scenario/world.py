"""The world of a scenario: a clock that moves only when told, and ids that are the same on every run."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count

from app.domain.codes import VOUCHER_LETTERS, VOUCHER_RANDOM

STARTS_AT = datetime(2025, 12, 31, 18, 30, tzinfo=UTC)  # 2026-01-01 00:00 in the shop


@dataclass(slots=True)
class ScenarioClock:
    """A clock that moves only when a step says so."""

    today: datetime = STARTS_AT

    def now(self) -> datetime:
        return self.today

    def advance(self, to: datetime) -> None:
        self.today = max(self.today, to)


@dataclass(slots=True)
class SequentialIds:
    """Ids that are the same on every run; safe to draw from several threads."""

    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    lock: threading.Lock = field(default_factory=threading.Lock)

    def entity(self) -> str:
        return f"id-{self._next():012}"

    def card_digits(self) -> str:
        return f"{self._next():010}"

    def voucher_letters(self) -> str:
        number = self._next()
        return "".join(VOUCHER_LETTERS[number // 32**place % 32] for place in reversed(range(VOUCHER_RANDOM)))

    def staff_card_digits(self) -> str:
        return f"{self._next():018}"

    def _next(self) -> int:
        with self.lock:
            return next(self.numbers)
