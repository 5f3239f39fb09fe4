"""Lineage: who brought whom, and who was merged into whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import bindparam, func, select

from app.persistence.scope import Scope
from app.persistence.statement import Statement, owned
from app.persistence.tables.members import cards, members
from app.services.records import from_micros

_THIS_MEMBER = (owned(members), members.c.member_id == bindparam("of_member"))
_UP = func.coalesce(members.c.merged_into, members.c.referrer_id)
_LINEAGE = select(_UP.label("one")).where(*_THIS_MEMBER, _UP.is_not(None)).cte("lineage", recursive=True)
_ANCESTRY = Statement(
    select(
        _LINEAGE.union(
            select(_UP).join(_LINEAGE, members.c.member_id == _LINEAGE.c.one).where(owned(members), _UP.is_not(None))
        ).c.one
    )
)
_MERGED_INTO = Statement(select(members.c.merged_into).where(*_THIS_MEMBER))
_STOPPED_AT = (
    select(func.max(cards.c.status_at)).where(owned(cards), cards.c.member_id == members.c.member_id).scalar_subquery()
)
_TAKEN_IN = Statement(
    select(members.c.member_id, _STOPPED_AT)
    .where(owned(members), members.c.merged_into == bindparam("of_member"))
    .order_by(members.c.member_id)
)


def ancestry(scope: Scope, member_id: str) -> Sequence[str]:
    """Referrers, nearest first. Whoever was merged is followed by who remains."""
    return [row[0] for row in scope.rows(_ANCESTRY, of_member=member_id)]


def holder_of_points(scope: Scope, member_id: str) -> str:
    while into := scope.scalar(_MERGED_INTO, of_member=member_id):
        member_id = into
    return member_id


def taken_in(scope: Scope, member_id: str) -> Sequence[tuple[str, datetime]]:
    """Who was merged into a member, one level, and when: the last of their cards stopped then."""
    return [(source, from_micros(at)) for source, at in scope.rows(_TAKEN_IN, of_member=member_id)]


def family(scope: Scope, member_id: str) -> Iterator[str]:
    """A member, and everybody whose points they have."""
    yield member_id
    for source, _ in taken_in(scope, member_id):
        yield from family(scope, source)
