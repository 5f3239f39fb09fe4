"""Reports' sums of points: what was moved, what is due, and what of it the books gave up late."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, bindparam, case, exists, func, literal_column, or_, select

from app.domain.days import ShopCalendar
from app.domain.entries import EntryKind
from app.persistence.scope import Scope
from app.persistence.statement import Statement, owned
from app.persistence.tables.members import members
from app.persistence.tables.points import LOT_KINDS, balances, entries, lots
from app.services.records import from_micros, to_micros
from app.services.reports.records import DueSums, HandSums, LateExpiry, PointSums, TierSums

_IN_DAYS = (owned(entries), entries.c.business_day >= bindparam("first"), entries.c.business_day <= bindparam("last"))
_LATER = (owned(entries), entries.c.business_day >= bindparam("on_day"), entries.c.occurred_at > bindparam("at"))
_POINTS = func.sum(entries.c.points)


def _is_one_of(*kinds: str) -> ColumnElement[bool]:
    """In the words of an index that has them alone."""
    return entries.c.kind.in_([literal_column(f"'{kind}'") for kind in kinds])


_MOVED = Statement(
    select(entries.c.business_day, entries.c.kind, func.count(), _POINTS)
    .where(*_IN_DAYS)
    .group_by(entries.c.business_day, entries.c.kind)
    .order_by(entries.c.business_day, entries.c.kind)
)
_BY_HAND = Statement(
    select(
        entries.c.business_day,
        entries.c.staff,
        func.count(),
        func.sum(case((entries.c.points > 0, entries.c.points), else_=0)),
        func.sum(case((entries.c.points < 0, -entries.c.points), else_=0)),
    )
    .where(*_IN_DAYS, entries.c.kind == literal_column(f"'{EntryKind.ADJUST.value}'"))  # as its index has it
    .group_by(entries.c.business_day, entries.c.staff)
    .order_by(entries.c.business_day, entries.c.staff)
)
_MERGED = select(members.c.member_id).where(owned(members), members.c.merged_into.is_not(None))
_MERGES = Statement(
    select(members.c.member_id, members.c.merged_into).where(owned(members), members.c.merged_into > "")
)
_TIERS = Statement(
    select(balances.c.tier, func.count(), func.sum(balances.c.points))
    .where(owned(balances), balances.c.member_id.not_in(_MERGED))
    .group_by(balances.c.tier)
)
_LEFT = (owned(lots), lots.c.points_left > 0)
_DUE = Statement(
    select(lots.c.expires_at, func.count(lots.c.member_id.distinct()), func.sum(lots.c.points_left))
    .where(*_LEFT, lots.c.expires_at > bindparam("after"), lots.c.expires_at <= bindparam("until"))
    .group_by(lots.c.expires_at)
    .order_by(lots.c.expires_at)
)
_MOVED_AFTER = Statement(select(entries.c.business_day, _POINTS).where(*_LATER).group_by(entries.c.business_day))

# A lot may have been gone when it was made: then it is from that instant that it is there, and gone.
_MADE = entries.alias("made")
_HAS_MADE = and_(owned(_MADE), _MADE.c.ledger_no == lots.c.ledger_no, _MADE.c.entry_id == lots.c.lot_id)
_GONE_AT = case((_MADE.c.occurred_at > lots.c.expires_at, _MADE.c.occurred_at), else_=lots.c.expires_at).label(
    "gone_at"
)
_NOT_POSTED = Statement(
    select(_GONE_AT, func.sum(lots.c.points_left))
    .select_from(lots.outerjoin(_MADE, _HAS_MADE))
    .where(*_LEFT, lots.c.expires_at <= bindparam("until"))
    .group_by("gone_at")
)
_POSTED = Statement(
    select(_GONE_AT, entries.c.business_day, -_POINTS)
    .select_from(entries.join(lots, lots.c.lot_id == entries.c.corrects).outerjoin(_MADE, _HAS_MADE))
    .where(*_LATER, owned(lots), _is_one_of(*LOT_KINDS), _is_one_of(EntryKind.EXPIRE, EntryKind.UNEXPIRE))
    .group_by("gone_at", entries.c.business_day)
)

_CORRECTED = entries.alias("corrected")
_CORRECTED_AT = (
    select(_CORRECTED.c.occurred_at)
    .where(
        owned(_CORRECTED),
        _CORRECTED.c.member_id == entries.c.member_id,
        _CORRECTED.c.entry_id == entries.c.corrects,
    )
    .correlate(entries)
    .scalar_subquery()
)
_GONE_BETWEEN = exists().where(
    owned(lots),
    lots.c.member_id == entries.c.member_id,
    lots.c.expires_at <= entries.c.occurred_at,
    or_(lots.c.lot_id == entries.c.corrects, lots.c.expires_at > func.coalesce(_CORRECTED_AT, 0)),
)
_IS_MERGED = exists().where(owned(members), members.c.member_id == entries.c.member_id, members.c.merged_into > "")
_TOOK_IN = exists().where(owned(members), members.c.merged_into == entries.c.member_id)
_CORRECTED_LATE = Statement(
    select(entries.c.member_id)
    .distinct()
    .where(
        *_LATER,
        _is_one_of(*LOT_KINDS),
        _is_one_of(EntryKind.REVERSE, EntryKind.RESTORE, EntryKind.UNEXTEND),
        or_(entries.c.kind == EntryKind.UNEXTEND.value, _GONE_BETWEEN, _IS_MERGED, _TOOK_IN),
    )
)


@dataclass(frozen=True, slots=True)
class SqlReportPoints:
    scope: Scope
    calendar: ShopCalendar

    def points(self, first: date, last: date) -> Sequence[PointSums]:
        rows = self.scope.rows(_MOVED, first=first.isoformat(), last=last.isoformat())
        return [PointSums(date.fromisoformat(day), EntryKind(kind), count, points) for day, kind, count, points in rows]

    def by_hand(self, first: date, last: date) -> Sequence[HandSums]:
        rows = self.scope.rows(_BY_HAND, first=first.isoformat(), last=last.isoformat())
        return [HandSums(date.fromisoformat(row[0]), row[1] or "", *row[2:]) for row in rows]

    def tiers(self) -> Sequence[TierSums]:
        return [TierSums(*row) for row in self.scope.rows(_TIERS)]

    def due(self, after: datetime, until: datetime) -> Sequence[DueSums]:
        rows = self.scope.rows(_DUE, after=to_micros(after), until=to_micros(until))
        return [DueSums(from_micros(expires_at), *sums) for expires_at, *sums in rows]

    def moved_after(self, at: datetime) -> Sequence[tuple[date, int]]:
        return [(date.fromisoformat(day), points) for day, points in self.scope.rows(_MOVED_AFTER, **self._later(at))]

    def late_expiries(self, at: datetime, *, until: datetime) -> Sequence[LateExpiry]:
        open_still = self.scope.rows(_NOT_POSTED, until=to_micros(until))
        posted = self.scope.rows(_POSTED, **self._later(at))
        return [
            *(LateExpiry(from_micros(gone_at), None, points) for gone_at, points in open_still),
            *(LateExpiry(from_micros(gone_at), date.fromisoformat(day), points) for gone_at, day, points in posted),
        ]

    def corrected_late(self, at: datetime) -> Sequence[str]:
        return [row[0] for row in self.scope.rows(_CORRECTED_LATE, **self._later(at))]

    def merges(self) -> Sequence[tuple[str, str]]:
        return [(source, into) for source, into in self.scope.rows(_MERGES)]

    def _later(self, at: datetime) -> dict[str, object]:
        return {"at": to_micros(at), "on_day": self.calendar.day_of(at).isoformat()}
