"""Grants: the four ways to an access token, and what each has to show."""

from __future__ import annotations

import hashlib
import re
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

from server.auth import assertions, sessions, tokens
from server.auth.refusals import refused
from server.auth.scopes import OF_COUNTER, OF_ROLE, split
from server.auth.sessions import Signing
from server.auth.tokens import Claims, Kind
from server.databases.database import UnknownTenantError
from server.identity import card_blocks, clients, devices, staff
from server.identity.status import DeviceStatus, Status
from server.ledgers.store import ServerStore
from server.parts import Parts
from server.web.problems import Problem

_CLIENT_ID = re.compile(r"[A-Za-z0-9.-]{1,100}")


@dataclass(frozen=True, slots=True)
class Asked:
    """The form of a token request; what was not sent is empty."""

    grant_type: str
    scope: str = ""
    client_id: str = ""
    client_secret: str = ""
    client_assertion_type: str = ""
    client_assertion: str = ""
    code: str = ""
    code_verifier: str = ""
    refresh_token: str = ""


@dataclass(frozen=True, slots=True)
class Granted:
    claims: Claims
    access_token: str
    refresh_token: str | None = None


def grant(asked: Asked, parts: Parts) -> Granted:
    """Raises a problem with OAuth's word for what is wrong."""
    way = _WAYS.get(asked.grant_type)
    if way is None:
        raise refused(
            "unsupported_grant_type",
            "GRANT-UNKNOWN",
            f"This server does not know that grant. Nothing was changed. Ask for one of {', '.join(_WAYS)}.",
        )
    return way(asked, parts)


def _client_credentials(asked: Asked, parts: Parts) -> Granted:
    return _system(asked, parts) if not asked.client_assertion else _counter(asked, parts)


def _counter(asked: Asked, parts: Parts) -> Granted:
    if asked.client_assertion_type != assertions.TYPE:
        raise refused("invalid_request", "ASSERTION-KIND", f"client_assertion_type has to be {assertions.TYPE}.")
    client_id = assertions.client_of(asked.client_assertion)
    store = _store_of(client_id, parts)
    with store.reading() as unit:
        device = devices.by_client(unit.scope, client_id)
    keys = [] if device is None else list(device.keys(parts.now()))
    proven = assertions.prove(asked.client_assertion, client_id=client_id, keys=keys, parts=parts)
    with store.writing() as unit:
        device = devices.by_client(unit.scope, client_id)
        if device is None or device.status is not DeviceStatus.ACTIVE:
            raise refused(
                "invalid_client",
                "COUNTER-REVOKED",
                "This counter was shut out. Bills go on and are kept here. Ask a manager to pair it again.",
                status=401,
            )
        offset = parts.now() // 1000 - proven.issued_at * 1000
        devices.seen(unit.scope, device, key=proven.key, at=parts.now(), clock_offset_ms=offset)
        card_blocks.reserve(unit.scope, client_id)  # one that joined before there were any
    scopes = _narrowed(asked.scope, OF_COUNTER)
    return _signed(Claims(store.tenant_id, client_id, Kind.COUNTER, scopes, store_id=device.store_id), parts)


def _system(asked: Asked, parts: Parts) -> Granted:
    with _no_such_client():
        store = _store_of(asked.client_id, parts)
        with store.reading() as unit:
            client = clients.get(unit.scope, asked.client_id)
    kept = client.secret_hash if client is not None and client.status is Status.ACTIVE else None
    if not parts.hashes.is_right(kept, asked.client_secret) or client is None:
        raise _wrong_secret()
    scopes = _narrowed(asked.scope, client.scopes)
    return _signed(Claims(store.tenant_id, client.client_id, Kind.SYSTEM, scopes), parts)


def _authorization_code(asked: Asked, parts: Parts) -> Granted:
    who = sessions.take_authorization(parts, asked.code, challenge=_challenge_of(asked.code_verifier))
    if who is None:
        raise _used_up("The authorization code is not good, was used, or ran out. Sign in with a new login code.")
    return _person(who, asked, parts)


def _refresh_token(asked: Asked, parts: Parts) -> Granted:
    who = sessions.use_refresh_token(parts, asked.refresh_token)
    if who is None:
        raise _used_up("This sign-in has ended. Nothing was changed. Sign in with a new login code.")
    return _person(who, asked, parts)


def _person(who: Signing, asked: Asked, parts: Parts) -> Granted:
    with parts.database.store(who.tenant_id).writing() as unit:
        person = staff.get(unit.scope, who.staff_id)
        if person is None or person.status is not Status.ACTIVE:
            raise _used_up("You no longer work here, says the staff list. Nothing was changed. Ask a manager.")
        staff.signed_in(unit.scope, who.staff_id, at=parts.now())
    scopes = _narrowed(asked.scope, OF_ROLE[person.role])
    claims = Claims(who.tenant_id, who.staff_id, Kind.PERSON, scopes, person.role.value, person.store_id)
    return replace(_signed(claims, parts), refresh_token=sessions.give_refresh_token(parts, who))


def _signed(claims: Claims, parts: Parts) -> Granted:
    seconds = parts.settings.token_seconds
    return Granted(claims, tokens.issue(claims, parts.signing, parts.secret, now=parts.now(), seconds=seconds))


def _store_of(client_id: str, parts: Parts) -> ServerStore:
    """A client's id begins with its tenant's."""
    try:
        if _CLIENT_ID.fullmatch(client_id) is None:
            raise UnknownTenantError
        return parts.database.store(client_id.partition(".")[0])
    except UnknownTenantError as error:
        raise refused(
            "invalid_client", "CLIENT-UNKNOWN", "No such client is known here. Nothing was changed.", status=401
        ) from error


@contextmanager
def _no_such_client() -> Iterator[None]:
    """An unknown client is told what one with a wrong secret is."""
    try:
        yield
    except Problem as problem:
        raise _wrong_secret() from problem


def _wrong_secret() -> Problem:
    return refused(
        "invalid_client", "SECRET-WRONG", "The client id or its secret is wrong. Nothing was changed.", status=401
    )


def _used_up(detail: str) -> Problem:
    return refused("invalid_grant", "GRANT-USED", detail)


def _challenge_of(verifier: str) -> str:
    return urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")


def _narrowed(asked: str, allowed: frozenset[str]) -> frozenset[str]:
    """What was asked for, or all there is; asking for more than that is refused."""
    wanted = split(asked)
    if not wanted <= allowed:
        raise refused(
            "invalid_scope",
            "SCOPE-TOO-WIDE",
            f"Not to be had here: {' '.join(sorted(wanted - allowed))[:200]}.",
        )
    return wanted or allowed


_WAYS: Mapping[str, Callable[[Asked, Parts], Granted]] = {
    "client_credentials": _client_credentials,
    "authorization_code": _authorization_code,
    "refresh_token": _refresh_token,
}
