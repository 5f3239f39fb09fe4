"""Arrivals on the screen's thread: what feeds tell on theirs, tried again while it cannot be said."""

from __future__ import annotations

from threading import Lock

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.services.sales.arrivals import Feeds, Told
from ui.billing.arriving import Arriving

AGAIN_MS = 1000


class Arrivals(QObject):
    """Deaf once it is closed, for feeds may outlive the window."""

    _told = Signal(object)

    def __init__(self, feeds: Feeds, parent: QObject, arriving: Arriving) -> None:
        super().__init__(parent)
        self._door, self._is_open = Lock(), True
        self._arriving = arriving
        self._again = QTimer(self)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self._say)
        self._told.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        feeds.listen(self._pass_on)

    def close(self) -> None:
        with self._door:
            self._is_open = False
        self._again.stop()

    def _pass_on(self, told: Told) -> None:
        """On a thread of the feeds."""
        with self._door:
            if self._is_open:
                self._told.emit(told)

    def _hear(self, told: Told) -> None:
        if self._is_open:
            self._arriving.hear(told)
            self._again.start()

    def _say(self) -> None:
        self._arriving.say()
        if not self._arriving.has_more:
            self._again.stop()
