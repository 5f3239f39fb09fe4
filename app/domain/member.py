"""Members and their cards."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum


class CardStatus(StrEnum):
    ACTIVE = "ACTIVE"
    BLOCKED = "BLOCKED"
    LOST = "LOST"
    REPLACED = "REPLACED"


@dataclass(frozen=True, slots=True)
class Card:
    """What identifies a member at the counter. A member has one active card at most."""

    number: str
    member_id: str
    status: CardStatus
    status_at: datetime

    @property
    def is_active(self) -> bool:
        return self.status is CardStatus.ACTIVE


def month_and_day(birthday: str) -> tuple[int, int]:
    """Of a birthday as it is kept: --02-29."""
    return int(birthday[2:4]), int(birthday[5:7])


@dataclass(frozen=True, slots=True)
class Member:
    """A customer enrolled with the tenant, and where their points stand. Points are hundredths.

    `points` is the books' balance; what can be spent at an instant is the account's to say. A birthday is a day and a
    month: --02-29.
    """

    member_id: str
    name: str
    phone: str | None
    language: str
    referrer_id: str | None
    merged_into: str | None
    first_tier: str
    joined_at: datetime
    points: int
    debt: int
    tier: str
    email: str | None = None
    birthday: str | None = None

    @property
    def born_on(self) -> tuple[int, int] | None:
        """Month and day."""
        return None if self.birthday is None else month_and_day(self.birthday)


@dataclass(frozen=True, slots=True)
class Holder:
    """A member with the card they showed (none when found by phone or name and no card is active)."""

    member: Member
    card: Card | None

    @property
    def is_active(self) -> bool:
        return self.card is not None and self.card.is_active and self.member.merged_into is None

    def in_tier(self, tier: str) -> Holder:
        return replace(self, member=replace(self.member, tier=tier))
