"""Sounds: a short tone for a scan, another for what was refused; whatever is heard is shown on the strip as well.

Qt Essentials plays no sound, so the system does: winsound on Windows, the first of a few players elsewhere. A computer
without any of them is silent.
"""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QProcess, QStandardPaths

from ui.theme import RESOURCES

PLAYERS = (("pw-play", ()), ("paplay", ()), ("aplay", ("-q",)), ("afplay", ()))


class Sound(StrEnum):
    SCANNED = "scanned"
    REFUSED = "refused"

    def file(self, *, is_quiet: bool = False) -> Path:
        return RESOURCES / "sounds" / f"{self.value}{'-quiet' if is_quiet else ''}.wav"


def player() -> tuple[str, tuple[str, ...]] | None:
    """The program that plays a file here, with its arguments."""
    found = ((QStandardPaths.findExecutable(name), arguments) for name, arguments in PLAYERS)
    return next(((path, arguments) for path, arguments in found if path), None)


class Speaker:
    """Plays without waiting; it is looked for once."""

    def __init__(self, *, is_silent: bool = False, is_quiet: bool = False) -> None:
        self._is_quiet = is_quiet
        self._player = None if is_silent or sys.platform == "win32" else player()
        self._is_silent = is_silent

    def play(self, sound: Sound) -> None:
        if self._is_silent:
            return
        file = str(sound.file(is_quiet=self._is_quiet))
        if sys.platform == "win32":
            import winsound

            winsound.PlaySound(file, winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
        elif self._player is not None:
            program, arguments = self._player
            QProcess.startDetached(program, [*arguments, file])
