"""Rates: how often one caller may come, and what they are told when it is too often."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, field

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from server.settings import ServerSettings
from server.web.problems import Problem


@dataclass(frozen=True, slots=True)
class Rates:
    """Counts in this process's memory: a restart forgets, which costs a guesser more than it gives."""

    per_caller: RateLimitItem
    per_address: RateLimitItem
    per_code: RateLimitItem = field(default_factory=lambda: RateLimitItemPerMinute(10))
    _limiter: MovingWindowRateLimiter = field(default_factory=lambda: MovingWindowRateLimiter(MemoryStorage()))

    @classmethod
    def of(cls, settings: ServerSettings) -> Rates:
        return cls(
            per_caller=RateLimitItemPerMinute(settings.requests_per_minute),
            per_address=RateLimitItemPerMinute(settings.sign_ins_per_minute),
        )

    def caller(self, *who: str) -> dict[str, str]:
        """Count one request of a signed-in caller; the headers that tell them where they stand."""
        return self._count(self.per_caller, "caller", *who)

    def address(self, door: str, address: str) -> dict[str, str]:
        """Count one knock at a door that needs no token."""
        return self._count(self.per_address, "address", door, address)

    def code(self, door: str, code: str) -> dict[str, str]:
        """Count one try of one code, whoever tries it."""
        return self._count(self.per_code, "code", door, code)

    def _count(self, limit: RateLimitItem, *key: str) -> dict[str, str]:
        is_allowed = self._limiter.hit(limit, *key)
        reset_at, left = self._limiter.get_window_stats(limit, *key)
        wait = max(1, math.ceil(reset_at - time.time()))
        headers = {"RateLimit-Limit": str(limit.amount), "RateLimit-Remaining": str(left), "RateLimit-Reset": str(wait)}
        if not is_allowed:
            raise Problem(
                429,
                "TOO-MANY",
                f"Too many requests. Nothing was changed by this one. Wait {wait} seconds, then go on more slowly.",
                headers={**headers, "Retry-After": str(wait)},
            )
        return headers
