"""Rates: the manager's draft of them, publishing it, and what was in force before. Source: docs/rates.md."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.errors import Code, DomainError, invalid
from app.domain.program import Program
from app.domain.rates import Difference, Rates, carried_over, check, differences, steepest
from app.services.authority import is_led, refuse_in_chain
from app.services.desk import Desk
from app.services.ports import Publication, UnitOfWork
from app.services.program import publish_in
from app.services.rate_drafts import RateDraft
from app.services.roster import name_of as staff_name


@dataclass(frozen=True, slots=True)
class Version:
    """A version with who published it and what it changed of the one before."""

    publication: Publication
    by: str
    program: Program
    changes: Sequence[Difference]


@dataclass(frozen=True, slots=True)
class RatesFound:
    """`program` is in force, `waiting` begins next; `draft` is somebody's own, and `base` what it began from.

    `newer` is published since: what is different in it from what the draft began from.
    """

    at: datetime
    program: Program
    waiting: Sequence[Program]
    draft: RateDraft
    base: Program
    newer: Sequence[Difference]
    history: Sequence[Version]
    is_led: bool

    @property
    def changes(self) -> Sequence[Difference]:
        return differences(Rates.of(self.base), self.draft.rates)

    @property
    def drafted(self) -> Program:
        """The rules as the draft has them."""
        return self.draft.rates.over(self.base)


@dataclass(frozen=True, slots=True)
class Coming:
    """The version that begins next, seen from an instant."""

    at: datetime
    program: Program


def coming(desk: Desk) -> Coming | None:
    """What begins next; None where nothing waits for its day."""
    with desk.store.reading() as uow:
        at = desk.instant(uow.journal.head())
        waiting = uow.programs.waiting(at)
        return Coming(at, waiting[0]) if waiting else None


def look(desk: Desk, staff: str) -> RatesFound:
    """Where the rates stand, with somebody's draft; a new one has the rates of the highest version."""
    with desk.store.reading() as uow:
        at = desk.instant(uow.journal.head())
        latest = uow.programs.version(uow.programs.latest_version())
        draft = uow.programs.draft(staff) or _fresh(staff, latest)
        base = uow.programs.version(draft.base)
        newer = differences(Rates.of(base), Rates.of(latest))
        program, waiting = uow.programs.in_force(at), uow.programs.waiting(at)
        return RatesFound(at, program, waiting, draft, base, newer, _history(uow), is_led(uow))


def keep(desk: Desk, draft: RateDraft) -> None:
    """Keep a draft as it stands. What is wrong with its rates is refused; its day is looked at when it is published."""
    with desk.store.writing() as uow:
        _refuse_wrong(uow, draft)
        uow.programs.put_draft(draft)


def drop(desk: Desk, staff: str) -> None:
    with desk.store.writing() as uow:
        uow.programs.drop_draft(staff)


def revert(desk: Desk, version: int, *, staff: str) -> RateDraft:
    """A draft with the rates of an older version, in the place of the one there was. Nothing is published."""
    with desk.store.writing() as uow:
        if version <= 0 or not uow.programs.has(version):
            raise invalid("There is no such version of the rates. Nothing was changed.")
        latest = uow.programs.version(uow.programs.latest_version())
        rates = Rates.of(uow.programs.version(version))
        categories = {**latest.categories, **{k: v for k, v in rates.categories.items() if k in latest.categories}}
        draft = RateDraft(staff, latest.version, replace(rates, categories=categories))
        uow.programs.put_draft(draft)
    return draft


def carry_over(desk: Desk, staff: str) -> RateDraft:
    """What somebody changed, made of the highest version instead of the one the draft began from."""
    with desk.store.writing() as uow:
        latest = uow.programs.version(uow.programs.latest_version())
        draft = uow.programs.draft(staff) or _fresh(staff, latest)
        base = Rates.of(uow.programs.version(draft.base))
        moved = replace(draft, base=latest.version, rates=carried_over(base, draft.rates, Rates.of(latest)))
        uow.programs.put_draft(moved)
    return moved


def publish_draft(desk: Desk, staff: str, *, by: str) -> Program:
    """Publish somebody's draft, as `by`, who has shown that it is them. The draft is gone then.

    Raises CHANGED where another version was published since it began, NEEDS_APPROVAL where it raises a rate by more
    than the desk lets one person and nobody else has approved it, INVALID for what is wrong with it.
    """
    with desk.store.writing() as uow:
        refuse_in_chain(uow, "the rates are published")
        draft = uow.programs.draft(staff)
        if draft is None:
            raise invalid("No rate is different from those published. Nothing was published.")
        base = uow.programs.version(draft.base)
        _refuse_overtaken(uow, base)
        _refuse_wrong(uow, draft)
        if not differences(Rates.of(base), draft.rates):
            raise invalid("No rate is different from those published. Nothing was published.")
        at = desk.instant(uow.journal.head())
        _require_second(desk, Rates.of(uow.programs.in_force(at)), draft.rates, by=by)
        begins = None if draft.holds_on is None else desk.calendar.start_of(draft.holds_on)
        made = publish_in(desk, uow, draft.rates.over(base), staff=by, holds_from=begins)
        uow.programs.drop_draft(staff)
    return made


def withdraw(desk: Desk, *, by: str) -> Program:
    """Let what waits for its day never begin: the rules in force are published once more, to hold now."""
    with desk.store.writing() as uow:
        refuse_in_chain(uow, "the rates are published")
        at = desk.instant(uow.journal.head())
        if not uow.programs.waiting(at):
            raise invalid("No rates wait for their day. Nothing was changed.")
        return publish_in(desk, uow, uow.programs.in_force(at), staff=by)


def _fresh(staff: str, latest: Program) -> RateDraft:
    return RateDraft(staff, latest.version, Rates.of(latest))


def _history(uow: UnitOfWork) -> Sequence[Version]:
    """The newest first."""
    own = [one for one in uow.programs.published() if one.version > 0]
    programs = [uow.programs.version(one.version) for one in own]
    before = [*map(Rates.of, programs[1:]), *map(Rates.of, programs[-1:])]
    return tuple(
        Version(one, staff_name(uow, one.staff), program, differences(was, Rates.of(program)))
        for one, program, was in zip(own, programs, before, strict=True)
    )


def _refuse_wrong(uow: UnitOfWork, draft: RateDraft) -> None:
    check(draft.rates, known=uow.programs.version(draft.base).categories)


def _refuse_overtaken(uow: UnitOfWork, base: Program) -> None:
    newest = uow.programs.published()[0]
    if newest.version == base.version:
        return
    raise DomainError(
        Code.CHANGED,
        f"{staff_name(uow, newest.staff)} published rates v{newest.version} meanwhile. Nothing was published, and "
        "your changes are kept; look at what is different, then publish them over it.",
        {"version": newest.version, "base": base.version},
    )


def _require_second(desk: Desk, before: Rates, after: Rates, *, by: str) -> None:
    rise = steepest(before, after)
    if rise > desk.rate_rise_limit_percent and desk.approved_by in (None, by):
        raise DomainError(
            Code.NEEDS_APPROVAL,
            f"A rate rises by {rise.normalize():f} percent points, more than the {desk.rate_rise_limit_percent} one "
            "person may publish. Nothing was published; a second person has to approve it.",
            {"limit_percent": desk.rate_rise_limit_percent},
        )
