"""Progress: one line of a terminal that says how far a long work is and how long it will still take."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TextIO

BAR_WIDTH = 30
REDRAWS_A_SECOND = 10

_ERASE = "\r\x1b[K"


@dataclass(slots=True)
class Progress:
    """Draws on a terminal and nowhere else. The estimate goes by what is made now, not by those passed over."""

    stream: TextIO
    total: int
    clock: Callable[[], float] = time.monotonic
    noun: str = "bills"
    done: int = 0
    made: int = 0
    started: float = field(init=False)
    drawn: float = field(init=False)
    is_seen: bool = field(init=False)

    def __post_init__(self) -> None:
        self.started = self.clock()
        self.drawn = self.started - 1
        self.is_seen = self.stream.isatty()

    def advance(self, *, is_new: bool) -> None:
        """One more; `is_new` when it was not there already."""
        now = self.clock()
        self.done += 1
        self.made += is_new
        if not self.made:
            self.started = now
        begins = is_new and self.made == 1
        if begins or now - self.drawn >= 1 / REDRAWS_A_SECOND:
            self.drawn = now
            self._show(self.line(now))

    def say(self, line: str) -> None:
        """A line of its own, above the bar."""
        self._show("")
        self.stream.write(f"{line}\n")

    def close(self) -> None:
        """Leave the bar as it stands, on a line that is finished."""
        self._show(self.line(self.clock()) + "\n")

    def line(self, now: float) -> str:
        filled = BAR_WIDTH * self.done // max(1, self.total)
        bar = "█" * filled + "·" * (BAR_WIDTH - filled)
        return f"{bar} {self.done:,}/{self.total:,} {self.noun}{self._left(now)}"

    def _left(self, now: float) -> str:
        if not self.made:
            return ""
        seconds = (now - self.started) / self.made * (self.total - self.done)
        return f", {seconds:,.0f} s left"

    def _show(self, text: str) -> None:
        if self.is_seen:
            self.stream.write(_ERASE + text)
            self.stream.flush()
