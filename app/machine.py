"""This machine's clock and dice, behind the ports the services ask."""

from __future__ import annotations

import secrets
import time
from datetime import UTC, datetime
from uuid import UUID


class SystemClock:
    """The wall clock, in UTC."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class RandomIds:
    """UUIDs of version 7 (RFC 9562): 48 bits of milliseconds, then 74 random bits, so ids sort by time."""

    def entity(self) -> str:
        milliseconds = time.time_ns() // 1_000_000
        random = secrets.randbits(74)
        value = milliseconds << 80 | 0x7 << 76 | (random >> 62) << 64 | 0b10 << 62 | random & (1 << 62) - 1
        return str(UUID(int=value))

    def card_digits(self) -> str:
        return f"{secrets.randbelow(10**10):010}"
