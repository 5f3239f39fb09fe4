"""Publishing: what a change makes of the rules in force becomes the next version, over what was seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from app.domain.program import Program
from app.domain.tier_changes import following
from app.services.desk import Desk
from app.services.ports import UnitOfWork
from app.services.programs.program import publish
from app.services.programs.publishing import require_second
from app.services.programs.rule_checks import knowing_categories, refuse_wrong
from app.services.programs.saved_cases import refuse_failing
from server.api.approvals import Publisher, approved
from server.api.changes import changed
from server.api.versions import stale
from server.auth.caller import Caller
from server.parts import Parts

Change = Callable[[Program], Program]


def in_force(parts: Parts, caller: Caller) -> Program:
    with parts.database.store(caller.tenant_id).reading() as unit:
        return unit.programs.in_force(parts.clock.now())


async def published(
    parts: Parts,
    publisher: Publisher,
    change: Change,
    version: int,
    *,
    holds_from: datetime | None = None,
    of: Program | None = None,
) -> Program:
    """Publish what `change` makes of the rules, to hold now or later.

    Raises a problem for others than were seen, and what is wrong with it; what `of`, or else those rules, have as well
    is not. A steep rise takes a second person's approval.
    """

    def make(desk: Desk, unit: UnitOfWork) -> Program:
        at = desk.instant(unit.journal.head())
        program = unit.programs.in_force(at)
        if program.version != version:
            raise stale()
        made = change(program)
        made = replace(made, tiers=following(program.tiers, made.tiers))
        base = of or program
        refuse_wrong(desk, made, base=knowing_categories(base, made), at=at)
        refuse_failing(unit, made)
        at_desk = approved(desk, unit, parts, publisher)
        require_second(desk, program, made, by=publisher.subject, approved_by=at_desk.approved_by)
        return publish(at_desk, made, staff=publisher.subject, holds_from=holds_from)

    return await changed(parts, publisher, make)
