"""State: what the page of backups shows at one moment, in words."""

from __future__ import annotations

from dataclasses import dataclass

from ui.errors import Notice
from ui.rows import ChoiceRow


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of what is known; what somebody should look at is `marked`."""

    name: str
    words: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class BackupPageState:
    copies: tuple[ChoiceRow, ...] = ()
    marked: int = 0
    facts: tuple[Fact, ...] = ()
    is_busy: bool = False
    can_back_up: bool = False
    notice: Notice | None = None
