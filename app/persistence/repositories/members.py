"""Members and their cards: who somebody is, by whatever they can show or say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, delete, func, literal_column, select, union, update

from app.domain.member import Card, CardStatus, Holder, Member, month_and_day
from app.domain.segments import Known
from app.persistence.each_of import among, listed, owned_among
from app.persistence.repositories import lineage
from app.persistence.repositories.member_rows import (
    BIRTHDAY,
    balance_row,
    card_row,
    holder_of,
    member_row,
    name_key,
    own_card,
)
from app.persistence.scope import Cells, Scope
from app.persistence.sealed import FieldSealer
from app.persistence.statement import Statement, adding, owned
from app.persistence.tables.members import cards, members
from app.persistence.tables.points import balances, entries
from app.services.ports import FOUND_MAX
from app.services.records import from_micros, to_micros

HIGHEST = "\U0010ffff"  # sorts after every letter, so that a prefix is a range
# Spelt out, because the index of active cards serves only a condition it can read.
_IS_ACTIVE = cards.c.status == literal_column(f"'{CardStatus.ACTIVE.value}'")

_HOLDER = (
    members.c.member_id,
    members.c.name,
    members.c.phone_sealed,
    members.c.email_sealed,
    members.c.birthday_sealed,
    members.c.language,
    members.c.referrer_id,
    members.c.merged_into,
    members.c.first_tier,
    members.c.joined_at,
    balances.c.points,
    balances.c.debt,
    balances.c.tier,
    cards.c.number,
    cards.c.status,
    cards.c.status_at,
)
_STANDING = (balances.c.member_id == members.c.member_id) & (balances.c.tenant_id == members.c.tenant_id)
_SHOWN = (cards.c.member_id == members.c.member_id) & (cards.c.tenant_id == members.c.tenant_id)

_BY_CARD = Statement(
    select(*_HOLDER)
    .select_from(cards.join(members, _SHOWN).join(balances, _STANDING))
    .where(owned(cards), cards.c.number == bindparam("of_number"))
)
_ANYBODY = select(*_HOLDER).select_from(members.join(balances, _STANDING).outerjoin(cards, _SHOWN & _IS_ACTIVE))
_ANY_MEMBER = _ANYBODY.where(owned(members))
_LOOKED_FOR = _ANY_MEMBER.where(members.c.merged_into.is_(None))  # who was merged away is found as who they became
_BY_ID = Statement(_ANY_MEMBER.where(members.c.member_id == bindparam("of_member")))
_BY_IDS = Statement(_ANYBODY.where(owned_among(members, "of_members")))
_BY_CARDS = Statement(
    select(*_HOLDER)
    .select_from(cards.join(members, _SHOWN).join(balances, _STANDING))
    .where(owned(cards), among(cards.c.number, "of_numbers"))
)
_STILL_THERE = Statement(_LOOKED_FOR.where(members.c.member_id == bindparam("of_member")))
_BY_PHONE = Statement(_LOOKED_FOR.where(members.c.phone_index == bindparam("of_phone")).limit(FOUND_MAX))
_BY_NAME = Statement(
    _LOOKED_FOR.where(members.c.name_key >= bindparam("from_key"), members.c.name_key < bindparam("until_key"))
    .order_by(members.c.name_key)
    .limit(FOUND_MAX)
)

_BROUGHT_BY = Statement(
    _LOOKED_FOR.where(among(members.c.referrer_id, "of_referrers"), members.c.member_id != bindparam("of_member"))
    .order_by(members.c.member_id)
    .limit(FOUND_MAX)
)


def _found(statement: Select[Any]) -> Select[Any]:
    """At most FOUND_MAX ids, as a part of a union."""
    return select(statement.limit(FOUND_MAX).subquery())


_ENDING_SO = Statement(
    union(
        _found(select(members.c.member_id).where(owned(members), members.c.phone_last4_index == bindparam("of_end"))),
        _found(select(cards.c.member_id).where(owned(cards), cards.c.last4 == bindparam("of_digits"))),
    ).limit(FOUND_MAX)
)

_THIS_MEMBER = (owned(members), members.c.member_id == bindparam("of_member"))
# The tenant is compared in a way no index serves, so that the ids are walked in the order they are wanted in.
_IDS_AFTER = Statement(
    select(members.c.member_id)
    .where(func.coalesce(members.c.tenant_id, literal_column("''")) == bindparam("tenant_id"))
    .where(members.c.member_id > bindparam("after"))
    .order_by(members.c.member_id)
    .limit(bindparam("at_most"))
)
_KNOWN_AFTER = Statement(
    select(
        members.c.member_id,
        balances.c.tier,
        members.c.joined_at,
        members.c.referrer_id.is_not(None),
        members.c.birthday_sealed,
    )
    .select_from(members.join(balances, _STANDING))
    .where(func.coalesce(members.c.tenant_id, literal_column("''")) == bindparam("tenant_id"))
    .where(members.c.member_id > bindparam("after"), members.c.merged_into.is_(None))
    .order_by(members.c.member_id)
    .limit(bindparam("at_most"))
)
_HAS_CAUSE = (
    select(entries.c.entry_id)
    .where(owned(entries), entries.c.cause == bindparam("without") + members.c.member_id)
    .exists()
)
_BORN_ON = Statement(
    _LOOKED_FOR.where(
        members.c.birthday_sealed.in_([bindparam("of_birthday"), bindparam("or_birthday")]),
        members.c.member_id > bindparam("after"),
        members.c.joined_at < bindparam("joined_before"),
        ~_HAS_CAUSE,
    )
    .order_by(members.c.member_id)
    .limit(bindparam("at_most"))
)

_CARDS_OF = Statement(
    select(cards.c.number, cards.c.status, cards.c.status_at)
    .where(owned(cards), cards.c.member_id == bindparam("of_member"))
    .order_by(cards.c.issued_at, cards.c.number)
)

_REMOVE_MEMBER = Statement(delete(members).where(*_THIS_MEMBER))
_REMOVE_BALANCE = Statement(delete(balances).where(owned(balances), balances.c.member_id == bindparam("of_member")))
_REMOVE_CARDS = Statement(delete(cards).where(owned(cards), cards.c.member_id == bindparam("of_member")))
_REMOVE_CARD = Statement(delete(cards).where(owned(cards), cards.c.number == bindparam("of_number")))
_ADD_MEMBER, _ADD_BALANCE, _ADD_CARD = adding(members), adding(balances), adding(cards)
_PROFILE = (
    "name",
    "name_key",
    "phone_sealed",
    "phone_index",
    "phone_last4_index",
    "language",
    "email_sealed",
    "birthday_sealed",
)
_SET_PROFILE = Statement(update(members).where(*_THIS_MEMBER), sets=_PROFILE)
_SET_REFERRER = Statement(update(members).where(*_THIS_MEMBER), sets=("referrer_id",))
_SET_MERGED = Statement(update(members).where(*_THIS_MEMBER), sets=("merged_into",))
_SET_TIER = Statement(
    update(balances).where(owned(balances), balances.c.member_id == bindparam("of_member")), sets=("tier",)
)
_SET_CARD_STATUS = Statement(
    update(cards).where(owned(cards), cards.c.number == bindparam("of_number")), sets=("status", "status_at")
)


@dataclass(frozen=True, slots=True)
class SqlMembers:
    """Phones are stored sealed and found by blind index; `sealer` holds the key to both, and to what else is sealed."""

    scope: Scope
    sealer: FieldSealer

    def by_card(self, number: str) -> Holder | None:
        return self._only(self.scope.row(_BY_CARD, of_number=number))

    def by_id(self, member_id: str) -> Holder | None:
        return self._only(self.scope.row(_BY_ID, of_member=member_id))

    def by_ids(self, member_ids: Iterable[str]) -> dict[str, Holder]:
        """Those of them that are known."""
        rows = self.scope.rows(_BY_IDS, of_members=listed(member_ids))
        return {row[0]: holder_of(row, self.sealer) for row in rows}

    def by_cards(self, numbers: Iterable[str]) -> dict[str, Holder]:
        """Whose they are, by the number; those of them that are known."""
        rows = self.scope.rows(_BY_CARDS, of_numbers=listed(numbers))
        return {holder.card.number: holder for holder in self._each(rows) if holder.card}

    def by_phone(self, phone: str) -> Sequence[Holder]:
        return self._each(self.scope.rows(_BY_PHONE, of_phone=self.sealer.index(phone)))

    def by_last_four(self, digits: str) -> Sequence[Holder]:
        found = self.scope.rows(_ENDING_SO, of_end=self.sealer.index(digits), of_digits=digits)
        return self._each([row for (one,) in found for row in self.scope.rows(_STILL_THERE, of_member=one)])

    def by_name(self, prefix: str) -> Sequence[Holder]:
        key = name_key(prefix)
        return self._each(self.scope.rows(_BY_NAME, from_key=key, until_key=key + HIGHEST))

    def brought_by(self, member_id: str) -> Sequence[Holder]:
        """One level, in the order they joined; at most FOUND_MAX."""
        family = listed(lineage.family(self.scope, member_id))
        return self._each(self.scope.rows(_BROUGHT_BY, of_referrers=family, of_member=member_id))

    def add(self, member: Member, card: Card) -> None:
        self.scope.change(_ADD_MEMBER, **member_row(member, self.sealer))
        self.scope.change(_ADD_BALANCE, **balance_row(member))
        self.add_card(card)

    def add_card(self, card: Card) -> None:
        self.scope.change(_ADD_CARD, **card_row(card))

    def cards_of(self, member_id: str) -> Sequence[Card]:
        """Oldest first."""
        return [own_card(member_id, *row) for row in self.scope.rows(_CARDS_OF, of_member=member_id)]

    def put_all(self, told: Sequence[tuple[Member, Sequence[Card]]]) -> None:
        mine = [{"of_member": member.member_id} for member, _ in told]
        for remove in (_REMOVE_MEMBER, _REMOVE_BALANCE, _REMOVE_CARDS):
            self.scope.change_each(remove, mine)
        self.scope.change_each(_REMOVE_CARD, [{"of_number": card.number} for _, cards in told for card in cards])
        self.scope.change_each(_ADD_MEMBER, [member_row(member, self.sealer) for member, _ in told])
        self.scope.change_each(_ADD_BALANCE, [balance_row(member) for member, _ in told])
        self.scope.change_each(_ADD_CARD, [card_row(card) for _, cards in told for card in cards])

    def set_card_status(self, number: str, status: CardStatus, at: datetime) -> None:
        self.scope.change(_SET_CARD_STATUS, of_number=number, status=status.value, status_at=to_micros(at))

    def set_profile(self, member: Member) -> None:
        row = member_row(member, self.sealer)
        self.scope.change(_SET_PROFILE, of_member=member.member_id, **{name: row[name] for name in _PROFILE})

    def set_referrer(self, member_id: str, referrer_id: str) -> None:
        self.scope.change(_SET_REFERRER, of_member=member_id, referrer_id=referrer_id)

    def set_merged(self, member_id: str, into: str) -> None:
        self.scope.change(_SET_MERGED, of_member=member_id, merged_into=into)

    def set_tier(self, member_id: str, tier: str) -> None:
        self.scope.change(_SET_TIER, of_member=member_id, tier=tier)

    def born_on(
        self, birthdays: Sequence[str], *, joined_before: datetime, without: str, after: str, limit: int
    ) -> Sequence[Member]:
        sealer = self.sealer.of_field(BIRTHDAY)
        rows = self.scope.rows(
            _BORN_ON,
            of_birthday=sealer.seal(birthdays[0]),
            or_birthday=sealer.seal(birthdays[-1]),
            joined_before=to_micros(joined_before),
            without=without,
            after=after,
            at_most=limit,
        )
        return [holder.member for holder in self._each(rows)]

    def ids_after(self, member_id: str, *, limit: int) -> Sequence[str]:
        return [row[0] for row in self.scope.rows(_IDS_AFTER, after=member_id, at_most=limit)]

    def known_after(self, member_id: str, *, limit: int) -> Sequence[tuple[str, Known]]:
        sealer = self.sealer.of_field(BIRTHDAY)
        born = cache(lambda sealed: None if sealed is None else month_and_day(sealer.open(sealed)))
        return [
            (one, Known(tier, from_micros(joined_at), born(birthday), bool(is_brought)))
            for one, tier, joined_at, is_brought, birthday in self.scope.rows(
                _KNOWN_AFTER, after=member_id, at_most=limit
            )
        ]

    def ancestry(self, member_id: str) -> Sequence[str]:
        return lineage.ancestry(self.scope, member_id)

    def holder_of_points(self, member_id: str) -> str:
        return lineage.holder_of_points(self.scope, member_id)

    def taken_in(self, member_id: str) -> Sequence[tuple[str, datetime]]:
        return lineage.taken_in(self.scope, member_id)

    def _only(self, row: Cells | None) -> Holder | None:
        return None if row is None else holder_of(row, self.sealer)

    def _each(self, rows: Sequence[Cells]) -> Sequence[Holder]:
        return [holder_of(row, self.sealer) for row in rows]
