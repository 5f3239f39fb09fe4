"""Staff: who works here, as what, and the codes they sign in with."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Literal

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from app.persistence.scope import Scope
from server.api.idempotency import Idempotent
from server.api.models import STORE_ID, Id, Instant, Model, Name, instant_of
from server.api.pages import Page, Walked
from server.api.versions import Version, tag, written
from server.auth import sessions
from server.auth.caller import Caller, require, require_store
from server.auth.codes import shown as shown_code
from server.auth.scopes import Role
from server.auth.sessions import Signing
from server.desks import desk_of
from server.identity import staff, stores
from server.identity.staff import Person
from server.identity.status import Status
from server.parts import Given
from server.telling.premises import note_person
from server.web.problems import Problem, documented, not_found

router = APIRouter(prefix="/api/v1/staff", tags=["Staff"])
_Admin = Annotated[Caller, require("admin:staff")]
RoleName = Literal["cashier", "senior", "manager", "owner"]


class PersonShown(BaseModel):
    staff_id: str = Field(examples=["0192f3a0-7c00-7000-8000-000000000003"])
    name: str = Field(examples=["Asha"])
    role: Role
    store_id: str | None = Field(description="The only store they work in; null is all of them.")
    status: Status
    version: int = Field(examples=[1])
    created_at: Instant
    signed_in_at: Instant | None


class NewPerson(Model):
    name: Name = Field(examples=["Asha"])
    role: RoleName = Field(examples=["cashier"])
    store_id: Id | None = Field(None, examples=[STORE_ID])


class PersonChange(Model):
    """What is not sent stays."""

    name: Name | None = Field(None, examples=["Asha Patil"])
    role: RoleName | None = Field(None, examples=["senior"])
    store_id: Id | None = Field(None, examples=[STORE_ID])


class LoginCodeShown(BaseModel):
    login_code: str = Field(description="Read it out to them; it is shown this once.", examples=["BCDF-2345"])
    expires_in: int = Field(examples=[600])


@router.get("")
def list_staff(caller: _Admin, walk: Walked, parts: Given) -> Page[PersonShown]:
    """In the order they joined."""
    with parts.database.store(caller.tenant_id).reading() as unit:
        scope = unit.scope
        return walk.page(lambda after, limit: staff.page(scope, after=after, limit=limit), _key, _shown)


@router.post("", status_code=201, responses=documented(404))
def add_person(caller: _Admin, new: NewPerson, response: Response, key: Idempotent, parts: Given) -> PersonShown:
    """Take someone on, in a role below your own (an owner: in any)."""
    _require_charge(caller, Role(new.role), new.store_id)
    with parts.database.store(caller.tenant_id).writing() as unit:
        scope = unit.scope

        def make() -> PersonShown:
            _require_store(scope, new.store_id)
            person = staff.add(
                scope,
                staff_id=parts.ids.entity(),
                name=new.name,
                role=Role(new.role),
                store_id=new.store_id,
                at=parts.now(),
            )
            note_person(desk_of(parts, caller.tenant_id), unit, person, by=caller.subject)
            return _shown(person)

        shown = key.once(unit.effects, caller, "api staff add", PersonShown, make)
    tag(response, shown.version)
    return shown


@router.get("/{staff_id}", responses=documented(404))
def read_person(caller: _Admin, staff_id: Id, response: Response, parts: Given) -> PersonShown:
    """One person."""
    with parts.database.store(caller.tenant_id).reading() as unit:
        return _tagged(_found(unit.scope, staff_id), response)


@router.patch("/{staff_id}", responses=documented(404, 409, 412, 428))
def change_person(
    caller: _Admin, staff_id: Id, change: PersonChange, response: Response, version: Version, parts: Given
) -> PersonShown:
    """Change a name, role or store. It counts at once, for tokens given out before as well."""
    with parts.database.store(caller.tenant_id).writing() as unit:
        person = _found(unit.scope, staff_id)
        role = Role(change.role) if change.role else person.role
        after = replace(person, name=change.name or person.name, role=role, store_id=_store_after(person, change))
        for one in (person, after):
            _require_charge(caller, one.role, one.store_id)
        _require_store(unit.scope, change.store_id)
        _require_an_owner_left(unit.scope, person, after)
        changed = written(staff.change(unit.scope, after, version=version))
        note_person(desk_of(parts, caller.tenant_id), unit, changed, by=caller.subject)
    return _tagged(changed, response)


@router.delete("/{staff_id}", responses=documented(404, 409, 412, 428))
def revoke_person(caller: _Admin, staff_id: Id, response: Response, version: Version, parts: Given) -> PersonShown:
    """Shut someone out, at once. What they did stays under their name."""
    with parts.database.store(caller.tenant_id).writing() as unit:
        person = _found(unit.scope, staff_id)
        _require_charge(caller, person.role, person.store_id)
        after = replace(person, status=Status.REVOKED)
        _require_an_owner_left(unit.scope, person, after)
        changed = written(staff.change(unit.scope, after, version=version))
        note_person(desk_of(parts, caller.tenant_id), unit, changed, by=caller.subject)
    return _tagged(changed, response)


@router.post("/{staff_id}/login-codes", status_code=201, responses=documented(404, 409))
def give_login_code(caller: _Admin, staff_id: Id, parts: Given) -> LoginCodeShown:
    """A code to sign in with, once and soon. It replaces one given before."""
    with parts.database.store(caller.tenant_id).reading() as unit:
        person = _found(unit.scope, staff_id)
    if person.staff_id != caller.subject:
        _require_charge(caller, person.role, person.store_id)
    if person.status is not Status.ACTIVE:
        raise Problem(409, "REVOKED", "They were shut out, so no code was made. Take them on anew.")
    seconds = parts.settings.login_code_seconds
    code = sessions.give_login_code(parts, Signing(caller.tenant_id, staff_id), seconds=seconds)
    return LoginCodeShown(login_code=shown_code(code), expires_in=seconds)


def _require_charge(caller: Caller, role: Role, store_id: str | None) -> None:
    """Nobody makes, changes or signs in as somebody of their own rank or higher; an owner may do all.

    Someone who works in one store looks after those who work in it only.
    """
    require_store(caller, store_id)
    own = max((Role(name).rank for name in caller.roles), default=-1)
    if own < Role.OWNER.rank and own <= role.rank:
        raise Problem(
            403, "RANK-TOO-LOW", f"Only someone above a {role.value} may do this. Nothing was changed. Ask an owner."
        )


def _require_store(scope: Scope, store_id: str | None) -> None:
    if store_id is not None and stores.get(scope, store_id) is None:
        raise not_found("store")


def _require_an_owner_left(scope: Scope, before: Person, after: Person) -> None:
    is_owner = [one.role is Role.OWNER and one.status is Status.ACTIVE for one in (before, after)]
    if is_owner == [True, False] and staff.owners(scope) == 1:
        raise Problem(
            409, "LAST-OWNER", "The business would have no owner left. Nothing was changed. Make another owner first."
        )


def _store_after(person: Person, change: PersonChange) -> str | None:
    """Null sent is every store; nothing sent is no change."""
    return change.store_id if "store_id" in change.model_fields_set else person.store_id


def _found(scope: Scope, staff_id: str) -> Person:
    person = staff.get(scope, staff_id)
    if person is None:
        raise not_found("person")
    return person


def _tagged(person: Person, response: Response) -> PersonShown:
    tag(response, person.version)
    return _shown(person)


def _key(person: Person) -> str:
    return person.staff_id


def _shown(person: Person) -> PersonShown:
    return PersonShown(
        staff_id=person.staff_id,
        name=person.name,
        role=person.role,
        store_id=person.store_id,
        status=person.status,
        version=person.version,
        created_at=instant_of(person.created_at),
        signed_in_at=None if person.signed_in_at is None else instant_of(person.signed_in_at),
    )
