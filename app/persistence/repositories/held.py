"""Carts on hold. Nothing of them is posted; taking one off removes its row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, delete, select

from app.persistence.scope import Cells, Scope
from app.persistence.statement import Statement, adding, owned
from app.persistence.tables.bills import held_bills
from app.services.ports import HeldBill
from app.services.records import from_micros, to_micros
from app.services.sales.cart_codec import held_from_json, held_to_json

_THIS = (owned(held_bills), held_bills.c.held_id == bindparam("of_held"))
_HELD = select(
    held_bills.c.held_id,
    held_bills.c.label,
    held_bills.c.cart,
    held_bills.c.member_id,
    held_bills.c.held_at,
)
_ALL = Statement(_HELD.where(owned(held_bills)).order_by(held_bills.c.held_at, held_bills.c.held_id))
_ONE = Statement(_HELD.where(*_THIS))
_ADD = adding(held_bills)
_REMOVE = Statement(delete(held_bills).where(*_THIS))


@dataclass(frozen=True, slots=True)
class SqlHeld:
    scope: Scope

    def put(self, held: HeldBill) -> None:
        self.scope.change(_ADD, **_held_row(held))

    def all(self) -> Sequence[HeldBill]:
        """Oldest first."""
        return [_held(row) for row in self.scope.rows(_ALL)]

    def take(self, held_id: str) -> HeldBill | None:
        row = self.scope.row(_ONE, of_held=held_id)
        self.scope.change(_REMOVE, of_held=held_id)
        return None if row is None else _held(row)


def _held_row(held: HeldBill) -> dict[str, Any]:
    return {
        "held_id": held.held_id,
        "label": held.label,
        "cart": held_to_json(held.cart, held.redeem, is_typed=held.is_typed),
        "member_id": held.member_id,
        "held_at": to_micros(held.held_at),
    }


def _held(row: Cells) -> HeldBill:
    held_id, label, text, member_id, held_at = row
    cart, redeem, is_typed = held_from_json(text)
    return HeldBill(held_id, label, cart, member_id, from_micros(held_at), redeem, is_typed)
