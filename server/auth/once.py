"""Once: marks of nonces and assertions that have been used, so that a copy of one opens nothing."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, select

from app.persistence.scope import Scope
from app.persistence.statement import Statement, adding
from server.databases.tables.directory import spent_marks

_SPENT = Statement(select(spent_marks.c.expires_at).where(spent_marks.c.mark == bindparam("of_mark")))
_SPEND = adding(spent_marks)
_FORGET = Statement(delete(spent_marks).where(spent_marks.c.expires_at < bindparam("expired_before")))


def spend(scope: Scope, mark: bytes, *, now: int, expires_at: int) -> bool:
    """True the first time. The directory's writers take turns, so nothing comes between looking and writing."""
    scope.change(_FORGET, expired_before=now)
    if scope.row(_SPENT, of_mark=mark) is not None:
        return False
    scope.change(_SPEND, mark=mark, expires_at=expires_at)
    return True
