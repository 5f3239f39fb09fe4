"""Standings: a member and the campaigns: what keeps them out of each, how far they are, what its goal brings.

Source: docs/domain.md, Campaigns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.drive_rules import prize, rules_of
from app.domain.drives import Bar, Drive, Part, Reach, reach
from app.domain.member import Member
from app.domain.program import Program
from app.services.campaigns.budgets import left_here
from app.services.campaigns.drive_parts import part_of
from app.services.campaigns.rule_limits import drawn_on
from app.services.campaigns.segmenting import segments_at
from app.services.desk import Desk
from app.services.ports import Head, UnitOfWork


@dataclass(frozen=True, slots=True)
class Standing:
    """A campaign and a member: what keeps them out of it, how far they are, and what its goal brings them.

    `reach` is None where it has no goal; `prize` is hundredths of points, as far as limits leave any.
    """

    drive: Drive
    bars: tuple[Bar, ...]
    part: Part
    reach: Reach | None
    prize: int

    @property
    def is_for_them(self) -> bool:
        return not self.bars

    @property
    def may_join(self) -> bool:
        """Whether all that is missing is that they say so."""
        return self.bars == (Bar.NOT_TAKING_PART,)


def standings_in(desk: Desk, uow: UnitOfWork, head: Head, member: Member, program: Program) -> Sequence[Standing]:
    """Of every campaign that runs now."""
    at = desk.instant(head)
    found = (one for one in program.drives if one.period.covers(at))
    return tuple(standing(desk, uow, head, member, program, one) for one in found)


def standing(desk: Desk, uow: UnitOfWork, head: Head, member: Member, program: Program, drive: Drive) -> Standing:
    at, member_id = desk.instant(head), member.member_id
    part = part_of(uow, member_id, drive, at)
    segments = segments_at(uow, member, program, at)
    drawn = drawn_on(uow, member_id, program, desk.calendar.day_of(at), left_here(desk, uow, head, program))
    bars = drive.bars(at=at, tier=program.tiers.called(member.tier), segments=segments, part=part)
    return Standing(drive, bars, part, reach(drive, part), prize(rules_of(program, drive.drive_id), drawn))
