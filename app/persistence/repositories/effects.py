"""Effects: which calls have already been carried out, by the caller's key."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import bindparam, select

from app.persistence.each_of import among, listed
from app.persistence.scope import Scope
from app.persistence.statement import Statement, adding, owned
from app.persistence.tables.journal import effects

_RESULT = Statement(
    select(effects.c.result).where(
        owned(effects), effects.c.verb == bindparam("of_verb"), effects.c.key == bindparam("of_key")
    )
)
_RESULTS = Statement(
    select(effects.c.key, effects.c.result).where(
        owned(effects), effects.c.verb == bindparam("of_verb"), among(effects.c.key, "of_keys")
    )
)
_ADD = adding(effects)


@dataclass(frozen=True, slots=True)
class SqlEffects:
    scope: Scope

    def result(self, verb: str, key: str) -> str | None:
        found: str | None = self.scope.scalar(_RESULT, of_verb=verb, of_key=key)
        return found

    def results(self, verb: str, keys: Iterable[str]) -> dict[str, str]:
        """Of those of them that have been carried out."""
        return {row[0]: row[1] for row in self.scope.rows(_RESULTS, of_verb=verb, of_keys=listed(keys))}

    def record(self, verb: str, key: str, result: str) -> None:
        self.scope.change(_ADD, verb=verb, key=key, result=result)
