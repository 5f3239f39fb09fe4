"""Rewards: the catalogue, what a member can have of it, and what was changed for points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from app.domain.errors import Code, DomainError
from app.domain.program import Program
from app.domain.reward_changes import with_reward, without_reward
from app.domain.rewards import Why, left_of
from app.domain.vouchers import VoucherStatus
from app.services.desk import Desk
from app.services.ports import UnitOfWork
from app.services.rewards import rewards
from app.services.rewards.rewards import Offer, Wish
from app.services.rewards.voucher_records import VoucherRecord
from server.api.approvals import Publishes
from server.api.changes import once
from server.api.figures import Points
from server.api.idempotency import MustBeIdempotent
from server.api.models import Id, Instant, Model, shown_as
from server.api.people import MEMBER, NUMBER, who_remains
from server.api.publishing import published
from server.api.reward_shapes import RewardAsked, RewardPath, RewardShown
from server.api.sync.shapes import VOUCHER
from server.api.versions import Version, tag
from server.auth.caller import Caller, require
from server.desks import desk_of
from server.parts import Given, Parts
from server.web.problems import Problem, documented, not_found

router = APIRouter(prefix="/api/v1", tags=["Rewards"])
_ReadsProgram = Annotated[Caller, require("programs:read")]
_Reader = Annotated[Caller, require("cards:read")]
_Poster = Annotated[Caller, require("points:write")]
_REDEMPTION = "0192f3a0-7c00-7000-8000-0000000000aa"


class CatalogShown(BaseModel):
    program_version: int = Field(description="Also the ETag.", examples=[12])
    items: list[RewardShown]


class OfferShown(BaseModel):
    """A reward for one member: everything that keeps them from it, nothing where they can have it now."""

    reward: RewardShown
    obstacles: list[Why] = Field(examples=[["POINTS"]])


class OffersShown(BaseModel):
    member_id: str = Field(examples=[MEMBER])
    items: list[OfferShown]


class RewardWish(Model):
    """Whose points, by card or member, and for which reward."""

    model_config = shown_as(
        {"reward_id": "coupon-100", "card_number": NUMBER}, {"reward_id": "coupon-100", "member_id": MEMBER}
    )
    reward_id: str = Field(min_length=1, max_length=80, examples=["coupon-100"])
    card_number: Annotated[str, Field(pattern=r"^[0-9]{12}$")] | None = None
    member_id: Id | None = None


class RedemptionShown(BaseModel):
    """A voucher and where it stands. Its code is good for what it says: whoever has it and the card may use it."""

    redemption_id: str = Field(examples=[_REDEMPTION])
    code: str = Field(examples=[VOUCHER])
    member_id: str = Field(examples=[MEMBER])
    reward_id: str = Field(examples=["coupon-100"])
    reward: str = Field(examples=["₹100 off"])
    status: VoucherStatus
    points: Points
    issued_at: Instant
    expires_at: Instant | None
    used_for: str | None = Field(description="The bill, or the handing over.", examples=[None])
    held_by: str | None = Field(
        description="The counter that alone may use it; null: the server. `partner`: it is being asked.",
        examples=["A1"],
    )


@router.get("/rewards/catalog")
def read_catalog(caller: _ReadsProgram, response: Response, parts: Given) -> CatalogShown:
    """The rewards of the program in force, in its order."""
    return _catalog(parts, caller, response)


@router.put("/rewards/{reward_id}", responses=documented(412, 428))
async def put_reward(
    caller: Publishes, reward_id: RewardPath, asked: RewardAsked, response: Response, version: Version, parts: Given
) -> CatalogShown:
    """Put a reward into the catalogue, or another in its place: its vouchers, stock and limits go on."""
    reward = asked.fact(reward_id)

    def having(program: Program) -> Program:
        return replace(program, rewards=with_reward(program.rewards, reward))

    await published(parts, caller, having, version)
    return _catalog(parts, caller, response)


@router.delete("/rewards/{reward_id}", responses=documented(404, 412, 428))
async def delete_reward(
    caller: Publishes, reward_id: RewardPath, response: Response, version: Version, parts: Given
) -> CatalogShown:
    """Offer a reward no more. Its vouchers stay good; refused while a rule gives it."""

    def without(program: Program) -> Program:
        if program.reward(reward_id) is None:
            raise not_found("reward")
        return replace(program, rewards=without_reward(program.rewards, reward_id))

    await published(parts, caller, without, version)
    return _catalog(parts, caller, response)


@router.get("/rewards/customer/{member_id}/available", responses=documented(404))
def read_available(caller: _Reader, member_id: Id, parts: Given) -> OffersShown:
    """Every reward, with what keeps this member from it."""
    desk = desk_of(parts, caller.tenant_id)
    with desk.store.reading() as unit:
        whose = who_remains(unit, member_id).member.member_id
    return OffersShown(member_id=whose, items=_offers(rewards.offers(desk, Wish(member_id=whose))))


@router.post("/rewards/redeem", status_code=201, responses=documented(404))
async def redeem_reward(caller: _Poster, asked: RewardWish, key: MustBeIdempotent, parts: Given) -> RedemptionShown:
    """Change points for a reward's voucher: points, stock and voucher in one transaction, once for each key."""
    if (asked.card_number is None) == (asked.member_id is None):
        raise Problem(422, "INVALID", "Name a card or a member. Nothing was changed. Send one of them.")
    wish = Wish(asked.card_number, asked.member_id)

    def make(desk: Desk, unit: UnitOfWork) -> RedemptionShown:
        voucher = rewards.redeem(desk, wish, asked.reward_id, staff=caller.subject, key=key.name(caller))
        return _redemption(unit, unit.vouchers.get(voucher.voucher_id))

    return await once(parts, caller, key, "api redeem reward", RedemptionShown, make)


@router.get("/redemptions/{redemption_id}", responses=documented(404))
def read_redemption(caller: _Reader, redemption_id: Id, parts: Given) -> RedemptionShown:
    """Where a voucher stands."""
    with parts.database.store(caller.tenant_id).reading() as unit:
        return _redemption(unit, unit.vouchers.get(redemption_id))


@router.post("/redemptions/{redemption_id}/cancel", responses=documented(404, 409))
async def cancel_redemption(caller: _Poster, redemption_id: Id, key: MustBeIdempotent, parts: Given) -> RedemptionShown:
    """Take a voucher back: points to the lots they came from, its place to the stock. Not what a counter holds."""

    def make(desk: Desk, unit: UnitOfWork) -> RedemptionShown:
        return _redemption(unit, rewards.cancel(desk, redemption_id, staff=caller.subject, key=key.name(caller)))

    return await once(parts, caller, key, "api cancel redemption", RedemptionShown, make)


def _catalog(parts: Parts, caller: Caller, response: Response) -> CatalogShown:
    desk = desk_of(parts, caller.tenant_id)
    with desk.store.reading() as unit:
        program = unit.programs.in_force(desk.instant(unit.journal.head()))
        items = [RewardShown.of(one, left_of(one, out=unit.vouchers.out(one.reward_id))) for one in program.rewards]
    tag(response, program.version)
    return CatalogShown(program_version=program.version, items=items)


def _offers(found: Sequence[Offer]) -> list[OfferShown]:
    return [
        OfferShown(reward=RewardShown.of(one.reward, one.left), obstacles=[o.why for o in one.obstacles])
        for one in found
    ]


def _redemption(unit: UnitOfWork, record: VoucherRecord | None) -> RedemptionShown:
    voucher = record.voucher if record else None
    if record is None or voucher is None:
        raise DomainError(Code.UNKNOWN_VOUCHER, "That redemption is not in our list. Nothing was changed.")
    return RedemptionShown(
        redemption_id=record.voucher_id,
        code=voucher.code,
        member_id=unit.members.holder_of_points(voucher.member_id),
        reward_id=record.reward_id,
        reward=voucher.reward.name,
        status=VoucherStatus(record.status),
        points=voucher.cost,
        issued_at=voucher.issued_at,
        expires_at=voucher.expires_at,
        used_for=record.used_for,
        held_by=record.holder or None,
    )
