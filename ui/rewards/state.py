"""State: what the page of rewards shows at one moment."""

from __future__ import annotations

from dataclasses import dataclass

from ui.errors import Notice
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
class RewardsState:
    """`form` is there while a reward is edited: `said` is what it comes to, `flaws` what is wrong with it.

    `begins` says when the draft is to hold, where that is later. In another `turn` what stands takes the place of what
    was typed.
    """

    title: str = ""
    rows: tuple[RewardRow, ...] = ()
    marked: int = 0
    begins: str = ""
    form: RewardForm | None = None
    said: str = ""
    flaws: str = ""
    categories: tuple[str, ...] = ()
    tiers: tuple[str, ...] = ()
    is_busy: bool = False
    has_changes: bool = False
    has_newer: bool = False
    notice: Notice | None = None
    turn: int = 0
