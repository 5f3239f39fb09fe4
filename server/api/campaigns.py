"""Campaigns: the sets of rules that run, whom each is for, who takes part, and how far a member is with its goal."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, Field

from app.domain.drive_flaws import DRIVE_NAME_MAX
from app.domain.drive_rules import rules_of
from app.domain.drives import Bar, Drive, Measure, Reach, Since
from app.domain.program import Program
from app.services.campaigns import drives
from app.services.campaigns.drive_standings import Standing
from app.services.desk import Desk
from app.services.ports import UnitOfWork
from server.api.changes import once
from server.api.figures import Points
from server.api.idempotency import MustBeIdempotent
from server.api.models import Id, Instant, Model, Name
from server.api.people import MEMBER, known_member
from server.auth.caller import Caller, require
from server.desks import desk_of
from server.parts import Given
from server.web.problems import documented

router = APIRouter(prefix="/api/v1/campaigns", tags=["Campaigns"])
_ReadsProgram = Annotated[Caller, require("programs:read")]
_Reader = Annotated[Caller, require("cards:read")]
_Poster = Annotated[Caller, require("points:write")]
_CampaignId = Annotated[Name, Field(max_length=DRIVE_NAME_MAX)]
_WINTER = "winter-challenge"


class GoalShown(BaseModel):
    """So much spent (minor units of money), or so many bills; and from when on bills count for it."""

    measure: Measure
    target: int = Field(examples=[50_000])
    since: Since
    days: int = Field(description="How long it may take; 0: as long as the campaign runs.", examples=[30])


class CampaignShown(BaseModel):
    """A campaign of the rules in force. Where no segments or tiers are named, it is for everybody."""

    campaign_id: str = Field(examples=[_WINTER])
    title: str = Field(examples=["Spend ₹500 in 30 days"])
    from_at: Instant | None
    until_at: Instant | None
    segments: list[str] = Field(examples=[["families"]])
    tiers: list[str] = Field(examples=[["Silver", "Gold"]])
    by_joining: bool = Field(description="Only for members who take part.")
    goal: GoalShown | None
    rules: list[str] = Field(examples=[["challenge-200"]])


class CampaignsShown(BaseModel):
    program_version: int = Field(examples=[12])
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


@router.get("/active")
def list_campaigns(caller: _ReadsProgram, parts: Given) -> CampaignsShown:
    """The campaigns that run now, in their order."""
    program, found = drives.running(desk_of(parts, caller.tenant_id))
    return CampaignsShown(program_version=program.version, items=[_campaign(one, program) for one in found])


@router.get("/customer/{member_id}/eligible", responses=documented(404))
def read_eligible(caller: _Reader, member_id: Id, parts: Given) -> StandingsShown:
    """Every campaign that runs now, with what keeps this member out of it, or how far they are."""
    desk = desk_of(parts, caller.tenant_id)
    program, _ = drives.running(desk)
    items = [_standing(one, member_id, program) for one in drives.standings(desk, member_id)]
    return StandingsShown(member_id=member_id, items=items)


@router.post("/{campaign_id}/participate", status_code=201, responses=documented(404, 409))
async def take_part(
    caller: _Poster, campaign_id: _CampaignId, asked: PartAsked, key: MustBeIdempotent, parts: Given
) -> StandingShown:
    """Note that a member takes part, from now on and for good. Who does already stays as they are."""

    def make(desk: Desk, unit: UnitOfWork) -> StandingShown:
        known_member(unit, asked.member_id)
        found = drives.participate(desk, campaign_id, asked.member_id, staff=caller.subject)
        return _standing(found, asked.member_id, unit.programs.in_force(desk.instant(unit.journal.head())))

    return await once(parts, caller, key, "api campaigns participate", StandingShown, make)


@router.get("/{campaign_id}/progress/{member_id}", responses=documented(404))
def read_progress(caller: _Reader, campaign_id: _CampaignId, member_id: Id, parts: Given) -> StandingShown:
    """How far a member is with a campaign of the rules in force, whether it runs now or not."""
    desk = desk_of(parts, caller.tenant_id)
    found = drives.progress(desk, campaign_id, member_id)
    return _standing(found, member_id, drives.running(desk)[0])


def _campaign(drive: Drive, program: Program) -> CampaignShown:
    goal = drive.goal
    return CampaignShown(
        campaign_id=drive.drive_id,
        title=drive.title,
        from_at=drive.period.from_at,
        until_at=drive.period.until_at,
        segments=sorted(drive.segments),
        tiers=sorted(drive.tiers),
        by_joining=drive.by_joining,
        goal=GoalShown(measure=goal.measure, target=goal.target, since=goal.since, days=goal.days) if goal else None,
        rules=[one.rule_id for one in rules_of(program, drive.drive_id)],
    )


def _standing(found: Standing, member_id: str, program: Program) -> StandingShown:
    return StandingShown(
        campaign=_campaign(found.drive, program),
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
