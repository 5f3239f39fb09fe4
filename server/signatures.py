"""Signatures: whether something was signed with a counter's key."""

from __future__ import annotations

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from server.identity.devices import Device


def is_signed_by(device: Device, *, content: bytes, signature: bytes, at: int) -> bool:
    """With a key that opens at this instant, in microseconds."""
    for key in device.keys(at):
        try:
            Ed25519PublicKey.from_public_bytes(key).verify(signature, content)
        except InvalidSignature:
            continue
        return True
    return False
