"""Participations: since when members take part in campaigns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, func, select

from app.persistence.scope import Scope
from app.persistence.statement import Statement, adding, owned
from app.persistence.tables.rules import participations
from app.services.campaigns.drive_records import Joined
from app.services.records import from_micros, to_micros

_MINE = (owned(participations), participations.c.member_id == bindparam("of_member"))
_ADD = adding(participations)
_OF_MEMBER = Statement(
    select(participations.c.drive_id, participations.c.joined_at).where(*_MINE).order_by(participations.c.drive_id)
)
_COUNT = Statement(
    select(participations.c.drive_id, func.count()).where(owned(participations)).group_by(participations.c.drive_id)
)
_REMOVE_MINE = Statement(delete(participations).where(*_MINE))
_REMOVE = Statement(delete(participations).where(*_MINE, participations.c.drive_id == bindparam("of_drive")))


@dataclass(frozen=True, slots=True)
class SqlParticipations:
    scope: Scope

    def of_member(self, member_id: str) -> Joined:
        """In the order of their ids."""
        rows = self.scope.rows(_OF_MEMBER, of_member=member_id)
        return {drive_id: from_micros(joined_at) for drive_id, joined_at in rows}

    def count(self) -> Mapping[str, int]:
        return {row[0]: row[1] for row in self.scope.rows(_COUNT)}

    def put(self, member_id: str, drive_id: str, joined_at: datetime) -> None:
        known = self.of_member(member_id).get(drive_id)
        if known is None or joined_at < known:
            self.scope.change(_REMOVE, of_member=member_id, of_drive=drive_id)
            self.scope.change(_ADD, **_row(member_id, drive_id, joined_at))

    def put_all(self, told: Mapping[str, Joined]) -> None:
        self.scope.change_each(_REMOVE_MINE, [{"of_member": member_id} for member_id in told])
        self.scope.change_each(
            _ADD, [_row(member_id, *one) for member_id, joined in told.items() for one in joined.items()]
        )

    def move(self, source: str, into: str) -> None:
        for drive_id, joined_at in self.of_member(source).items():
            self.put(into, drive_id, joined_at)
        self.scope.change(_REMOVE_MINE, of_member=source)


def _row(member_id: str, drive_id: str, joined_at: datetime) -> dict[str, str | int]:
    return {"member_id": member_id, "drive_id": drive_id, "joined_at": to_micros(joined_at)}
