"""Refunds as rows: each return and cancellation, and how far a bill has come back by their sum."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, select

from app.domain.bill import TenderKind
from app.domain.days import ShopCalendar
from app.domain.giving_back import GivenBack
from app.domain.reversal import Moved, Refunded
from app.persistence.repositories.told_bills import SqlToldBills
from app.persistence.scope import Cells
from app.persistence.statement import Statement, adding, owned
from app.persistence.tables.refunds import refund_lines, refund_tenders, refunds
from app.services.ports import RefundRecord
from app.services.records import from_micros, refund_row, way_rows
from app.services.sales.counting import refunded_by

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
_WAYS = Statement(
    select(refund_tenders.c.refund_id, refund_tenders.c.kind, refund_tenders.c.amount_minor)
    .where(owned(refund_tenders), refund_tenders.c.refund_id.in_(select(refunds.c.refund_id).where(*_OF_BILL)))
    .order_by(refund_tenders.c.refund_id, refund_tenders.c.tender_no)
)
_ADD_REFUND, _ADD_LINE, _ADD_WAY = adding(refunds), adding(refund_lines), adding(refund_tenders)


@dataclass(frozen=True, slots=True)
class SqlRefunds(SqlToldBills):
    calendar: ShopCalendar

    def refunded(self, bill_id: str) -> Refunded:
        """How far a bill has come back by what was given back here."""
        return refunded_by(self.refunds(bill_id))

    def add_refund(self, refund: RefundRecord) -> None:
        lines = (
            {"refund_id": refund.refund_id, "line_id": line_id, "amount_minor": amount}
            for line_id, amount in refund.line_amounts.items()
        )
        self.scope.change(_ADD_REFUND, **refund_row(refund, self.calendar))
        self.scope.change_each(_ADD_LINE, lines)
        place = {"refund_id": refund.refund_id}
        self.scope.change_each(
            _ADD_WAY, ({**place, "tender_no": n, **row} for n, row in enumerate(way_rows(refund), 1))
        )

    def refunds(self, bill_id: str) -> Sequence[RefundRecord]:
        """Oldest first."""
        amounts: dict[str, dict[str, int]] = {}
        for refund_id, line_id, amount_minor in self.scope.rows(_LINES, of_bill=bill_id):
            amounts.setdefault(refund_id, {})[line_id] = amount_minor
        ways: dict[str, tuple[GivenBack, ...]] = {}
        for refund_id, kind, amount_minor in self.scope.rows(_WAYS, of_bill=bill_id):
            ways[refund_id] = (*ways.get(refund_id, ()), GivenBack(TenderKind(kind), amount_minor))
        return [_refund(bill_id, row, amounts, ways) for row in self.scope.rows(_REFUNDS, of_bill=bill_id)]

    def refund(self, refund_id: str) -> RefundRecord | None:
        row = self.scope.row(_BILL_OF, of_refund=refund_id)
        made = self.refunds(row[0]) if row else ()
        return next((one for one in made if one.refund_id == refund_id), None)


def _refund(
    bill_id: str, row: Cells, amounts: Mapping[str, Mapping[str, int]], ways: Mapping[str, tuple[GivenBack, ...]]
) -> RefundRecord:
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
        ways=ways.get(refund_id, ()),
    )
