"""State: what the page of programmes shows at one moment."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.programmes import ProgrammeKind
from ui.errors import Notice
from ui.rows import ChoiceRow


@dataclass(frozen=True, slots=True)
class ProgrammeForm:
    """What is typed of a programme. Nothing typed is no such day, and no word of its own."""

    name: str = ""
    kind: ProgrammeKind = ProgrammeKind.HYBRID
    first_day: str = ""
    last_day: str = ""
    one: str = ""
    many: str = ""


@dataclass(frozen=True, slots=True)
class ProgrammesState:
    """`says` is how the marked one stands; `is_new` while one is typed that there is not yet.

    In another `turn` what stands takes the place of what was typed.
    """

    rows: tuple[ChoiceRow, ...] = ()
    marked: int = 0
    form: ProgrammeForm = ProgrammeForm()
    says: str = ""
    is_new: bool = False
    is_suspended: bool = False
    is_fixed: bool = False
    is_busy: bool = False
    notice: Notice | None = None
    turn: int = 0
