"""Told stores: the stores of the chain, as the server told them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, delete, select

from app.persistence.scope import Scope
from app.persistence.statement import Statement, adding, owned
from app.persistence.tables.chain import told_stores
from app.services.ports import ToldStore

_ADD = adding(told_stores)
_FORGET = Statement(delete(told_stores).where(owned(told_stores), told_stores.c.store_id == bindparam("of_store")))
_ALL = Statement(
    select(told_stores.c.store_id, told_stores.c.name, told_stores.c.is_open)
    .where(owned(told_stores))
    .order_by(told_stores.c.store_id)
)


@dataclass(frozen=True, slots=True)
class SqlToldStores:
    scope: Scope

    def put_all(self, told: Sequence[ToldStore]) -> None:
        self.scope.change_each(_FORGET, [{"of_store": one.store_id} for one in told])
        rows = ({"store_id": one.store_id, "name": one.name, "is_open": int(one.is_open)} for one in told)
        self.scope.change_each(_ADD, rows)

    def all(self) -> Sequence[ToldStore]:
        return [ToldStore(store_id, name, bool(is_open)) for store_id, name, is_open in self.scope.rows(_ALL)]
