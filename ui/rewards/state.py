"""State: what the page of rewards shows at one moment."""

from __future__ import annotations

from dataclasses import dataclass

from ui.draft_state import DraftState
from ui.rewards.form import RewardForm


@dataclass(frozen=True, slots=True)
class RewardRow:
    """A reward in words."""

    name: str
    kind: str
    cost: str
    worth: str
    tier: str
    stock: str
    valid: str
    dates: str
    status: str
    is_low: bool = False
    is_changed: bool = False


@dataclass(frozen=True, slots=True)
class RewardsState(DraftState[RewardRow, RewardForm]):
    categories: tuple[str, ...] = ()
    tiers: tuple[str, ...] = ()
