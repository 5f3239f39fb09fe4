"""Waiting for what other threads do, for as long as nobody wants to stop."""

from __future__ import annotations

import time
from collections.abc import Callable

from app.commands.stopping import Stop

LOOK_S = 0.02


class StoppedError(Exception):
    """Ctrl+C was pressed."""


class TooLongError(Exception):
    """What was waited for did not come in a time that was plenty; the sentence names it."""


def until(is_so: Callable[[], bool], what: Callable[[], str], *, within_s: float, stop: Stop) -> None:
    """`what` says what is still waited for. Raises StoppedError or TooLongError."""
    deadline = time.monotonic() + within_s
    while not is_so():
        if stop.asked:
            raise StoppedError
        if time.monotonic() > deadline:
            raise TooLongError(f"{what()} did not come to pass within {within_s:.0f} s.")
        time.sleep(LOOK_S)
