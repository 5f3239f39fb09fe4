"""The tiers at a manager's desk: how they stand, who holds which, and publishing others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.domain.errors import Code, DomainError, invalid
from app.domain.program import Program
from app.domain.tiers import TierScheme
from app.services.authority import is_led, refuse_in_chain
from app.services.desk import Desk
from app.services.ports import UnitOfWork
from app.services.programs.publishing import Proposal, publish_proposed, require_second
from app.services.programs.rule_checks import refuse_wrong
from app.services.programs.saved_cases import refuse_failing


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

    Raises CHANGED where another version was published meanwhile, INVALID for what is wrong or no different,
    NEEDS_APPROVAL where a tier gives more than one person may publish.
    """
    with desk.store.writing() as uow:
        refuse_in_chain(uow, "the tiers are published")
        return publish_proposed(desk, uow, _proposed(desk, uow, scheme, base, by))


def propose_tiers(desk: Desk, scheme: TierScheme, *, base: int, by: str) -> Proposal:
    """The same for a counter of a chain: what its server is asked to publish. Nothing is changed."""
    with desk.store.reading() as uow:
        return _proposed(desk, uow, scheme, base, by)


def _proposed(desk: Desk, uow: UnitOfWork, scheme: TierScheme, base: int, by: str) -> Proposal:
    if uow.programs.latest_version() != base:
        raise _overtaken()
    at = desk.instant(uow.journal.head())
    if uow.programs.waiting(at):
        raise invalid("Rules wait for their day. Nothing was published; withdraw them first, or wait for the day.")
    latest = uow.programs.version(base)
    if latest.tiers == scheme:
        raise invalid("No tier is different from those published. Nothing was published.")
    program = replace(latest, tiers=scheme, holds_from=None)
    refuse_wrong(desk, program, base=latest, at=at)
    refuse_failing(uow, program)
    require_second(desk, uow.programs.in_force(at), program, by=by, approved_by=desk.approved_by)
    return Proposal(base, program, by, desk.approved_by)


def as_of_tiers(error: Exception) -> Exception:
    """A refusal of the server as the page of tiers says it: what was typed there is carried over nothing."""
    return _overtaken() if isinstance(error, DomainError) and error.code is Code.CHANGED else error


def _overtaken() -> DomainError:
    return DomainError(
        Code.CHANGED,
        "Other rules were published meanwhile. Nothing was published; open this page again and type it anew.",
    )
