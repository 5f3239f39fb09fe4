"""The card service: issuing, finding, changing and stopping cards, and what stands on them."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Path, Query, Response
from pydantic import BaseModel, Field

from app.domain.codes import classify
from app.domain.member import CardStatus
from app.services.desk import Desk
from app.services.members import card_status, members, profiles
from app.services.members.phones import normalised_phone
from app.services.ports import UnitOfWork
from server.api.balances_shown import BalanceShown, EntryShown, balance_shown, entry_shown
from server.api.changes import changed, once, require_version
from server.api.edits import edit_member
from server.api.figures import Points
from server.api.idempotency import Idempotent
from server.api.models import Id, Instant, Model, Name, instant_of
from server.api.pages import Page, Walked
from server.api.people import (
    MEMBER,
    NUMBER,
    CardId,
    CardNumber,
    CardShown,
    MemberChange,
    NewMember,
    Phone,
    card_shown,
    known_card,
    who_remains,
)
from server.api.versions import Version, tag
from server.auth.caller import Caller, require
from server.desks import desk_of
from server.ledgers import lookups
from server.ledgers.lookups import CardFilter, CardRow, Referral
from server.parts import Given, Parts
from server.web.problems import documented

router = APIRouter(prefix="/api/v1/cards", tags=["Cards"])
_Reader = Annotated[Caller, require("cards:read")]
_Writer = Annotated[Caller, require("cards:write")]


class CardListed(BaseModel):
    """A card in a list."""

    card_id: str = Field(examples=[NUMBER])
    member_id: str = Field(examples=[MEMBER])
    name: str = Field(examples=["Meena Iyer"])
    status: CardStatus
    tier: str = Field(examples=["Silver"])
    points: Points = Field(description="The balance of the books; see the card's balance for what can be spent.")
    issued_at: Instant


class ReferrerLink(Model):
    referrer_card: CardNumber = Field(description="The card of who brought this member.")


class Replacement(Model):
    card_number: CardNumber | None = Field(None, description="Of the new card; a fresh one when not said.")


class ReferralShown(BaseModel):
    member_id: str = Field(examples=[MEMBER])
    name: str = Field(examples=["Asha Rao"])
    joined_at: Instant


@router.get("")
def list_cards(
    walk: Walked,
    parts: Given,
    caller: _Reader,
    status: Annotated[CardStatus | None, Query(description="Cards of this status.")] = None,
    tier: Annotated[Name | None, Query(description="Of members in this tier.")] = None,
    name: Annotated[Name | None, Query(description="How the name begins, in any case.")] = None,
    phone: Annotated[Phone | None, Query(description="The whole number.")] = None,
) -> Page[CardListed]:
    """Cards in order of their numbers. Cards issued meanwhile move no page."""
    wanted = CardFilter(status.value if status else None, tier, name, normalised_phone(phone))
    store = parts.database.store(caller.tenant_id)
    with store.reading() as unit:
        return walk.page(
            lambda after, limit: lookups.card_page(unit.scope, store.sealer, wanted, after=after, limit=limit),
            lambda row: row.number,
            _listed,
        )


@router.post("", status_code=201, responses=documented(404, 409))
async def issue_card(caller: _Writer, new: NewMember, response: Response, key: Idempotent, parts: Given) -> CardShown:
    """Enrol a member and give them a card. Refused where the phone or the number is already somebody's."""
    shown = await once(
        parts,
        caller,
        key,
        "api cards issue",
        CardShown,
        lambda desk, _: card_shown(members.enrol(desk, new.enrolment(), staff=caller.subject)),
    )
    return _tagged(shown, response)


@router.get("/by-number/{number}", responses=documented(404))
def read_card_by_number(
    caller: _Reader,
    number: Annotated[str, Path(pattern="^[ -~]{1,40}$", description="As printed or scanned; spaces do not count.")],
    response: Response,
    parts: Given,
) -> CardShown:
    """The card somebody shows."""
    return _read(parts, caller, classify(number).text, response)


@router.get("/by-customer/{member_id}", responses=documented(404))
def read_card_by_customer(caller: _Reader, member_id: Id, response: Response, parts: Given) -> CardShown:
    """A member's active card."""
    with parts.database.store(caller.tenant_id).reading() as unit:
        card = who_remains(unit, member_id).card
    return _read(parts, caller, card.number if card else "", response)


@router.get("/{card_id}", responses=documented(404))
def read_card(caller: _Reader, card_id: CardId, response: Response, parts: Given) -> CardShown:
    """One card with whose it is."""
    return _read(parts, caller, card_id, response)


@router.patch("/{card_id}", responses=documented(404, 409, 412, 428))
async def change_card(
    caller: _Writer, card_id: CardId, change: MemberChange, response: Response, version: Version, parts: Given
) -> CardShown:
    """Change who the member is. Each field that changed is kept with what it was."""
    fields = change.model_dump(exclude_unset=True)

    def make(desk: Desk, unit: UnitOfWork) -> CardShown:
        holder = known_card(unit, card_id)
        require_version(holder, version)
        edited = edit_member(desk, unit, holder.member.member_id, fields, staff=caller.subject)
        return card_shown(replace(holder, member=edited.member))

    return _tagged(await changed(parts, caller, make), response)


@router.post("/{card_id}/deactivate", responses=documented(404, 412, 428))
async def deactivate_card(
    caller: _Writer, card_id: CardId, response: Response, version: Version, parts: Given
) -> CardShown:
    """Stop a card: it neither earns nor pays. The points stay with the member."""
    shown = await _set_status(parts, caller, card_id, CardStatus.BLOCKED, version)
    return _tagged(shown, response)


@router.post("/{card_id}/activate", responses=documented(404, 412, 428))
async def activate_card(
    caller: _Writer, card_id: CardId, response: Response, version: Version, parts: Given
) -> CardShown:
    """Let a card that was stopped or lost be used again. A counter cannot: somebody else may have stopped it since."""
    shown = await _set_status(parts, caller, card_id, CardStatus.ACTIVE, version)
    return _tagged(shown, response)


async def _set_status(parts: Parts, caller: Caller, card_id: str, status: CardStatus, version: int) -> CardShown:
    def make(desk: Desk, unit: UnitOfWork) -> CardShown:
        require_version(known_card(unit, card_id), version)
        card_status.set_card_status(desk, card_id, status, staff=caller.subject)
        return card_shown(known_card(unit, card_id))

    return await changed(parts, caller, make)


@router.post("/{card_id}/replace", status_code=201, responses=documented(404, 409))
async def replace_card(
    caller: _Writer, card_id: CardId, new: Replacement, response: Response, key: Idempotent, parts: Given
) -> CardShown:
    """Give the member another card: the old one stops at once, the points stay."""

    def make(desk: Desk, _: UnitOfWork) -> CardShown:
        return card_shown(card_status.replace_card(desk, card_id, new_number=new.card_number, staff=caller.subject))

    shown = await once(parts, caller, key, "api cards replace", CardShown, make)
    return _tagged(shown, response)


@router.post("/{card_id}/link-referrer", responses=documented(404))
async def link_card_referrer(
    caller: _Writer, card_id: CardId, link: ReferrerLink, response: Response, parts: Given
) -> CardShown:
    """Say who brought this member: once, never themselves, never in a circle."""

    def make(desk: Desk, unit: UnitOfWork) -> CardShown:
        members.link_referrer(desk, card_id, referrer_card=link.referrer_card, staff=caller.subject)
        return card_shown(known_card(unit, card_id))

    return _tagged(await changed(parts, caller, make), response)


@router.get("/{card_id}/referrals", responses=documented(404))
def list_card_referrals(caller: _Reader, card_id: CardId, walk: Walked, parts: Given) -> Page[ReferralShown]:
    """Whom this member brought, in the order they joined."""
    with parts.database.store(caller.tenant_id).reading() as unit:
        member_id = _remaining(unit, card_id)
        return walk.page(
            lambda after, limit: lookups.referral_page(unit.scope, member_id, after=after, limit=limit),
            lambda row: row.member_id,
            _referral,
        )


@router.get("/{card_id}/transactions", responses=documented(404))
def list_card_transactions(caller: _Reader, card_id: CardId, walk: Walked, parts: Given) -> Page[EntryShown]:
    """Every movement of the member's points, the newest first."""
    with parts.database.store(caller.tenant_id).reading() as unit:
        member_id = known_card(unit, card_id).member.member_id
        return walk.page(
            lambda after, limit: lookups.entry_page(unit.scope, member_id, after=after, limit=limit),
            lambda posting: str(posting.order),
            entry_shown,
        )


@router.get("/{card_id}/balance", responses=documented(404))
def read_card_balance(caller: _Reader, card_id: CardId, parts: Given) -> BalanceShown:
    """What the card's points come to now, and what is missing to the next tier."""
    desk = desk_of(parts, caller.tenant_id)
    with desk.store.reading() as unit:
        member_id = _remaining(unit, card_id)
    return balance_shown(profiles.profile(desk, member_id))


def _remaining(unit: UnitOfWork, card_id: str) -> str:
    """The member whose card it is, or the one they were merged into."""
    return who_remains(unit, known_card(unit, card_id).member.member_id).member.member_id


def _read(parts: Parts, caller: Caller, number: str, response: Response) -> CardShown:
    with parts.database.store(caller.tenant_id).reading() as unit:
        return _tagged(card_shown(known_card(unit, number)), response)


def _tagged(shown: CardShown, response: Response) -> CardShown:
    tag(response, shown.version)
    return shown


def _listed(row: CardRow) -> CardListed:
    return CardListed(
        card_id=row.number,
        member_id=row.member_id,
        name=row.name,
        status=CardStatus(row.status),
        tier=row.tier,
        points=row.points,
        issued_at=instant_of(row.issued_at),
    )


def _referral(row: Referral) -> ReferralShown:
    return ReferralShown(member_id=row.member_id, name=row.name, joined_at=instant_of(row.joined_at))
