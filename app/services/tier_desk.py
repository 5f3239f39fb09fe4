"""The tiers at a manager's desk: how they stand, who holds which, and publishing others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.domain.errors import Code, DomainError, invalid
from app.domain.program import Program
from app.domain.tier_flaws import check_tiers
from app.domain.tiers import TierScheme
from app.services.authority import is_led, refuse_in_chain
from app.services.desk import Desk
from app.services.program import publish_in


@dataclass(frozen=True, slots=True)
class TiersFound:
    """`program` is the highest version, which holds now or waits; `held` is how many members hold which tier."""

    program: Program
    held: Mapping[str, int]
    is_led: bool


def look(desk: Desk) -> TiersFound:
    with desk.store.reading() as uow:
        latest = uow.programs.version(uow.programs.latest_version())
        held = {one.tier: one.members for one in uow.reports.tiers()}
        return TiersFound(latest, held, is_led(uow))


def publish_tiers(desk: Desk, scheme: TierScheme, *, base: int, by: str) -> Program:
    """Publish the rules of version `base` with these tiers, to hold from now on.

    Raises CHANGED where another version was published meanwhile, INVALID for what is wrong or no different.
    """
    check_tiers(scheme)
    with desk.store.writing() as uow:
        refuse_in_chain(uow, "the tiers are published")
        if uow.programs.latest_version() != base:
            raise DomainError(
                Code.CHANGED,
                "Other rules were published meanwhile. Nothing was published; open this page again and type it anew.",
                {"base": base},
            )
        if uow.programs.waiting(desk.instant(uow.journal.head())):
            raise invalid("Rules wait for their day. Nothing was published; withdraw them first, or wait for the day.")
        latest = uow.programs.version(base)
        if latest.tiers == scheme:
            raise invalid("No tier is different from those published. Nothing was published.")
        return publish_in(desk, uow, replace(latest, tiers=scheme, holds_from=None), staff=by)
