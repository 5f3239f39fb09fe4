"""State: what every page of a manager's draft shows at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from ui.errors import Notice

Row = TypeVar("Row")
Form = TypeVar("Form")


@dataclass(frozen=True, slots=True)
class DraftState(Generic[Row, Form]):
    """`form` is there while one is edited: `said` is what it comes to, `flaws` what is wrong with it or to be known.

    `begins` says when the draft is to hold, where that is later. In another `turn` what stands takes the place of what
    was typed.
    """

    title: str = ""
    rows: tuple[Row, ...] = ()
    marked: int = 0
    begins: str = ""
    form: Form | None = None
    said: str = ""
    flaws: str = ""
    is_busy: bool = False
    has_changes: bool = False
    has_newer: bool = False
    notice: Notice | None = None
    turn: int = 0


@dataclass(frozen=True, slots=True)
class TriedState(DraftState[Row, Form]):
    """`impact` says what the draft would have done."""

    impact: tuple[str, ...] = ()
    is_trying: bool = False
