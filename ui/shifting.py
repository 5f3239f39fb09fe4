"""Shifting: the shift's page in the window: its commands, the header's words, and the way back to the counter."""

from __future__ import annotations

from collections.abc import Callable

from ui.actions import Do
from ui.context import PrintedReceipt
from ui.errors import Notice
from ui.header import Header
from ui.shift.page import ShiftPage


def bind(page: ShiftPage, *, turn: Callable[[], None]) -> dict[Do, Callable[[], None]]:
    """The commands of the shift; `turn` brings its page to the front."""

    def shift() -> None:
        turn()
        page.open()

    def drawer() -> None:
        turn()
        page.open_drawer()

    own = {do: _own(page, do) for do in page.desk.commands}
    return {Do.SHIFT: shift, Do.OPEN_DRAWER: drawer, **own}


def _own(page: ShiftPage, do: Do) -> Callable[[], None]:
    return lambda: page.desk.do(do)


def follow(
    page: ShiftPage,
    header: Header,
    printed: Callable[[PrintedReceipt | None], None],
    back: Callable[[], None],
    say: Callable[[Notice], None],
) -> None:
    """Let the header say how the shift stands; where only the drawer was asked for, the counter tells its news."""

    def left(notice: Notice) -> None:
        back()
        say(notice)

    page.desk.on_standing, page.desk.on_paper, page.desk.on_left = header.show_shift, printed, left
    page.desk.look()
