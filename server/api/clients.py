"""Clients: other systems that may call, each with a secret shown once."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from app.persistence.scope import Scope
from server.api.models import CLIENT_ID, Id, Instant, Model, Name, instant_of
from server.api.pages import Page, Walked
from server.api.versions import Version, tag, written
from server.auth.caller import Caller, require
from server.auth.codes import new_token
from server.auth.scopes import OF_SYSTEM
from server.identity import clients
from server.identity.clients import Client
from server.identity.status import Status
from server.parts import Given
from server.web.problems import Problem, documented, not_found

router = APIRouter(prefix="/api/v1/clients", tags=["Clients"])
_Admin = Annotated[Caller, require("admin:clients")]


class ClientShown(BaseModel):
    client_id: str = Field(examples=[CLIENT_ID])
    name: str = Field(examples=["Online shop"])
    scopes: list[str] = Field(examples=[["cards:read", "points:write"]])
    status: Status
    version: int = Field(examples=[1])
    created_at: Instant


class ClientWithSecret(ClientShown):
    client_secret: str = Field(
        description="Shown this once; only its hash is kept.", examples=["bm90LWEtc2VjcmV0LW9mLWFueWJvZHk"]
    )


class NewClient(Model):
    name: Name = Field(examples=["Online shop"])
    scopes: list[str] = Field(min_length=1, max_length=20, examples=[["cards:read", "points:write"]])


class ClientChange(Model):
    """What is not sent stays."""

    name: Name | None = Field(None, examples=["Online shop"])
    scopes: list[str] | None = Field(None, min_length=1, max_length=20, examples=[["cards:read"]])


@router.get("")
def list_clients(caller: _Admin, walk: Walked, parts: Given) -> Page[ClientShown]:
    """In the order they were added."""
    with parts.database.store(caller.tenant_id).reading() as unit:
        scope = unit.scope
        return walk.page(lambda after, limit: clients.page(scope, after=after, limit=limit), _key, _shown)


@router.post("", status_code=201)
def add_client(caller: _Admin, new: NewClient, response: Response, parts: Given) -> ClientWithSecret:
    """Let another system in. Not idempotent: an answer with a secret is not kept; revoke one made twice."""
    secret = new_token()
    client = Client(
        client_id=f"{caller.tenant_id}.{parts.ids.entity()}",
        name=new.name,
        secret_hash=parts.hashes.of(secret),
        scopes=_allowed(new.scopes),
        status=Status.ACTIVE,
        version=1,
        created_at=parts.now(),
    )
    with parts.database.store(caller.tenant_id).writing() as unit:
        clients.add(unit.scope, client)
    tag(response, client.version)
    return ClientWithSecret(**_shown(client).model_dump(), client_secret=secret)


@router.get("/{client_id}", responses=documented(404))
def read_client(caller: _Admin, client_id: Id, response: Response, parts: Given) -> ClientShown:
    """One system."""
    with parts.database.store(caller.tenant_id).reading() as unit:
        return _tagged(_found(unit.scope, client_id), response)


@router.patch("/{client_id}", responses=documented(404, 412, 428))
def change_client(
    caller: _Admin, client_id: Id, change: ClientChange, response: Response, version: Version, parts: Given
) -> ClientShown:
    """Change a name or what it may do. It counts at once; tokens given out before never gain by it."""
    with parts.database.store(caller.tenant_id).writing() as unit:
        client = _found(unit.scope, client_id)
        scopes = client.scopes if change.scopes is None else _allowed(change.scopes)
        changed = clients.change(
            unit.scope, replace(client, name=change.name or client.name, scopes=scopes), version=version
        )
    return _tagged(written(changed), response)


@router.delete("/{client_id}", responses=documented(404, 412, 428))
def revoke_client(caller: _Admin, client_id: Id, response: Response, version: Version, parts: Given) -> ClientShown:
    """Shut a system out, at once."""
    with parts.database.store(caller.tenant_id).writing() as unit:
        client = _found(unit.scope, client_id)
        changed = clients.change(unit.scope, replace(client, status=Status.REVOKED), version=version)
    return _tagged(written(changed), response)


@router.post("/{client_id}/secret", responses=documented(404, 412, 428))
def renew_secret(caller: _Admin, client_id: Id, response: Response, version: Version, parts: Given) -> ClientWithSecret:
    """A new secret; the old one is good no longer."""
    secret = new_token()
    with parts.database.store(caller.tenant_id).writing() as unit:
        client = _found(unit.scope, client_id)
        renewed = replace(client, secret_hash=parts.hashes.of(secret))
        changed = written(clients.change(unit.scope, renewed, version=version))
    return ClientWithSecret(**_tagged(changed, response).model_dump(), client_secret=secret)


def _allowed(asked: list[str]) -> frozenset[str]:
    too_much = sorted(set(asked) - OF_SYSTEM)
    if too_much:
        raise Problem(
            422,
            "SCOPE-NOT-FOR-SYSTEMS",
            f"A system cannot have {', '.join(too_much)[:100]}. Nothing was changed. "
            f"It may have any of {', '.join(sorted(OF_SYSTEM))}.",
        )
    return frozenset(asked)


def _found(scope: Scope, client_id: str) -> Client:
    client = clients.get(scope, client_id)
    if client is None:
        raise not_found("client")
    return client


def _tagged(client: Client, response: Response) -> ClientShown:
    tag(response, client.version)
    return _shown(client)


def _key(client: Client) -> str:
    return client.client_id


def _shown(client: Client) -> ClientShown:
    return ClientShown(
        client_id=client.client_id,
        name=client.name,
        scopes=sorted(client.scopes),
        status=client.status,
        version=client.version,
        created_at=instant_of(client.created_at),
    )
