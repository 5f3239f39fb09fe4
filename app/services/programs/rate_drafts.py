"""Rate drafts: what somebody has begun to change of rates, figures, rules and the like, kept until it is published."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from app.domain.drives import Drive
from app.domain.figures import Figures
from app.domain.program import Program
from app.domain.rates import Rates
from app.domain.rewards import Reward
from app.domain.rules import DecisionRule
from app.domain.segments import Segment
from app.domain.tiers import TierScheme


@dataclass(frozen=True, slots=True)
class RateDraft:
    """`staff`'s own. It began from version `base`; `holds_on` is the day it is to begin, None for at once.

    What is None of the rest is as in `base`.
    """

    staff: str
    base: int
    rates: Rates
    holds_on: date | None = None
    rules: tuple[DecisionRule, ...] | None = field(default=None, metadata={"sparse": True})
    rewards: tuple[Reward, ...] | None = field(default=None, metadata={"sparse": True})
    segments: tuple[Segment, ...] | None = field(default=None, metadata={"sparse": True})
    drives: tuple[Drive, ...] | None = field(default=None, metadata={"sparse": True})
    figures: Figures | None = field(default=None, metadata={"sparse": True})
    tiers: TierScheme | None = field(default=None, metadata={"sparse": True})

    def over(self, base: Program) -> Program:
        """The rules as the draft has them."""
        rules = base.rules if self.rules is None else self.rules
        rewards = base.rewards if self.rewards is None else self.rewards
        segments = base.segments if self.segments is None else self.segments
        drives = base.drives if self.drives is None else self.drives
        tiers = base.tiers if self.tiers is None else self.tiers
        priced = self.rates.over(base if self.figures is None else self.figures.over(base))
        return replace(priced, rules=rules, rewards=rewards, segments=segments, drives=drives, tiers=tiers)
