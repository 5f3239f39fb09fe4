"""The server's secret: 32 bytes beside its data, and the keys that follow from it, one a purpose."""

from __future__ import annotations

import functools
import hmac
import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.domain.card_blocks import KEY_BYTES
from app.settable import SettingsError

FILE_NAME = "server.key"
_BYTES, _NONCE_BYTES = 32, 12


@dataclass(frozen=True, slots=True)
class ServerSecret:
    """Whoever has these bytes can forge tokens: the file is for the server's user only."""

    secret: bytes = field(repr=False)

    @property
    def issuer(self) -> str:
        """This server's name in tokens: the same under every address it is reached by."""
        return f"tillpoint:{self._derived('issuer', 16).hex()}"

    def blind(self, purpose: str, text: str) -> bytes:
        """What a code or token is found by. Without the secret it cannot be guessed back, short as the code is."""
        return hmac.digest(self._derived(f"blind {purpose}", 32), text.encode(), "sha256")

    @property
    def manifest_key(self) -> Ed25519PrivateKey:
        """What snapshots are signed with: a counter learns the public half when it joins, and keeps it for good."""
        return Ed25519PrivateKey.from_private_bytes(self._derived("manifest", 32))

    def card_key(self, tenant_id: str) -> bytes:
        """What a tenant's card numbers are shuffled with."""
        return self._derived(f"cards {tenant_id}", KEY_BYTES)

    def seal(self, purpose: str, content: bytes) -> bytes:
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return nonce + AESGCM(self._derived(f"seal {purpose}", 32)).encrypt(nonce, content, purpose.encode())

    def open(self, purpose: str, sealed: bytes) -> bytes:
        """Raises InvalidTag where another secret sealed it."""
        key = AESGCM(self._derived(f"seal {purpose}", 32))
        return key.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], purpose.encode())

    def _derived(self, purpose: str, length: int) -> bytes:
        return _derived(self.secret, purpose, length)


@functools.lru_cache(maxsize=1024)
def _derived(secret: bytes, purpose: str, length: int) -> bytes:
    return HKDF(SHA256(), length, salt=None, info=f"tillpoint server 1 {purpose}".encode()).derive(secret)


def secret_in(folder: Path) -> ServerSecret:
    """The secret kept in the folder; a new one where there is none yet."""
    path = folder / FILE_NAME
    folder.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        _write_privately(path, secrets.token_bytes(_BYTES))
    found = path.read_bytes()
    if len(found) != _BYTES:
        raise SettingsError(f"{path} is not this server's key. Put the right file back from the backup, then start.")
    return ServerSecret(found)


def _write_privately(path: Path, content: bytes) -> None:
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
