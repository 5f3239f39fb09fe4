"""Segments: members that rules and campaigns are for, as data of the rules in force; and who is in them now."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Path, Response
from pydantic import BaseModel, Field

from app.domain.program import Program
from app.domain.segment_changes import with_segment, without_segment
from app.domain.segments import Segment
from app.persistence.uow import SqlUnitOfWork
from app.services.campaigns.segment_members import count_members, members_in
from app.services.campaigns.segmenting import held
from app.services.desk import Desk
from app.services.ports import UnitOfWork
from server.api.approvals import Publishes
from server.api.models import Id
from server.api.pages import Page, Walked
from server.api.people import MEMBER, known_member, who_remains
from server.api.publishing import published
from server.api.segment_shapes import SegmentAsked, SegmentId, SegmentShown
from server.api.versions import Version, tag
from server.auth.caller import Caller, require
from server.desks import desk_of
from server.parts import Given, Parts
from server.web.problems import documented, not_found

router = APIRouter(prefix="/api/v1", tags=["Segments"])
_ReadsProgram = Annotated[Caller, require("programs:read")]
_ReadsCards = Annotated[Caller, require("cards:read")]
_Id = Annotated[SegmentId, Path()]


class SegmentsShown(BaseModel):
    version: int = Field(description="Of the rules they are part of; also the ETag.", examples=[3])
    items: list[SegmentShown]


class SegmentVersioned(BaseModel):
    version: int = Field(examples=[3])
    segment: SegmentShown


class SegmentMember(BaseModel):
    member_id: str = Field(examples=[MEMBER])
    name: str = Field(examples=["Meena Iyer"])
    tier: str = Field(examples=["Silver"])


class SegmentMembers(Page[SegmentMember]):
    count: int | None = Field(description="How many there are, with the first page; null after it.", examples=[214])


class MemberSegment(BaseModel):
    segment_id: str = Field(examples=["lapsed"])
    title: str = Field(examples=["Not seen for 90 days"])


class MemberSegments(BaseModel):
    member_id: str = Field(examples=[MEMBER])
    items: list[MemberSegment]


@router.get("/segments")
def list_segments(caller: _ReadsProgram, response: Response, parts: Given) -> SegmentsShown:
    """Every segment of the rules in force, in their order."""
    return _all(_current(parts, caller), response)


@router.get("/segments/{segment_id}", responses=documented(404))
def read_segment(caller: _ReadsProgram, segment_id: _Id, response: Response, parts: Given) -> SegmentVersioned:
    """What one asks of a member."""
    program = _current(parts, caller)
    tag(response, program.version)
    return SegmentVersioned(version=program.version, segment=SegmentShown.of(_known(program, segment_id)))


@router.put("/segments/{segment_id}", responses=documented(412, 428))
async def put_segment(
    caller: Publishes, segment_id: _Id, asked: SegmentAsked, response: Response, version: Version, parts: Given
) -> SegmentsShown:
    """Say what a segment asks. Publishes a new version of the rules; what no member can ever have is refused."""

    def having(program: Program) -> Program:
        return replace(program, segments=with_segment(program.segments, asked.fact(segment_id)))

    return _all(await published(parts, caller, having, version), response)


@router.delete("/segments/{segment_id}", responses=documented(404, 412, 428))
async def delete_segment(
    caller: Publishes, segment_id: _Id, response: Response, version: Version, parts: Given
) -> SegmentsShown:
    """Take a segment away. Refused while a rule or a campaign is for it, with its name."""

    def without(program: Program) -> Program:
        _known(program, segment_id)
        return replace(program, segments=without_segment(program.segments, segment_id))

    return _all(await published(parts, caller, without, version), response)


@router.get("/segments/{segment_id}/members", responses=documented(404))
def list_segment_members(caller: _ReadsCards, segment_id: _Id, walk: Walked, parts: Given) -> SegmentMembers:
    """Who is in it now. The first page says how many they are: everybody is looked at for that."""
    desk = desk_of(parts, caller.tenant_id)
    with desk.store.reading() as unit:
        at = desk.instant(unit.journal.head())
        segment = _known(unit.programs.in_force(at), segment_id)
        page = walk.page(
            lambda after, limit: [
                _member(unit, one) for one in members_in(unit, segment, at, after=after, limit=limit)
            ],
            lambda one: one.member_id,
            lambda one: one,
        )
    return SegmentMembers(**page.__dict__, count=None if walk.after else _count(desk, segment))


@router.get("/customer/{member_id}/segments", responses=documented(404))
def list_member_segments(caller: _ReadsCards, member_id: Id, parts: Given) -> MemberSegments:
    """Every segment that a member is in now, whether or not a rule asks for it."""
    desk = desk_of(parts, caller.tenant_id)
    with desk.store.reading() as unit:
        at = desk.instant(unit.journal.head())
        program, member = unit.programs.in_force(at), who_remains(unit, member_id).member
        ids = held(unit, member, program.segments, program, at)
    items = [
        MemberSegment(segment_id=one.segment_id, title=one.title) for one in program.segments if one.segment_id in ids
    ]
    return MemberSegments(member_id=member.member_id, items=items)


def _current(parts: Parts, caller: Caller) -> Program:
    desk = desk_of(parts, caller.tenant_id)
    with desk.store.reading() as unit:
        return unit.programs.in_force(desk.instant(unit.journal.head()))


def _known(program: Program, segment_id: str) -> Segment:
    segment = program.segment(segment_id)
    if segment is None:
        raise not_found("segment")
    return segment


def _member(unit: UnitOfWork | SqlUnitOfWork, member_id: str) -> SegmentMember:
    member = known_member(unit, member_id).member
    return SegmentMember(member_id=member_id, name=member.name, tier=member.tier)


def _count(desk: Desk, segment: Segment) -> int:
    found = count_members(desk, [segment], told=lambda _done, _of: None, stop=lambda: False)
    assert found is not None, "nobody stops it"
    return found[segment.segment_id]


def _all(program: Program, response: Response) -> SegmentsShown:
    tag(response, program.version)
    return SegmentsShown(version=program.version, items=[SegmentShown.of(one) for one in program.segments])
