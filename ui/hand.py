"""A hand at the counter: real key presses and scans into the real window, as the platform would deliver them."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

KEY_GAP_MS = 60  # quick typing; far slower than any scanner
BURST_GAP_MS = 1  # a scanner's
SETTLED_MS = 80  # longer than a key is held back to see whether a scan goes on
PATIENCE_S = 10


class NotSettledError(Exception):
    """The window was still busy when it should long have been done."""


class Stopwatch(QObject):
    """Writes on each key when it moved. A burst is one however busy the machine is, and nobody waits between keys.

    All keys of a scan are there before the window comes to the second of them; so no timer runs out between two.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.gap_ms = KEY_GAP_MS
        self.holds_timers = False
        self._at_ms = 0
        application = QCoreApplication.instance()
        assert application is not None, "a window has its application"
        application.installEventFilter(self)  # the last to be installed is the first to be asked

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QKeyEvent) and event.spontaneous():  # others carry a time of their own
            self._at_ms += self.gap_ms
            event.setTimestamp(self._at_ms)
        return self.holds_timers and _runs_out(watched, event)  # Qt asks again until a timer was heard


def _runs_out(watched: QObject, event: QEvent) -> bool:
    """Whether this is a timer's one shot; those that tick go on."""
    return event.type() == QEvent.Type.Timer and isinstance(watched, QTimer) and watched.isSingleShot()


@dataclass(slots=True)
class Hand:
    """Counts what it does: `keys` pressed and `scans` made. `is_idle` says when the window has nothing in flight."""

    window: QWidget
    is_idle: Callable[[], bool]
    keys: int = 0
    scans: int = 0
    _watch: Stopwatch = field(init=False)

    def __post_init__(self) -> None:
        self._watch = Stopwatch(self.window)

    def press(self, keys: str) -> None:
        """One key with its modifiers, in portable text: F8, Ctrl+Return, Esc."""
        self.strike(keys)
        self.keys += 1
        self.settle()

    def type(self, text: str) -> None:
        """Text, key by key, at a person's speed."""
        self.write(text)
        self.keys += len(text)
        self.settle()

    def scan(self, code: str) -> None:
        """A scanner's burst: every character at once, then Enter."""
        self.burst(code)
        self.scans += 1
        self.settle()

    def strike(self, keys: str) -> None:
        """A key, and on to the next thing; so are `write` and `burst`."""
        pressed = QKeySequence(keys)[0]  # type: ignore[index]  # the stubs forget that it is a sequence
        QTest.keyClick(self._target(), pressed.key(), pressed.keyboardModifiers())

    def write(self, text: str) -> None:
        for char in text:
            self._character(char)

    def burst(self, code: str) -> None:
        self._watch.gap_ms, self._watch.holds_timers = BURST_GAP_MS, True
        self.write(code)
        QTest.keyClick(self._target(), Qt.Key.Key_Return)
        self._watch.gap_ms, self._watch.holds_timers = KEY_GAP_MS, False

    def settle(self) -> None:
        """Let the window finish what this key began. Raises NotSettledError when it does not."""
        QTest.qWait(SETTLED_MS)
        until = time.monotonic() + PATIENCE_S
        while not self.is_idle():
            if time.monotonic() > until:
                raise NotSettledError("the window is still working")
            QTest.qWait(5)
        QTest.qWait(5)

    def picture(self, path: Path) -> Path:
        """Save what the window shows."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.window.grab().save(str(path))
        return path

    def _character(self, char: str) -> None:
        QTest.keyClick(self._target(), char)  # type: ignore[call-overload]  # the stubs know the char as an int only

    def _target(self) -> QWindow:
        return QGuiApplication.focusWindow() or self.window.windowHandle()
