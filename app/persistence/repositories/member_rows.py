"""Rows of members and their cards: what is sealed and blinded of them, and what it says when it is opened."""

from __future__ import annotations

import unicodedata
from typing import Any

from app.domain.member import Card, CardStatus, Holder, Member
from app.persistence.scope import Cells
from app.persistence.sealed import FieldSealer
from app.services.records import from_micros, to_micros

LAST_DIGITS = 4
EMAIL, BIRTHDAY = "email", "birthday"  # what their sealers are for; a phone's is the one that is given


def holder_of(row: Cells, sealer: FieldSealer) -> Holder:
    member_id, name, phone, email, birthday, language, referrer, merged, first_tier, joined_at, *rest = row
    points, debt, tier, *card = rest
    member = Member(
        member_id=member_id,
        name=name,
        phone=None if phone is None else sealer.open(phone),
        language=language,
        referrer_id=referrer,
        merged_into=merged,
        first_tier=first_tier,
        joined_at=from_micros(joined_at),
        points=points,
        debt=debt,
        tier=tier,
        email=opened(email, sealer, EMAIL),
        birthday=opened(birthday, sealer, BIRTHDAY),
    )
    return Holder(member, _card(member_id, *card))


def opened(sealed: bytes | None, sealer: FieldSealer, field: str) -> str | None:
    return None if sealed is None else sealer.of_field(field).open(sealed)


def _sealed(text: str | None, sealer: FieldSealer, field: str) -> bytes | None:
    return None if text is None else sealer.of_field(field).seal(text)


def member_row(member: Member, sealer: FieldSealer) -> dict[str, Any]:
    return {
        "member_id": member.member_id,
        "name": member.name,
        "language": member.language,
        "referrer_id": member.referrer_id,
        "merged_into": member.merged_into,
        "first_tier": member.first_tier,
        "joined_at": to_micros(member.joined_at),
        **kept_row(member.name, sealer, phone=member.phone, email=member.email, birthday=member.birthday),
    }


def kept_row(
    name: str, sealer: FieldSealer, *, phone: str | None, email: str | None, birthday: str | None
) -> dict[str, Any]:
    """What is kept otherwise than it is said.

    One birthday is the same bytes for whoever has it: whose it is can be asked without opening any.
    """
    return {
        "name_key": name_key(name),
        "phone_sealed": None if phone is None else sealer.seal(phone),
        "phone_index": None if phone is None else sealer.index(phone),
        "phone_last4_index": None if phone is None else sealer.index(phone[-LAST_DIGITS:]),
        "email_sealed": _sealed(email, sealer, EMAIL),
        "birthday_sealed": _sealed(birthday, sealer, BIRTHDAY),
    }


def name_key(name: str) -> str:
    """How a name is found: letters folded, forms unified, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def balance_row(member: Member) -> dict[str, Any]:
    return {
        "member_id": member.member_id,
        "points": member.points,
        "debt": member.debt,
        "tier": member.tier,
    }


def card_row(card: Card) -> dict[str, Any]:
    at = to_micros(card.status_at)
    return {
        "number": card.number,
        "member_id": card.member_id,
        "last4": card.number[-LAST_DIGITS:],
        "status": card.status.value,
        "issued_at": at,
        "status_at": at,
    }


def _card(member_id: str, number: str | None, status: str, status_at: int) -> Card | None:
    return None if number is None else own_card(member_id, number, status, status_at)


def own_card(member_id: str, number: str, status: str, status_at: int) -> Card:
    return Card(number, member_id, CardStatus(status), from_micros(status_at))
