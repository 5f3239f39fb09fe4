"""Signing keys: what access tokens are signed with. A new one every month; the one before still opens for an hour."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import Lock

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from sqlalchemy import bindparam, delete, select

from app.machine import RandomIds
from app.persistence.statement import Statement, adding
from app.services.ports import Clock
from app.services.records import to_micros
from app.settable import SettingsError
from server.databases.database import Database
from server.databases.tables.directory import signing_keys
from server.secret import ServerSecret

_SECOND = 1_000_000
ROTATE_AFTER = 30 * 86_400 * _SECOND
OPENS_FOR = ROTATE_AFTER + 3600 * _SECOND

_ADD = adding(signing_keys)
_ALL = Statement(
    select(signing_keys.c.kid, signing_keys.c.sealed, signing_keys.c.public, signing_keys.c.made_at)
    .order_by(signing_keys.c.made_at.desc())
    .limit(8)
)
_FORGET = Statement(delete(signing_keys).where(signing_keys.c.made_at < bindparam("made_before")))


@dataclass(frozen=True, slots=True)
class SigningKey:
    kid: str
    private: Ed25519PrivateKey = field(repr=False)
    made_at: int

    @property
    def public(self) -> Ed25519PublicKey:
        return self.private.public_key()


@dataclass(slots=True)
class SigningKeys:
    """The keys in the directory, remembered; several servers over one directory know each other's."""

    database: Database
    secret: ServerSecret
    clock: Clock
    _known: dict[str, SigningKey] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def current(self) -> SigningKey:
        """The key to sign with now."""
        now = to_micros(self.clock.now())
        with self._lock:
            newest = self._newest(now)
            if newest is None:
                self._read()
                newest = self._newest(now) or self._make(now)
            return newest

    def knows(self, kid: object) -> bool:
        """Whether the key is at hand."""
        return kid in self._known

    def opening(self, kid: str) -> SigningKey | None:
        """The key a token names, while what it signed may still be good."""
        with self._lock:
            if kid not in self._known:
                self._read()
            found = self._known.get(kid)
        is_old = found is not None and to_micros(self.clock.now()) - found.made_at > OPENS_FOR
        return None if is_old else found

    def _newest(self, now: int) -> SigningKey | None:
        fresh = [key for key in self._known.values() if now - key.made_at <= ROTATE_AFTER]
        return max(fresh, key=lambda key: key.made_at, default=None)

    def _read(self) -> None:
        with self.database.directory_reading() as scope:
            rows = scope.rows(_ALL)
        self._known = {key.kid: key for key in self._opened(rows)}

    def _opened(self, rows: object) -> Iterator[SigningKey]:
        for kid, sealed, _, made_at in rows:  # type: ignore[attr-defined]
            try:
                private = self.secret.open("signing", bytes(sealed))
            except InvalidTag as error:
                raise SettingsError(
                    "The server's key file is not the one its database was made with: nobody could sign in. Nothing "
                    "was changed. Put the right server.key back from the backup, then start."
                ) from error
            yield SigningKey(kid, Ed25519PrivateKey.from_private_bytes(private), made_at)

    def _make(self, now: int) -> SigningKey:
        key = SigningKey(RandomIds().entity(), Ed25519PrivateKey.generate(), now)
        sealed = self.secret.seal("signing", key.private.private_bytes_raw())
        public = key.public.public_bytes_raw()
        with self.database.directory_writing() as scope:
            scope.change(_FORGET, made_before=now - OPENS_FOR)
            scope.change(_ADD, kid=key.kid, sealed=sealed, public=public, made_at=now)
        self._known[key.kid] = key
        return key
