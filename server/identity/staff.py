"""Staff: the people of a tenant. They have no password: a colleague or the server hands them a code to sign in with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, func, select, update

from app.persistence.scope import Cells, Scope
from app.persistence.statement import Statement, adding, owned
from server.auth.scopes import Role
from server.databases.tables.identity import staff
from server.databases.versioned import change_of, one_of, page_of
from server.identity.status import Status


@dataclass(frozen=True, slots=True)
class Person:
    """`store_id` is the only store they work in; None is all of them."""

    staff_id: str
    name: str
    role: Role
    store_id: str | None
    status: Status
    version: int
    created_at: int
    signed_in_at: int | None


_COLUMNS = (
    staff.c.staff_id,
    staff.c.name,
    staff.c.role,
    staff.c.store_id,
    staff.c.status,
    staff.c.version,
    staff.c.created_at,
    staff.c.signed_in_at,
)
_ADD = adding(staff)
_GET = one_of(_COLUMNS)
_PAGE = page_of(_COLUMNS)
_ACTIVE_OF_ROLE = (staff.c.role == bindparam("of_role"), staff.c.status == Status.ACTIVE.value)
_COUNT = Statement(select(func.count()).select_from(staff).where(owned(staff), *_ACTIVE_OF_ROLE))
_FIRST = Statement(select(*_COLUMNS).where(owned(staff), *_ACTIVE_OF_ROLE).order_by(staff.c.staff_id).limit(1))
_CHANGE = change_of(_COLUMNS, ("name", "role", "store_id", "status"))
_SIGNED_IN = Statement(update(staff).where(owned(staff), staff.c.staff_id == bindparam("of_id")), ("signed_in_at",))


def add(scope: Scope, *, staff_id: str, name: str, role: Role, store_id: str | None, at: int) -> Person:
    person = Person(staff_id, name, role, store_id, Status.ACTIVE, 1, at, None)
    scope.change(
        _ADD,
        staff_id=staff_id,
        name=name,
        role=role.value,
        store_id=store_id,
        status=Status.ACTIVE.value,
        version=1,
        created_at=at,
        signed_in_at=None,
    )
    return person


def get(scope: Scope, staff_id: str) -> Person | None:
    return _optional(scope.row(_GET, of_id=staff_id))


def page(scope: Scope, *, after: str, limit: int) -> Sequence[Person]:
    return [_person(row) for row in scope.rows(_PAGE, after=after, at_most=limit)]


def owners(scope: Scope) -> int:
    """How many owners may act."""
    return int(scope.scalar(_COUNT, of_role=Role.OWNER.value))


def first_owner(scope: Scope) -> Person | None:
    """The owner who has been here longest."""
    return _optional(scope.row(_FIRST, of_role=Role.OWNER.value))


def change(scope: Scope, person: Person, *, version: int) -> Person | None:
    """Write name, role, store and status. None when the person is no longer at that version."""
    row = scope.row(
        _CHANGE,
        of_id=person.staff_id,
        of_version=version,
        name=person.name,
        role=person.role.value,
        store_id=person.store_id,
        status=person.status.value,
    )
    return _optional(row)


def signed_in(scope: Scope, staff_id: str, *, at: int) -> None:
    scope.change(_SIGNED_IN, of_id=staff_id, signed_in_at=at)


def _optional(row: Cells | None) -> Person | None:
    return None if row is None else _person(row)


def _person(row: Cells) -> Person:
    staff_id, name, role, store_id, status, *rest = row
    return Person(staff_id, name, Role(role), store_id, Status(status), *rest)
