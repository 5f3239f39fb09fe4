"""Sealed fields: personal data that is encrypted inside the database too, and found again by blind index."""

from __future__ import annotations

import hmac

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV

from app.persistence.keys import StoreKeys
from app.services.keeping.faults import StoreDamaged

INDEX_BYTES = 16


class FieldSealer:
    """Seals one field of one tenant: a value moved to another tenant or field does not open there."""

    def __init__(self, keys: StoreKeys, *, tenant_id: str, field: str) -> None:
        self._stand(keys.sealing, keys.indexing, [tenant_id.encode(), field.encode()])

    def _stand(self, sealing: bytes, indexing: bytes, place: list[bytes]) -> None:
        self._keys = sealing, indexing
        self._cipher = AESSIV(sealing)
        self._stand_at(place)

    def _stand_at(self, place: list[bytes]) -> None:
        self._place = place
        self._before = b"".join(map(_measured, place))

    def __reduce__(self) -> tuple[object, ...]:
        """To another process of ours, through a pipe that nobody else reads."""
        return _sealer, (*self._keys, self._place)

    def of_field(self, field: str) -> FieldSealer:
        """The same tenant's sealer of another field. No key is derived for it again."""
        other = FieldSealer.__new__(FieldSealer)
        other.__dict__.update(self.__dict__)
        other._stand_at([self._place[0], field.encode()])
        return other

    def seal(self, text: str) -> bytes:
        return self.seal_bytes(text.encode())

    def open(self, sealed: bytes) -> str:
        """The text that was sealed. Raises StoreDamaged when it was not sealed here."""
        return self.open_bytes(sealed).decode()

    def seal_bytes(self, content: bytes) -> bytes:
        return self._cipher.encrypt(content, self._place)

    def open_bytes(self, sealed: bytes) -> bytes:
        """What was sealed. Raises StoreDamaged when it was not sealed here."""
        try:
            return self._cipher.decrypt(sealed, self._place)
        except (InvalidTag, ValueError) as error:
            raise StoreDamaged(f"a sealed {self._place[1].decode()} does not open") from error

    def index(self, text: str) -> bytes:
        """16 bytes that are the same for the same text and say nothing about it without the key."""
        return hmac.digest(self._keys[1], self._before + _measured(text.encode()), "sha256")[:INDEX_BYTES]


def _measured(part: bytes) -> bytes:
    """A part with its length before it: no two lists of parts read alike."""
    return len(part).to_bytes(4) + part


def _sealer(sealing: bytes, indexing: bytes, place: list[bytes]) -> FieldSealer:
    sealer = FieldSealer.__new__(FieldSealer)
    sealer._stand(sealing, indexing, place)
    return sealer
