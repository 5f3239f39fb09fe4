"""Drives: the campaigns that run, what keeps a member out of one, how far they are, and that they take part.

Source: docs/domain.md, Campaigns.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.domain.drives import Bar, Drive
from app.domain.errors import Code, DomainError, invalid
from app.domain.flaws import wrong
from app.domain.program import Program
from app.services.campaigns.drive_standings import Standing, standing, standings_in
from app.services.desk import Desk
from app.services.journal import record
from app.services.members.editing import known_member

JOINED = "participate"  # the kind of event that says so
_WHY = {
    Bar.NOT_BEGUN: wrong("That campaign has not begun. Nothing was changed."),
    Bar.ENDED: wrong("That campaign is over. Nothing was changed."),
    Bar.TIER: wrong("That campaign is for members of other tiers. Nothing was changed."),
    Bar.SEGMENT: wrong("That campaign is for other members. Nothing was changed."),
}


def running(desk: Desk) -> tuple[Program, Sequence[Drive]]:
    """The rules in force, and the campaigns of them that run now."""
    with desk.store.reading() as uow:
        at = desk.instant(uow.journal.head())
        program = uow.programs.in_force(at)
        return program, tuple(one for one in program.drives if one.period.covers(at))


def taking_part(desk: Desk) -> Mapping[str, int]:
    """How many members this counter knows take part, by campaign; only of those that anybody takes part in."""
    with desk.store.reading() as uow:
        return uow.participations.count()


def standings(desk: Desk, member_id: str) -> Sequence[Standing]:
    """A member and every campaign that runs now. Raises UNKNOWN_CARD."""
    with desk.store.reading() as uow:
        head = uow.journal.head()
        program = uow.programs.in_force(desk.instant(head))
        return standings_in(desk, uow, head, known_member(uow, member_id).member, program)


def progress(desk: Desk, drive_id: str, member_id: str) -> Standing:
    """A member and one campaign of the rules in force, running or not. Raises UNKNOWN_CAMPAIGN or UNKNOWN_CARD."""
    with desk.store.reading() as uow:
        head = uow.journal.head()
        program = uow.programs.in_force(desk.instant(head))
        drive = _known(program, drive_id)
        return standing(desk, uow, head, known_member(uow, member_id).member, program, drive)


def participate(desk: Desk, drive_id: str, member_id: str, *, staff: str) -> Standing:
    """Note that a member takes part, from now on. Twice is once. It needs no line.

    Raises UNKNOWN_CAMPAIGN or UNKNOWN_CARD; INVALID where the campaign is not for them now, or asks nobody to join.
    """
    with desk.store.writing() as uow:
        head = uow.journal.head()
        at = desk.instant(head)
        program = uow.programs.in_force(at)
        drive, member = _known(program, drive_id), known_member(uow, member_id).member
        before = standing(desk, uow, head, member, program, drive)
        if before.part.joined_at is not None:
            return before
        _refuse(before)
        uow.participations.put(member.member_id, drive_id, at)
        body = {"member": member.member_id, "drive": drive_id, "staff": staff}
        head = record(desk, uow, head, kind=JOINED, at=at, body=body)
        return standing(desk, uow, head, member, program, drive)


def _known(program: Program, drive_id: str) -> Drive:
    drive = program.drive(drive_id)
    if drive is None:
        raise DomainError(Code.UNKNOWN_CAMPAIGN, "There is no such campaign. Nothing was changed.")
    return drive


def _refuse(found: Standing) -> None:
    if not found.drive.by_joining:
        raise invalid("Nobody has to take part in that campaign: it is for all it is meant for. Nothing was changed.")
    barred = [one for one in found.bars if one is not Bar.NOT_TAKING_PART]
    if barred:
        raise invalid(_WHY[barred[0]])
