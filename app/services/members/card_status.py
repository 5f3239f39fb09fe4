"""The status of a card: blocked, lost, let in again, or replaced by another that its points move to."""

from __future__ import annotations

from dataclasses import replace

from app.domain.errors import Code, DomainError
from app.domain.member import Card, CardStatus, Holder
from app.services.authority import refuse_in_chain
from app.services.desk import Desk
from app.services.journal import record
from app.services.members.card_numbers import free_number
from app.services.members.members import required


def _not_replaced(holder: Holder) -> Card:
    """The card. A replaced one never comes back: its member has another one."""
    assert holder.card is not None, "found by their card"
    if holder.card.status is CardStatus.REPLACED:
        raise DomainError(Code.CARD_INACTIVE, "That card was replaced. Nothing was changed; use the member's new card.")
    return holder.card


def set_card_status(desk: Desk, number: str, status: CardStatus, *, staff: str) -> None:
    """Block, unblock or report a card lost. What it is already it stays since then; all the same it is told."""
    with desk.store.writing() as uow:
        head = uow.journal.head()
        at = desk.instant(head)
        card = _not_replaced(required(uow, number))
        if status is CardStatus.ACTIVE:
            refuse_in_chain(uow, "a card is unblocked")
        if status is not card.status:
            uow.members.set_card_status(number, status, at)
        record(desk, uow, head, kind="card", at=at, body={"card": number, "status": status.value, "staff": staff})


def replace_card(desk: Desk, number: str, *, new_number: str | None = None, staff: str) -> Holder:
    """Give a member a new card; the old one stops working at once and the points stay with the member."""
    with desk.store.writing() as uow:
        head = uow.journal.head()
        at = desk.instant(head)
        old = required(uow, number)
        _not_replaced(old)
        card = Card(free_number(desk, uow, new_number), old.member.member_id, CardStatus.ACTIVE, at)
        uow.members.set_card_status(number, CardStatus.REPLACED, at)
        uow.members.add_card(card)
        record(desk, uow, head, kind="replace", at=at, body={"card": number, "by": card.number, "staff": staff})
    return replace(old, card=card)
