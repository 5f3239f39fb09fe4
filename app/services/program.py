"""Programs: publishing a new version of the rules, and reading the one in force."""

from __future__ import annotations

from dataclasses import replace

from app.domain.program import Program
from app.services.authority import refuse_in_chain
from app.services.desk import Desk
from app.services.journal import record
from app.services.program_codec import program_to_json


def publish(desk: Desk, program: Program, *, staff: str) -> Program:
    """Put a new version of the rules in force from now on; bills already made keep theirs."""
    with desk.store.writing() as uow:
        refuse_in_chain(uow, "the rules are published")
        head = uow.journal.head()
        at = desk.instant(head)
        known = uow.programs.latest_version()
        version = replace(program, version=known + 1)
        uow.programs.publish(version, staff=staff, at=at)
        record(desk, uow, head, kind="program", at=at, body={"program": program_to_json(version), "staff": staff})
    return version


def current(desk: Desk) -> Program:
    with desk.store.reading() as uow:
        return uow.programs.current()
