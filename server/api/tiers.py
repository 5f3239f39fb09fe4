"""Tiers: how they stand, who holds them, what others would do, and others put in force."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from app.domain.program import Program
from app.domain.tier_flaws import check_tiers
from app.services.tiers.tier_desk import members_by_tier
from app.services.tiers.tier_whatif import dry_run
from server.api.approvals import Publishes
from server.api.config import TierRules
from server.api.publishing import in_force, published
from server.api.versions import Version, tag
from server.auth.caller import Caller, require
from server.desks import desk_of
from server.parts import Given, Parts
from server.web.problems import documented

router = APIRouter(prefix="/api/v1/tiers", tags=["Tiers"])
_Reader = Annotated[Caller, require("programs:read")]
Counted = Annotated[dict[str, int], Field(examples=[{"Bronze": 812, "Silver": 97}])]


class TiersShown(BaseModel):
    version: int = Field(description="Of the rules in force; also the ETag.", examples=[3])
    tiers: TierRules
    members: Counted = Field(description="How many hold each tier now.")


class TierMove(BaseModel):
    was: str = Field(examples=["Silver"])
    would_be: str = Field(examples=["Gold"])
    members: int = Field(examples=[12])


class TiersPreviewed(BaseModel):
    """Who would hold what, once those who reach more and those who reach less have moved."""

    now: Counted
    then: Counted
    moves: list[TierMove]
    risers: int = Field(description="They rise with their next bill.", examples=[12])
    fallers: int = Field(description="They fall after the grace.", examples=[3])
    leavers: int = Field(description="Their tier is gone: they hold the one below at once.", examples=[0])


@router.get("")
def read_tiers(caller: _Reader, response: Response, parts: Given) -> TiersShown:
    """The tiers in force, with how many members hold each."""
    return _shown(parts, caller, in_force(parts, caller), response)


@router.put("", responses=documented(412, 428))
async def put_tiers(
    caller: Publishes, tiers: TierRules, response: Response, version: Version, parts: Given
) -> TiersShown:
    """Put other tiers in force. Members rise with their next bill, and fall after the grace."""

    def having(program: Program) -> Program:
        return replace(program, tiers=tiers.fact())

    return _shown(parts, caller, await published(parts, caller, having, version), response)


@router.post("/preview")
def preview_tiers(caller: _Reader, tiers: TierRules, parts: Given) -> TiersPreviewed:
    """Hold every member against other tiers. Nothing is posted and nothing changed."""
    scheme = tiers.fact()
    check_tiers(scheme)
    found = dry_run(desk_of(parts, caller.tenant_id), scheme, told=lambda _done, _of: None, stop=lambda: False)
    assert found is not None, "nobody stops it"
    return TiersPreviewed(
        now=dict(found.now),
        then=dict(found.then),
        moves=[
            TierMove(was=was, would_be=would_be, members=members)
            for (was, would_be), members in sorted(found.moves.items())
        ],
        risers=found.risers,
        fallers=found.fallers,
        leavers=found.leavers,
    )


def _shown(parts: Parts, caller: Caller, program: Program, response: Response) -> TiersShown:
    tag(response, program.version)
    with parts.database.store(caller.tenant_id).reading() as unit:
        held = members_by_tier(unit, program.tiers)
    members = {level.name: 0 for level in program.tiers.levels} | dict(held)
    return TiersShown.model_construct(version=program.version, tiers=TierRules.of(program.tiers), members=members)
