"""The device key: what this counter proves itself with, to the server and in what it sends."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.protocol import to_base64url

ASSERTION_SECONDS = 60


@dataclass(frozen=True, slots=True)
class DeviceKey:
    """An Ed25519 key pair; `private` is its 32 bytes."""

    private: bytes

    @classmethod
    def new(cls) -> Self:
        return cls(Ed25519PrivateKey.generate().private_bytes_raw())

    def __repr__(self) -> str:
        return "DeviceKey(…)"

    @property
    def jwk(self) -> dict[str, str]:
        """The public half, as RFC 8037 writes it."""
        public = Ed25519PrivateKey.from_private_bytes(self.private).public_key().public_bytes_raw()
        return {"kty": "OKP", "crv": "Ed25519", "x": to_base64url(public)}

    def sign(self, content: bytes) -> bytes:
        return Ed25519PrivateKey.from_private_bytes(self.private).sign(content)

    def assertion(self, *, client_id: str, audience: str, nonce: str, jti: str, at_s: int) -> str:
        """A client assertion (RFC 7523) as a compact JWS, fresh by the server's nonce and not by this clock."""
        claims = {"iss": client_id, "sub": client_id, "aud": audience, "nonce": nonce, "jti": jti}
        times = {"iat": at_s, "exp": at_s + ASSERTION_SECONDS}
        signed = f"{_part({'alg': 'EdDSA', 'typ': 'JWT'})}.{_part({**claims, **times})}"
        return f"{signed}.{to_base64url(self.sign(signed.encode()))}"


def _part(content: Mapping[str, Any]) -> str:
    return to_base64url(json.dumps(content, separators=(",", ":")).encode())
