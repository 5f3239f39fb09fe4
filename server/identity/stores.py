"""Stores: the shops of a tenant, each with its counters and people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from app.persistence.scope import Cells, Scope
from app.persistence.statement import Statement, adding, owned
from server.databases.tables.identity import stores
from server.databases.versioned import change_of, one_of, page_of
from server.identity.status import Status


@dataclass(frozen=True, slots=True)
class Store:
    store_id: str
    name: str
    status: Status
    version: int
    created_at: int


_COLUMNS = (stores.c.store_id, stores.c.name, stores.c.status, stores.c.version, stores.c.created_at)
_ADD = adding(stores)
_GET = one_of(_COLUMNS)
_IDS = Statement(select(stores.c.store_id).where(owned(stores)).order_by(stores.c.store_id))
_PAGE = page_of(_COLUMNS)
_CHANGE = change_of(_COLUMNS, ("name", "status"))


def add(scope: Scope, *, store_id: str, name: str, at: int) -> Store:
    scope.change(_ADD, store_id=store_id, name=name, status=Status.ACTIVE.value, version=1, created_at=at)
    return Store(store_id, name, Status.ACTIVE, 1, at)


def get(scope: Scope, store_id: str) -> Store | None:
    return _store(scope.row(_GET, of_id=store_id))


def ids(scope: Scope) -> Sequence[str]:
    return [row[0] for row in scope.rows(_IDS)]


def page(scope: Scope, *, after: str, limit: int) -> Sequence[Store]:
    return [Store(row[0], row[1], Status(row[2]), *row[3:]) for row in scope.rows(_PAGE, after=after, at_most=limit)]


def change(scope: Scope, store_id: str, *, name: str, status: Status, version: int) -> Store | None:
    """None when the store is no longer at that version."""
    return _store(scope.row(_CHANGE, of_id=store_id, of_version=version, name=name, status=status.value))


def _store(row: Cells | None) -> Store | None:
    return None if row is None else Store(row[0], row[1], Status(row[2]), *row[3:])
