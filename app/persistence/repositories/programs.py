"""Programs: every version of the rules that was ever published, and which of them holds when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import bindparam, delete, func, select

from app.domain.cases import SavedCase
from app.domain.program import Program
from app.domain.timetable import Start, in_force, waiting
from app.persistence.scope import Scope
from app.persistence.statement import Statement, adding, owned
from app.persistence.tables.rules import programmes, programs, rate_drafts, saved_cases
from app.services.plain import dumps, loads
from app.services.ports import Publication
from app.services.programs.program_codec import program_from_json, program_to_json
from app.services.programs.programme_records import KeptProgramme
from app.services.programs.rate_drafts import RateDraft
from app.services.records import from_micros, to_micros

_LATEST = Statement(select(func.max(programs.c.version)).where(owned(programs)))
_PUBLISHED = Statement(
    select(programs.c.version, programs.c.staff, programs.c.published_at)
    .where(owned(programs))
    .order_by(programs.c.version.desc())
)
_BODY = Statement(select(programs.c.body).where(owned(programs), programs.c.version == bindparam("of_version")))
_ADD = adding(programs)
_THIS_DRAFT = (owned(rate_drafts), rate_drafts.c.staff == bindparam("of_staff"))
_DRAFT = Statement(select(rate_drafts.c.facts).where(*_THIS_DRAFT))
_ADD_DRAFT = adding(rate_drafts)
_DROP_DRAFT = Statement(delete(rate_drafts).where(*_THIS_DRAFT))
_CASES = Statement(select(saved_cases.c.facts).where(owned(saved_cases)).order_by(saved_cases.c.name))
_ADD_CASE = adding(saved_cases)
_DROP_CASE = Statement(delete(saved_cases).where(owned(saved_cases), saved_cases.c.name == bindparam("of_name")))
_PROGRAMMES = Statement(select(programmes.c.facts).where(owned(programmes)).order_by(programmes.c.programme_id))
_ADD_PROGRAMME = adding(programmes)
_DROP_PROGRAMME = Statement(
    delete(programmes).where(owned(programmes), programmes.c.programme_id == bindparam("of_programme"))
)


@dataclass(slots=True)
class SqlPrograms:
    """`parsed` is shared by all units of work: a committed version never changes, so it is read once."""

    scope: Scope
    parsed: dict[int, Program]
    known: Sequence[Publication] | None = field(default=None, kw_only=True)

    def latest_version(self) -> int:
        return self.scope.scalar(_LATEST) or 0

    def in_force(self, at: datetime) -> Program:
        return self.version(in_force(self._starts(), at))

    def waiting(self, after: datetime) -> Sequence[Program]:
        return [self.version(version) for version in waiting(self._starts(), after)]

    def published(self) -> Sequence[Publication]:
        if self.known is None:
            self.known = [
                Publication(version, staff, at := from_micros(micros), self.version(version).holds_from or at)
                for version, staff, micros in self.scope.rows(_PUBLISHED)
            ]
        return self.known

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
        self.known = None
        body, published_at = program_to_json(program), to_micros(at)
        self.scope.change(_ADD, version=program.version, body=body, staff=staff, published_at=published_at)

    def draft(self, staff: str) -> RateDraft | None:
        text = self.scope.scalar(_DRAFT, of_staff=staff)
        return None if text is None else loads(RateDraft, text)

    def put_draft(self, draft: RateDraft) -> None:
        self.drop_draft(draft.staff)
        self.scope.change(_ADD_DRAFT, staff=draft.staff, facts=dumps(draft))

    def drop_draft(self, staff: str) -> None:
        self.scope.change(_DROP_DRAFT, of_staff=staff)

    def cases(self) -> Sequence[SavedCase]:
        return [loads(SavedCase, text) for (text,) in self.scope.rows(_CASES)]

    def put_case(self, case: SavedCase) -> None:
        self.drop_case(case.name)
        self.scope.change(_ADD_CASE, name=case.name, facts=dumps(case))

    def drop_case(self, name: str) -> None:
        self.scope.change(_DROP_CASE, of_name=name)

    def programmes(self) -> Sequence[KeptProgramme]:
        return [loads(KeptProgramme, text) for (text,) in self.scope.rows(_PROGRAMMES)]

    def put_programme(self, kept: KeptProgramme) -> None:
        self.scope.change(_DROP_PROGRAMME, of_programme=kept.programme_id)
        self.scope.change(_ADD_PROGRAMME, programme_id=kept.programme_id, facts=dumps(kept))

    def _starts(self) -> Sequence[Start]:
        return [Start(one.version, one.holds_from) for one in self.published()]
