"""The loyalty service: members, their points and their tiers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from app.domain.tiers import TierChangeKind
from app.services.desk import Desk
from app.services.members import editing, members, profiles
from app.services.members.editing import REASON_MAX
from app.services.ports import TierChange, UnitOfWork
from app.services.tiers import tiering
from server.api import moves
from server.api.balances_shown import CustomerShown, EntryShown, customer_shown, entry_shown
from server.api.bills import AskedBill, AskedRedemption
from server.api.bills_shown import EarnedShown, UsedShown
from server.api.changes import changed, once, require_version, version_of
from server.api.edits import edit_member
from server.api.figures import Money, Points
from server.api.idempotency import Idempotent, MustBeIdempotent
from server.api.models import STAFF_ID, Day, Id, Instant, Model, Name, Text
from server.api.pages import Page, Walked
from server.api.people import MEMBER, MemberChange, MemberShown, NewMember, known_member, member_shown, who_remains
from server.api.versions import Version, tag
from server.auth.caller import Caller, require
from server.desks import desk_of
from server.ledgers import lookups
from server.parts import Given
from server.web.problems import documented

router = APIRouter(prefix="/api/v1", tags=["Loyalty"])
_Reader = Annotated[Caller, require("cards:read")]
_Writer = Annotated[Caller, require("cards:write")]
_Poster = Annotated[Caller, require("points:write")]


class TierAsked(Model):
    tier: Name = Field(examples=["Gold"])
    reason: Text = Field(min_length=1, max_length=REASON_MAX, examples=["Ten years with us"])
    until: Day | None = Field(None, description="The last day it is kept; not said: a whole period and its grace.")


class TierRow(BaseModel):
    """A row of the tier history. The first is the tier they began in."""

    change_id: str = Field(examples=["0192f3a0-7c00-7000-8000-00000000000e"])
    member_id: str = Field(examples=[MEMBER])
    from_tier: str = Field(examples=["Silver"])
    to_tier: str = Field(examples=["Gold"])
    kind: TierChangeKind
    reason: str = Field(examples=["Ten years with us"])
    points: Points = Field(description="The figures it was decided on.")
    spend_minor: Money
    orders: int = Field(examples=[12])
    staff: str = Field(examples=[STAFF_ID])
    occurred_at: Instant


class TierChanged(TierRow):
    """A tier that was set by hand."""

    version: int = Field(description="Of the member after it; also the ETag.", examples=[181234567890123])


@router.post("/members/enroll", status_code=201, responses=documented(404, 409))
async def enroll_member(
    caller: _Writer, new: NewMember, response: Response, key: Idempotent, parts: Given
) -> MemberShown:
    """Enrol a member and give them a card. Refused where the phone or the number is already somebody's."""

    def make(desk: Desk, _: UnitOfWork) -> MemberShown:
        return member_shown(members.enrol(desk, new.enrolment(), staff=caller.subject))

    return _tagged(await once(parts, caller, key, "api members enroll", MemberShown, make), response)


@router.get("/members/{member_id}", responses=documented(404))
def read_member(caller: _Reader, member_id: Id, response: Response, parts: Given) -> MemberShown:
    """One member."""
    with parts.database.store(caller.tenant_id).reading() as unit:
        return _tagged(member_shown(known_member(unit, member_id)), response)


@router.patch("/members/{member_id}", responses=documented(404, 409, 412, 428))
async def change_member(
    caller: _Writer, member_id: Id, change: MemberChange, response: Response, version: Version, parts: Given
) -> MemberShown:
    """Change who a member is, with a card or without. Each field that changed is kept with what it was."""
    fields = change.model_dump(exclude_unset=True)

    def make(desk: Desk, unit: UnitOfWork) -> MemberShown:
        require_version(known_member(unit, member_id), version)
        return member_shown(edit_member(desk, unit, member_id, fields, staff=caller.subject))

    return _tagged(await changed(parts, caller, make), response)


@router.get("/customer/{member_id}", responses=documented(404))
def read_customer(caller: _Reader, member_id: Id, parts: Given) -> CustomerShown:
    """A member with tier, points and the way to the next tier."""
    desk = desk_of(parts, caller.tenant_id)
    with desk.store.reading() as unit:
        member = who_remains(unit, member_id).member
    return customer_shown(profiles.profile(desk, member.member_id))


@router.post("/points/earn", status_code=201, responses=documented(404, 409))
async def earn_points(caller: _Poster, asked: AskedBill, key: MustBeIdempotent, parts: Given) -> EarnedShown:
    """Let a bill earn, once: the same as the card service's."""
    return await moves.earn(parts, caller, key, asked)


@router.post("/points/redeem", status_code=201, responses=documented(404, 409))
async def redeem_points(caller: _Poster, asked: AskedRedemption, key: MustBeIdempotent, parts: Given) -> UsedShown:
    """Use points against a bill, before it earns: the same as the card service's."""
    return await moves.redeem(parts, caller, key, asked)


@router.get("/points/history/{member_id}", responses=documented(404))
def list_points_history(caller: _Reader, member_id: Id, walk: Walked, parts: Given) -> Page[EntryShown]:
    """Every movement of a member's points, the newest first."""
    with parts.database.store(caller.tenant_id).reading() as unit:
        known_member(unit, member_id)
        return walk.page(
            lambda after, limit: lookups.entry_page(unit.scope, member_id, after=after, limit=limit),
            lambda posting: str(posting.order),
            entry_shown,
        )


@router.get("/tier/history/{member_id}", responses=documented(404))
def list_tier_history(caller: _Reader, member_id: Id, walk: Walked, parts: Given) -> Page[TierRow]:
    """Every tier a member had, the oldest first."""
    with parts.database.store(caller.tenant_id).reading() as unit:
        rows = tiering.history(unit, known_member(unit, member_id).member)
    return walk.page(lambda after, limit: _after(rows, after, limit), lambda row: row.change_id, _row)


def _after(rows: Sequence[TierChange], change_id: str, limit: int) -> Sequence[TierChange]:
    """Those that follow one; from the first on where it is none of them."""
    place = next((place for place, row in enumerate(rows, 1) if row.change_id == change_id), 0)
    return rows[place : place + limit]


@router.post("/tier/update/{member_id}", responses=documented(404, 412, 428))
async def change_tier(
    caller: _Writer, member_id: Id, asked: TierAsked, response: Response, version: Version, parts: Given
) -> TierChanged:
    """Put a member in a tier by hand. It is kept to the day that is named, or a whole period and its grace."""

    def make(desk: Desk, unit: UnitOfWork) -> TierChanged:
        holder = known_member(unit, member_id)
        require_version(holder, version)
        change = editing.set_tier(
            desk, member_id, asked.tier, reason=asked.reason, staff=caller.subject, until=asked.until
        )
        after = replace(holder, member=replace(holder.member, tier=change.to_tier))
        return TierChanged(**_row(change).model_dump(), version=version_of(after))

    shown = await changed(parts, caller, make)
    tag(response, shown.version)
    return shown


def _tagged(shown: MemberShown, response: Response) -> MemberShown:
    tag(response, shown.version)
    return shown


def _row(change: TierChange) -> TierRow:
    return TierRow(
        change_id=change.change_id,
        member_id=change.member_id,
        from_tier=change.from_tier,
        to_tier=change.to_tier,
        kind=change.kind,
        reason=change.reason,
        points=change.metrics.points,
        spend_minor=change.metrics.spend_minor,
        orders=change.metrics.orders,
        staff=change.staff,
        occurred_at=change.occurred_at,
    )
