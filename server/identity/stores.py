"""Stores: the shops of a tenant, each with its counters and people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, select, update

from app.persistence.scope import Cells, Scope
from app.persistence.statement import Statement, adding, owned
from server.databases.tables.identity import stores
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
_GET = Statement(select(*_COLUMNS).where(owned(stores), stores.c.store_id == bindparam("of_id")))
_IDS = Statement(select(stores.c.store_id).where(owned(stores)).order_by(stores.c.store_id))
_PAGE = Statement(
    select(*_COLUMNS)
    .where(owned(stores), stores.c.store_id > bindparam("after"))
    .order_by(stores.c.store_id)
    .limit(bindparam("at_most", required=True))
)
_CHANGE = Statement(
    update(stores)
    .where(owned(stores), stores.c.store_id == bindparam("of_id"), stores.c.version == bindparam("of_version"))
    .values(version=stores.c.version + 1)
    .returning(*_COLUMNS),
    ("name", "status"),
)


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
