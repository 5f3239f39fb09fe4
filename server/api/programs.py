"""Programs: every version of the rules that was ever in force."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response
from pydantic import BaseModel, Field

from app.domain.program import Program
from app.domain.rewards import REWARDS_MAX
from app.persistence.uow import SqlUnitOfWork
from app.services.programs.rule_checks import knowing_categories, refuse_wrong
from app.services.whatif.sums import Sums
from app.services.whatif.whatif import DAYS, impact
from server.api.approvals import Publishes
from server.api.campaign_shapes import NamedCampaign
from server.api.config import CardConfig
from server.api.figures import Points
from server.api.models import STAFF_ID, Day, Instant, Model, instant_of
from server.api.pages import Page, Walked
from server.api.publishing import in_force, published
from server.api.reward_shapes import NamedReward
from server.api.rule_shapes import NamedRule, rule_of
from server.api.segment_shapes import NamedSegment
from server.api.versions import Version, tag
from server.auth.caller import Caller, require
from server.desks import desk_of
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


class ProgramDrafted(Model):
    """All rules of a program. Of decision rules, campaigns, rewards and segments, what is null stays as it is."""

    config: CardConfig
    rules: Annotated[list[NamedRule], Field(max_length=RULES_MAX)] | None = None
    campaigns: Annotated[list[NamedCampaign], Field(max_length=RULES_MAX)] | None = None
    rewards: Annotated[list[NamedReward], Field(max_length=REWARDS_MAX)] | None = None
    segments: Annotated[list[NamedSegment], Field(max_length=RULES_MAX)] | None = None

    def over(self, program: Program) -> Program:
        return replace(self.config.over(program), **dict(self._parts()))

    def _parts(self) -> Iterator[tuple[str, Any]]:
        if self.rules is not None:
            yield "rules", tuple(rule_of(one.rule_id, one.rule) for one in self.rules)
        if self.campaigns is not None:
            yield "drives", tuple(one.fact(one.campaign_id) for one in self.campaigns)
        if self.rewards is not None:
            yield "rewards", tuple(one.fact(one.reward_id) for one in self.rewards)
        if self.segments is not None:
            yield "segments", tuple(one.fact(one.segment_id) for one in self.segments)


class ProgramAsked(ProgramDrafted):
    """The same, from when it is to hold."""

    holds_from: Instant | None = Field(None, description="From when they are to hold; null is now.")

    def over(self, program: Program) -> Program:
        return replace(ProgramDrafted.over(self, program), holds_from=self.holds_from)


class SumsShown(BaseModel):
    """What the bills come to together, and what comes beside them for tiers and birthdays."""

    net_minor: int = Field(examples=[812_500_00])
    discount_minor: int = Field(description="What the rates of categories and tiers take off.", examples=[9_120_00])
    earned_points: Points
    referrer_points: Points
    given_points: Points = Field(description="For tiers that rose, and birthdays.")
    redeemed_points: Points
    redeemed_minor: int = Field(examples=[2_410_00])
    vouchers: int = Field(description="Given by rules with the bills.", examples=[12])
    vouchers_minor: int = Field(examples=[1_200_00])
    owed_minor: int = Field(
        description="By how much points and vouchers that are owed have grown.", examples=[4_100_00]
    )

    @classmethod
    def of(cls, sums: Sums, program: Program) -> SumsShown:
        return cls(
            net_minor=sums.net_minor,
            discount_minor=sums.discount_minor,
            earned_points=sums.earned,
            referrer_points=sums.to_referrers,
            given_points=sums.given,
            redeemed_points=sums.redeemed,
            redeemed_minor=sums.redeemed_minor,
            vouchers=sums.vouchers,
            vouchers_minor=sums.vouchers_minor,
            owed_minor=sums.liability_minor(program),
        )


class ProgramPreviewed(BaseModel):
    """The bills of the last days under the rules in force and under others."""

    since: Day
    bills: int = Field(examples=[1240])
    left_out: int = Field(description="Could not be sold under the others, and are in neither sum.", examples=[0])
    why: str = Field(description="Of the first that is left out.", examples=[""])
    live: SumsShown
    draft: SumsShown
    risers: int = Field(description="Members who would hold a higher tier now.", examples=[7])
    fallers: int = Field(examples=[0])


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


@router.post("/preview")
def preview_program(
    caller: _Reader,
    asked: ProgramDrafted,
    parts: Given,
    days: Annotated[int, Query(ge=1, le=DAYS, description="Of bills.")] = DAYS,
) -> ProgramPreviewed:
    """Ring the bills of the last days again under other rules. Nothing is posted and nothing published."""
    desk = desk_of(parts, caller.tenant_id)
    live = in_force(parts, caller)
    draft = asked.over(live)
    refuse_wrong(desk, draft, base=knowing_categories(live, draft), at=parts.clock.now())
    found = impact(desk, draft, days=days, told=lambda _done, _of: None, stop=lambda: False)
    assert found is not None, "nobody stops it"
    return ProgramPreviewed(
        since=found.since,
        bills=found.bills,
        left_out=found.left_out,
        why=found.why,
        live=SumsShown.of(found.live, live),
        draft=SumsShown.of(found.draft, draft),
        risers=found.risers,
        fallers=found.fallers,
    )


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
