"""Access tokens: JWTs signed with the server's Ed25519 key. They say who is calling and for which tenant."""

from __future__ import annotations

import functools
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from server.auth.scopes import joined, split
from server.auth.signing import SigningKeys
from server.secret import ServerSecret

_TYPE = "at+jwt"
_REQUIRED = ["iss", "aud", "sub", "tenant", "kind", "scope", "iat", "exp", "jti"]
_SECOND = 1_000_000
_KEPT = 2000  # tokens whose signature has been seen to hold


class Kind(StrEnum):
    COUNTER = "counter"
    SYSTEM = "system"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Claims:
    """`subject` is a counter's or system's client id, or a person's staff id."""

    tenant_id: str
    subject: str
    kind: Kind
    scopes: frozenset[str]
    role: str | None = None
    store_id: str | None = None


def issue(claims: Claims, keys: SigningKeys, secret: ServerSecret, *, now: int, seconds: int) -> str:
    key, at = keys.current(), now // _SECOND
    content: dict[str, Any] = {
        "iss": secret.issuer,
        "aud": secret.issuer,
        "sub": claims.subject,
        "tenant": claims.tenant_id,
        "kind": claims.kind.value,
        "scope": joined(claims.scopes),
        "roles": [claims.role] if claims.role else [],
        "store": claims.store_id,
        "iat": at,
        "exp": at + seconds,
        "jti": str(uuid.uuid4()),
    }
    return jwt.encode(content, key.private, algorithm="EdDSA", headers={"kid": key.kid, "typ": _TYPE})


def verify(token: str, keys: SigningKeys, secret: ServerSecret, *, now: int) -> Claims | None:
    """What a good token says; None for any other, whatever is wrong with it."""
    try:
        header = _unverified_header(token)
        key = keys.opening(header["kid"]) if isinstance(header.get("kid"), str) else None
        if key is None or header.get("typ") != _TYPE:
            return None
        content = _signed_content(token, key.public.public_bytes_raw(), secret.issuer)
    except jwt.InvalidTokenError:
        return None
    if not content["iat"] <= now // _SECOND + 1 or not now // _SECOND < content["exp"]:
        return None
    return _claims(content)


def is_of_known_key(token: str, keys: SigningKeys) -> bool:
    """Whether nothing has to be read to verify it."""
    try:
        kid = _unverified_header(token).get("kid")
    except jwt.InvalidTokenError:
        return True
    return not isinstance(kid, str) or keys.knows(kid)


@functools.lru_cache(maxsize=_KEPT)
def _unverified_header(token: str) -> Mapping[str, Any]:
    return MappingProxyType(jwt.get_unverified_header(token))


@functools.lru_cache(maxsize=_KEPT)
def _signed_content(token: str, public: bytes, issuer: str) -> Mapping[str, Any]:
    """What a token says, once its signature holds. That stays so: it is reckoned once for a token."""
    content: dict[str, Any] = jwt.decode(
        token,
        Ed25519PublicKey.from_public_bytes(public),
        algorithms=["EdDSA"],
        audience=issuer,
        issuer=issuer,
        # The server's own clock is asked each time, not the library's once.
        options={"require": _REQUIRED, "verify_exp": False, "verify_iat": False, "verify_nbf": False},
    )
    return MappingProxyType(content)


def _claims(content: Mapping[str, Any]) -> Claims:
    role = content["roles"][0] if content["roles"] else None
    kind, scopes = Kind(content["kind"]), split(content["scope"])
    return Claims(content["tenant"], content["sub"], kind, scopes, role, content["store"])
