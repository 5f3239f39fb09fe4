"""The first start: a server that knows nobody makes one tenant, and a code for its owner to come in with."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.program import Program
from app.services.programs.program import publish
from server.auth import sessions
from server.auth.codes import shown
from server.auth.scopes import Role
from server.auth.sessions import Signing
from server.desks import desk_of
from server.identity import profiles, staff
from server.parts import Parts
from server.telling.premises import note_person

CODE_SECONDS = 24 * 3600
FIRST_NAME = "My shop"


@dataclass(frozen=True, slots=True)
class OwnerCode:
    """What an owner signs in with for the first time, or when every other way is lost."""

    tenant_id: str
    tenant_name: str
    code: str


def add_tenant(parts: Parts, name: str) -> str:
    """A new tenant with an owner who has yet to sign in."""
    tenant_id = parts.ids.entity()
    parts.database.create_tenant(tenant_id)
    _furnish(parts, tenant_id, name)
    return tenant_id


def _furnish(parts: Parts, tenant_id: str, name: str) -> None:
    """The tenant's own row, an owner, the first rules. One that was cut short between the two files is finished."""
    with parts.database.store(tenant_id).writing() as unit:
        if profiles.get(unit.scope) is None:
            now = parts.now()
            profiles.add(unit.scope, name=name, at=now)
            owner = staff.add(
                unit.scope, staff_id=parts.ids.entity(), name="Owner", role=Role.OWNER, store_id=None, at=now
            )
            note_person(desk_of(parts, tenant_id), unit, owner, by="setup")
        is_new = unit.programs.latest_version() == 0
    if is_new:
        publish(desk_of(parts, tenant_id), Program(), staff="setup")


def prepare(parts: Parts) -> None:
    """Make sure that there is a tenant, and that every tenant has an owner."""
    tenants = parts.database.tenants()
    for tenant_id in tenants:
        _furnish(parts, tenant_id, FIRST_NAME)
    if not tenants:
        add_tenant(parts, FIRST_NAME)


def new_owner_code(parts: Parts, tenant_id: str) -> OwnerCode:
    """A new code for the tenant's first owner; the one before is good no longer."""
    with parts.database.store(tenant_id).reading() as unit:
        owner, profile = staff.first_owner(unit.scope), profiles.get(unit.scope)
    assert owner is not None, "the last owner cannot be shut out"
    assert profile is not None
    code = sessions.give_login_code(parts, Signing(tenant_id, owner.staff_id), seconds=CODE_SECONDS)
    return OwnerCode(tenant_id, profile.name, shown(code))


def waiting_owners(parts: Parts) -> list[OwnerCode]:
    """Codes for the tenants whose owner has never signed in."""
    return [new_owner_code(parts, tenant_id) for tenant_id in parts.database.tenants() if _waits(parts, tenant_id)]


def _waits(parts: Parts, tenant_id: str) -> bool:
    with parts.database.store(tenant_id).reading() as unit:
        owner = staff.first_owner(unit.scope)
    return owner is not None and owner.signed_in_at is None
