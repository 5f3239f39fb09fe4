"""How far the server's clock is from ours, as far as the round trips of recent answers can tell."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

KEPT_MAX = 8
KEPT_MS_MAX = 15 * 60 * 1000
STEP_MS_MAX = 1000


@dataclass(frozen=True, slots=True)
class Moment:
    """One instant on both clocks of this machine: the one people set, and the one nobody can."""

    wall_ms: int
    mono_ms: int


@dataclass(frozen=True, slots=True)
class Offset:
    """Server's clock minus ours, in ms; the truth is within `uncertainty_ms` of it."""

    offset_ms: int
    uncertainty_ms: int


@dataclass(frozen=True, slots=True)
class _Sample:
    offset: Offset
    taken: Moment


def this_machine() -> Moment:
    return Moment(wall_ms=time.time_ns() // 1_000_000, mono_ms=time.monotonic_ns() // 1_000_000)


class ClockOffset:
    """The best of the last few answers. Safe to use from several threads.

    An answer is forgotten after KEPT_MS_MAX, and as soon as the two clocks of this machine no longer agree on how long
    ago it came: then the clock was set, or the machine slept, and what was measured before says nothing.
    """

    def __init__(self, read: Callable[[], Moment] = this_machine) -> None:
        self._read = read
        self._samples: deque[_Sample] = deque(maxlen=KEPT_MAX)
        self._lock = Lock()

    def now(self) -> Moment:
        return self._read()

    def note(self, *, server_ms: int, sent: Moment, elapsed_ms: int) -> None:
        """The server stamped an answer `server_ms`; the call left at `sent` and its answer began `elapsed_ms` later."""
        half = elapsed_ms // 2
        offset = Offset(offset_ms=server_ms - (sent.wall_ms + half), uncertainty_ms=elapsed_ms - half + 1)
        with self._lock:
            self._samples.append(_Sample(offset, sent))

    def best_ms(self) -> int | None:
        best = self.best()
        return None if best is None else best.offset_ms

    def best(self) -> Offset | None:
        """The one with the shortest round trip of those that still hold; None when none does."""
        now = self._read()
        with self._lock:
            holding = [sample.offset for sample in self._samples if _holds(sample.taken, now)]
        return min(reversed(holding), key=lambda offset: offset.uncertainty_ms, default=None)


def _holds(taken: Moment, now: Moment) -> bool:
    passed_ms = now.mono_ms - taken.mono_ms
    step_ms = (now.wall_ms - taken.wall_ms) - passed_ms
    return passed_ms <= KEPT_MS_MAX and abs(step_ms) <= STEP_MS_MAX
