"""Stores: the shops of a tenant."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from app.persistence.scope import Scope
from server.api.idempotency import Idempotent
from server.api.models import Id, Instant, Model, Name, instant_of
from server.api.pages import Page, Walked
from server.api.versions import Version, tag, written
from server.auth.caller import Caller, require, require_store
from server.desks import desk_of
from server.identity import stores
from server.identity.status import Status
from server.identity.stores import Store
from server.parts import Given
from server.telling.premises import note_store
from server.web.problems import documented, not_found

router = APIRouter(prefix="/api/v1/stores", tags=["Stores"])
_Admin = Annotated[Caller, require("admin:stores")]


class StoreShown(BaseModel):
    store_id: str = Field(examples=["0192f3a0-7c00-7000-8000-000000000002"])
    name: str = Field(examples=["MG Road"])
    status: Status
    version: int = Field(examples=[1])
    created_at: Instant


class NewStore(Model):
    name: Name = Field(examples=["MG Road"])


class StoreChange(Model):
    name: Name | None = Field(None, examples=["MG Road (new)"])


@router.get("")
def list_stores(caller: _Admin, walk: Walked, parts: Given) -> Page[StoreShown]:
    """In the order they were opened."""
    with parts.database.store(caller.tenant_id).reading() as unit:
        scope = unit.scope
        return walk.page(lambda after, limit: stores.page(scope, after=after, limit=limit), _key, _shown)


@router.post("", status_code=201)
def open_store(caller: _Admin, new: NewStore, response: Response, key: Idempotent, parts: Given) -> StoreShown:
    """Open a store."""
    require_store(caller, None)
    with parts.database.store(caller.tenant_id).writing() as unit:
        scope = unit.scope

        def make() -> StoreShown:
            store = stores.add(scope, store_id=parts.ids.entity(), name=new.name, at=parts.now())
            note_store(desk_of(parts, caller.tenant_id), unit, store, by=caller.subject)
            return _shown(store)

        shown = key.once(unit.effects, caller, "api stores open", StoreShown, make)
    tag(response, shown.version)
    return shown


@router.get("/{store_id}", responses=documented(404))
def read_store(caller: _Admin, store_id: Id, response: Response, parts: Given) -> StoreShown:
    """One store."""
    with parts.database.store(caller.tenant_id).reading() as unit:
        return _tagged(_found(unit.scope, store_id), response)


@router.patch("/{store_id}", responses=documented(404, 412, 428))
def change_store(
    caller: _Admin, store_id: Id, change: StoreChange, response: Response, version: Version, parts: Given
) -> StoreShown:
    """Give a store another name."""
    require_store(caller, store_id)
    with parts.database.store(caller.tenant_id).writing() as unit:
        store = _found(unit.scope, store_id)
        name = change.name or store.name
        changed = written(stores.change(unit.scope, store_id, name=name, status=store.status, version=version))
        note_store(desk_of(parts, caller.tenant_id), unit, changed, by=caller.subject)
    return _tagged(changed, response)


@router.delete("/{store_id}", responses=documented(404, 412, 428))
def close_store(caller: _Admin, store_id: Id, response: Response, version: Version, parts: Given) -> StoreShown:
    """Close a store: it takes no new counters. What was sold there stays; its counters are shut out one by one."""
    require_store(caller, store_id)
    with parts.database.store(caller.tenant_id).writing() as unit:
        store = _found(unit.scope, store_id)
        changed = written(stores.change(unit.scope, store_id, name=store.name, status=Status.REVOKED, version=version))
        note_store(desk_of(parts, caller.tenant_id), unit, changed, by=caller.subject)
    return _tagged(changed, response)


def _found(scope: Scope, store_id: str) -> Store:
    store = stores.get(scope, store_id)
    if store is None:
        raise not_found("store")
    return store


def _tagged(store: Store, response: Response) -> StoreShown:
    tag(response, store.version)
    return _shown(store)


def _key(store: Store) -> str:
    return store.store_id


def _shown(store: Store) -> StoreShown:
    return StoreShown(
        store_id=store.store_id,
        name=store.name,
        status=store.status,
        version=store.version,
        created_at=instant_of(store.created_at),
    )
