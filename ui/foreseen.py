"""Foreseen: what would be refused anyway is refused before anybody is asked for a PIN."""

from __future__ import annotations

from collections.abc import Callable

from app.services.desk import Desk
from app.services.rehearsing import rehearse
from ui.context import CounterContext
from ui.session import Asked
from ui.work import Refused, Work

_SLOT = "foreseen"


def ask_pin(
    context: CounterContext, work: Work, asked: Asked, verb: Callable[[Desk], object], refused: Refused
) -> None:
    """Ask for a PIN where a verb would go through once it is given; whatever who is signed in may do."""
    desk = context.desk
    work.latest(_SLOT, lambda: rehearse(desk, verb), lambda _: context.session.asks(asked), refused)


def ask_approval(
    context: CounterContext, work: Work, asked: Asked, verb: Callable[[Desk], object], refused: Refused
) -> None:
    """The same where who is signed in may not do it alone; else it is granted at once."""
    if context.session.may(asked.permission):
        asked.granted(context.session.staff)
    else:
        ask_pin(context, work, asked, verb, refused)
