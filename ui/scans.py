"""Scans: what the keyboard-wedge scanner typed, caught before any field or shortcut sees it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from shiboken6 import isValid

from app.devices.teaching import BURST_ENDS_MS, Burst, Pupil
from app.devices.wedge import Key, KeyKind, Settled, Verdict, Wedge, WedgeProfile

SOURCE_WEDGE: Final = "wedge"
SOURCE_CAMERA: Final = "camera"

_KEY_EVENTS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
_TERMINATORS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_MODIFIERS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
)
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


@dataclass(frozen=True, slots=True)
class _WindowKey(Key):
    """A key on its way to a window, with all that is needed to send it on later."""

    event: QKeyEvent = field(kw_only=True)
    window: QWindow = field(kw_only=True)


class ScanFilter(QObject):
    """From `watch` on, every key of the application; `scanned` carries the code and where it came from.

    It acts when an event reaches a QWindow: after that come shortcuts, dialogs and the widget with the focus. Keys
    held are sent on, unchanged, to the window that has the focus by then.
    """

    scanned = Signal(str, str)
    sent = Signal(object)  # a teaching.Burst, while somebody teaches

    def __init__(self, application: QGuiApplication, profile: WedgeProfile) -> None:
        super().__init__(application)
        self._wedge: Wedge[_WindowKey] = Wedge(profile)
        self._pupil: Pupil | None = None
        self._burst_ends = QTimer(self, interval=BURST_ENDS_MS, singleShot=True)
        self._burst_ends.timeout.connect(self._finish_burst)
        self._is_replaying = False
        self._hold = QTimer(self, interval=profile.hold_ms, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        # When the window was frozen this timer is overdue, but keys typed meanwhile may still be waiting to be
        # delivered: one more turn of the event loop lets them say whether the burst went on.
        self._last_turn = QTimer(self, interval=0, singleShot=True)
        self._hold.timeout.connect(self._last_turn.start)
        self._last_turn.timeout.connect(self._expire)
        self._application = application

    def watch(self) -> None:
        """Not earlier than there is a window: every event of the application passes through here, and making a
        window takes some twenty thousand of them."""
        self._application.installEventFilter(self)

    def leave(self) -> None:
        """Hear no key any more. Two that listened would hold back and send on each other's keys, without end."""
        self._application.removeEventFilter(self)

    def use(self, profile: WedgeProfile) -> None:
        """Expect another scanner from now on; keys that are held are given back."""
        self._expire()
        self._wedge = Wedge(profile)
        self._hold.setInterval(profile.hold_ms)

    def teach(self, *, is_on: bool) -> None:
        """Whether what is scanned or typed is told as `sent`, and goes nowhere else."""
        if is_on != (self._pupil is not None):
            self._expire()
            self._burst_ends.stop()
            self._pupil = Pupil() if is_on else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(watched, QWindow):
            return self._keeps_from_shortcuts(cast(QKeyEvent, event))
        if event.type() not in _KEY_EVENTS or not isinstance(watched, QWindow):
            return False
        if self._is_replaying:
            # Only this one event: sending it may open a dialog whose keys are judged again.
            self._is_replaying = False
            return False
        return self._judge(_window_key(cast(QKeyEvent, event), watched))

    def _keeps_from_shortcuts(self, event: QKeyEvent) -> bool:
        """Qt looks for shortcuts before it sends a key: the Enter that ends a burst is no command of any pane."""
        is_of_a_burst = self._wedge.is_burst and not self._is_replaying and event.key() in _TERMINATORS
        if is_of_a_burst:
            event.accept()
        return is_of_a_burst

    def _judge(self, key: _WindowKey) -> bool:
        if self._pupil is not None and self._pupil.takes(key):
            if key.is_down and not key.is_repeat:
                self._tell(self._pupil.feed(key))
                self._burst_ends.start()
            return True
        step = self._wedge.feed(key)
        if key.kind is KeyKind.CHARACTER and key.is_down and self._wedge.is_holding:
            self._last_turn.stop()
            self._hold.start()
        self._carry_out(step.before)
        return step.verdict is not Verdict.PASS

    def _finish_burst(self) -> None:
        if self._pupil is not None:
            self._tell(self._pupil.finish())

    def _tell(self, burst: Burst | None) -> None:
        if burst is not None:
            self.sent.emit(burst)

    def _expire(self) -> None:
        self._carry_out(self._wedge.expire())

    def _carry_out(self, settled: Settled[_WindowKey]) -> None:
        for key in settled.replay:
            self._replay(key)
        if settled.scan:
            self.scanned.emit(settled.scan.text, SOURCE_WEDGE)

    def _replay(self, key: _WindowKey) -> None:
        window = QGuiApplication.focusWindow() or key.window
        if isValid(window):
            self._is_replaying = True
            QCoreApplication.sendEvent(window, key.event)
            self._is_replaying = False


def _window_key(event: QKeyEvent, window: QWindow) -> _WindowKey:
    return _WindowKey(
        code=event.nativeScanCode() or event.key(),
        text=event.text(),
        at_ms=event.timestamp(),
        kind=_kind(event),
        is_down=event.type() is QEvent.Type.KeyPress,
        is_repeat=event.isAutoRepeat(),
        event=_copy(event),
        window=window,
    )


def _kind(event: QKeyEvent) -> KeyKind:
    if event.key() in _MODIFIERS:
        return KeyKind.MODIFIER
    if event.modifiers() & _COMMAND:
        return KeyKind.OTHER
    if event.key() in _TERMINATORS:
        return KeyKind.TERMINATOR
    return KeyKind.CHARACTER if event.text() and event.text().isprintable() else KeyKind.OTHER


def _copy(event: QKeyEvent) -> QKeyEvent:
    """The same event, living longer; Qt's own clone() would never be freed from here."""
    copy = QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
        event.device(),
    )
    copy.setTimestamp(event.timestamp())
    return copy
