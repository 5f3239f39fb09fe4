"""Backoff: when a line that did not work is tried again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

FIRST_S = 1.0
MOST_S = 300.0


@dataclass(slots=True)
class Backoff:
    """When the next try is due, in seconds of `mono`, which never goes back.

    After failures it waits from one second to five minutes, with full jitter: anywhere between nothing and the whole of
    it. `dice` gives a number from 0 up to 1. `tries` counts what failed in a row.
    """

    mono: Callable[[], float]
    dice: Callable[[], float]
    tries: int = 0
    due_s: float = 0.0

    @property
    def left_s(self) -> float:
        """How long until then; nothing when it is due."""
        return max(0.0, self.due_s - self.mono())

    def failed(self, *, asked_s: float | None = None) -> None:
        """One more failure; the server is never left alone for less than it asked for."""
        longest = min(MOST_S, FIRST_S * 2.0 ** min(self.tries, 20))
        self.tries += 1
        self.due_s = self.mono() + max(longest * self.dice(), asked_s or 0.0)

    def worked(self, *, again_s: float = 0.0) -> None:
        self.tries = 0
        self.due_s = self.mono() + again_s

    def at_once(self) -> None:
        """Somebody asked: whatever was waited for is over."""
        self.due_s = 0.0
