"""Programs: every version of the rules that was ever in force, as published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, select

from app.domain.program import Program
from app.persistence.scope import Scope
from app.persistence.statement import Statement, adding, owned
from app.persistence.tables import programs
from app.services.program_codec import program_from_json, program_to_json
from app.services.records import to_micros

_LATEST = Statement(select(func.max(programs.c.version)).where(owned(programs)))
_BODY = Statement(select(programs.c.body).where(owned(programs), programs.c.version == bindparam("of_version")))
_ADD = adding(programs)


@dataclass(slots=True)
class SqlPrograms:
    """`parsed` is shared by all units of work: a committed version never changes, so it is read once."""

    scope: Scope
    parsed: dict[int, Program]

    def latest_version(self) -> int:
        return self.scope.scalar(_LATEST) or 0

    def current(self) -> Program:
        return self.version(self.latest_version())

    def has(self, version: int) -> bool:
        return version in self.parsed or self.scope.scalar(_BODY, of_version=version) is not None

    def version(self, version: int) -> Program:
        if version not in self.parsed:
            body = self.scope.scalar(_BODY, of_version=version)
            assert body is not None, "a program is published before it is used"
            self.parsed[version] = program_from_json(body)
        return self.parsed[version]

    def publish(self, program: Program, *, staff: str, at: datetime) -> None:
        self.parsed = dict(self.parsed)  # what is not committed yet must not be remembered by others
        body, published_at = program_to_json(program), to_micros(at)
        self.scope.change(_ADD, version=program.version, body=body, staff=staff, published_at=published_at)
