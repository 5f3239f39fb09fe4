"""Staff: the people a counter keeps itself, and everybody's PIN and card at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, delete, select

from app.domain.staff import Person, Role, Tries
from app.persistence.scope import Cells, Scope
from app.persistence.statement import Statement, adding, owned
from app.persistence.tables.staff import own_staff, staff_keys
from app.services.records import from_micros, optional_micros
from app.services.staff.staff_records import StaffKey

_OWN = Statement(
    select(own_staff.c.staff_id, own_staff.c.name, own_staff.c.role, own_staff.c.is_active)
    .where(owned(own_staff))
    .order_by(own_staff.c.staff_id)
)
_FORGET = Statement(delete(own_staff).where(owned(own_staff), own_staff.c.staff_id == bindparam("of_staff")))
_ADD = adding(own_staff)

_KEYS = (
    select(
        staff_keys.c.staff_id,
        staff_keys.c.pin_hash,
        staff_keys.c.card_digest,
        staff_keys.c.failures,
        staff_keys.c.failed_at,
        staff_keys.c.failed_mono_ms,
    )
    .where(owned(staff_keys))
    .order_by(staff_keys.c.staff_id)
)
_EVERY_KEY = Statement(_KEYS)
_KEY = Statement(_KEYS.where(staff_keys.c.staff_id == bindparam("of_staff")))
_FORGET_KEY = Statement(delete(staff_keys).where(owned(staff_keys), staff_keys.c.staff_id == bindparam("of_staff")))
_ADD_KEY = adding(staff_keys)


@dataclass(frozen=True, slots=True)
class SqlStaff:
    scope: Scope

    def own(self) -> Sequence[Person]:
        return [
            Person(staff_id, name, Role(role), bool(is_active))
            for staff_id, name, role, is_active in self.scope.rows(_OWN)
        ]

    def put(self, person: Person) -> None:
        self.scope.change(_FORGET, of_staff=person.staff_id)
        row = {"name": person.name, "role": person.role.value, "is_active": int(person.is_active)}
        self.scope.change(_ADD, staff_id=person.staff_id, **row)

    def key(self, staff_id: str) -> StaffKey:
        row = self.scope.row(_KEY, of_staff=staff_id)
        return StaffKey(staff_id) if row is None else _key(row)

    def every_key(self) -> Sequence[StaffKey]:
        return [_key(row) for row in self.scope.rows(_EVERY_KEY)]

    def put_key(self, key: StaffKey) -> None:
        self.scope.change(_FORGET_KEY, of_staff=key.staff_id)
        self.scope.change(
            _ADD_KEY,
            staff_id=key.staff_id,
            pin_hash=key.pin_hash,
            card_digest=key.card_digest,
            failures=key.tries.failures,
            failed_at=optional_micros(key.tries.failed_at),
            failed_mono_ms=key.tries.failed_mono_ms,
        )


def _key(row: Cells) -> StaffKey:
    staff_id, pin_hash, card_digest, failures, failed_at, failed_mono_ms = row
    tries = Tries(failures, None if failed_at is None else from_micros(failed_at), failed_mono_ms)
    return StaffKey(staff_id, pin_hash, card_digest, tries)
