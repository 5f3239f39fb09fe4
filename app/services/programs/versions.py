"""Versions: what was published of the rules, by whom, and what each changed of the one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.drive_changes import DriveChange, drive_changes
from app.domain.figures import FigureChange, Figures, figure_changes
from app.domain.program import Program
from app.domain.rates import Difference, Rates, differences
from app.domain.reward_changes import RewardChange, reward_changes
from app.domain.rule_changes import RuleChange, rule_changes
from app.domain.segment_changes import SegmentChange, segment_changes
from app.domain.tier_changes import TierChange, tier_changes
from app.services.ports import Publication, UnitOfWork
from app.services.staff.roster import name_of as staff_name


@dataclass(frozen=True, slots=True)
class Version:
    """A version with who published it and what it changed of the one before; the first changed nothing."""

    publication: Publication
    by: str
    program: Program
    changes: Sequence[Difference]
    figure_changes: Sequence[FigureChange]
    rule_changes: Sequence[RuleChange]
    reward_changes: Sequence[RewardChange]
    segment_changes: Sequence[SegmentChange]
    drive_changes: Sequence[DriveChange]
    tier_changes: Sequence[TierChange]
    is_first: bool


def history(uow: UnitOfWork) -> Sequence[Version]:
    """The newest first."""
    own = [one for one in uow.programs.published() if one.version > 0]
    programs = [uow.programs.version(one.version) for one in own]
    return tuple(
        Version(
            one,
            staff_name(uow, one.staff),
            program,
            differences(Rates.of(was), Rates.of(program)),
            figure_changes(Figures.of(was), Figures.of(program)),
            rule_changes(was.rules, program.rules),
            reward_changes(was.rewards, program.rewards),
            segment_changes(was.segments, program.segments),
            drive_changes(was.drives, program.drives),
            tier_changes(was.tiers, program.tiers),
            is_first=was is program,
        )
        for one, program, was in zip(own, programs, [*programs[1:], *programs[-1:]], strict=True)
    )
