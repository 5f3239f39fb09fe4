"""Coming: the header says which rates wait for their day."""

from __future__ import annotations

from collections.abc import Callable

from app.services.desk import Desk
from app.services.programs import rates
from ui.rates import wording
from ui.work import Refused, Work


def look(desk: Desk, work: Work, comes: Callable[[str], None], refused: Refused) -> None:
    """Tell in words which rates begin next; empty where none wait."""

    def tell(found: rates.Coming | None) -> None:
        comes("" if found is None else wording.coming(found.program, desk.calendar, found.at))

    work.latest("coming rates", lambda: rates.coming(desk), tell, refused)
