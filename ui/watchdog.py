"""The watchdog: says when the screen's thread was busy so long that a person could notice."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 40
LOGGED_MS = 50

_logger = logging.getLogger(__name__)


class Watchdog(QObject):
    """Ticks on the screen's thread; a tick that comes late by more than `limit_ms` is told, in milliseconds."""

    def __init__(
        self,
        parent: QObject,
        *,
        limit_ms: float = LOGGED_MS,
        told: Callable[[float], None] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._limit_ms, self._clock = limit_ms, clock
        self._told = told or _log
        self._last = clock()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _tick(self) -> None:
        now = self._clock()
        late_ms = (now - self._last) * 1000 - EVERY_MS
        self._last = now
        if late_ms > self._limit_ms:
            self._told(late_ms)


def _log(late_ms: float) -> None:
    _logger.info("The screen stood still for %.0f ms.", late_ms)
