"""State: what the page of segments shows at one moment."""

from __future__ import annotations

from dataclasses import dataclass

from ui.errors import Notice
from ui.segments.form import SegmentForm


@dataclass(frozen=True, slots=True)
class SegmentRow:
    """A segment in words; `members` is empty while they are counted."""

    name: str
    title: str
    asks: str
    members: str
    used_by: str
    is_changed: bool = False


@dataclass(frozen=True, slots=True)
class SegmentsState:
    """`form` is there while a segment is edited: `said` is what it comes to, `flaws` what is wrong with it.

    `begins` says when the draft is to hold, where that is later. In another `turn` what stands takes the place of what
    was typed.
    """

    title: str = ""
    rows: tuple[SegmentRow, ...] = ()
    marked: int = 0
    begins: str = ""
    form: SegmentForm | None = None
    said: str = ""
    flaws: str = ""
    tiers: tuple[str, ...] = ()
    is_busy: bool = False
    has_changes: bool = False
    has_newer: bool = False
    notice: Notice | None = None
    turn: int = 0
