"""Lookups: lists of cards, entries and programs that only the server walks, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, bindparam, literal_column, select

from app.domain.entries import EXTENSIONS
from app.domain.ledger import Posting
from app.persistence.each_of import among, listed
from app.persistence.repositories.ledger import POSTINGS, posting_of
from app.persistence.repositories.lineage import family
from app.persistence.repositories.member_rows import name_key
from app.persistence.scope import Scope
from app.persistence.sealed import FieldSealer
from app.persistence.statement import Statement, owned
from app.persistence.tables.members import cards, members
from app.persistence.tables.points import balances, entries
from app.persistence.tables.rules import programs

_HIGHEST = "\U0010ffff"
_LAST = 2**62

_HOLDER = (cards.c.member_id == members.c.member_id) & (cards.c.tenant_id == members.c.tenant_id)
_STANDING = (balances.c.member_id == members.c.member_id) & (balances.c.tenant_id == members.c.tenant_id)


@dataclass(frozen=True, slots=True)
class CardRow:
    """A card in a list. Instants in microseconds, points in hundredths."""

    number: str
    member_id: str
    name: str
    status: str
    tier: str
    points: int
    issued_at: int


@dataclass(frozen=True, slots=True)
class CardFilter:
    """Nothing given is no condition. `phone` is in E.164."""

    status: str | None = None
    tier: str | None = None
    name: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class ProgramRow:
    version: int
    staff: str
    published_at: int


def card_page(scope: Scope, sealer: FieldSealer, wanted: CardFilter, *, after: str, limit: int) -> Sequence[CardRow]:
    """In order of their numbers."""
    given: dict[str, object] = {"of_status": wanted.status, "of_tier": wanted.tier}
    if wanted.name is not None:
        key = name_key(wanted.name)
        given |= {"from_name": key, "until_name": key + _HIGHEST}
    if wanted.phone is not None:
        given["of_phone"] = sealer.index(wanted.phone)
    asked = {name: value for name, value in given.items() if value is not None}
    statement = _CARDS[frozenset(asked)]
    return [CardRow(*row) for row in scope.rows(statement, after=after, at_most=limit, **asked)]


def _listing() -> Select[tuple[object, ...]]:
    return (
        select(
            cards.c.number,
            cards.c.member_id,
            members.c.name,
            cards.c.status,
            balances.c.tier,
            balances.c.points,
            cards.c.issued_at,
        )
        .select_from(cards.join(members, _HOLDER).join(balances, _STANDING))
        .where(owned(cards), cards.c.number > bindparam("after"))
        .order_by(cards.c.number)
        .limit(bindparam("at_most", required=True))
    )


_CONDITIONS: dict[frozenset[str], Sequence[ColumnElement[bool]]] = {
    frozenset({"of_status"}): [cards.c.status == bindparam("of_status")],
    frozenset({"of_tier"}): [balances.c.tier == bindparam("of_tier")],
    frozenset({"from_name", "until_name"}): [
        members.c.name_key >= bindparam("from_name"),
        members.c.name_key < bindparam("until_name"),
    ],
    frozenset({"of_phone"}): [members.c.phone_index == bindparam("of_phone")],
}


def _card_statements() -> dict[frozenset[str], Statement]:
    """One for each set of filters."""
    found: dict[frozenset[str], Select[tuple[object, ...]]] = {frozenset(): _listing()}
    for names, conditions in _CONDITIONS.items():
        found |= {one | names: statement.where(*conditions) for one, statement in found.items()}
    return {names: Statement(statement) for names, statement in found.items()}


_CARDS = _card_statements()

_REFERRALS = Statement(
    select(members.c.member_id, members.c.name, members.c.joined_at)
    .where(owned(members), among(members.c.referrer_id, "of_members"), members.c.merged_into.is_(None))
    .where(members.c.member_id > bindparam("after"), members.c.member_id != bindparam("of_member"))
    .order_by(members.c.member_id)
    .limit(bindparam("at_most", required=True))
)


@dataclass(frozen=True, slots=True)
class Referral:
    member_id: str
    name: str
    joined_at: int


def referral_page(scope: Scope, member_id: str, *, after: str, limit: int) -> Sequence[Referral]:
    """Whom a member brought, or who was merged into them, in the order they joined."""
    given = {"of_member": member_id, "of_members": listed(family(scope, member_id))}
    return [Referral(*row) for row in scope.rows(_REFERRALS, **given, after=after, at_most=limit)]


_ENTRIES = Statement(
    POSTINGS.where(entries.c.member_id == bindparam("of_member"), entries.c.ledger_no < bindparam("before"))
    .where(entries.c.kind.not_in([literal_column(f"'{kind.value}'") for kind in sorted(EXTENSIONS)]))
    .order_by(entries.c.ledger_no.desc())
    .limit(bindparam("at_most", required=True))
)


def entry_page(scope: Scope, member_id: str, *, after: str, limit: int) -> Sequence[Posting]:
    """What moved points, the newest first; `after` is a ledger number as text.

    A purchase that pushes the end of points moves none: their lots say until when they are good.
    """
    before = int(after) if after.isascii() and after.isdigit() else _LAST
    return [
        posting_of(row) for row in scope.rows(_ENTRIES, of_member=member_id, before=min(before, _LAST), at_most=limit)
    ]


_PROGRAMS = Statement(
    select(programs.c.version, programs.c.staff, programs.c.published_at)
    .where(owned(programs), programs.c.version > 0, programs.c.version < bindparam("before"))
    .order_by(programs.c.version.desc())
    .limit(bindparam("at_most", required=True))
)
_IS_PROGRAM = Statement(
    select(programs.c.version, programs.c.staff, programs.c.published_at).where(
        owned(programs), programs.c.version == bindparam("of_version")
    )
)


def program_page(scope: Scope, *, after: str, limit: int) -> Sequence[ProgramRow]:
    """The newest first; `after` is a version as text."""
    before = int(after) if after.isascii() and after.isdigit() else _LAST
    return [ProgramRow(*row) for row in scope.rows(_PROGRAMS, before=min(before, _LAST), at_most=limit)]


def program_row(scope: Scope, version: int) -> ProgramRow | None:
    row = scope.row(_IS_PROGRAM, of_version=version)
    return None if row is None else ProgramRow(*row)
