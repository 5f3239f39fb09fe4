"""Members, their cards and whom they brought, as a store keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from app.domain.member import Card, CardStatus, Holder, Member
from app.domain.segments import Known

State = Mapping[str, Any]  # a member as they are told

FOUND_MAX = 20  # a list a cashier can read at a glance


class Members(Protocol):
    def by_card(self, number: str) -> Holder | None: ...
    def by_id(self, member_id: str) -> Holder | None:
        """The member with their active card, if they have one."""

    def by_phone(self, phone: str) -> Sequence[Holder]: ...
    def by_last_four(self, digits: str) -> Sequence[Holder]:
        """Members whose phone or card ends in these digits; at most FOUND_MAX."""

    def by_name(self, prefix: str) -> Sequence[Holder]:
        """Members whose name starts so, case folded, in name order; at most FOUND_MAX."""

    def add(self, member: Member, card: Card) -> None: ...
    def add_card(self, card: Card) -> None: ...
    def set_card_status(self, number: str, status: CardStatus, at: datetime) -> None: ...
    def cards_of(self, member_id: str) -> Sequence[Card]:
        """Every card a member ever had, oldest first."""

    def put_all(self, told: Sequence[tuple[Member, Sequence[Card]]]) -> None:
        """Write members and their cards as they are told, whatever stood here. None is named twice."""

    def set_profile(self, member: Member) -> None:
        """Write the member's name, phone, language, e-mail and birthday."""

    def set_referrer(self, member_id: str, referrer_id: str) -> None: ...
    def set_merged(self, member_id: str, into: str) -> None: ...
    def set_tier(self, member_id: str, tier: str) -> None: ...
    def born_on(
        self, birthdays: Sequence[str], *, joined_before: datetime, without: str, after: str, limit: int
    ) -> Sequence[Member]:
        """Members of these birthdays who are their own, and of whom no entry has `without` and their id as its cause.

        In the order of their ids, those that follow `after`; at most `limit`.
        """

    def ids_after(self, member_id: str, *, limit: int) -> Sequence[str]:
        """The ids that follow one, whoever's it is, in the order of their bytes; at most `limit`."""

    def known_after(self, member_id: str, *, limit: int) -> Sequence[tuple[str, Known]]:
        """Who follows an id in that order and is their own, with what segments ask of them; at most `limit`."""

    def ancestry(self, member_id: str) -> Sequence[str]:
        """The member's chain of referrers, nearest first. Whoever was merged is followed by who remains."""

    def brought_by(self, member_id: str) -> Sequence[Holder]:
        """Whom a member brought, or who was merged into them, one level; at most FOUND_MAX."""

    def holder_of_points(self, member_id: str) -> str:
        """The member who has these points now: the id itself, or the one it was merged into."""

    def taken_in(self, member_id: str) -> Sequence[tuple[str, datetime]]:
        """Who was merged into a member, one level, and when."""


class AlreadyHere(Exception):  # noqa: N818 - an answer to be acted upon
    """Somebody who was to be new, or something of theirs, stands here."""


@dataclass(frozen=True, slots=True)
class ReadyMembers:
    """Members made ready to be written: of each table its rows, as the store that made them takes them."""

    member_ids: Sequence[str]
    rows: Sequence[Sequence[Sequence[Any]]]


class MakesReady(Protocol):
    """Can travel to another process: making members ready takes as long as writing them."""

    def __call__(self, states: Sequence[State], *, position: int, at: datetime) -> ReadyMembers:
        """Of members that look as most of them do (see `app.services.chain.newcomers`), told as of a position."""


class Newcomers(Protocol):
    """Members of whom nothing is here yet."""

    def maker(self) -> MakesReady: ...

    def add(self, groups: Sequence[ReadyMembers]) -> None:
        """Write members, their cards and lots. Raises AlreadyHere, for all of it to be undone, where one of them is."""


class Homes(Protocol):
    """The stores in which members were enrolled, by their ids: of members of a chain, where that is known."""

    def of(self, member_id: str) -> str | None: ...

    def of_each(self, member_ids: Iterable[str]) -> Mapping[str, str]:
        """Of those of them for whom it is known."""

    def add(self, member_id: str, store_id: str) -> None:
        """Of somebody who is new here."""

    def put_all(self, told: Mapping[str, str]) -> None:
        """As the server tells it, whatever stood here."""
