"""Carts set aside: hold, list, recall, discard. None of them posts anything."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.cart import Cart
from app.domain.errors import Code, DomainError
from app.services.desk import Desk
from app.services.ports import HeldBill

HELD_MAX = 50
LABEL_MAX = 60


def hold(desk: Desk, *, cart: Cart, member_id: str | None, label: str) -> HeldBill:
    """Set a cart aside under a label a cashier will recognise."""
    with desk.store.writing() as uow:
        if len(uow.held.all()) >= HELD_MAX:
            raise DomainError(
                Code.INVALID,
                f"{HELD_MAX} bills are on hold already. This one is still open; finish or discard one.",
            )
        at = desk.instant(uow.journal.head())
        held = HeldBill(desk.ids.entity(), label[:LABEL_MAX], cart, member_id, at)
        uow.held.put(held)
    return held


def held(desk: Desk) -> Sequence[HeldBill]:
    """Bills on hold, oldest first."""
    with desk.store.reading() as uow:
        return uow.held.all()


def recall(desk: Desk, held_id: str) -> HeldBill:
    """Take a bill off hold."""
    with desk.store.writing() as uow:
        found = uow.held.take(held_id)
    if found is None:
        raise DomainError(Code.UNKNOWN_BILL, "That bill is no longer on hold. Press F5 to see the ones that are.")
    return found


discard = recall
