"""Idle: nobody has touched the counter for a while."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

_TOUCHED = (
    QEvent.Type.ShortcutOverride,  # comes for every key, also for those that become commands
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
)


class Idle(QObject):
    """Calls `left` once nobody has touched a key, the mouse or the screen for that many minutes; 0 never does."""

    def __init__(self, parent: QObject, minutes: int, left: Callable[[], None]) -> None:
        super().__init__(parent)
        self.timer = QTimer(self, interval=minutes * 60_000, singleShot=True)
        self.timer.timeout.connect(left)
        application = QCoreApplication.instance()
        if minutes and application is not None:
            application.installEventFilter(self)
            self.timer.start()

    def stop(self) -> None:
        """There is no counter any more that could be left."""
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self.timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802
        if event.type() in _TOUCHED:
            self.timer.start()
        return False
