"""The camera's test: open it, look for a moment, and say what there is."""

from __future__ import annotations

import time
from dataclasses import dataclass

from app.devices.camera_faults import CameraFault, CameraTrouble

LOOK_S = 1.0


@dataclass(frozen=True, slots=True)
class CameraFigures:
    """What a camera gives: dots of a frame, frames a second, how long a look takes, and what reads."""

    width: int
    height: int
    frames_a_second: int
    look_ms: float
    decoder: str
    missing: tuple[str, ...]


def look_once(name: str) -> CameraFigures:
    """Takes a second or two. Raises CameraFault with the real reason."""
    from app.devices.decoder import Decoder
    from app.devices.gaze import is_dark
    from app.devices.sources import open_source

    decoder = Decoder()
    if not decoder.can_read:
        raise CameraFault(CameraTrouble.DECODER, ", ".join(decoder.missing))
    source = open_source(name)
    try:
        frame = source.frame()
        started, count = time.monotonic(), 0
        while time.monotonic() - started < LOOK_S:
            frame = source.frame()
            count += 1
        looked = time.monotonic()
        decoder.glance(frame, 0)
        look_ms = (time.monotonic() - looked) * 1000
    finally:
        source.close()
    if is_dark(frame):
        raise CameraFault(CameraTrouble.DARK)
    return CameraFigures(frame.shape[1], frame.shape[0], round(count / LOOK_S), look_ms, decoder.name, decoder.missing)
