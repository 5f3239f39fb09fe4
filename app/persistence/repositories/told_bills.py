"""What the server told of bills, as text: the newest of each."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, delete, select

from app.persistence.scope import Scope
from app.persistence.statement import Statement, adding, owned
from app.persistence.tables.chain import told_bills

_THIS = (owned(told_bills), told_bills.c.bill_id == bindparam("of_bill"))
_FACTS = Statement(select(told_bills.c.facts, told_bills.c.position).where(*_THIS))
_BY_NUMBER = Statement(
    select(told_bills.c.bill_id).where(owned(told_bills), told_bills.c.number == bindparam("of_number"))
)
_FORGET, _ADD = Statement(delete(told_bills).where(*_THIS)), adding(told_bills)


@dataclass(frozen=True, slots=True)
class SqlToldBills:
    scope: Scope

    def told(self, bill_id: str) -> tuple[str, int] | None:
        row = self.scope.row(_FACTS, of_bill=bill_id)
        return None if row is None else (row[0], row[1])

    def told_by_number(self, number: str) -> str | None:
        row = self.scope.row(_BY_NUMBER, of_number=number)
        return None if row is None else row[0]

    def put_told(self, bill_id: str, *, number: str, position: int, facts: str) -> None:
        self.scope.change(_FORGET, of_bill=bill_id)
        self.scope.change(_ADD, bill_id=bill_id, number=number, position=position, facts=facts)
