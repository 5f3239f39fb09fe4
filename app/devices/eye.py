"""The eye: how a camera stands, what it shows, and who hears of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from app.devices.camera_faults import CameraFault


class Eye(StrEnum):
    """How the camera stands."""

    OFF = "off"
    OPENING = "opening"
    ON = "on"
    DARK = "dark"
    IDLE = "idle"  # it closed by itself: nothing was scanned for a while
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Standing:
    """How the camera stands, and why it sees nothing; `missing` is what this computer has not to read with."""

    eye: Eye = Eye.OFF
    fault: CameraFault | None = None
    decoder: str = ""
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """A frame made small: a byte a dot, 0 black, row by row from the top."""

    width: int
    height: int
    dots: bytes


class Listener(Protocol):
    """Hears the camera, on its threads."""

    def code(self, text: str) -> None:
        """A code counts: two frames agreed on it, and it was not there just before."""

    def stood(self, standing: Standing) -> None:
        """The camera stands otherwise than before."""
