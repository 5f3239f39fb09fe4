"""The server's key: what a chain's snapshots are signed with. A counter learns it when it joins, and keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from sync.protocol import WireError, from_base64url, spelt

KEY_BYTES = 32
_UNSIGNED = ("kid", "signature")


class ForgedError(Exception):
    """A snapshot that this counter's server did not sign. Nothing of it was taken in."""


def key_of(told: object) -> bytes:
    """The key as it travels; empty where none was told, as by an older server."""
    try:
        found = from_base64url(told) if isinstance(told, str) else b""
    except WireError:
        return b""
    return found if len(found) == KEY_BYTES else b""


def require_signed(manifest: Mapping[str, Any], key: bytes) -> None:
    """Raises ForgedError for a manifest that is not signed with this key, or not at all."""
    content = {name: value for name, value in manifest.items() if name not in _UNSIGNED}
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(from_base64url(manifest.get("signature")), spelt(content))
    except (InvalidSignature, WireError) as error:
        raise ForgedError(f"snapshot {manifest.get('id')}: signed by {manifest.get('kid')}") from error
