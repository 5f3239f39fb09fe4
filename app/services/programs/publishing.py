"""Publishing: what somebody drafted made a version of the rules, by whoever leads the shop.

A desk that is alone publishes for itself; a counter of a chain proposes it to its server, which judges and publishes it
as its own. Source: docs/rates.md, In a chain.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from app.domain.errors import Code, DomainError, invalid
from app.domain.figures import Figures, steepest_figure
from app.domain.gifts import steepest_gift
from app.domain.program import Program
from app.domain.rates import Rates, steepest, steepest_rule
from app.domain.steepness import steepest_multiplier
from app.services.desk import Desk
from app.services.ports import UnitOfWork
from app.services.programs.program import publish_in
from app.services.programs.program_codec import program_to_json
from app.services.programs.rule_checks import refuse_wrong
from app.services.programs.saved_cases import refuse_failing
from app.services.staff.roster import name_of

UNCHANGED = "Nothing is different from what is published. Nothing was published."
Named = Callable[[str], str]
# What no desk drafts: it is set at the server, and stands in a proposal as in the version it follows.
_LEFT_ALONE = ("enabled", "currency", "calendar", "campaigns", "programme")


@dataclass(frozen=True, slots=True)
class Proposal:
    """Rules to follow version `base`, published by `by`, who has shown that it is them.

    They hold from `program.holds_from`, or at once. Without a program, what waits for its day is never to begin.
    `approved_by` is the second person, where one was asked.
    """

    base: int
    program: Program | None
    by: str
    approved_by: str | None = None

    @property
    def text(self) -> str:
        """The rules as they travel; empty for none."""
        return "" if self.program is None else program_to_json(self.program)

    @property
    def key(self) -> str:
        """Of the same rules over the same version always the same: whoever asks again publishes nothing again."""
        return hashlib.sha256(f"{self.base}\n{self.text}".encode()).hexdigest()


def judge(desk: Desk, uow: UnitOfWork, proposal: Proposal, *, named: Named | None = None) -> None:
    """Refuse what cannot be published here now. `named` says what whoever published is called.

    Raises CHANGED where another version was published since `base`, NEEDS_APPROVAL where a rate rises by more than the
    desk lets one person and no second one has approved it, INVALID for what is wrong.
    """
    _refuse_overtaken(uow, proposal.base, named or (lambda staff: name_of(uow, staff)))
    at, program = desk.instant(uow.journal.head()), proposal.program
    if program is None:
        _refuse_nothing_waiting(uow, at)
        return
    base = uow.programs.version(proposal.base)
    refuse_wrong(desk, program, base=base, at=at)
    if program.has_the_rules_of(base):
        raise invalid(UNCHANGED)
    refuse_failing(uow, program)
    require_second(desk, uow.programs.in_force(at), program, by=proposal.by, approved_by=proposal.approved_by)


def refuse_undrafted(uow: UnitOfWork, proposal: Proposal) -> None:
    """Refuse what a counter cannot have drafted. Raises INVALID."""
    program = proposal.program
    if program is None:
        return
    base = uow.programs.version(proposal.base)
    odd = [name for name in _LEFT_ALONE if getattr(base, name) != getattr(program, name)]
    if odd:
        raise invalid(f"A counter does not change {', '.join(odd)}. Nothing was published; it is set at the server.")


def unreadable() -> DomainError:
    """At a server of another version than the counter that asked."""
    return invalid(
        "The server cannot read these rules: it is of another version than this counter. Nothing was published; your "
        "draft is kept. Have both brought up to date."
    )


def not_publishing(name: str | None) -> DomainError:
    """Somebody may not publish for a chain; without a name nobody knows them there."""
    if name is None:
        return DomainError(
            Code.NOT_ALLOWED,
            "The server knows nobody of that name at this store. Nothing was published; your draft is kept. Ask a "
            "manager of the chain.",
        )
    return DomainError(
        Code.NOT_ALLOWED,
        f"{name} may not publish, the server says. Nothing was published; your draft is kept. Ask a manager of the "
        "chain.",
    )


def publish_proposed(
    desk: Desk, uow: UnitOfWork, proposal: Proposal, *, besides: Mapping[str, Any] | None = None
) -> Program:
    """What was judged to be good, as the only change of a transaction that is open.

    `besides` is what the sealed event says more. Raises INVALID for an instant that is past.
    """
    program = proposal.program
    if program is None:
        program, begins = uow.programs.in_force(desk.instant(uow.journal.head())), None
    else:
        begins = program.holds_from
    return publish_in(desk, uow, program, staff=proposal.by, holds_from=begins, besides=besides)


def _refuse_nothing_waiting(uow: UnitOfWork, at: datetime) -> None:
    if not uow.programs.waiting(at):
        raise invalid("No rates wait for their day. Nothing was changed.")


def _refuse_overtaken(uow: UnitOfWork, base: int, named: Named) -> None:
    newest = uow.programs.published()[0]
    if newest.version == base:
        return
    raise DomainError(
        Code.CHANGED,
        f"{named(newest.staff)} published rates v{newest.version} meanwhile. Nothing was published, and your changes "
        "are kept; look at what is different, then publish them over it.",
        {"version": newest.version, "base": base},
    )


def require_second(desk: Desk, before: Program, after: Program, *, by: str, approved_by: str | None) -> None:
    """Refuse a rise beyond what the desk lets one person publish. Raises NEEDS_APPROVAL."""
    if approved_by not in (None, by):
        return
    rates = steepest(Rates.of(before), Rates.of(after))
    steps = (steepest_rule(before, after), steepest_multiplier(before, after), _steepest_figure(before, after))
    rise, limit = max(rates, *steps), desk.rate_rise_limit_percent
    if rise > limit:
        raise DomainError(
            Code.NEEDS_APPROVAL,
            f"A rate rises by {rise.normalize():f} (in %), more than the {limit} one person may publish. Nothing was "
            "published; a second person has to approve it.",
            {"limit_percent": limit},
        )
    usual = desk.rate_rise_bill * after.currency.minor_per_major
    gift = steepest_gift(before, after, usual_bill_minor=usual)
    if gift.percent > limit:
        raise DomainError(
            Code.NEEDS_APPROVAL,
            f"“{gift.name}” gives away {gift.percent.normalize():f} more (in %), and one person may publish {limit}. "
            "Nothing was published; a second person has to approve it.",
            {"limit_percent": limit},
        )


def _steepest_figure(before: Program, after: Program) -> Decimal:
    """Points of another programme are worth something else: that is not a rise."""
    is_same = before.programme.programme_id == after.programme.programme_id
    return steepest_figure(Figures.of(before), Figures.of(after)) if is_same else Decimal(0)
