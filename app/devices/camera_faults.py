"""Faults of the camera: which it is, said as what happened, that selling goes on, and what to do."""

from __future__ import annotations

from enum import StrEnum


class CameraTrouble(StrEnum):
    """Stable names of what a camera's trouble is. Source: docs/errors.md."""

    NONE = "CAM-NONE"
    BUSY = "CAM-BUSY"
    GONE = "CAM-GONE"
    DARK = "CAM-DARK"
    DECODER = "CAM-DEC"
    FILE = "CAM-FILE"
    FAILED = "CAM-FAIL"


_SAID = {
    CameraTrouble.NONE: "No camera was found ({why}). Check its cable, or use the scanner / type the number.",
    CameraTrouble.BUSY: "Another program is using the camera. Close it, or use the scanner / type the number.",
    CameraTrouble.GONE: "The camera was unplugged. Nothing is lost: plug it in and press F12, or use the scanner.",
    CameraTrouble.DARK: "The camera sees only black. Open its cover and light the counter, or use the scanner.",
    CameraTrouble.DECODER: "Camera scanning isn't available on this computer ({why}). The USB scanner works.",
    CameraTrouble.FILE: "What stands in for the camera cannot be used ({why}). The USB scanner works.",
    CameraTrouble.FAILED: "The camera stopped unexpectedly. Nothing is lost: press F12 again, or use the scanner.",
}


class CameraFault(Exception):  # noqa: N818 - the house calls what the world does a fault
    """The camera sees nothing; `reason` is what the world said, in its words."""

    def __init__(self, trouble: CameraTrouble, reason: str = "") -> None:
        self.trouble = trouble
        self.code = trouble.value
        self.reason = reason
        self.sentence = _SAID[trouble].format(why=reason or "no reason given")
        super().__init__(f"{trouble}: {reason or self.sentence}")
