"""Newcomers: the rows of members of whom nothing is here yet, made of what is told of them, and written as they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.persistence.repositories.member_rows import LAST_DIGITS, kept_row
from app.persistence.scope import Scope
from app.persistence.sealed import FieldSealer
from app.persistence.statement import adding
from app.persistence.tables.chain import told_members
from app.persistence.tables.members import cards, members
from app.persistence.tables.points import balances, lots
from app.services.chain.newcomers import free_of
from app.services.ports import AlreadyHere, ReadyMembers, State
from app.services.records import to_micros

_TABLES = (members, balances, cards, lots, told_members)
_ADD = tuple(map(adding, _TABLES))


@dataclass(frozen=True, slots=True)
class MakesRows:
    """Rows in the order of each table's columns. What is told beside them is not among the values."""

    tenant_id: str
    sealer: FieldSealer

    def __call__(self, states: Sequence[State], *, position: int, at: datetime) -> ReadyMembers:
        told, micros = [(state["member"]["member_id"], state) for state in states], to_micros(at)
        tables: tuple[list[dict[str, Any]], ...] = (
            [self._member(state["member"]) for state in states],
            [{**state, "member_id": one} for one, state in told],
            [_card(card, one) for one, state in told for card in state["cards"]],
            [_lot(lot, one) for one, state in told for lot in state["lots"]],
            [_told(one, position, free_of(state, micros)) for one, state in told],
        )
        own = {"tenant_id": self.tenant_id}
        rows = [statement.sqlite.values_of_each(each, own) for statement, each in zip(_ADD, tables, strict=True)]
        return ReadyMembers([one for one, _ in told], rows)

    def _member(self, who: State) -> dict[str, Any]:
        contacts = {name: who.get(name) for name in ("phone", "email", "birthday")}
        return {**who, **kept_row(who["name"], self.sealer, **contacts)}


@dataclass(frozen=True, slots=True)
class SqlNewcomers:
    scope: Scope
    sealer: FieldSealer

    def maker(self) -> MakesRows:
        assert self.scope.tenant_id is not None, "members are a tenant's"
        return MakesRows(self.scope.tenant_id, self.sealer)

    def add(self, groups: Sequence[ReadyMembers]) -> None:
        try:
            for number, statement in enumerate(_ADD):
                self.scope.change_ready(statement, [row for group in groups for row in group.rows[number]])
        except self.scope.transaction.clash as clash:
            raise AlreadyHere from clash


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


def _told(member_id: str, position: int, points: int) -> dict[str, Any]:
    return {"member_id": member_id, "position": position, "whole": 0, "points": points}
