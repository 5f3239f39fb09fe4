"""State: what the page of segments shows at one moment."""

from __future__ import annotations

from dataclasses import dataclass

from app.services.chain.stores import SOME_STORES, KnownStores
from ui.draft_state import TriedState
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
class SegmentsState(TriedState[SegmentRow, SegmentForm]):
    tiers: tuple[str, ...] = ()
    stores: KnownStores = SOME_STORES
