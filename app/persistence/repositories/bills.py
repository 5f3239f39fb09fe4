"""Bills as rows: the bill, its lines and its tenders, written once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from heapq import merge
from itertools import groupby
from operator import itemgetter

from sqlalchemy import bindparam, select

from app.domain.bill import Bill, BillLine, Tender, TenderKind
from app.persistence.repositories.refunds import SqlRefunds
from app.persistence.scope import Cells
from app.persistence.statement import Statement, adding, owned
from app.persistence.tables import bill_lines, bill_tenders, bills
from app.services.records import BillRows, from_micros, from_milli

_BILL = (
    bills.c.bill_id,
    bills.c.number,
    bills.c.member_id,
    bills.c.card_number,
    bills.c.referrer_id,
    bills.c.occurred_at,
    bills.c.staff,
    bills.c.program_version,
    bills.c.tier,
    bills.c.gross_minor,
    bills.c.round_off_minor,
    bills.c.net_minor,
    bills.c.redeemed_points,
    bills.c.redeemed_minor,
    bills.c.earned_points,
    bills.c.bonus_points,
    bills.c.referrer_points,
    bills.c.balance_after,
    bills.c.pending_after,
)
_LINE = (
    bill_lines.c.bill_id,
    bill_lines.c.line_no,
    bill_lines.c.line_id,
    bill_lines.c.category,
    bill_lines.c.label,
    bill_lines.c.quantity_milli,
    bill_lines.c.unit_price_minor,
    bill_lines.c.gross_minor,
    bill_lines.c.category_discount_minor,
    bill_lines.c.tier_discount_minor,
    bill_lines.c.bill_discount_minor,
    bill_lines.c.net_minor,
    bill_lines.c.redeemed_minor,
    bill_lines.c.base_minor,
    bill_lines.c.point_percent,
    bill_lines.c.campaign_multiplier,
    bill_lines.c.campaign_ids,
    bill_lines.c.tier_multiplier,
    bill_lines.c.points,
)
_TENDER = (
    bill_tenders.c.bill_id,
    bill_tenders.c.kind,
    bill_tenders.c.amount_minor,
    bill_tenders.c.given_minor,
)

_BILLS = select(*_BILL).where(owned(bills))
_LINES = select(*_LINE).where(owned(bill_lines)).order_by(bill_lines.c.bill_id, bill_lines.c.line_no)
_TENDERS = select(*_TENDER).where(owned(bill_tenders)).order_by(bill_tenders.c.bill_id, bill_tenders.c.tender_no)

_BY_ID = Statement(_BILLS.where(bills.c.bill_id == bindparam("of_bill")))
_BY_NUMBER = Statement(_BILLS.where(bills.c.number == bindparam("of_number")))
_LAST_OF = Statement(
    _BILLS.where(bills.c.member_id == bindparam("of_member"))
    .order_by(bills.c.occurred_at.desc(), bills.c.bill_id.desc())
    .limit(1)
)
_LATEST = Statement(_BILLS.order_by(bills.c.bill_id.desc()).limit(1))
_EVERY_BILL = Statement(_BILLS.order_by(bills.c.bill_id))
_EVERY_LINE, _EVERY_TENDER = Statement(_LINES), Statement(_TENDERS)
_LINES_OF = Statement(_LINES.where(bill_lines.c.bill_id == bindparam("of_bill")))
_TENDERS_OF = Statement(_TENDERS.where(bill_tenders.c.bill_id == bindparam("of_bill")))
_ADD_BILL, _ADD_LINE, _ADD_TENDER = adding(bills), adding(bill_lines), adding(bill_tenders)


@dataclass(frozen=True, slots=True)
class SqlBills(SqlRefunds):
    """Bills and what came back of them. Ids are time-ordered, so the order of ids is the order of sale."""

    def add(self, sealed: BillRows) -> None:
        self.scope.change(_ADD_BILL, **sealed["bill"])
        self.scope.change_each(_ADD_LINE, sealed["lines"])
        self.scope.change_each(_ADD_TENDER, sealed["tenders"])

    def get(self, bill_id: str) -> Bill | None:
        return self._only(self.scope.row(_BY_ID, of_bill=bill_id))

    def by_number(self, number: str) -> Bill | None:
        return self._only(self.scope.row(_BY_NUMBER, of_number=number))

    def last_of(self, member_id: str) -> Bill | None:
        return self._only(self.scope.row(_LAST_OF, of_member=member_id))

    def latest(self) -> Bill | None:
        return self._only(self.scope.row(_LATEST))

    def all(self) -> Iterator[Bill]:
        """In order of sale."""
        tables = (_EVERY_BILL, _EVERY_LINE, _EVERY_TENDER)
        parts = [_tagged(place, self.scope.stream(table)) for place, table in enumerate(tables)]
        for _, rows in groupby(merge(*parts, key=itemgetter(0)), key=itemgetter(0)):
            yield _gathered(list(rows))

    def _only(self, row: Cells | None) -> Bill | None:
        if row is None:
            return None
        bill_id = row[0]
        lines = self.scope.rows(_LINES_OF, of_bill=bill_id)
        return _bill(row, lines, self.scope.rows(_TENDERS_OF, of_bill=bill_id))


def _tagged(place: int, rows: Iterator[Cells]) -> Iterator[tuple[str, int, Cells]]:
    return ((row[0], place, row) for row in rows)


def _gathered(rows: list[tuple[str, int, Cells]]) -> Bill:
    found, lines, tenders = ([row for _, place, row in rows if place == wanted] for wanted in range(3))
    return _bill(found[0], lines, tenders)


def _bill(row: Cells, lines: Sequence[Cells], tenders: Sequence[Cells]) -> Bill:
    *named, occurred_at = row[:6]
    parts = tuple(map(_line, lines)), tuple(map(_tender, tenders))
    values = (*named, from_micros(occurred_at), *row[6:], *parts)
    return Bill(*values)


def _line(row: Cells) -> BillLine:
    _, *named, quantity_milli = row[:6]
    *money, percent, campaign, campaign_ids, tier, points = row[6:]
    ids = tuple(campaign_ids.split(",")) if campaign_ids else ()
    rates = Decimal(percent), Decimal(campaign), ids, Decimal(tier)
    values = (*named, from_milli(quantity_milli), *money, *rates, points)
    return BillLine(*values)


def _tender(row: Cells) -> Tender:
    _, kind, amount_minor, given_minor = row
    return Tender(TenderKind(kind), amount_minor, given_minor)
