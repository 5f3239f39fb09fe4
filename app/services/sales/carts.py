"""Carts that are not paid: held, listed, recalled, discarded, voided. None of them posts anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.domain.cart import Cart
from app.domain.errors import Code, DomainError
from app.domain.quote import Redeem
from app.services.desk import Desk
from app.services.journal import record
from app.services.plain import to_plain
from app.services.ports import HeldBill

HELD_MAX = 50
LABEL_MAX = 60


def hold(
    desk: Desk, *, cart: Cart, member_id: str | None, label: str, redeem: Redeem = 0, is_typed: bool = False
) -> HeldBill:
    """Set a cart aside under a label a cashier will recognise."""
    with desk.store.writing() as uow:
        if len(uow.held.all()) >= HELD_MAX:
            raise DomainError(
                Code.INVALID,
                f"{HELD_MAX} bills are on hold already. This one is still open; finish or discard one.",
            )
        at = desk.instant(uow.journal.head())
        held = HeldBill(desk.ids.entity(), label[:LABEL_MAX], cart, member_id, at, redeem, is_typed)
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
        raise DomainError(Code.UNKNOWN_BILL, "That bill is no longer on hold. Look at the ones that are.")
    return found


discard = recall


def replace_held(desk: Desk, carts: Sequence[HeldBill]) -> None:
    """Have exactly these on hold. Nobody is on one whose customer is not known here."""
    with desk.store.writing() as uow:
        for one in uow.held.all():
            uow.held.take(one.held_id)
        for one in carts:
            is_known = one.member_id is None or uow.members.by_id(one.member_id) is not None
            uow.held.put(one if is_known else replace(one, member_id=None, redeem=0, is_typed=False))


def void(desk: Desk, *, cart: Cart, member_id: str | None, staff: str) -> None:
    """Note in the journal that a cart with lines was put away unpaid, whole, so that it can be asked about later."""
    with desk.store.writing() as uow:
        head = uow.journal.head()
        body = {"void": desk.ids.entity(), "cart": to_plain(cart), "member": member_id, "staff": staff}
        record(desk, uow, head, kind="void", at=desk.instant(head), body=body)
