"""The scanner's decisions: what is shown of a scan, when something was learned, and what the camera's test says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from app.devices.camera_faults import CameraFault
from app.devices.camera_test import CameraFigures, look_once
from app.devices.teaching import Burst, Lesson, learned, lesson
from app.devices.wedge import WedgeProfile
from ui.actions import Do
from ui.camera_words import figures_words
from ui.errors import Notice, Tone
from ui.scanner.wording import (
    CAMERA_NONE,
    CAMERA_ON,
    DIFFERS,
    FORGOTTEN,
    LEARNED,
    ONCE_MORE,
    TESTING,
    UNSAVED,
    burst_words,
    lesson_words,
    profile_words,
)
from ui.words import said, tr
from ui.work import Work

SHOWN_MAX = 6  # scans


@dataclass(frozen=True, slots=True)
class ScannerState:
    """`scans` are the latest, newest first; `expected` is what is known of the scanner now."""

    expected: str = ""
    scans: tuple[str, ...] = ()
    camera: str = ""
    is_testing: bool = False
    notice: Notice | None = None


class View(Protocol):
    def show_state(self, state: ScannerState) -> None: ...


class ScannerDesk:
    """`use` makes the counter expect another scanner; `keep` saves it, and may raise OSError."""

    def __init__(
        self,
        profile: WedgeProfile,
        work: Work,
        view: View,
        *,
        use: Callable[[WedgeProfile], None],
        keep: Callable[[WedgeProfile], None],
        camera: str = "",
        is_camera_on: Callable[[], bool] = lambda: False,
    ) -> None:
        self._profile = profile
        self._work = work
        self._view = view
        self._use, self._keep = use, keep
        self._camera, self._is_camera_on = camera, is_camera_on
        self._before: Lesson | None = None
        self.state = ScannerState()
        self.commands: dict[Do, Callable[[], None]] = {
            Do.FORGET_SCANNER: self.forget,
            Do.TEST_CAMERA: self.test_camera,
        }

    def open(self) -> None:
        self._before = None
        self._show(expected=profile_words(self._profile), scans=(), notice=None)

    def do(self, what: Do) -> None:
        self.commands[what]()

    def hear(self, burst: Burst) -> None:
        """Something was scanned, or typed, while the page is open."""
        scans = (burst_words(burst), *self.state.scans)[:SHOWN_MAX]
        now, before = lesson(burst), self._before
        self._before = now if now.is_sound else None
        if not now.is_sound:
            self._show(scans=scans, notice=Notice(Tone.WARN, lesson_words(now)))
        elif before is None:
            self._show(scans=scans, notice=Notice(Tone.INFO, tr(ONCE_MORE)))
        elif now.agrees(before):
            self._before = None
            self._show(scans=scans)
            self._learn(learned([before, now]), tr(LEARNED))
        else:
            self._show(scans=scans, notice=Notice(Tone.WARN, tr(DIFFERS)))

    def forget(self) -> None:
        """Expect a usual scanner again."""
        self._before = None
        self._learn(WedgeProfile(), tr(FORGOTTEN))

    def test_camera(self) -> None:
        if self.state.is_testing:
            return
        if not self._camera:
            self._show(camera=tr(CAMERA_NONE))
        elif self._is_camera_on():
            self._show(camera=tr(CAMERA_ON))
        else:
            name = self._camera
            self._show(camera=tr(TESTING), is_testing=True)
            self._work.latest("camera test", lambda: _tested(name), self._know_camera, self._refuse)

    def _learn(self, profile: WedgeProfile, words: str) -> None:
        self._profile = profile
        self._use(profile)
        notice = Notice(Tone.GOOD, words)
        try:
            self._keep(profile)
        except OSError as wrong:
            notice = Notice(Tone.WARN, tr(UNSAVED, why=wrong.strerror or str(wrong)))
        self._show(expected=profile_words(profile), notice=notice)

    def _know_camera(self, found: CameraFigures | CameraFault) -> None:
        words = said(found.sentence) if isinstance(found, CameraFault) else figures_words(found)
        self._show(camera=words, is_testing=False)

    def _refuse(self, error: Exception) -> None:
        self._show(camera=f"{type(error).__name__}: {error}", is_testing=False)

    def _show(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]
        self._view.show_state(self.state)


def _tested(name: str) -> CameraFigures | CameraFault:
    """A camera that does not work is an answer to a test, not a failure of it."""
    try:
        return look_once(name)
    except CameraFault as fault:
        return fault
