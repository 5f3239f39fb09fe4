"""Programs: every version of the rules that was ever in force."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Path, Response
from pydantic import BaseModel, Field

from app.domain.program import Program
from app.persistence.uow import SqlUnitOfWork
from server.api.approvals import Publishes
from server.api.config import CardConfig
from server.api.models import STAFF_ID, Instant, Model, instant_of
from server.api.pages import Page, Walked
from server.api.publishing import published
from server.api.rule_shapes import NamedRule, rule_of
from server.api.versions import Version, tag
from server.auth.caller import Caller, require
from server.ledgers import lookups
from server.ledgers.lookups import ProgramRow
from server.parts import Given, Parts
from server.web.problems import documented, not_found

VERSION_MAX = 1_000_000_000

router = APIRouter(prefix="/api/v1/programs", tags=["Programs"])
RULES_MAX = 500
_Reader = Annotated[Caller, require("programs:read")]


class ProgramListed(BaseModel):
    """A version. The highest one that has begun is in force; bills keep the one they were made with."""

    version: int = Field(examples=[3])
    published_at: Instant
    staff: str = Field(description="Who published it.", examples=[STAFF_ID])


class ProgramShown(ProgramListed):
    is_current: bool
    holds_from: Instant = Field(description="From when it holds, unless another was published meanwhile.")
    config: CardConfig


class ProgramAsked(Model):
    """All rules of a program. Without `rules` the decision rules stay as they are; campaigns and rewards always do."""

    config: CardConfig
    rules: Annotated[list[NamedRule], Field(max_length=RULES_MAX)] | None = None
    holds_from: Instant | None = Field(None, description="From when they are to hold; null is now.")

    def over(self, program: Program) -> Program:
        made = replace(self.config.over(program), holds_from=self.holds_from)
        if self.rules is None:
            return made
        return replace(made, rules=tuple(rule_of(one.rule_id, one.rule) for one in self.rules))


@router.get("")
def list_programs(caller: _Reader, walk: Walked, parts: Given) -> Page[ProgramListed]:
    """The newest first."""
    with parts.database.store(caller.tenant_id).reading() as unit:
        return walk.page(
            lambda after, limit: lookups.program_page(unit.scope, after=after, limit=limit),
            lambda row: str(row.version),
            _listed,
        )


@router.get("/current")
def read_current_program(caller: _Reader, response: Response, parts: Given) -> ProgramShown:
    """The version in force. Its ETag is what a change of the card configuration names."""
    with parts.database.store(caller.tenant_id).reading() as unit:
        at = parts.clock.now()
        version = unit.programs.in_force(at).version if unit.programs.latest_version() > 0 else 0
        shown = _shown(unit, version, at)
    tag(response, shown.version)
    return shown


@router.get("/{version}", responses=documented(404))
def read_program(caller: _Reader, version: Annotated[int, Path(ge=1, le=VERSION_MAX)], parts: Given) -> ProgramShown:
    """One version."""
    with parts.database.store(caller.tenant_id).reading() as unit:
        return _shown(unit, version, parts.clock.now())


@router.post("", status_code=201, responses=documented(412, 428))
async def publish_program_whole(
    caller: Publishes, asked: ProgramAsked, response: Response, version: Version, parts: Given
) -> ProgramShown:
    """Publish a whole document as a new version, to hold now or from an instant. If-Match names the one in force."""
    made = await published(parts, caller, asked.over, version, holds_from=asked.holds_from)
    return _published(parts, caller, made.version, response)


@router.post("/{version}/revert", status_code=201, responses=documented(404, 412, 428))
async def revert_program(
    caller: Publishes,
    version: Annotated[int, Path(ge=1, le=VERSION_MAX)],
    response: Response,
    seen: Version,
    parts: Given,
) -> ProgramShown:
    """Put the rules of an older version in force again, as a new one. If-Match names the one in force."""
    with parts.database.store(caller.tenant_id).reading() as unit:
        if lookups.program_row(unit.scope, version) is None:
            raise not_found("program")
        older = unit.programs.version(version)

    def back(program: Program) -> Program:
        return replace(older, programme=program.programme, holds_from=None)

    made = await published(parts, caller, back, seen, of=older)
    return _published(parts, caller, made.version, response)


def _published(parts: Parts, caller: Caller, version: int, response: Response) -> ProgramShown:
    tag(response, version)
    with parts.database.store(caller.tenant_id).reading() as unit:
        return _shown(unit, version, parts.clock.now())


def _shown(unit: SqlUnitOfWork, version: int, at: datetime) -> ProgramShown:
    row = lookups.program_row(unit.scope, version)
    if row is None:
        raise not_found("program")
    program, current = unit.programs.version(version), unit.programs.in_force(at).version
    return ProgramShown.model_construct(
        **_listed(row).__dict__,
        is_current=version == current,
        holds_from=program.holds_from or instant_of(row.published_at),
        config=CardConfig.of(program),
    )


def _listed(row: ProgramRow) -> ProgramListed:
    return ProgramListed(version=row.version, published_at=instant_of(row.published_at), staff=row.staff)
