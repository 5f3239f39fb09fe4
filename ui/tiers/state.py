"""State: what the page of tiers shows at one moment."""

from __future__ import annotations

from dataclasses import dataclass

from ui.draft_state import TriedState
from ui.tiers.form import TierForm


@dataclass(frozen=True, slots=True)
class TierRow:
    """A tier in words, or how all are reached; `members` hold it, and `then` would."""

    name: str
    asks: str
    brings: str
    members: str = ""
    then: str = ""
    is_changed: bool = False


@dataclass(frozen=True, slots=True)
class TiersState(TriedState[TierRow, TierForm]):
    """`changes` is what the draft changes of tiers."""

    changes: str = ""
