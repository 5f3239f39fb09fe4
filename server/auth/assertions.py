"""Assertions: a counter proves itself with its own key (private_key_jwt), whatever its clock says.

With a nonce of this server the assertion's times need only agree with each other: freshness is the nonce's, by the
server's clock. Without one the assertion's own times count, with a minute's leeway.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from server.auth import nonces
from server.auth.once import spend
from server.auth.refusals import refused
from server.parts import Parts

TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
LEEWAY_SECONDS = 60
LIFE_SECONDS_MAX = 600
_REQUIRED = ["iss", "sub", "aud", "iat", "exp", "jti"]
_SECOND = 1_000_000
_INSTANT_MAX = 1 << 40


@dataclass(frozen=True, slots=True)
class Proven:
    """The key that opened the assertion, and what its clock said (whole seconds since 1970)."""

    key: bytes
    issued_at: int


def client_of(assertion: str) -> str:
    """Whom an assertion claims to be from; not proven yet."""
    try:
        claimed = jwt.decode(assertion, options={"verify_signature": False})["iss"]
    except (jwt.InvalidTokenError, KeyError) as error:
        raise _bad("ASSERTION-BAD", "The assertion cannot be read") from error
    if not isinstance(claimed, str):
        raise _bad("ASSERTION-BAD", "The assertion cannot be read")
    return claimed


def prove(assertion: str, *, client_id: str, keys: list[bytes], parts: Parts) -> Proven:
    """Raises a problem unless the assertion is signed by one of the keys, fresh, for here, and new."""
    for key in keys:
        content = _opened(assertion, key, client_id=client_id, audience=parts.secret.issuer)
        if content is not None:
            _require_fresh(content, parts)
            _require_first_use(content, client_id, parts)
            return Proven(key, content["iat"])
    raise _bad("ASSERTION-BAD", "The assertion is not signed by this counter for this server")


def _opened(assertion: str, key: bytes, *, client_id: str, audience: str) -> dict[str, Any] | None:
    try:
        content: dict[str, Any] = jwt.decode(
            assertion,
            Ed25519PublicKey.from_public_bytes(key),
            algorithms=["EdDSA"],
            audience=audience,
            issuer=client_id,
            subject=client_id,
            options={"require": _REQUIRED, "verify_exp": False, "verify_iat": False, "verify_nbf": False},
        )
    except jwt.InvalidTokenError:
        return None
    return content


def _require_fresh(content: dict[str, Any], parts: Parts) -> None:
    issued, expires, nonce = content["iat"], content["exp"], content.get("nonce")
    if not (_is_instant(issued) and _is_instant(expires) and 0 < expires - issued <= LIFE_SECONDS_MAX):
        raise _bad("ASSERTION-BAD", f"The assertion's times do not agree: exp is 1 to {LIFE_SECONDS_MAX} s after iat")
    now = parts.now()
    if nonce is None:
        seconds = now // _SECOND
        if not issued - LEEWAY_SECONDS <= seconds < expires + LEEWAY_SECONDS:
            raise _bad("CLOCK-APART", "The assertion is not of this time. Sign one with a nonce of this server")
    elif not isinstance(nonce, str) or not nonces.is_good(parts.secret, nonce, now):
        raise _bad("NONCE-BAD", "The nonce is not of this server, or too old. Fetch a new one")


def _is_instant(value: object) -> bool:
    return type(value) is int and 0 <= value < _INSTANT_MAX


def _require_first_use(content: dict[str, Any], client_id: str, parts: Parts) -> None:
    """Remembered for longer than it could be used again."""
    now = parts.now()
    remembered_until = now + (LIFE_SECONDS_MAX + 2 * LEEWAY_SECONDS) * _SECOND
    marks = [f"jti {client_id} {content['jti']!a}"] + ([f"nonce {content['nonce']}"] if content.get("nonce") else [])
    with parts.database.directory_writing() as scope:
        firsts = [
            spend(scope, parts.secret.blind("once", mark), now=now, expires_at=remembered_until) for mark in marks
        ]
    if not all(firsts):
        raise _bad("ASSERTION-REPLAYED", "The assertion was used before. Sign a new one")


def _bad(code: str, what: str) -> Exception:
    return refused("invalid_client", code, f"{what}. Nothing was changed; bills go on meanwhile.", status=401)
