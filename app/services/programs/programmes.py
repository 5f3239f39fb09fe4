"""Programmes: the tenant's, of which one is in force at a time. Source: docs/domain.md, Programmes; decision 25."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from app.domain.errors import Code, DomainError, invalid
from app.domain.program import Program
from app.domain.programme_kinds import check_kind
from app.domain.programmes import FIRST, Programme, ProgrammeStatus, check_programme
from app.services.authority import is_led, refuse_in_chain
from app.services.desk import Desk
from app.services.journal import record
from app.services.plain import dumps
from app.services.ports import UnitOfWork
from app.services.programs.program import publish_in
from app.services.programs.programme_records import KeptProgramme
from app.services.programs.publishing import require_second
from app.services.programs.rule_checks import knowing_categories, refuse_wrong
from app.services.programs.saved_cases import refuse_failing

PROGRAMMES_MAX = 100
KIND = "programme"
_WHERE = "programmes are changed"


@dataclass(frozen=True, slots=True)
class ProgrammeFound:
    """`versions` are those of its rules that were published, the newest first; `rules` what would be in force of it."""

    kept: KeptProgramme
    versions: Sequence[int]
    rules: Program
    is_in_force: bool
    is_waiting: bool

    @property
    def programme(self) -> Programme:
        return self.kept.programme


@dataclass(frozen=True, slots=True)
class ProgrammesFound:
    """At a counter of a chain, which a server leads, those whose rules it was told."""

    listed: Sequence[ProgrammeFound]
    today: date
    is_led: bool


def look(desk: Desk) -> ProgrammesFound:
    with desk.store.reading() as uow:
        at = desk.instant(uow.journal.head())
        return ProgrammesFound(programmes_in(uow, at), desk.calendar.day_of(at), is_led(uow))


def programmes(desk: Desk) -> Sequence[ProgrammeFound]:
    """All of them: the first, then in the order they were made."""
    with desk.store.reading() as uow:
        return programmes_in(uow, desk.instant(uow.journal.head()))


def programmes_in(uow: UnitOfWork, at: datetime) -> Sequence[ProgrammeFound]:
    published = [uow.programs.version(one.version) for one in uow.programs.published() if one.version > 0]
    own = {one.programme_id: one for one in uow.programs.programmes()}
    told = {one.programme.programme_id: KeptProgramme(one.programme) for one in reversed(published)}
    kept = {FIRST.programme_id: KeptProgramme(FIRST), **own}
    kept.update((name, one) for name, one in told.items() if name not in own)
    live = _live(uow, at)
    waiting = {one.programme.programme_id for one in uow.programs.waiting(at)}
    return [_found(one, published, live, is_waiting=one.programme_id in waiting) for one in kept.values()]


def _found(kept: KeptProgramme, published: Sequence[Program], live: Program, *, is_waiting: bool) -> ProgrammeFound:
    own = [one for one in published if one.programme.programme_id == kept.programme_id]
    is_in_force = live.programme.programme_id == kept.programme_id
    newest = own[0] if own else live
    rules = replace(kept.rules or newest, programme=kept.programme)
    return ProgrammeFound(kept, [one.version for one in own], rules, is_in_force, is_waiting)


def _known(uow: UnitOfWork, programme_id: str, at: datetime) -> ProgrammeFound:
    for one in programmes_in(uow, at):
        if one.kept.programme_id == programme_id:
            return one
    raise invalid("There is no such programme. Nothing was changed; look at the list.")


def create(desk: Desk, programme: Programme, *, rules: Program | None = None, staff: str) -> KeptProgramme:
    """A programme that is in force nowhere yet, with these rules, or those that are when it comes to that."""
    with desk.store.writing() as uow:
        refuse_in_chain(uow, _WHERE)
        at = desk.instant(uow.journal.head())
        made = replace(programme, programme_id=desk.ids.entity(), status=ProgrammeStatus.DRAFT)
        check_programme(made)
        _refuse_namesake(uow, made, at)
        _refuse_over(made.last_day, desk.calendar.day_of(at))
        if rules is not None:
            _refuse_wrong(desk, uow, rules, at)
        if len(programmes_in(uow, at)) >= PROGRAMMES_MAX:
            raise invalid(f"There are {PROGRAMMES_MAX} programmes already. Nothing was changed.")
        kept = KeptProgramme(made, rules)
        _keep(desk, uow, kept, at=at, staff=staff)
    return kept


def change(desk: Desk, wanted: Programme, *, rules: Program | None = None, revision: int, staff: str) -> KeptProgramme:
    """Have a programme as `wanted`, if it is still that `revision`. The one in force is published with it.

    Raises CHANGED or INVALID.
    """
    with desk.store.writing() as uow:
        refuse_in_chain(uow, _WHERE)
        at = desk.instant(uow.journal.head())
        found = _known(uow, wanted.programme_id, at)
        if found.kept.revision != revision:
            raise DomainError(
                Code.CHANGED, "Somebody has changed this programme meanwhile. Nothing was changed; look at it again."
            )
        check_programme(wanted)
        if wanted.last_day != found.programme.last_day:
            _refuse_over(wanted.last_day, desk.calendar.day_of(at))
        if rules is not None:
            _refuse_wrong(desk, uow, rules, at)
        _check_change(uow, found, wanted, rules, at)
        if not wanted.is_called(found.programme.name):
            _refuse_namesake(uow, wanted, at)
        kept = KeptProgramme(wanted, rules or found.kept.rules, revision + 1)
        if found.is_in_force:
            live = replace(uow.programs.in_force(at), programme=wanted)
            publish_in(desk, uow, live, staff=staff, besides=_beside(kept))
            uow.programs.put_programme(kept)
        else:
            _keep(desk, uow, kept, at=at, staff=staff)
    return kept


def put_in_force(desk: Desk, programme_id: str, *, staff: str, holds_from: datetime | None = None) -> Program:
    """Publish a programme's rules as the next version, to hold at once or from a later instant on.

    Raises INVALID for what is archived, in force already, over by then, or does not fit its kind; NEEDS_APPROVAL where
    it raises a rate by more than one person may.
    """
    with desk.store.writing() as uow:
        refuse_in_chain(uow, _WHERE)
        at = desk.instant(uow.journal.head())
        found = _known(uow, programme_id, at)
        if found.programme.status is ProgrammeStatus.ARCHIVED:
            raise invalid("This programme is archived. It is never in force again; make another like it.")
        if found.is_in_force or found.is_waiting:
            raise invalid("This programme is in force or waits for its day already. Nothing was changed.")
        begun = replace(found.programme, status=_begun(found.programme.status))
        kept = KeptProgramme(begun, None, found.kept.revision + 1)
        made = replace(found.rules, programme=begun, holds_from=holds_from)
        _judge(desk, uow, found, made, at=at, by=staff)
        made = publish_in(desk, uow, made, staff=staff, holds_from=holds_from, besides=_beside(kept))
        uow.programs.put_programme(kept)
    return made


def _judge(desk: Desk, uow: UnitOfWork, found: ProgrammeFound, made: Program, *, at: datetime, by: str) -> None:
    """As every publication is judged. What it was published with before, or all have now, is no reason to refuse."""
    last_day, live = made.programme.last_day, _live(uow, at)
    if last_day is not None and last_day < desk.calendar.day_of(made.holds_from or at):
        raise invalid("This programme would be over before it begins. Nothing was published; give it a later last day.")
    is_back = found.kept.rules is None and found.versions
    base = uow.programs.version(found.versions[0]) if is_back else live
    refuse_wrong(desk, made, base=knowing_categories(base, made), at=at)
    refuse_failing(uow, made)
    require_second(desk, live, made, by=by, approved_by=desk.approved_by)


def _live(uow: UnitOfWork, at: datetime) -> Program:
    return uow.programs.in_force(at) if uow.programs.latest_version() > 0 else Program()


def _refuse_wrong(desk: Desk, uow: UnitOfWork, rules: Program, at: datetime) -> None:
    refuse_wrong(desk, rules, base=knowing_categories(_live(uow, at), rules), at=at)


def _refuse_namesake(uow: UnitOfWork, programme: Programme, at: datetime) -> None:
    """Those that were made before may share a name: they go on, until they are called otherwise."""
    others = (one.programme for one in programmes_in(uow, at) if one.kept.programme_id != programme.programme_id)
    for other in others:
        if other.status is not ProgrammeStatus.ARCHIVED and other.is_called(programme.name):
            raise invalid(f"“{other.name}” is a programme already. Nothing was changed; give this one another name.")


def _refuse_over(last_day: date | None, today: date) -> None:
    if last_day is not None and last_day < today:
        raise invalid("That last day is past. Nothing was changed; choose today or a later one, or suspend it.")


def _begun(status: ProgrammeStatus) -> ProgrammeStatus:
    return ProgrammeStatus.ACTIVE if status is ProgrammeStatus.DRAFT else status


def _check_change(
    uow: UnitOfWork, found: ProgrammeFound, wanted: Programme, rules: Program | None, at: datetime
) -> None:
    was, now = found.programme.status, wanted.status
    is_live = found.is_in_force or found.is_waiting
    if found.is_in_force and not found.versions:
        raise invalid("No rates are published yet. Nothing was changed; publish them first.")
    if was is ProgrammeStatus.ARCHIVED:
        raise invalid("This programme is archived: it can be read, and not be changed any more.")
    if now is not was and ProgrammeStatus.DRAFT in (was, now) and now is not ProgrammeStatus.ARCHIVED:
        raise invalid("A programme is a draft until it is put in force. Nothing was changed; put it in force.")
    if now is ProgrammeStatus.ARCHIVED and is_live:
        raise invalid("What is in force or waits for its day cannot be archived. Put another programme in force first.")
    if is_live and uow.programs.waiting(at):
        raise invalid("Rates wait for their day. Nothing was changed; withdraw them first, or wait until they hold.")
    if rules is not None and is_live:
        raise invalid("These rules are in force. Nothing was changed; publish the rates instead.")
    if rules is not None:
        check_kind(replace(rules, programme=wanted))


def _keep(desk: Desk, uow: UnitOfWork, kept: KeptProgramme, *, at: datetime, staff: str) -> None:
    uow.programs.put_programme(kept)
    record(desk, uow, uow.journal.head(), kind=KIND, at=at, body={**_beside(kept), "staff": staff})


def _beside(kept: KeptProgramme) -> Mapping[str, str]:
    return {"programme": dumps(kept)}
