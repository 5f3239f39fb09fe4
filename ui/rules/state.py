"""State: what the page of rules shows at one moment."""

from __future__ import annotations

from dataclasses import dataclass

from app.services.chain.stores import SOME_STORES, KnownStores
from ui.draft_state import TriedState
from ui.rules.form import RuleForm
from ui.rules.trial_desk import TrialState


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule in words; `chips` are what it asks, one by one."""

    name: str
    priority: str
    chips: tuple[str, ...]
    outcome: str
    limits: str
    status: str
    is_changed: bool = False


@dataclass(frozen=True, slots=True)
class RulesState(TriedState[RuleRow, RuleForm]):
    """`drives` are the campaigns and `rewards` the catalogue, each by its title; `trial` is there while one bill is
    tried.
    """

    warnings: str = ""
    is_new: bool = True
    categories: tuple[str, ...] = ()
    tiers: tuple[str, ...] = ()
    segments: tuple[str, ...] = ()
    stores: KnownStores = SOME_STORES
    drives: tuple[tuple[str, str], ...] = ()
    rewards: tuple[tuple[str, str], ...] = ()
    trial: TrialState | None = None
