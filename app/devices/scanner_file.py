"""The scanner's file: what was learned of the scanner at this counter, kept in the data folder."""

from __future__ import annotations

import json
import logging
import os
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.devices.wedge import WedgeProfile

FILE_NAME = "scanner.toml"
_HOLD_MS, _ADDED_MAX, _LENGTH_MAX = range(10, 101), 16, 256

_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ScannerFile:
    path: Path

    def read(self) -> WedgeProfile:
        """What was learned; the usual scanner where nothing was, or the file cannot be used."""
        try:
            return _profile(tomllib.loads(self.path.read_text("utf-8-sig")))
        except FileNotFoundError:
            return WedgeProfile()
        except (OSError, ValueError, RecursionError) as wrong:
            _logger.warning("%s cannot be read as a scanner's settings: %s", self.path, wrong)
            return WedgeProfile()

    def write(self, profile: WedgeProfile) -> None:
        """Whole or not at all. Raises OSError."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        draft = self.path.with_suffix(".part")
        with draft.open("w", encoding="utf-8") as file:
            file.write(
                f"hold_ms = {profile.hold_ms}\n"
                f"prefix = {json.dumps(profile.prefix)}\n"
                f"suffix = {json.dumps(profile.suffix)}\n"
                f"lengths = {sorted(profile.lengths)}\n"
            )
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self.path)


def _profile(told: dict[str, Any]) -> WedgeProfile:
    usual = WedgeProfile()
    hold_ms = told.get("hold_ms", usual.hold_ms)
    prefix, suffix = (told.get(name, "") for name in ("prefix", "suffix"))
    lengths = told.get("lengths", [])
    if type(hold_ms) is not int or hold_ms not in _HOLD_MS:
        raise ValueError(f"hold_ms cannot be {hold_ms!r}")
    if not all(isinstance(added, str) and len(added) <= _ADDED_MAX for added in (prefix, suffix)):
        raise ValueError("prefix and suffix are texts of up to 16 characters")
    if not isinstance(lengths, list) or not all(type(one) is int and 0 < one <= _LENGTH_MAX for one in lengths):
        raise ValueError("lengths is a list of whole numbers from 1 to 256")
    return WedgeProfile(hold_ms=hold_ms, prefix=prefix, suffix=suffix, lengths=frozenset(lengths))
