"""Turns: which process does a tenant's job next, and how far each job has come."""

from __future__ import annotations

from sqlalchemy import bindparam, select, update

from app.persistence.scope import Scope
from app.persistence.statement import Statement, adding, owned
from server.databases.tables.running import job_turns

_THIS = (owned(job_turns), job_turns.c.job == bindparam("of_job"))
_UNTIL = Statement(select(job_turns.c.until).where(*_THIS))
_POSITION = Statement(select(job_turns.c.position).where(*_THIS))
_ADD = adding(job_turns)
_TAKE = Statement(update(job_turns).where(*_THIS), sets=("holder", "until"))
_MOVE = Statement(update(job_turns).where(*_THIS), sets=("position",))


def take(scope: Scope, job: str, *, holder: str, at: int, until: int) -> bool:
    """Whether it is this process's turn; then it is nobody's until then. Instants in microseconds."""
    taken_until: int | None = scope.scalar(_UNTIL, of_job=job)
    if taken_until is None:
        scope.change(_ADD, job=job, holder=holder, until=until, position=0)
        return True
    if taken_until > at:
        return False
    scope.change(_TAKE, of_job=job, holder=holder, until=until)
    return True


def position(scope: Scope, job: str) -> int:
    """How far a job has come; 0 before it ever ran."""
    found: int = scope.scalar(_POSITION, of_job=job) or 0
    return found


def move(scope: Scope, job: str, to: int) -> None:
    if scope.row(_POSITION, of_job=job) is None:
        scope.change(_ADD, job=job, holder="", until=0, position=to)
    else:
        scope.change(_MOVE, of_job=job, position=to)
