"""Parts: where a member stands in the campaigns that run, as rules ask for it. Source: docs/domain.md, Campaigns."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from app.domain.drives import Drive, Part
from app.domain.program import Program
from app.services.ports import UnitOfWork

_BEGINNING = datetime(1900, 1, 1, tzinfo=UTC)
_MOMENT = timedelta(microseconds=1)


def parts_of(
    uow: UnitOfWork, member_id: str, program: Program, at: datetime, *, before: datetime | None = None
) -> Mapping[str, Part]:
    """By campaign, of those that ask for more than their days. Only bills `before` an instant count, where one is said.

    Nothing is looked up where no such campaign runs.
    """
    running = [one for one in program.drives if one.period.covers(at) and (one.by_joining or one.goal is not None)]
    return {one.drive_id: part_of(uow, member_id, one, at, before=before) for one in running}


def part_of(uow: UnitOfWork, member_id: str, drive: Drive, at: datetime, *, before: datetime | None = None) -> Part:
    """Where a member stands in one campaign at an instant. What is asked of nobody is not counted."""
    part = Part(uow.participations.of_member(member_id).get(drive.drive_id) if drive.by_joining else None)
    if drive.goal is None or (drive.by_joining and part.joined_at is None):
        return part
    ends = [one + _MOMENT for one in (at if before is None else None, drive.counts_until(part)) if one is not None]
    until = min([*ends, *([] if before is None else [before])])
    counted = uow.activities.within(member_id, from_at=drive.counts_from(part, at) or _BEGINNING, until_at=until)
    return Part(part.joined_at, counted.spend_minor, counted.orders)
