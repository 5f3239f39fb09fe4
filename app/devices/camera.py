"""The camera: frames become codes on threads of their own; the newest frame is looked at, and none waits for another.

OpenCV and the decoders are loaded on those threads too, so that nobody at the counter waits for them.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from app.devices.camera_faults import CameraFault, CameraTrouble
from app.devices.eye import Eye, Listener, Preview, Standing

if TYPE_CHECKING:
    from app.devices.decoder import Decoder
    from app.devices.sighting import Sighting
    from app.devices.sources import Source
    from app.devices.vision import Grey

IDLE_S = 60.0
PREVIEW_PX = (256, 144)
_WAIT_S = 0.2
_LET_GO_S = 4.0  # a camera that was unplugged may hold its thread

_logger = logging.getLogger(__name__)


def _source(name: str) -> Source:
    from app.devices.sources import open_source

    return open_source(name)


def _decoder() -> Decoder:
    from app.devices.decoder import Decoder

    return Decoder()


class Camera:
    """`name` is a number, a device, a video file or a folder of pictures. Every call returns at once, but `close`."""

    def __init__(
        self,
        name: str,
        listener: Listener,
        *,
        open_source: Callable[[str], Source] = _source,
        make_decoder: Callable[[], Decoder] = _decoder,
        idle_s: float = IDLE_S,
    ) -> None:
        self.name = name
        self._listener = listener
        self._open_source = open_source
        self._make_decoder = make_decoder
        self._idle_s = idle_s
        self._watch: _Watch | None = None

    @property
    def is_open(self) -> bool:
        return self._watch is not None and self._watch.is_alive

    def open(self) -> None:
        if not self.is_open:
            before, self._watch = self._watch, _Watch(self, self._listener, self._idle_s)
            self._watch.start(after=before)

    def stop(self) -> None:
        """Let go of the camera; it says so when it has."""
        if self._watch is not None:
            self._watch.stop()

    def close(self, patience_s: float = 2.0) -> None:
        """Let go of the camera, and say no more. Waits for its threads, so long at most."""
        if self._watch is not None:
            self._watch.silence()
            self._watch.stop()
            self._watch.join(patience_s)

    def preview(self) -> Preview | None:
        """What it sees now, made small; None when that was told already, or it sees nothing."""
        return self._watch.preview() if self._watch is not None else None

    def source(self) -> Source:
        return self._open_source(self.name)

    def decoder(self) -> Decoder:
        return self._make_decoder()


class _Newest:
    """Room for one frame: a newer one takes its place."""

    def __init__(self) -> None:
        self._change = threading.Condition()
        self._frame: Grey | None = None
        self._fault: CameraFault | None = None

    def put(self, frame: Grey) -> None:
        with self._change:
            self._frame = frame
            self._change.notify()

    def fail(self, fault: CameraFault) -> None:
        with self._change:
            self._fault = fault
            self._change.notify()

    def take(self) -> Grey | None:
        """The newest frame, once; None when none came for a moment. Raises CameraFault."""
        with self._change:
            if self._frame is None and self._fault is None:
                self._change.wait(_WAIT_S)
            if self._fault is not None:
                raise self._fault
            frame, self._frame = self._frame, None
            return frame


class _Watch:
    """One time of being on: a thread takes frames from the camera, another looks at the newest."""

    def __init__(self, camera: Camera, listener: Listener, idle_s: float) -> None:
        self._camera = camera
        self._listener = listener
        self._idle_s = idle_s
        self._newest = _Newest()
        self._stopping = threading.Event()
        self._door = threading.Lock()
        self._is_silent = False
        self._told: Standing | None = None
        self._shown: Preview | None = None
        self._before: _Watch | None = None
        self._thread = threading.Thread(target=self._run, name="camera", daemon=True)

    @property
    def is_alive(self) -> bool:
        return self._thread.is_alive() and not self._stopping.is_set()

    def start(self, *, after: _Watch | None) -> None:
        self._before = after
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()

    def silence(self) -> None:
        with self._door:
            self._is_silent = True

    def join(self, patience_s: float) -> None:
        self._thread.join(patience_s)

    def preview(self) -> Preview | None:
        shown, self._shown = self._shown, None
        return shown

    def _run(self) -> None:
        if self._before is not None:
            self._before.join(_LET_GO_S)  # it may still hold the device
        ended = Standing(Eye.OFF)
        try:
            self._tell(Standing(Eye.OPENING))
            ended = self._look()
        except CameraFault as fault:
            ended = Standing(Eye.FAILED, fault)
        except Exception as unforeseen:
            _logger.exception("The camera's thread failed")
            ended = Standing(Eye.FAILED, CameraFault(CameraTrouble.FAILED, type(unforeseen).__name__))
        finally:
            self._stopping.set()
            self._tell(ended)

    def _look(self) -> Standing:
        decoder = self._camera.decoder()
        if not decoder.can_read:
            raise CameraFault(CameraTrouble.DECODER, ", ".join(decoder.missing))
        frames = threading.Thread(target=self._take_frames, name="camera frames", daemon=True)
        frames.start()
        try:
            return self._gaze_on(decoder)
        finally:
            self._stopping.set()
            frames.join(_LET_GO_S)

    def _gaze_on(self, decoder: Decoder) -> Standing:
        from app.devices.gaze import Gaze

        gaze = Gaze(decoder, self._idle_s)
        while not self._stopping.is_set():
            frame = self._newest.take()
            if frame is None:
                continue
            for code in gaze.look(frame, time.monotonic()):
                self._say(code)
            self._shown = _small(frame)
            self._tell(gaze.standing)
            if gaze.standing.eye is Eye.IDLE:
                return gaze.standing
        return Standing(Eye.OFF)

    def _take_frames(self) -> None:
        try:
            source = self._camera.source()
            try:
                while not self._stopping.is_set():
                    self._newest.put(source.frame())
            finally:
                source.close()
        except CameraFault as fault:
            self._newest.fail(fault)
        except Exception as unforeseen:
            _logger.exception("The camera's frames ended")
            self._newest.fail(CameraFault(CameraTrouble.FAILED, type(unforeseen).__name__))

    def _tell(self, standing: Standing) -> None:
        with self._door:
            if standing != self._told and not self._is_silent:
                self._told = standing
                self._listener.stood(standing)

    def _say(self, code: Sighting) -> None:
        with self._door:
            if not self._is_silent and not self._stopping.is_set():
                self._listener.code(code.text)


def _small(frame: Grey) -> Preview:
    from app.devices.vision import cv2

    wide, high = PREVIEW_PX
    scale = min(wide / frame.shape[1], high / frame.shape[0])
    size = max(1, round(frame.shape[1] * scale)), max(1, round(frame.shape[0] * scale))
    small = cv2.resize(frame, size, interpolation=cv2.INTER_LINEAR)
    return Preview(size[0], size[1], small.tobytes())
