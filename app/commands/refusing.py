"""Refusing: what a verb says on standard error when it cannot do its work, and the exit status it ends with."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Protocol

from app.domain.errors import DomainError

UNUSABLE = 2  # data, a file or a setting cannot be used


class Fault(Protocol):
    """What a person reads of something that failed."""

    @property
    def sentence(self) -> str: ...
    @property
    def code(self) -> str: ...


def refuse(why: DomainError | Fault, *, status: int = UNUSABLE) -> int:
    """Say why, with its code; returns the exit status."""
    said = why.message if isinstance(why, DomainError) else why.sentence
    print(f"{said} [{why.code}]", file=sys.stderr)
    return status


def unwritable(out: Path | None, wrong: OSError) -> int:
    """Say which file could not be written; returns the exit status."""
    print(f"{out} cannot be written: {wrong.strerror or wrong}.", file=sys.stderr)
    return UNUSABLE
