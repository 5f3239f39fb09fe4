"""Programmes: what members take part in; one is in force at a time, and each has versions of its rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from app.domain.program import Program
from app.domain.programmes import POINT_LENGTH_MAX, PointName, Programme, ProgrammeKind, ProgrammeStatus
from app.services.desk import Desk
from app.services.ports import UnitOfWork
from app.services.programs import programmes
from app.services.programs.programmes import ProgrammeFound
from server.api.approvals import Publishes, approved
from server.api.changes import changed, once
from server.api.config import CardConfig
from server.api.idempotency import Idempotent
from server.api.models import Day, Id, Model, Name
from server.api.versions import Version, stale, tag
from server.auth.caller import Caller, require
from server.desks import desk_of
from server.parts import Given
from server.web.problems import documented, not_found

router = APIRouter(prefix="/api/v1/programmes", tags=["Programmes"])
_Reader = Annotated[Caller, require("programs:read")]
_Writer = Annotated[Caller, require("programs:write")]
_Word = Annotated[Name, Field(max_length=POINT_LENGTH_MAX)]


class PointWords(Model):
    """What a programme calls one of its points, and several."""

    one: _Word = Field(examples=["coin"])
    many: _Word = Field(examples=["coins"])


class ProgrammeShown(BaseModel):
    """A programme with what would be, or is, in force of it. Its version counts its changes, and is the ETag."""

    programme_id: str = Field(examples=["first"])
    name: str = Field(examples=["Loyalty programme"])
    kind: ProgrammeKind = Field(description="What its rules may hold.")
    status: ProgrammeStatus
    first_day: Day | None = Field(description="Nothing is earned or redeemed before it.")
    last_day: Day | None = Field(description="Nor after it.")
    point: PointWords | None
    is_in_force: bool = Field(examples=[True])
    is_waiting: bool = Field(description="Published to begin later.", examples=[False])
    programs: list[int] = Field(description="The versions of its rules, the newest first.", examples=[[3, 1]])
    version: int = Field(examples=[1])
    config: CardConfig


class ProgrammesShown(BaseModel):
    items: list[ProgrammeShown]


class NewProgramme(Model):
    name: Name = Field(examples=["Coins"])
    kind: ProgrammeKind = Field(strict=False)
    first_day: Day | None = None
    last_day: Day | None = None
    point: PointWords | None = None
    config: CardConfig | None = Field(None, description="Its rules; null: those that are in force when it comes to it.")


class ProgrammeChange(Model):
    """What is not sent stays. `config` is for what is not in force: rules in force are published."""

    name: Name | None = Field(None, examples=["Gold coins"])
    status: ProgrammeStatus | None = Field(None, strict=False)
    first_day: Day | None = None
    last_day: Day | None = None
    point: PointWords | None = None
    config: CardConfig | None = None


class ProgrammeBeginning(Model):
    holds_on: Day | None = Field(None, description="The shop's day on which it begins; null: at once.")


@router.get("")
def list_programmes(caller: _Reader, parts: Given) -> ProgrammesShown:
    """All of them: the first, then in the order they were made."""
    desk = desk_of(parts, caller.tenant_id)
    return ProgrammesShown.model_construct(items=[_shown(one) for one in programmes.programmes(desk)])


@router.post("", status_code=201)
async def create_programme(
    caller: _Writer, new: NewProgramme, response: Response, key: Idempotent, parts: Given
) -> ProgrammeShown:
    """Add a programme. It is a draft until it is put in force."""

    def make(desk: Desk, unit: UnitOfWork) -> ProgrammeShown:
        asked = Programme(
            "", new.name, new.kind, first_day=new.first_day, last_day=new.last_day, point=_point(new.point)
        )
        kept = programmes.create(desk, asked, rules=_rules(desk, unit, new.config), staff=caller.subject)
        return _shown(_found(unit, kept.programme_id, desk.instant(unit.journal.head())))

    return _tagged(await once(parts, caller, key, "programme", ProgrammeShown, make), response)


@router.get("/{programme_id}", responses=documented(404))
def read_programme(caller: _Reader, programme_id: Id, response: Response, parts: Given) -> ProgrammeShown:
    """One programme."""
    desk = desk_of(parts, caller.tenant_id)
    with desk.store.reading() as unit:
        return _tagged(_shown(_found(unit, programme_id, desk.instant(unit.journal.head()))), response)


@router.patch("/{programme_id}", responses=documented(404, 412, 428))
async def change_programme(
    caller: _Writer, programme_id: Id, change: ProgrammeChange, response: Response, version: Version, parts: Given
) -> ProgrammeShown:
    """Rename it, give it days, suspend it, archive it. What is in force is published with it: counters are told."""

    def make(desk: Desk, unit: UnitOfWork) -> ProgrammeShown:
        found = _seen(desk, unit, programme_id, version)
        wanted = replace(found.programme, **_asked(change))
        rules = _rules(desk, unit, change.config)
        programmes.change(desk, wanted, rules=rules, revision=version, staff=caller.subject)
        return _shown(_found(unit, programme_id, desk.instant(unit.journal.head())))

    return _tagged(await changed(parts, caller, make), response)


@router.post("/{programme_id}/publish", responses=documented(404, 412, 428))
async def publish_programme(
    caller: Publishes,
    programme_id: Id,
    beginning: ProgrammeBeginning,
    response: Response,
    version: Version,
    parts: Given,
) -> ProgrammeShown:
    """Put it in force, in the place of the one that is, at once or on a day. Members' points stay as they are."""

    def make(desk: Desk, unit: UnitOfWork) -> ProgrammeShown:
        _seen(desk, unit, programme_id, version)
        holds_from = None if beginning.holds_on is None else desk.calendar.start_of(beginning.holds_on)
        at_desk = approved(desk, unit, parts, caller)
        programmes.put_in_force(at_desk, programme_id, staff=caller.subject, holds_from=holds_from)
        return _shown(_found(unit, programme_id, desk.instant(unit.journal.head())))

    return _tagged(await changed(parts, caller, make), response)


def _seen(desk: Desk, unit: UnitOfWork, programme_id: str, version: int) -> ProgrammeFound:
    found = _found(unit, programme_id, desk.instant(unit.journal.head()))
    if found.kept.revision != version:
        raise stale()
    return found


def _found(unit: UnitOfWork, programme_id: str, at: datetime) -> ProgrammeFound:
    for one in programmes.programmes_in(unit, at):
        if one.kept.programme_id == programme_id:
            return one
    raise not_found("programme")


def _asked(change: ProgrammeChange) -> dict[str, Any]:
    """What was sent; a name and a status cannot be taken away."""
    sent = {name: getattr(change, name) for name in change.model_fields_set - {"config"}}
    if "point" in sent:
        sent["point"] = _point(change.point)
    return {name: value for name, value in sent.items() if value is not None or name not in ("name", "status")}


def _rules(desk: Desk, unit: UnitOfWork, config: CardConfig | None) -> Program | None:
    if config is None:
        return None
    live = (
        unit.programs.in_force(desk.instant(unit.journal.head())) if unit.programs.latest_version() > 0 else Program()
    )
    return config.over(live)


def _point(words: PointWords | None) -> PointName | None:
    return None if words is None else PointName(words.one, words.many)


def _shown(found: ProgrammeFound) -> ProgrammeShown:
    one = found.programme
    return ProgrammeShown.model_construct(
        programme_id=one.programme_id,
        name=one.name,
        kind=one.kind,
        status=one.status,
        first_day=one.first_day,
        last_day=one.last_day,
        point=None if one.point is None else PointWords.model_construct(one=one.point.one, many=one.point.many),
        is_in_force=found.is_in_force,
        is_waiting=found.is_waiting,
        programs=list(found.versions),
        version=found.kept.revision,
        config=CardConfig.of(found.rules),
    )


def _tagged(shown: ProgrammeShown, response: Response) -> ProgrammeShown:
    tag(response, shown.version)
    return shown
