"""State: what the page of rules shows at one moment."""

from __future__ import annotations

from dataclasses import dataclass

from ui.errors import Notice
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
class RulesState:
    """`form` is there while a rule is edited: `said` is what it comes to, `flaws` what is wrong or to be known.

    `drives` are the campaigns, each with its title. `impact` says what the draft would have done. In another `turn`
    what stands takes the place of what was typed.
    """

    title: str = ""
    rows: tuple[RuleRow, ...] = ()
    marked: int = 0
    warnings: str = ""
    impact: tuple[str, ...] = ()
    form: RuleForm | None = None
    is_new: bool = True
    said: str = ""
    flaws: str = ""
    categories: tuple[str, ...] = ()
    tiers: tuple[str, ...] = ()
    drives: tuple[tuple[str, str], ...] = ()
    is_trying: bool = False
    is_busy: bool = False
    has_changes: bool = False
    has_newer: bool = False
    trial: TrialState | None = None
    notice: Notice | None = None
    turn: int = 0
