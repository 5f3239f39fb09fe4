"""Coming: the header says which rates wait for their day."""

from __future__ import annotations

from app.services import rates
from app.services.desk import Desk
from ui.header import Header
from ui.rates import wording
from ui.work import Refused, Work


def look(desk: Desk, work: Work, header: Header, refused: Refused) -> None:
    """Let the header name the rates that begin next; nothing where none wait."""

    def tell(found: rates.Coming | None) -> None:
        header.show_rates("" if found is None else wording.coming(found.program, desk.calendar, found.at))

    work.latest("coming rates", lambda: rates.coming(desk), tell, refused)
