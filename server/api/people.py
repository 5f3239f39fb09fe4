"""People: how members and their cards are shown and asked for, by both services."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Annotated

from fastapi import Path
from pydantic import BaseModel, Field

from app.domain.errors import Code, DomainError
from app.domain.ledger import Posting
from app.domain.member import CardStatus, Holder
from app.services.members.members import Enrolment
from app.services.members.profiles import Profile
from app.services.ports import UnitOfWork
from server.api.changes import version_of
from server.api.figures import Money, Points
from server.api.models import Instant, Model, Name, shown_as

CardNumber = Annotated[str, Field(pattern="^[0-9A-Za-z]{1,20}$", examples=["700012345641"])]
CardId = Annotated[CardNumber, Path(description="The card's number.")]
Phone = Annotated[str, Field(pattern="^[ -~]{1,40}$", examples=["98765 43210"])]
Language = Annotated[str, Field(pattern="^[A-Za-z-]{1,12}$", examples=["hi"])]
Email = Annotated[str, Field(pattern="^[^\\x00-\\x1f]{1,254}$", examples=["meena@example.in"])]
Birthday = Annotated[
    str,
    Field(
        pattern="^[^\\x00-\\x1f]{1,30}$",
        description="Day and month, as --02-29, 29/2 or 29 Feb. A year is not kept.",
        examples=["--02-29"],
    ),
]
NUMBER = "700012345641"
MEMBER = "0192f3a0-7c00-7000-8000-00000000000a"


class NewMember(Model):
    """Who is enrolled. Without a number a fresh one is taken."""

    model_config = shown_as(
        {
            "name": "Meena Iyer",
            "phone": "98765 43210",
            "language": "hi",
            "referrer_card": NUMBER,
            "email": "meena@example.in",
            "birthday": "29/2",
        }
    )
    name: Name = Field(examples=["Meena Iyer"])
    phone: Phone | None = None
    language: Language = "en"
    card_number: CardNumber | None = Field(None, description="Of a card that is printed already.")
    referrer_card: CardNumber | None = Field(None, description="The card of who brought them.")
    tier: Name | None = Field(None, description="The tier to begin in; the lowest when not said.", examples=["Silver"])
    email: Email | None = None
    birthday: Birthday | None = None

    def enrolment(self) -> Enrolment:
        return Enrolment(
            self.name,
            self.phone,
            self.language,
            self.card_number,
            self.referrer_card,
            self.tier,
            email=self.email,
            birthday=self.birthday,
        )


class MemberChange(Model):
    """What is not sent stays; a phone, e-mail or birthday of null is taken away."""

    model_config = shown_as({"name": "Meena Rao", "phone": None, "email": "meena@example.in"})
    name: Name | None = Field(None, examples=["Meena Rao"])
    phone: Phone | None = None
    language: Language | None = None
    email: Email | None = None
    birthday: Birthday | None = None


class CardShown(BaseModel):
    """A card with whose it is."""

    card_id: str = Field(description="The card's number is its id.", examples=[NUMBER])
    number: str = Field(examples=[NUMBER])
    status: CardStatus
    status_at: Instant
    member_id: str = Field(examples=[MEMBER])
    name: str = Field(examples=["Meena Iyer"])
    phone: str | None = Field(examples=["+919876543210"])
    email: str | None = Field(examples=["meena@example.in"])
    birthday: str | None = Field(description="Day and month.", examples=["--02-29"])
    language: str = Field(examples=["hi"])
    tier: str = Field(examples=["Silver"])
    referrer_id: str | None
    joined_at: Instant
    version: int = Field(description="Also the ETag.", examples=[181234567890123])


class MemberShown(BaseModel):
    """A member, with the number of their active card if they have one."""

    member_id: str = Field(examples=[MEMBER])
    card_number: str | None = Field(examples=[NUMBER])
    name: str = Field(examples=["Meena Iyer"])
    phone: str | None = Field(examples=["+919876543210"])
    email: str | None = Field(examples=["meena@example.in"])
    birthday: str | None = Field(description="Day and month.", examples=["--02-29"])
    language: str = Field(examples=["hi"])
    tier: str = Field(examples=["Silver"])
    referrer_id: str | None
    merged_into: str | None
    joined_at: Instant
    version: int = Field(description="Also the ETag.", examples=[181234567890123])


class FallShown(BaseModel):
    """A tier that is not reached any more: when it is lowered, and what keeps it."""

    to: str = Field(examples=["Bronze"])
    at: Instant
    points_needed: Points
    spend_needed_minor: Money
    orders_needed: int = Field(examples=[0])


class ProgressShown(BaseModel):
    """What is missing to the next tier; zeros and null at the top."""

    tier: str = Field(examples=["Silver"])
    next_tier: str | None = Field(examples=["Gold"])
    points_needed: Points
    spend_needed_minor: Money
    orders_needed: int = Field(examples=[0])
    benefits: list[str] = Field(description="What the tier brings besides points.", examples=[["Free delivery"]])
    fall: FallShown | None = Field(description="There once the tier is not reached any more.")


class BalanceShown(BaseModel):
    """What a member's points come to at this instant."""

    member_id: str = Field(examples=[MEMBER])
    available: Points = Field(description="What can be spent, wherever it is held. Negative: points are owed.")
    usable: Points = Field(description="What the server can let be spent now.")
    reserved: Points = Field(description="Held by counters, so that they can let it be spent without a line.")
    pending: Points = Field(description="Earned, and not to be spent yet.")
    debt: Points = Field(description="Taken back after it was spent; the next earning repays it.")
    worth_minor: Money = Field(description="What the available points pay.")
    expiring_points: Points = Field(description="Those that go first.")
    expiring_on: date | None = Field(description="The first day on which they are gone.", examples=["2027-11-21"])
    progress: ProgressShown
    as_of: Instant


class CustomerShown(BaseModel):
    """A member with everything a counter shows of them."""

    member: MemberShown
    balance: BalanceShown
    referrer_name: str | None
    last_bill_number: str | None = Field(examples=["A1/26-27/000123"])
    last_bill_at: Instant | None


class EntryShown(BaseModel):
    """One movement of points."""

    ledger_no: int = Field(examples=[1201])
    entry_id: str = Field(examples=["0192f3a0-7c00-7000-8000-0000000000e1"])
    kind: str = Field(examples=["EARN"])
    points: Points = Field(description="Signed.")
    balance_after: Points
    cause: str = Field(
        description="The bill, return, adjustment or merge that brought it.",
        examples=["0192f3a0-7c00-7000-8000-00000000000b"],
    )
    corrects: str | None = Field(description="The entry it takes or gives back.")
    rule_id: str | None
    reason: str | None
    staff: str | None
    card_number: str | None
    occurred_at: Instant
    available_at: Instant | None
    expires_at: Instant | None


def card_shown(holder: Holder) -> CardShown:
    member, card = holder.member, holder.card
    assert card is not None, "found by their card"
    return CardShown(
        card_id=card.number,
        number=card.number,
        status=card.status,
        status_at=card.status_at,
        member_id=member.member_id,
        name=member.name,
        phone=member.phone,
        email=member.email,
        birthday=member.birthday,
        language=member.language,
        tier=member.tier,
        referrer_id=member.referrer_id,
        joined_at=member.joined_at,
        version=version_of(holder),
    )


def member_shown(holder: Holder) -> MemberShown:
    member = holder.member
    return MemberShown(
        member_id=member.member_id,
        card_number=holder.card.number if holder.card else None,
        name=member.name,
        phone=member.phone,
        email=member.email,
        birthday=member.birthday,
        language=member.language,
        tier=member.tier,
        referrer_id=member.referrer_id,
        merged_into=member.merged_into,
        joined_at=member.joined_at,
        version=version_of(holder),
    )


def balance_shown(profile: Profile) -> BalanceShown:
    return BalanceShown(
        member_id=profile.holder.member.member_id,
        available=profile.available,
        usable=profile.usable.points,
        reserved=profile.usable.of - profile.usable.points,
        pending=profile.pending,
        debt=profile.holder.member.debt,
        worth_minor=profile.worth_minor,
        expiring_points=profile.soonest_points,
        expiring_on=profile.soonest_on,
        progress=_progress_shown(profile),
        as_of=profile.as_of,
    )


def _progress_shown(profile: Profile) -> ProgressShown:
    progress, fall = profile.progress, profile.fall
    return ProgressShown(
        tier=progress.tier,
        next_tier=progress.next_tier,
        points_needed=progress.points_needed,
        spend_needed_minor=progress.spend_needed_minor,
        orders_needed=progress.orders_needed,
        benefits=list(profile.benefits),
        fall=FallShown(**asdict(fall)) if fall else None,
    )


def customer_shown(profile: Profile) -> CustomerShown:
    last = profile.last_bill
    return CustomerShown(
        member=member_shown(profile.holder),
        balance=balance_shown(profile),
        referrer_name=profile.referrer_name,
        last_bill_number=last.number if last else None,
        last_bill_at=last.occurred_at if last else None,
    )


def entry_shown(posting: Posting) -> EntryShown:
    entry = posting.entry
    return EntryShown(
        ledger_no=posting.order,
        entry_id=entry.entry_id,
        kind=entry.kind.value,
        points=entry.points,
        balance_after=posting.balance_after,
        cause=entry.cause,
        corrects=entry.corrects,
        rule_id=entry.rule_id,
        reason=entry.reason,
        staff=entry.staff,
        card_number=entry.card_number,
        occurred_at=entry.occurred_at,
        available_at=entry.available_at,
        expires_at=entry.expires_at,
    )


def known_card(unit: UnitOfWork, number: str) -> Holder:
    holder = unit.members.by_card(number)
    if holder is None:
        raise DomainError(Code.UNKNOWN_CARD, "That card is not in our list. Nothing was changed. Check its number.")
    return holder


def known_member(unit: UnitOfWork, member_id: str) -> Holder:
    holder = unit.members.by_id(member_id)
    if holder is None:
        raise DomainError(Code.UNKNOWN_CARD, "That member is not in our list. Nothing was changed. Check the id.")
    return holder
