"""The secret of a data file: kept in the computer's keyring, or sealed beside the file where there is no keyring."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.persistence.faults import unreachable
from app.persistence.notes import write_note
from app.services.keeping.faults import KeyMissing

SERVICE = "Tillpoint"
_SECRET_BYTES = 32


class KeySource(StrEnum):
    """Where the secret is kept; the shop is told."""

    KEYRING = "keyring"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class StoreKeys:
    """One secret, and the keys that follow from it. Each purpose has a key of its own."""

    secret: bytes = field(repr=False)
    source: KeySource

    @property
    def database(self) -> bytes:
        """32 bytes: opens the file."""
        return self._derived("database", 32)

    @property
    def sealing(self) -> bytes:
        """64 bytes: seals fields (AES-256-SIV)."""
        return self._derived("sealed fields", 64)

    @property
    def indexing(self) -> bytes:
        """32 bytes: blinds indexes of sealed fields."""
        return self._derived("blind indexes", 32)

    def save(self, note: Path) -> None:
        """Write the secret itself where no keyring is needed: beside a data file of that name it opens it."""
        write_note(note, {"kept_in": KeySource.FILE.value, "secret": self.secret.hex()})

    def _derived(self, purpose: str, length: int) -> bytes:
        return HKDF(SHA256(), length, salt=None, info=f"tillpoint 1 {purpose}".encode()).derive(self.secret)


def keys_of(data_file: Path) -> StoreKeys:
    """The keys of a data file; new ones for a file that does not exist yet. Raises KeyMissing rather than guess."""
    note = key_note(data_file)
    if note.exists():
        return _kept(note)
    if data_file.exists():
        raise KeyMissing(f"{data_file} exists, {note.name} does not")
    return _create(note)


def known_keys_of(data_file: Path) -> StoreKeys:
    """Never new ones: nothing that exists could be opened with them. Raises KeyMissing."""
    note = key_note(data_file)
    if not note.exists():
        raise KeyMissing(f"{note} is not there: put it back first")
    return _kept(note)


def key_note(data_file: Path) -> Path:
    """The file beside it that says where its secret is, or what it is."""
    return data_file.with_name(f"{data_file.name}.key")


def _kept(note: Path) -> StoreKeys:
    """The note beside the file holds the secret itself or, where there is a keyring, the name it goes by there."""
    with unreachable():
        text = note.read_bytes()
    try:
        written: dict[str, str] = json.loads(text)
        source = KeySource(written["kept_in"])
        secret = written["secret"] if source is KeySource.FILE else _from_keyring(written["name"])
        return StoreKeys(_checked(bytes.fromhex(secret)), source)
    except (ValueError, KeyError, TypeError) as error:
        raise KeyMissing(f"{note} is not a key file of ours") from error


def _checked(secret: bytes) -> bytes:
    if len(secret) != _SECRET_BYTES:
        raise ValueError("a secret of another length")
    return secret


def _create(note: Path) -> StoreKeys:
    secret = secrets.token_bytes(_SECRET_BYTES)
    name = secrets.token_hex(8)
    source = KeySource.KEYRING if _into_keyring(name, secret) else KeySource.FILE
    written = {"name": name} if source is KeySource.KEYRING else {"secret": secret.hex()}
    write_note(note, {"kept_in": source.value, **written})
    return StoreKeys(secret, source)


def _into_keyring(name: str, secret: bytes) -> bool:
    """Keep the secret in the keyring; False where there is none, or it forgets."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(SERVICE, name, secret.hex())
        return keyring.get_password(SERVICE, name) == secret.hex()
    except KeyringError:
        return False


def _from_keyring(name: str) -> str:
    import keyring
    from keyring.errors import KeyringError

    try:
        found = keyring.get_password(SERVICE, name)
    except KeyringError as error:
        raise KeyMissing(f"the keyring did not answer: {error}") from error
    if found is None:
        raise KeyMissing(f"the keyring has no {SERVICE} key named {name}")
    return found
