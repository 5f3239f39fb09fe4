"""State: what the page of keys shows at one moment, in words."""

from __future__ import annotations

from dataclasses import dataclass

from ui.errors import Notice
from ui.rows import ChoiceRow


@dataclass(frozen=True, slots=True)
class KeysState:
    """While it `is_catching`, the next key is the marked command's."""

    rows: tuple[ChoiceRow, ...] = ()
    marked: int = 0
    title: str = ""
    hint: str = ""
    keys: tuple[str, ...] = ()
    is_own: bool = False
    is_catching: bool = False
    can_change: bool = False
    notice: Notice | None = None
