"""People: how members and their cards are shown and asked for, by both services."""

from __future__ import annotations

from typing import Annotated

from fastapi import Path
from pydantic import BaseModel, Field

from app.domain.errors import Code, DomainError
from app.domain.member import CardStatus, Holder
from app.services.members.members import Enrolment
from app.services.ports import UnitOfWork
from server.api.changes import version_of
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


def known_card(unit: UnitOfWork, number: str) -> Holder:
    holder = unit.members.by_card(number)
    if holder is None:
        raise DomainError(Code.UNKNOWN_CARD, "That card is not in our list. Nothing was changed. Check its number.")
    return holder


def who_remains(unit: UnitOfWork, member_id: str) -> Holder:
    """The member, or the one they were merged into."""
    return known_member(unit, unit.members.holder_of_points(member_id))


def known_member(unit: UnitOfWork, member_id: str) -> Holder:
    holder = unit.members.by_id(member_id)
    if holder is None:
        raise DomainError(Code.UNKNOWN_CARD, "That member is not in our list. Nothing was changed. Check the id.")
    return holder
