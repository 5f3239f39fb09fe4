"""Segmenting: which segments a member is in, by what the store has of them. Source: docs/domain.md, Segments."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from app.domain.conditions import Unit, Window
from app.domain.member import Member
from app.domain.program import Program
from app.domain.segments import Known, Segment, asks_home, person_of, segments_of
from app.domain.tiers import Metrics
from app.services.ports import UnitOfWork


def segments_at(
    uow: UnitOfWork, member: Member, program: Program, at: datetime, *, is_past: bool = False
) -> frozenset[str]:
    """Those that a rule asks for and the member is in. Where none is asked for, nothing is looked up.

    Of an instant that `is_past`, only what was bought before it counts; the member is as they were then.
    """
    asked = program.asked_segments
    return held(uow, member, asked, program, at, is_past=is_past) if asked else frozenset()


def held(
    uow: UnitOfWork,
    member: Member,
    segments: Collection[Segment],
    program: Program,
    at: datetime,
    *,
    is_past: bool = False,
) -> frozenset[str]:
    """The ids of those of these segments that a member is in."""

    def count(days: int) -> Metrics:
        since, until = Window(Unit.DAYS, days).bounds(at, program.calendar)
        return uow.activities.within(member.member_id, from_at=since, until_at=at if is_past else until)

    now = replace(member, tier=program.tiers.called(member.tier))
    home = uow.homes.of(member.member_id) if asks_home(segments) else None
    return segments_of(person_of(Known.of(now, home), at, segments, count), segments)
