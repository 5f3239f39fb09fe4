"""What the staff page shows at one moment."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.staff import Role
from ui.errors import Notice
from ui.rows import ChoiceRow


@dataclass(frozen=True, slots=True)
class StaffForm:
    """Somebody as they are typed. An empty PIN stays as it is."""

    name: str = ""
    role: Role = Role.CASHIER
    is_active: bool = True


@dataclass(frozen=True, slots=True)
class StaffState:
    """`card` is a new staff card to be copied, shown once. `turn` counts how often the typed PIN is to be forgotten."""

    people: tuple[ChoiceRow, ...] = ()
    marked: int = -1
    form: StaffForm = StaffForm()
    is_new: bool = False
    is_own: bool = True
    says: str = ""
    card: str = ""
    notice: Notice | None = None
    is_busy: bool = False
    turn: int = 0
