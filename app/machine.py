"""This machine's clock and dice, behind the ports the services ask."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from app.domain.codes import VOUCHER_LETTERS, VOUCHER_RANDOM
from app.domain.staff import Pin
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

    def voucher_letters(self) -> str:
        return "".join(secrets.choice(VOUCHER_LETTERS) for _ in range(VOUCHER_RANDOM))

    def staff_card_digits(self) -> str:
        return f"{secrets.randbelow(10**18):018}"


class ArgonPins:
    """Argon2id as OWASP advises it for a small machine: 19 MiB, two rounds; a twentieth of a second a PIN."""

    def __init__(self) -> None:
        self._argon = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
        self._one_at_a_time = threading.Lock()
        self._nobodys = ""

    def hashed(self, pin: Pin) -> str:
        with self._one_at_a_time:
            return self._argon.hash(pin.digits)

    def fits(self, pin_hash: str, pin: Pin) -> bool:
        """Somebody without a PIN costs as much as a wrong one: who listens to the time learns nothing."""
        with self._one_at_a_time:
            try:
                return self._argon.verify(pin_hash or self._of_nobody(), pin.digits) and pin_hash != ""
            except (VerifyMismatchError, InvalidHashError):
                return False

    def _of_nobody(self) -> str:
        """No PIN has letters, so none fits it."""
        self._nobodys = self._nobodys or self._argon.hash("nobody")
        return self._nobodys
