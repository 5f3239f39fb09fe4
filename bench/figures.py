"""Figures: what a measurement came to, and the table they are printed in."""

from __future__ import annotations

import platform
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the table. Times are milliseconds; `floor` is the peer measured in the same run, if there is one."""

    path: str
    measured: str
    floor: str
    ratio: str
    held_to: str
    held: bool


@dataclass(frozen=True, slots=True)
class Times:
    """Sorted durations in seconds."""

    seconds: Sequence[float]

    @property
    def p50_ms(self) -> float:
        return median(self.seconds) * 1000

    @property
    def p95_ms(self) -> float:
        return self._ms(95)

    @property
    def p99_ms(self) -> float:
        return self._ms(99)

    def _ms(self, percent: int) -> float:
        return self.seconds[min(len(self.seconds) - 1, len(self.seconds) * percent // 100)] * 1000


def timed(action: Callable[[int], object], *, rounds: int, warm_up: int) -> Times:
    """How long each of `rounds` calls took, after `warm_up` uncounted ones. The call is given its number."""
    for number in range(warm_up):
        action(number)
    seconds = []
    for number in range(warm_up, warm_up + rounds):
        started = time.perf_counter()
        action(number)
        seconds.append(time.perf_counter() - started)
    return Times(sorted(seconds))


def table(figures: Sequence[Figure]) -> str:
    """The figures as a Markdown table."""
    lines = ["| path | measured | beside | ratio | held to | |", "|---|---|---|---|---|---|"]
    lines += [
        f"| {f.path} | {f.measured} | {f.floor} | {f.ratio} | {f.held_to} | {'yes' if f.held else '**no**'} |"
        for f in figures
    ]
    return "\n".join(lines)


def machine() -> str:
    """What this was measured on, in one line."""
    return f"CPython {platform.python_version()}, {platform.machine()}, {platform.system()}; times in milliseconds."
