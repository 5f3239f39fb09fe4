"""Retrying: from time to time, what waits to be printed is tried again, in the printer's own lane."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from ui.context import Receipts
from ui.work import Work

FIRST_MS, EVERY_MS = 1000, 5000


class Retrying(QObject):
    """`tried` is called after each time. What still waits is in the queue, with its reason."""

    def __init__(self, receipts: Receipts, work: Work, parent: QObject, tried: Callable[[], None]) -> None:
        super().__init__(parent)
        self._receipts, self._work, self._tried = receipts, work, tried
        self._is_trying = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.retry)
        self._timer.start()
        QTimer.singleShot(FIRST_MS, self, self.retry)

    def retry(self) -> None:
        """One at a time: a printer that is long gone must not gather tries."""
        if not self._is_trying:
            self._is_trying = True
            self._work.paper(self._receipts.retry, self._done, self._done)

    def stop(self) -> None:
        self._timer.stop()
        self._is_trying = True

    def _done(self, _: object) -> None:
        self._is_trying = False
        self._tried()
