"""Homes: the stores in which members were enrolled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import bindparam, delete, select

from app.persistence.each_of import among, listed
from app.persistence.scope import Scope
from app.persistence.statement import Statement, adding, owned
from app.persistence.tables.members import homes

_MINE = (owned(homes), homes.c.member_id == bindparam("of_member"))
_ADD = adding(homes)
_OF = Statement(select(homes.c.store_id).where(*_MINE))
_OF_EACH = Statement(
    select(homes.c.member_id, homes.c.store_id).where(owned(homes), among(homes.c.member_id, "of_members"))
)
_REMOVE = Statement(delete(homes).where(*_MINE))


@dataclass(frozen=True, slots=True)
class SqlHomes:
    scope: Scope

    def of(self, member_id: str) -> str | None:
        found: str | None = self.scope.scalar(_OF, of_member=member_id)
        return found

    def of_each(self, member_ids: Iterable[str]) -> Mapping[str, str]:
        return {row[0]: row[1] for row in self.scope.rows(_OF_EACH, of_members=listed(member_ids))}

    def add(self, member_id: str, store_id: str) -> None:
        self.scope.change(_ADD, member_id=member_id, store_id=store_id)

    def put_all(self, told: Mapping[str, str]) -> None:
        self.scope.change_each(_REMOVE, [{"of_member": member_id} for member_id in told])
        self.scope.change_each(_ADD, [{"member_id": one, "store_id": store_id} for one, store_id in told.items()])
