"""Keys: a counter's public key, as it travels (RFC 8037)."""

from __future__ import annotations

from base64 import urlsafe_b64decode
from typing import Literal

from pydantic import Field

from server.api.models import Model


class PublicKey(Model):
    """An Ed25519 public key as a JWK."""

    kty: Literal["OKP"]
    crv: Literal["Ed25519"]
    x: str = Field(
        pattern=r"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$", examples=["11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"]
    )

    @property
    def raw(self) -> bytes:
        """Its 32 bytes."""
        return urlsafe_b64decode(self.x + "=")
