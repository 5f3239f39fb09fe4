"""Programme records: a programme as it is kept, with the rules nobody has published yet."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.program import Program
from app.domain.programmes import Programme


@dataclass(frozen=True, slots=True)
class KeptProgramme:
    """`rules` are in no version yet; None where those of its newest version are its rules."""

    programme: Programme
    rules: Program | None = field(default=None, metadata={"sparse": True})
    revision: int = 1

    @property
    def programme_id(self) -> str:
        return self.programme.programme_id
