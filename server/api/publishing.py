"""Publishing: what a change makes of the rules in force becomes the next version, over what was seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from app.domain.program import UNLISTED, Program
from app.services.desk import Desk
from app.services.ports import UnitOfWork
from app.services.program import publish
from app.services.rule_checks import refuse_wrong
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
    caller: Caller,
    change: Change,
    version: int,
    *,
    holds_from: datetime | None = None,
    of: Program | None = None,
) -> Program:
    """Publish what `change` makes of the rules, to hold now or later.

    Raises a problem for others than were seen, and what is wrong with it; what `of`, or else those rules, have as well
    is not.
    """

    def make(desk: Desk, unit: UnitOfWork) -> Program:
        at = desk.instant(unit.journal.head())
        program = unit.programs.in_force(at)
        if program.version != version:
            raise stale()
        made = change(program)
        base = of or program
        refuse_wrong(desk, made, base=_knowing(base, made), at=at)
        return publish(desk, made, staff=caller.subject, holds_from=holds_from)

    return await changed(parts, caller, make)


def _knowing(base: Program, made: Program) -> Program:
    """A system may say new categories; a desk has those that there are."""
    return replace(base, categories={**dict.fromkeys(made.categories, UNLISTED), **base.categories})
