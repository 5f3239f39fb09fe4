"""Sources of frames: a webcam, or a video file or a folder of pictures that stands in for one, at a camera's pace."""

from __future__ import annotations

import os
import re
import sys
import time
from pathlib import Path
from typing import Protocol

from app.devices.camera_faults import CameraFault, CameraTrouble
from app.devices.pictures import UnreadablePictureError, read_picture
from app.devices.vision import Grey, cv2, np

FRAME_PX = (1280, 720)
FRAMES_A_SECOND = 25.0
PICTURE_SHOWN_S = 0.5
PICTURES_MAX = 10_000
_REASON_LENGTH_MAX = 200
_MISSED_MAX = 3  # frames in a row that a webcam may owe


class Source(Protocol):
    def frame(self) -> Grey:
        """The next frame, when it is due; of a stand-in that has ended, the last again. Raises CameraFault."""

    def close(self) -> None: ...


def open_source(name: str) -> Source:
    """What the name means: a number or a /dev/video… is a webcam, a folder its pictures, another file a video.

    Raises CameraFault.
    """
    if re.fullmatch("[0-9]{1,3}", name):
        return Webcam(int(name), Path(f"/dev/video{int(name)}") if sys.platform == "linux" else None)
    try:
        path = Path(name).expanduser()
        if name.startswith("/dev/"):
            return Webcam(name, path)
        if path.is_dir():
            return Folder(path)
        if path.is_file():
            return Video(path)
    except (OSError, RuntimeError) as wrong:  # a name too long, a folder that may not be read, ~ of nobody
        raise CameraFault(CameraTrouble.FILE, str(wrong)[:_REASON_LENGTH_MAX]) from wrong
    raise CameraFault(CameraTrouble.FILE, f"{name or 'no name'} is not there"[:_REASON_LENGTH_MAX])


class Webcam:
    def __init__(self, address: int | str, device: Path | None) -> None:
        """Raises CameraFault."""
        if device is not None:
            _require(device)
        self._capture = cv2.VideoCapture(address)
        if not self._capture.isOpened():
            raise CameraFault(CameraTrouble.BUSY if device is not None else CameraTrouble.NONE, f"camera {address}")
        self._capture.set(cv2.CAP_PROP_FRAME_WIDTH, FRAME_PX[0])
        self._capture.set(cv2.CAP_PROP_FRAME_HEIGHT, FRAME_PX[1])
        self._capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
        self._has_seen = False

    def frame(self) -> Grey:
        for _ in range(_MISSED_MAX):
            is_there, picture = self._capture.read()
            if is_there and picture is not None and picture.size:
                self._has_seen = True
                return _grey(picture)
        # A camera that another program streams from lets itself be opened, and gives nothing.
        raise CameraFault(CameraTrouble.GONE if self._has_seen else CameraTrouble.BUSY, "it gives no pictures")

    def close(self) -> None:
        self._capture.release()


def _require(device: Path) -> None:
    if not device.exists():
        raise CameraFault(CameraTrouble.NONE, f"{device} is not there")
    if not os.access(device, os.R_OK | os.W_OK):
        raise CameraFault(CameraTrouble.NONE, f"{device} may not be used by this user")


class _Pace:
    """Lets so many frames a second by; whoever comes late is not made to wait longer for it."""

    def __init__(self, frames_a_second: float) -> None:
        self._gap_s = 1 / frames_a_second
        self._due = time.monotonic()

    def wait(self) -> None:
        now = time.monotonic()
        time.sleep(max(0.0, self._due - now))
        self._due = max(self._due, now - self._gap_s) + self._gap_s


class Video:
    def __init__(self, path: Path) -> None:
        """Raises CameraFault."""
        self._path = path
        self._capture = cv2.VideoCapture(str(path))
        told = self._capture.get(cv2.CAP_PROP_FPS)
        self._pace = _Pace(told if 1 <= told <= 240 else FRAMES_A_SECOND)
        self._last: Grey | None = None

    def frame(self) -> Grey:
        self._pace.wait()
        is_there, picture = self._capture.read()
        if is_there and picture is not None and picture.size:
            self._last = _grey(picture)
        if self._last is None:
            raise CameraFault(CameraTrouble.FILE, f"{self._path} has no pictures")
        return self._last

    def close(self) -> None:
        self._capture.release()


class Folder:
    """Its pictures by name, each for half a second; files that are no pictures are passed over."""

    def __init__(self, path: Path) -> None:
        """Raises CameraFault."""
        self._path = path
        self._left = sorted((file for file in path.iterdir() if file.is_file()), reverse=True)[-PICTURES_MAX:]
        self._pace = _Pace(FRAMES_A_SECOND)
        self._shown: Grey | None = None
        self._until = 0.0

    def frame(self) -> Grey:
        self._pace.wait()
        if time.monotonic() >= self._until:
            self._shown = self._next()
            self._until = time.monotonic() + PICTURE_SHOWN_S
        if self._shown is None:
            raise CameraFault(CameraTrouble.FILE, f"{self._path} has no pictures")
        return self._shown

    def close(self) -> None:
        self._left.clear()

    def _next(self) -> Grey | None:
        while self._left:
            try:
                return read_picture(self._left.pop()).dots
            except UnreadablePictureError:
                continue
        return self._shown


def _grey(picture: object) -> Grey:
    shades = np.asarray(picture, dtype=np.uint8)
    return np.asarray(cv2.cvtColor(shades, cv2.COLOR_BGR2GRAY), dtype=np.uint8) if shades.ndim == 3 else shades
