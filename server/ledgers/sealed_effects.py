"""What callers were answered, as it is kept: an answer may say who somebody is, so it is sealed where it stands."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass

from app.persistence.repositories.effects import SqlEffects
from app.persistence.sealed import FieldSealer


@dataclass(frozen=True, slots=True)
class SealedEffects(SqlEffects):
    sealer: FieldSealer

    def result(self, verb: str, key: str) -> str | None:
        kept = SqlEffects.result(self, verb, key)
        return None if kept is None else self._open(kept)

    def results(self, verb: str, keys: Iterable[str]) -> dict[str, str]:
        return {key: self._open(kept) for key, kept in SqlEffects.results(self, verb, keys).items()}

    def record(self, verb: str, key: str, result: str) -> None:
        SqlEffects.record(self, verb, key, b64encode(self.sealer.seal(result)).decode())

    def _open(self, kept: str) -> str:
        return self.sealer.open(b64decode(kept))
