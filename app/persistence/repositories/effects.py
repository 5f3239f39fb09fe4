"""Effects: which calls have already been carried out, by the caller's key."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, select

from app.persistence.scope import Scope, insert_into, owned
from app.persistence.tables import effects

_RESULT = select(effects.c.result).where(
    owned(effects), effects.c.verb == bindparam("of_verb"), effects.c.key == bindparam("of_key")
)
_ADD = insert_into(effects)


@dataclass(frozen=True, slots=True)
class SqlEffects:
    scope: Scope

    def result(self, verb: str, key: str) -> str | None:
        found: str | None = self.scope.scalar(_RESULT, of_verb=verb, of_key=key)
        return found

    def record(self, verb: str, key: str, result: str) -> None:
        self.scope.insert(_ADD, {"verb": verb, "key": key, "result": result})
