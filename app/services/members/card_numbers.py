"""Card numbers: the one a new card gets, of the block kept for whoever gives it out."""

from __future__ import annotations

from app.domain.card_blocks import CardBlock
from app.domain.codes import card_number, is_card_number
from app.domain.errors import Code, DomainError, invalid
from app.services.desk import Desk
from app.services.ports import UnitOfWork

NUMBER_TRIES_MAX = 8


def free_number(desk: Desk, uow: UnitOfWork, wanted: str | None) -> str:
    """The number that is wanted, as of a card printed beforehand, where it is nobody's; else a fresh one."""
    if wanted is None:
        return fresh_number(desk, uow)
    if not is_card_number(wanted):
        raise invalid("That is not a card number. Nothing was saved; check the new card's number.")
    if uow.members.by_card(wanted) is not None:
        raise DomainError(Code.DUPLICATE, "That card is already somebody's. Nothing was saved; take another card.")
    return wanted


def fresh_number(desk: Desk, uow: UnitOfWork) -> str:
    """A card number that is nobody's here: of the block, and of all numbers there are where it has no room left."""
    block = _block(desk, uow)
    for within in (*(block for _ in range(NUMBER_TRIES_MAX) if block), *(None for _ in range(NUMBER_TRIES_MAX))):
        digits = desk.ids.card_digits()
        number = card_number(within.first_ten(int(digits)) if within else digits)
        if uow.members.by_card(number) is None:
            return number
    raise AssertionError("random card numbers do not collide eight times running")


def _block(desk: Desk, uow: UnitOfWork) -> CardBlock | None:
    """What is kept for this desk; None for a counter that is alone, or whose server keeps no blocks."""
    if desk.is_server:
        return desk.card_block
    link = uow.links.get()
    return link.card_block if link else None
