"""Recalls: rights that a counter is asked to give back, because another counter has the card before it."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, select

from app.persistence.scope import Scope
from app.persistence.statement import Statement, adding, owned
from server.databases.tables.rights import recalls

ASKED_AT_ONCE_MAX = 200

_OF_COUNTER = Statement(
    select(recalls.c.member_id)
    .where(owned(recalls), recalls.c.counter_code == bindparam("of_counter"))
    .order_by(recalls.c.asked_at, recalls.c.member_id)
    .limit(ASKED_AT_ONCE_MAX)
)
_FORGET = Statement(
    delete(recalls).where(
        owned(recalls),
        recalls.c.counter_code == bindparam("of_counter"),
        recalls.c.member_id == bindparam("of_member"),
    )
)
_ADD = adding(recalls)


def of_counter(scope: Scope, counter_code: str) -> tuple[str, ...]:
    """Members whose unused rights are wanted back, longest asked first."""
    return tuple(row[0] for row in scope.rows(_OF_COUNTER, of_counter=counter_code))


def ask(scope: Scope, counter_code: str, member_id: str, *, at: int) -> None:
    settle(scope, counter_code, member_id)
    scope.change(_ADD, counter_code=counter_code, member_id=member_id, asked_at=at)


def settle(scope: Scope, counter_code: str, member_id: str) -> None:
    """Nothing is left to ask for."""
    scope.change(_FORGET, of_counter=counter_code, of_member=member_id)
