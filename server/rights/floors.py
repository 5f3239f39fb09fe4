"""Floors: what a store's counters may let cards overdraw while they cannot ask. None unless a manager set one."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, select

from app.domain.lease import NO_FLOOR, Floor
from app.persistence.scope import Scope
from app.persistence.statement import Statement, adding, owned
from server.databases.tables.rights import floors

_THIS = (owned(floors), floors.c.store_id == bindparam("of_store"))
_OF_STORE = Statement(select(floors.c.card, floors.c.counter).where(*_THIS))
_ALL = Statement(select(floors.c.store_id, floors.c.card, floors.c.counter).where(owned(floors)))
_FORGET = Statement(delete(floors).where(*_THIS))
_ADD = adding(floors)


def of_store(scope: Scope, store_id: str) -> Floor:
    row = scope.row(_OF_STORE, of_store=store_id)
    return NO_FLOOR if row is None else Floor(*row)


def every(scope: Scope) -> dict[str, Floor]:
    """By store; those that have none are not named."""
    return {row[0]: Floor(*row[1:]) for row in scope.rows(_ALL)}


def put(scope: Scope, store_id: str, floor: Floor) -> None:
    scope.change(_FORGET, of_store=store_id)
    scope.change(_ADD, store_id=store_id, card=floor.card, counter=floor.counter)
