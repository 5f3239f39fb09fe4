"""Notes: small files beside the data file, each written whole or not at all."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.persistence.faults import unreachable


def write_note(note: Path, content: Mapping[str, Any]) -> None:
    """All of it or nothing, on the disk when this returns, and for this user's eyes only. Raises a StoreFault."""
    part = note.with_name(f"{note.name}.part")
    with unreachable():
        part.unlink(missing_ok=True)
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            json.dump(content, file)
            file.flush()
            os.fsync(file.fileno())
        part.replace(note)


def read_note(note: Path) -> Mapping[str, Any]:
    """What it says; nothing where there is none, or none that can be read."""
    try:
        found = json.loads(note.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
