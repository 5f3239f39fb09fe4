"""Once: marks of nonces and assertions that have been used, so that a copy of one opens nothing."""

from __future__ import annotations

from sqlalchemy import bindparam, delete
from sqlalchemy.dialects.sqlite import insert

from app.persistence.scope import Scope
from app.persistence.statement import Statement
from server.tables import spent_marks

# The words are the same in both engines.
_SPEND = Statement(insert(spent_marks).on_conflict_do_nothing().returning(spent_marks.c.expires_at))
_FORGET = Statement(delete(spent_marks).where(spent_marks.c.expires_at < bindparam("expired_before")))


def spend(scope: Scope, mark: bytes, *, now: int, expires_at: int) -> bool:
    """True the first time."""
    scope.change(_FORGET, expired_before=now)
    return scope.row(_SPEND, mark=mark, expires_at=expires_at) is not None
