"""The caller: who is asking, from their token and from what they are at this moment. Every door asks `require`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Any

from fastapi import Depends, Request, Security
from fastapi.openapi.models import OAuthFlowAuthorizationCode, OAuthFlowClientCredentials, OAuthFlows
from fastapi.security import OAuth2, SecurityScopes

from app.persistence.scope import Scope
from server.auth import tokens
from server.auth.scopes import OF_COUNTER, OF_ROLE, OF_SYSTEM, SCOPES, joined
from server.auth.tokens import Claims, Kind
from server.desks import point_words
from server.identity import clients, devices, staff
from server.identity.status import DeviceStatus, Status
from server.parts import Given, Parts
from server.web.problems import Problem

_TOKEN_URL = "/api/v1/oauth/token"


@dataclass(frozen=True, slots=True)
class Caller:
    """`subject` is a counter's or system's client id, or a person's staff id. `store_id` None is every store.

    `counter_code` is a counter's own; the others have none.
    """

    tenant_id: str
    kind: Kind
    subject: str
    roles: tuple[str, ...]
    scopes: frozenset[str]
    store_id: str | None
    counter_code: str | None = None


_scheme = OAuth2(
    flows=OAuthFlows(
        clientCredentials=OAuthFlowClientCredentials(tokenUrl=_TOKEN_URL, scopes=dict(SCOPES)),
        authorizationCode=OAuthFlowAuthorizationCode(
            authorizationUrl="/api/v1/oauth/authorize", tokenUrl=_TOKEN_URL, scopes=dict(SCOPES)
        ),
    ),
    description="Counters and other systems take client credentials, people a login code with PKCE (S256).",
    scheme_name="oauth2",
    auto_error=False,
)


def require(*scopes: str) -> Any:
    """A dependency that lets in whoever holds all these scopes now, and says who it is: a `Caller`."""
    assert set(scopes) <= set(SCOPES), scopes
    return Security(_caller, scopes=list(scopes))


async def _caller(
    request: Request, wanted: SecurityScopes, authorization: Annotated[str | None, Depends(_scheme)], parts: Given
) -> Caller:
    claims = await _claims(_bearer(authorization), parts)
    if claims is None:
        raise _not_signed_in("TOKEN-BAD", "The token is not good or has run out. Nothing was changed. Sign in again.")
    caller = await _standing(claims, parts)
    if caller is None:
        raise _not_signed_in(
            "REVOKED", "This access was withdrawn. Nothing was changed. Ask a manager to let you in again."
        )
    request.state.rate_headers = parts.rates.caller(caller.tenant_id, caller.subject)
    if caller.kind is not Kind.COUNTER:  # a counter says it in its own language, by the sentence
        request.state.point_words = partial(point_words, parts, caller.tenant_id)
    _require_scopes(caller, wanted.scopes)
    return caller


async def _claims(token: str, parts: Parts) -> Claims | None:
    """Only the first token of a key waits for the key to be read."""
    if tokens.is_of_known_key(token, parts.signing):
        return tokens.verify(token, parts.signing, parts.secret, now=parts.now())
    return await asyncio.to_thread(tokens.verify, token, parts.signing, parts.secret, now=parts.now())


async def _standing(claims: Claims, parts: Parts) -> Caller | None:
    """What the caller is at this moment: those who ask together are told together."""
    standing = _STANDING[claims.kind]
    return await parts.rounds.read(claims.tenant_id, claims, lambda scope: standing(scope, claims))


def _bearer(authorization: str | None) -> str:
    kind, _, token = (authorization or "").partition(" ")
    if kind.lower() != "bearer" or not token:
        raise _not_signed_in("TOKEN-MISSING", "This address asks for a token. Nothing was changed. Sign in first.")
    return token.strip()


def _not_signed_in(code: str, detail: str) -> Problem:
    header = 'Bearer realm="tillpoint"' + ("" if code == "TOKEN-MISSING" else ', error="invalid_token"')
    return Problem(401, code, detail, headers={"WWW-Authenticate": header})


def _require_scopes(caller: Caller, wanted: list[str]) -> None:
    missing = set(wanted) - caller.scopes
    if missing:
        needed = joined(wanted)
        raise Problem(
            403,
            "SCOPE-MISSING",
            f"This needs the right {', '.join(sorted(missing))}, which you do not have. Nothing was changed. "
            "Ask someone who has it.",
            headers={"WWW-Authenticate": f'Bearer realm="tillpoint", error="insufficient_scope", scope="{needed}"'},
        )


def _counter(scope: Scope, claims: Claims) -> Caller | None:
    device = devices.by_client(scope, claims.subject)
    if device is None or device.status is not DeviceStatus.ACTIVE:
        return None
    granted = claims.scopes & OF_COUNTER
    return Caller(
        claims.tenant_id, claims.kind, claims.subject, (), granted, device.store_id, counter_code=device.counter_code
    )


def _system(scope: Scope, claims: Claims) -> Caller | None:
    client = clients.get(scope, claims.subject)
    if client is None or client.status is not Status.ACTIVE:
        return None
    granted = claims.scopes & client.scopes & OF_SYSTEM
    return Caller(claims.tenant_id, claims.kind, claims.subject, (), granted, None)


def _person(scope: Scope, claims: Claims) -> Caller | None:
    person = staff.get(scope, claims.subject)
    if person is None or person.status is not Status.ACTIVE:
        return None
    granted = claims.scopes & OF_ROLE[person.role]
    return Caller(claims.tenant_id, claims.kind, claims.subject, (person.role.value,), granted, person.store_id)


_STANDING: Mapping[Kind, Callable[[Scope, Claims], Caller | None]] = {
    Kind.COUNTER: _counter,
    Kind.SYSTEM: _system,
    Kind.PERSON: _person,
}


def require_store(caller: Caller, store_id: str | None) -> None:
    """Someone who works in one store decides for that store only; None is what concerns them all."""
    if caller.store_id not in (None, store_id):
        raise Problem(403, "OTHER-STORE", "That is another store's. Nothing was changed. Ask someone who works there.")
