"""The gaze: one frame after the other becomes the codes that count, and how the camera stands by what it sees."""

from __future__ import annotations

from app.devices.camera_faults import CameraFault, CameraTrouble
from app.devices.decoder import Decoder
from app.devices.eye import Eye, Standing
from app.devices.sighting import Sighting
from app.devices.tracking import Tracker
from app.devices.vision import Grey

DARK_S = 2.0
DARK_SHADES_MAX = 8.0  # mean of 255


class Gaze:
    """`standing` is how the camera stands by the frames so far; times are seconds of a clock that is never set."""

    def __init__(self, decoder: Decoder, idle_s: float) -> None:
        self._decoder = decoder
        self._idle_s = idle_s
        self._tracker = Tracker()
        self._turn = 0
        self._seen_at: float | None = None
        self._light_at: float | None = None
        self.standing = Standing(Eye.ON, None, decoder.name, decoder.missing)

    def look(self, frame: Grey, now: float) -> list[Sighting]:
        """The codes that count by this frame."""
        if self._seen_at is None or self._light_at is None:
            self._seen_at = self._light_at = now
        found = self._glance(frame, now)
        self._turn += 1
        if found:
            self._seen_at = now
        if found or not is_dark(frame):
            self._light_at = now
        self._stand(now)
        return self._tracker.hear(found, now)

    def _glance(self, frame: Grey, now: float) -> tuple[Sighting, ...]:
        area = self._tracker.area(frame.shape[1], frame.shape[0], turn=self._turn, now=now)
        if area is not None:
            left, top, right, bottom = area
            near = self._decoder.glance(frame[top:bottom, left:right], self._turn)
            return tuple(code.moved(left, top) for code in near)
        return self._decoder.glance(frame, self._turn)

    def _stand(self, now: float) -> None:
        assert self._seen_at is not None
        assert self._light_at is not None
        eye, fault = Eye.ON, None
        if now - self._light_at >= DARK_S:
            eye = Eye.DARK
            fault = self.standing.fault or CameraFault(CameraTrouble.DARK)
        if now - self._seen_at >= self._idle_s:
            eye, fault = Eye.IDLE, None
        if eye is not self.standing.eye:
            self.standing = Standing(eye, fault, self._decoder.name, self._decoder.missing)


def is_dark(frame: Grey) -> bool:
    """Whether there is nothing to be seen: a cover, or no light. Every eighth dot says enough."""
    return bool(frame[::8, ::8].mean() <= DARK_SHADES_MAX)
