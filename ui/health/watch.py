"""The watch: looks now and then at what nobody would notice until it is too late, and tells the header."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from ui.context import CounterContext
from ui.health.looking import troubles
from ui.health.state import Finding
from ui.work import Work

FIRST_MS, EVERY_MS = 60_000, 600_000


class HealthWatch(QObject):
    """`tell` is given the words for the header; empty where all is well."""

    def __init__(self, context: CounterContext, work: Work, parent: QObject, tell: Callable[[str], None]) -> None:
        super().__init__(parent)
        self._context, self._work, self._tell = context, work, tell
        self._timer = QTimer(self)
        self._timer.setInterval(FIRST_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        self._timer.setInterval(EVERY_MS)
        context = self._context
        self._work.latest("health watch", lambda: troubles(context), self._know, lambda _: None)

    def stop(self) -> None:
        self._timer.stop()

    def _know(self, found: tuple[Finding, ...]) -> None:
        self._tell(" · ".join(one.short for one in found))
