"""Stopping: Ctrl+C is noticed between two bills, so that the one in hand is finished first."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

INTERRUPTED = 130  # what a shell reports of a program that Ctrl+C has ended


@dataclass(slots=True)
class Stop:
    """Whether the person has asked to stop. Asking twice does not wait."""

    asked: bool = False

    def ask(self, _: int, __: FrameType | None) -> None:
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True


@contextmanager
def listening() -> Iterator[Stop]:
    """Ctrl+C only asks, for as long as this lasts."""
    stop = Stop()
    before = signal.signal(signal.SIGINT, stop.ask)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)
