"""The ledger's rows: entries in their order, beside the accounts they make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, select

from app.domain.days import ShopCalendar
from app.domain.entries import EXTENSIONS, Entry, EntryKind
from app.domain.ledger import Posting
from app.persistence.repositories.accounts import SqlAccounts
from app.persistence.scope import Cells
from app.persistence.statement import Statement, adding, owned
from app.persistence.tables.points import entries
from app.services.records import entry_row, from_micros

POSTINGS = select(
    entries.c.ledger_no,
    entries.c.balance_after,
    entries.c.entry_id,
    entries.c.member_id,
    entries.c.kind,
    entries.c.points,
    entries.c.occurred_at,
    entries.c.cause,
    entries.c.corrects,
    entries.c.rule_id,
    entries.c.reason,
    entries.c.staff,
    entries.c.card_number,
    entries.c.available_at,
    entries.c.expires_at,
).where(owned(entries))
_IN_ORDER = POSTINGS.order_by(entries.c.ledger_no)
_ALL = Statement(_IN_ORDER)
_OF_MEMBER = Statement(_IN_ORDER.where(entries.c.member_id == bindparam("of_member")))
_NEWEST_OF = Statement(
    select(*POSTINGS.selected_columns, entries.c.event_seq)
    .where(
        owned(entries),
        entries.c.member_id == bindparam("of_member"),
        *(entries.c.kind != kind.value for kind in sorted(EXTENSIONS)),
    )
    .order_by(entries.c.ledger_no.desc())
    .limit(bindparam("at_most"))
)
_BY_CAUSE = Statement(_IN_ORDER.where(entries.c.cause == bindparam("of_cause")))
_REVERSED = Statement(
    select(func.coalesce(-func.sum(entries.c.points), 0)).where(
        owned(entries),
        entries.c.corrects == bindparam("of_entry"),
        entries.c.kind == EntryKind.REVERSE.value,
    )
)
_EXPIRED_AT = Statement(
    select(func.max(entries.c.occurred_at)).where(
        owned(entries),
        entries.c.corrects == bindparam("of_entry"),
        entries.c.kind == EntryKind.EXPIRE.value,
    )
)
_ADD = adding(entries)


@dataclass(frozen=True, slots=True)
class SqlLedger(SqlAccounts):
    calendar: ShopCalendar

    def append(self, postings: Sequence[Posting], *, event_seq: int) -> None:
        rows = ({**entry_row(posting, self.calendar), "event_seq": event_seq} for posting in postings)
        self.scope.change_each(_ADD, rows)

    def of_member(self, member_id: str) -> Sequence[Posting]:
        """In ledger order."""
        return [posting_of(row) for row in self.scope.rows(_OF_MEMBER, of_member=member_id)]

    def newest_of_member(self, member_id: str, *, limit: int) -> Sequence[tuple[Posting, int]]:
        """What moved points, newest first, each with the number of the event that sealed it."""
        rows = self.scope.rows(_NEWEST_OF, of_member=member_id, at_most=limit)
        return [(posting_of(row[:-1]), row[-1]) for row in rows]

    def by_cause(self, cause: str) -> Sequence[Posting]:
        """In ledger order."""
        return [posting_of(row) for row in self.scope.rows(_BY_CAUSE, of_cause=cause)]

    def reversed_of(self, entry_id: str) -> int:
        points: int = self.scope.scalar(_REVERSED, of_entry=entry_id)
        return points

    def expired_at(self, lot_id: str) -> datetime | None:
        micros = self.scope.scalar(_EXPIRED_AT, of_entry=lot_id)
        return None if micros is None else from_micros(micros)

    def all(self) -> Iterator[Posting]:
        """In ledger order."""
        return map(posting_of, self.scope.stream(_ALL))


def posting_of(row: Cells) -> Posting:
    order, balance_after, entry_id, member_id, kind, points, occurred_at, cause, *rest = row
    corrects, rule_id, reason, staff, card_number, available_at, expires_at = rest
    entry = Entry(
        entry_id=entry_id,
        member_id=member_id,
        kind=EntryKind(kind),
        points=points,
        occurred_at=from_micros(occurred_at),
        cause=cause,
        corrects=corrects,
        rule_id=rule_id,
        reason=reason,
        staff=staff,
        card_number=card_number,
        available_at=None if available_at is None else from_micros(available_at),
        expires_at=None if expires_at is None else from_micros(expires_at),
    )
    return Posting(order, entry, balance_after)
