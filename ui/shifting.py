"""Shifting: the shift in the window: what the header says of it, and what its page tells the counter."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.services.desk import Desk
from app.services.shifts import shifts
from ui.context import PrintedReceipt
from ui.errors import Notice
from ui.header import Header
from ui.shift.wording import headline
from ui.work import Refused, Work

if TYPE_CHECKING:
    from ui.shift.page import ShiftPage


def look(desk: Desk, work: Work, header: Header, refused: Refused) -> None:
    """Let the header say how the shift stands, before anybody has turned to its page."""
    work.read(
        lambda: shifts.running(desk),
        lambda running: header.show_shift(headline(running.opening, desk.calendar)),
        refused,
    )


def follow(
    page: ShiftPage,
    header: Header,
    printed: Callable[[PrintedReceipt | None], None],
    back: Callable[[], None],
    say: Callable[[Notice], None],
) -> None:
    """Let the header say what the page knows; where only the drawer was asked for, the counter tells its news."""

    def left(notice: Notice) -> None:
        back()
        say(notice)

    page.desk.on_standing, page.desk.on_paper, page.desk.on_left = header.show_shift, printed, left
