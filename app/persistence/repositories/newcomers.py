"""Newcomers: the rows of members of whom nothing is here yet, made of what is told of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.persistence.repositories.member_rows import LAST_DIGITS, kept_row
from app.persistence.scope import Scope
from app.persistence.sealed import FieldSealer
from app.persistence.statement import adding
from app.persistence.tables.members import cards, members
from app.persistence.tables.points import balances, lots
from app.services.ports import AlreadyHere, State

_ADD_MEMBER, _ADD_BALANCE, _ADD_CARD, _ADD_LOT = map(adding, (members, balances, cards, lots))


@dataclass(frozen=True, slots=True)
class SqlNewcomers:
    """What is told beside a table's columns is not among the values its statement takes."""

    scope: Scope
    sealer: FieldSealer

    def add(self, states: Sequence[State]) -> None:
        told = [(state["member"]["member_id"], state) for state in states]
        try:
            self.scope.change_each(_ADD_MEMBER, [self._member(state["member"]) for state in states])
            self.scope.change_each(_ADD_BALANCE, [{**state, "member_id": one} for one, state in told])
            self.scope.change_each(_ADD_CARD, [_card(card, one) for one, state in told for card in state["cards"]])
            self.scope.change_each(_ADD_LOT, [_lot(lot, one) for one, state in told for lot in state["lots"]])
        except self.scope.transaction.clash as clash:
            raise AlreadyHere from clash

    def _member(self, who: State) -> dict[str, Any]:
        contacts = {name: who.get(name) for name in ("phone", "email", "birthday")}
        return {**who, **kept_row(who["name"], self.sealer, **contacts)}


def _card(card: State, member_id: str) -> dict[str, Any]:
    return {**card, "member_id": member_id, "last4": card["number"][-LAST_DIGITS:], "issued_at": card["status_at"]}


def _lot(lot: State, member_id: str) -> dict[str, Any]:
    return {
        "first_expires_at": None,
        "counts_from": None,
        **lot,
        "member_id": member_id,
        "ledger_no": lot["order"],
        "points_left": lot["left"],
        "points_expired": lot["expired"],
    }
