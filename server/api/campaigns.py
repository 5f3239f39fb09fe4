"""Campaigns: the sets of rules that run, whom each is for, who takes part, and how far a member is with its goal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from app.domain.drive_changes import with_drive, without_drive
from app.domain.drives import Bar, Drive, Reach
from app.domain.program import Program
from app.services.campaigns import drives
from app.services.campaigns.drive_standings import Standing
from app.services.desk import Desk
from app.services.ports import UnitOfWork
from server.api.approvals import Publishes
from server.api.campaign_shapes import CampaignAsked, CampaignPath, CampaignShown
from server.api.changes import once
from server.api.figures import Points
from server.api.idempotency import MustBeIdempotent
from server.api.models import Id, Instant, Model
from server.api.people import MEMBER, known_member, who_remains
from server.api.publishing import in_force, published
from server.api.versions import Version, tag
from server.auth.caller import Caller, require
from server.desks import desk_of
from server.parts import Given
from server.web.problems import documented, not_found

router = APIRouter(prefix="/api/v1/campaigns", tags=["Campaigns"])
_ReadsProgram = Annotated[Caller, require("programs:read")]
_Reader = Annotated[Caller, require("cards:read")]
_Poster = Annotated[Caller, require("points:write")]


class CampaignsShown(BaseModel):
    program_version: int = Field(description="Also the ETag.", examples=[12])
    items: list[CampaignShown]


class ProgressShown(BaseModel):
    """How far a member is with the goal, in what it measures."""

    done: int = Field(examples=[18_000])
    missing: int = Field(examples=[32_000])
    is_reached: bool
    until_at: Instant | None = Field(description="The last instant that counts.")
    prize: Points = Field(description="What reaching it brings, as far as limits leave any.")


class StandingShown(BaseModel):
    """A campaign and a member: everything that keeps them out of it, nothing where it is for them now."""

    campaign: CampaignShown
    member_id: str = Field(examples=[MEMBER])
    is_eligible: bool
    reasons: list[Bar] = Field(examples=[["NOT_TAKING_PART"]])
    joined_at: Instant | None = Field(description="Since when they take part.")
    progress: ProgressShown | None


class StandingsShown(BaseModel):
    member_id: str = Field(examples=[MEMBER])
    items: list[StandingShown]


class PartAsked(Model):
    member_id: Id = Field(examples=[MEMBER])


@router.get("")
def list_all_campaigns(caller: _ReadsProgram, response: Response, parts: Given) -> CampaignsShown:
    """Every campaign of the rules in force, whether it runs now or not, in their order."""
    return _all(in_force(parts, caller), response)


@router.get("/active")
def list_campaigns(caller: _ReadsProgram, response: Response, parts: Given) -> CampaignsShown:
    """The campaigns that run now, in their order."""
    program, found = drives.running(desk_of(parts, caller.tenant_id))
    return _shown(program, found, response)


@router.put("/{campaign_id}", responses=documented(412, 428))
async def put_campaign(
    caller: Publishes,
    campaign_id: CampaignPath,
    asked: CampaignAsked,
    response: Response,
    version: Version,
    parts: Given,
) -> CampaignsShown:
    """Put a campaign into the rules, or another in its place. Its rules are put by themselves, with its name."""
    drive = asked.fact(campaign_id)

    def having(program: Program) -> Program:
        return replace(program, drives=with_drive(program.drives, drive, instead_of=campaign_id))

    return _all(await published(parts, caller, having, version), response)


@router.delete("/{campaign_id}", responses=documented(404, 412, 428))
async def delete_campaign(
    caller: Publishes, campaign_id: CampaignPath, response: Response, version: Version, parts: Given
) -> CampaignsShown:
    """Take a campaign away. Refused while a rule is of it, with its name; what it brought stays."""

    def without(program: Program) -> Program:
        if program.drive(campaign_id) is None:
            raise not_found("campaign")
        return replace(program, drives=without_drive(program.drives, campaign_id))

    return _all(await published(parts, caller, without, version), response)


@router.get("/customer/{member_id}/eligible", responses=documented(404))
def read_eligible(caller: _Reader, member_id: Id, parts: Given) -> StandingsShown:
    """Every campaign that runs now, with what keeps this member out of it, or how far they are."""
    desk = desk_of(parts, caller.tenant_id)
    program, whose = drives.running(desk)[0], _whose(desk, member_id)
    items = [_standing(one, whose, program) for one in drives.standings(desk, whose)]
    return StandingsShown(member_id=whose, items=items)


@router.post("/{campaign_id}/participate", status_code=201, responses=documented(404, 409))
async def take_part(
    caller: _Poster, campaign_id: CampaignPath, asked: PartAsked, key: MustBeIdempotent, parts: Given
) -> StandingShown:
    """Note that a member takes part, from now on and for good. Who does already stays as they are."""

    def make(desk: Desk, unit: UnitOfWork) -> StandingShown:
        known_member(unit, asked.member_id)
        found = drives.participate(desk, campaign_id, asked.member_id, staff=caller.subject)
        return _standing(found, asked.member_id, unit.programs.in_force(desk.instant(unit.journal.head())))

    return await once(parts, caller, key, "api campaigns participate", StandingShown, make)


@router.get("/{campaign_id}/progress/{member_id}", responses=documented(404))
def read_progress(caller: _Reader, campaign_id: CampaignPath, member_id: Id, parts: Given) -> StandingShown:
    """How far a member is with a campaign of the rules in force, whether it runs now or not."""
    desk = desk_of(parts, caller.tenant_id)
    whose = _whose(desk, member_id)
    return _standing(drives.progress(desk, campaign_id, whose), whose, drives.running(desk)[0])


def _whose(desk: Desk, member_id: str) -> str:
    with desk.store.reading() as unit:
        return who_remains(unit, member_id).member.member_id


def _all(program: Program, response: Response) -> CampaignsShown:
    return _shown(program, program.drives, response)


def _shown(program: Program, found: Sequence[Drive], response: Response) -> CampaignsShown:
    tag(response, program.version)
    return CampaignsShown(program_version=program.version, items=[CampaignShown.of(one, program) for one in found])


def _standing(found: Standing, member_id: str, program: Program) -> StandingShown:
    return StandingShown(
        campaign=CampaignShown.of(found.drive, program),
        member_id=member_id,
        is_eligible=found.is_for_them,
        reasons=list(found.bars),
        joined_at=found.part.joined_at,
        progress=_progress(found.reach, found.prize) if found.reach else None,
    )


def _progress(reach: Reach, prize: int) -> ProgressShown:
    return ProgressShown(
        done=reach.done, missing=reach.missing, is_reached=reach.is_reached, until_at=reach.until, prize=prize
    )
