"""Nonces: the server's own freshness, for callers whose clock cannot be trusted. No memory is needed to know one."""

from __future__ import annotations

import hmac
import secrets
from base64 import b64decode, urlsafe_b64encode

from server.secret import ServerSecret

GOOD_FOR = 300 * 1_000_000
_AT, _RANDOM, _SEAL = 8, 16, 16
_BYTES = _AT + _RANDOM + _SEAL


def issue(secret: ServerSecret, now: int) -> str:
    content = now.to_bytes(_AT) + secrets.token_bytes(_RANDOM)
    return urlsafe_b64encode(content + _seal(secret, content)).decode().rstrip("=")


def is_good(secret: ServerSecret, nonce: str, now: int) -> bool:
    """Issued here, in the last five minutes of this clock. Whether it was used before is not asked here."""
    try:
        raw = b64decode(nonce + "=" * (-len(nonce) % 4), altchars=b"-_", validate=True)
    except ValueError:
        return False
    content, seal = raw[:-_SEAL], raw[-_SEAL:]
    if len(raw) != _BYTES or not hmac.compare_digest(seal, _seal(secret, content)):
        return False
    return 0 <= now - int.from_bytes(content[:_AT]) <= GOOD_FOR


def _seal(secret: ServerSecret, content: bytes) -> bytes:
    return secret.blind("nonce", content.hex())[:_SEAL]
