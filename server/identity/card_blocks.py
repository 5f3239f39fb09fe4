"""Card blocks: which block of the chain's card numbers is kept for which counter. None is ever given twice.

A block goes with an enrolment: a counter that is let in again, or whose data folder lived twice, gets another one.
"""

from __future__ import annotations

from sqlalchemy import bindparam, func, select

from app.domain.card_blocks import BLOCKS
from app.persistence.scope import Scope
from app.persistence.statement import Statement, adding, owned
from server.databases.tables.identity import card_blocks

OWN = 0  # the server's own

_OF_CLIENT = (owned(card_blocks), card_blocks.c.client_id == bindparam("of_client"))
_OF = Statement(select(card_blocks.c.number).where(*_OF_CLIENT))
_LAST = Statement(select(func.max(card_blocks.c.number)).where(owned(card_blocks)))
_ADD = adding(card_blocks)


def number_of(scope: Scope, client_id: str) -> int | None:
    """The block of an enrolment; None where it has none."""
    found: int | None = scope.scalar(_OF, of_client=client_id)
    return found


def reserve(scope: Scope, client_id: str) -> None:
    """Keep the next block for an enrolment that has none. Once all are given, those who come draw from all numbers."""
    if number_of(scope, client_id) is not None:
        return
    number = 1 + int(scope.scalar(_LAST) or OWN)
    if number < BLOCKS:
        scope.change(_ADD, client_id=client_id, number=number)
