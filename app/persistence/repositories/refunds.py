"""Refunds as rows: each return and cancellation, and how far a bill has come back by their sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, select

from app.domain.days import ShopCalendar
from app.domain.reversal import Moved, Refunded
from app.persistence.scope import Cells, Scope
from app.persistence.statement import Statement, adding, owned
from app.persistence.tables import refund_lines, refunds
from app.services.counting import CANCEL
from app.services.ports import RefundRecord
from app.services.records import from_micros, refund_row

_OF_BILL = (owned(refunds), refunds.c.bill_id == bindparam("of_bill"))
_REFUNDS = Statement(
    select(
        refunds.c.refund_id,
        refunds.c.kind,
        refunds.c.occurred_at,
        refunds.c.staff,
        refunds.c.amount_minor,
        refunds.c.reversed_points,
        refunds.c.restored_points,
        refunds.c.restored_minor,
        refunds.c.referrer_points,
        refunds.c.posted_reversed_points,
        refunds.c.posted_referrer_points,
        refunds.c.balance_after,
    )
    .where(*_OF_BILL)
    .order_by(refunds.c.occurred_at, refunds.c.refund_id)
)
_BILL_OF = Statement(select(refunds.c.bill_id).where(owned(refunds), refunds.c.refund_id == bindparam("of_refund")))
_LINES = Statement(
    select(refund_lines.c.refund_id, refund_lines.c.line_id, refund_lines.c.amount_minor)
    .join(refunds, refunds.c.refund_id == refund_lines.c.refund_id)
    .where(*_OF_BILL, owned(refund_lines))
)
_ADD_REFUND, _ADD_LINE = adding(refunds), adding(refund_lines)


@dataclass(frozen=True, slots=True)
class SqlRefunds:
    scope: Scope
    calendar: ShopCalendar

    def refunded(self, bill_id: str) -> Refunded:
        """How far a bill has come back: the sum of its refunds."""
        made = self.refunds(bill_id)
        by_line = Counter[str]()
        moved = Moved()
        for one in made:
            by_line.update(one.line_amounts)
            moved = moved.plus(one.moved)
        total = sum(one.amount_minor for one in made)
        cancelled = any(one.kind == CANCEL for one in made)
        return Refunded(dict(by_line), total - by_line.total(), moved, cancelled)

    def add_refund(self, refund: RefundRecord) -> None:
        lines = (
            {"refund_id": refund.refund_id, "line_id": line_id, "amount_minor": amount}
            for line_id, amount in refund.line_amounts.items()
        )
        self.scope.change(_ADD_REFUND, **refund_row(refund, self.calendar))
        self.scope.change_each(_ADD_LINE, lines)

    def refunds(self, bill_id: str) -> Sequence[RefundRecord]:
        """Oldest first."""
        amounts: dict[str, dict[str, int]] = {}
        for refund_id, line_id, amount_minor in self.scope.rows(_LINES, of_bill=bill_id):
            amounts.setdefault(refund_id, {})[line_id] = amount_minor
        return [_refund(bill_id, row, amounts) for row in self.scope.rows(_REFUNDS, of_bill=bill_id)]

    def refund(self, refund_id: str) -> RefundRecord | None:
        row = self.scope.row(_BILL_OF, of_refund=refund_id)
        made = self.refunds(row[0]) if row else ()
        return next((one for one in made if one.refund_id == refund_id), None)


def _refund(bill_id: str, row: Cells, amounts: Mapping[str, Mapping[str, int]]) -> RefundRecord:
    refund_id, kind, occurred_at, staff, amount_minor, *moved, posted_reversed, posted_referrer, balance = row
    return RefundRecord(
        refund_id=refund_id,
        bill_id=bill_id,
        kind=kind,
        occurred_at=from_micros(occurred_at),
        staff=staff,
        amount_minor=amount_minor,
        line_amounts=amounts.get(refund_id, {}),
        moved=Moved(*moved),
        posted_reversed_points=posted_reversed,
        posted_referrer_points=posted_referrer,
        balance_after=balance,
    )
