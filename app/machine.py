"""This machine's clock and dice, behind the ports the services ask."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

from app.services.ports import Tick


class SystemClock:
    """The wall clock, in UTC."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class Ticks:
    """What this machine's other clocks say; `offset_ms` tells how far the server's was last found to be."""

    def __init__(self, offset_ms: Callable[[], int | None]) -> None:
        self._boot = RandomIds().entity()
        self._offset_ms = offset_ms

    def __call__(self) -> Tick:
        return Tick(self._boot, time.monotonic_ns() // 1_000_000, self._offset_ms())


class RandomIds:
    """UUIDs of version 7 (RFC 9562): 48 bits of milliseconds, then 74 random bits, so ids sort by time."""

    def entity(self) -> str:
        milliseconds = time.time_ns() // 1_000_000
        random = secrets.randbits(74)
        value = milliseconds << 80 | 0x7 << 76 | (random >> 62) << 64 | 0b10 << 62 | random & (1 << 62) - 1
        return str(UUID(int=value))

    def card_digits(self) -> str:
        return f"{secrets.randbelow(10**10):010}"
