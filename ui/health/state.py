"""State: how each thing the counter works with is, in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ui.errors import Notice, Tone
from ui.words import later


class Part(StrEnum):
    """What can be ill."""

    PRINTER = later("Receipt printer")
    SCANNER = later("Scanner")
    CAMERA = later("Camera")
    CLOCK = later("Clock")
    DISK = later("Disk")
    BACKUP = later("Backup")
    SERVER = later("Server")


@dataclass(frozen=True, slots=True)
class Finding:
    """`short` is what the header says of it where somebody should look; empty where nobody need."""

    part: Part
    tone: Tone
    words: str
    short: str = ""


@dataclass(frozen=True, slots=True)
class HealthState:
    findings: tuple[Finding, ...] = ()
    marked: int = 0
    is_busy: bool = False
    notice: Notice | None = None
