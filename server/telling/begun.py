"""Begun: counters of an older protocol hear of a version of the rules when it begins; they know no dates."""

from __future__ import annotations

from app.services.desk import Desk
from app.services.journal import record
from server.rights.leases import server_store
from sync.protocol import Topic

BEGUN = "program-begun"


def tell_begun(desk: Desk) -> None:
    """Note every version that has begun since it was last looked, once."""
    with server_store(desk).writing() as unit:
        head = unit.journal.head()
        at = desk.instant(head)
        later = [one for one in unit.programs.published() if one.holds_from > one.at and one.holds_from <= at]
        begun = [str(one.version) for one in later if unit.effects.result(BEGUN, str(one.version)) is None]
        for version in begun:
            unit.effects.record(BEGUN, version, version)
            unit.changes.note(Topic.PROGRAM, version)
        if begun:
            record(desk, unit, head, kind=BEGUN, at=at, body={"programs": begun})
