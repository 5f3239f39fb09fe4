"""Bills as rows: the bill, its lines and its tenders, written once."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from heapq import merge
from itertools import groupby
from operator import itemgetter

from sqlalchemy import bindparam, func, select

from app.domain.bill import Bill, BillLine, Tender, TenderKind
from app.domain.hearing import RuleUse
from app.domain.limits import Bound
from app.persistence.repositories.lineage import family
from app.persistence.repositories.refunds import SqlRefunds
from app.persistence.scope import Cells
from app.persistence.statement import Statement, adding, owned
from app.persistence.tables.bills import bill_lines, bill_tenders, bills, claims, line_details, tender_numbers
from app.persistence.tables.rules import bill_rules
from app.services.records import BillRows, from_micros, from_milli, rule_rows
from app.services.sales.claim_records import Claim, claim_row, claimed
from app.services.unsealed_bills import item_of

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
    bills.c.typed,
    bills.c.lacking,
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
_DETAIL = (
    line_details.c.bill_id,
    line_details.c.line_no,
    line_details.c.discount_minor,
    line_details.c.code,
    line_details.c.hsn,
    line_details.c.batch,
    line_details.c.expires_on,
    line_details.c.gst_percent,
)

_BILLS = select(*_BILL).where(owned(bills))
_LINES = select(*_LINE).where(owned(bill_lines)).order_by(bill_lines.c.bill_id, bill_lines.c.line_no)
_DETAILS = select(*_DETAIL).where(owned(line_details)).order_by(line_details.c.bill_id, line_details.c.line_no)
_NUMBERS = (
    select(tender_numbers.c.bill_id, tender_numbers.c.tender_no, tender_numbers.c.number)
    .where(owned(tender_numbers))
    .order_by(tender_numbers.c.bill_id, tender_numbers.c.tender_no)
)
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
_EVERY_LINE, _EVERY_TENDER, _EVERY_DETAIL = Statement(_LINES), Statement(_TENDERS), Statement(_DETAILS)
_EVERY_NUMBER = Statement(_NUMBERS)
_SINCE = (
    Statement(_BILLS.where(bills.c.bill_id >= bindparam("from_bill")).order_by(bills.c.bill_id)),
    Statement(_LINES.where(bill_lines.c.bill_id >= bindparam("from_bill"))),
    Statement(_TENDERS.where(bill_tenders.c.bill_id >= bindparam("from_bill"))),
    Statement(_DETAILS.where(line_details.c.bill_id >= bindparam("from_bill"))),
    Statement(_NUMBERS.where(tender_numbers.c.bill_id >= bindparam("from_bill"))),
)
_FROM_DAY = (owned(bills), bills.c.business_day >= bindparam("day"))
_FIRST_SINCE = Statement(select(func.min(bills.c.bill_id)).where(*_FROM_DAY))
_COUNT_SINCE = Statement(select(func.count()).select_from(bills).where(*_FROM_DAY))
_LINES_OF = Statement(_LINES.where(bill_lines.c.bill_id == bindparam("of_bill")))
_DETAILS_OF = Statement(_DETAILS.where(line_details.c.bill_id == bindparam("of_bill")))
_TENDERS_OF = Statement(_TENDERS.where(bill_tenders.c.bill_id == bindparam("of_bill")))
_NUMBERS_OF = Statement(_NUMBERS.where(tender_numbers.c.bill_id == bindparam("of_bill")))
_TAKEN = Statement(
    select(bills.c.number)
    .join(tender_numbers, tender_numbers.c.bill_id == bills.c.bill_id)
    .where(owned(bills), owned(tender_numbers), tender_numbers.c.number == bindparam("of_number"))
    .limit(1)
)
_ADD_BILL, _ADD_LINE, _ADD_TENDER = adding(bills), adding(bill_lines), adding(bill_tenders)
_RULES = (
    select(bill_rules.c.bill_id, bill_rules.c.rule_id, bill_rules.c.points, bill_rules.c.cut_by)
    .where(owned(bill_rules))
    .order_by(bill_rules.c.bill_id, bill_rules.c.rule_id)
)
_EVERY_RULE = Statement(_RULES)
_RULES_SINCE = Statement(_RULES.where(bill_rules.c.bill_id >= bindparam("from_bill")))
_RULES_OF = Statement(_RULES.where(bill_rules.c.bill_id == bindparam("of_bill")))
_ADD_RULE = adding(bill_rules)
_ADD_DETAIL, _ADD_NUMBER = adding(line_details), adding(tender_numbers)
_CLAIMS = select(*(column for column in claims.c if column.name != "tenant_id")).where(owned(claims))
_CLAIM_OF = Statement(_CLAIMS.where(claims.c.bill_id == bindparam("of_bill")))
_EVERY_CLAIM, _ADD_CLAIM = Statement(_CLAIMS), adding(claims)


@dataclass(frozen=True, slots=True)
class SqlBills(SqlRefunds):
    """Bills and what came back of them. Ids are time-ordered, so the order of ids is the order of sale."""

    def add(self, sealed: BillRows) -> None:
        lacking = json.dumps(sealed["lacking"]) if "lacking" in sealed else None
        self.scope.change(_ADD_BILL, **sealed["bill"], typed=1 if "typed" in sealed else None, lacking=lacking)
        self.scope.change_each(_ADD_LINE, sealed["lines"])
        self.scope.change_each(_ADD_TENDER, sealed["tenders"])
        if "details" in sealed:
            self.scope.change_each(_ADD_DETAIL, sealed["details"])
        if "numbers" in sealed:
            self.scope.change_each(_ADD_NUMBER, sealed["numbers"])
        if "rules" in sealed:
            self.scope.change_each(_ADD_RULE, sealed["rules"])

    def taken_voucher(self, number: str) -> str | None:
        row = self.scope.row(_TAKEN, of_number=number)
        return None if row is None else row[0]

    def add_claim(self, claim: Claim) -> None:
        self.scope.change(_ADD_CLAIM, **claim_row(claim))
        self.scope.change_each(_ADD_RULE, rule_rows(claim.bill_id, claim.rules))

    def claim(self, bill_id: str) -> Claim | None:
        row = self.scope.row(_CLAIM_OF, of_bill=bill_id)
        return None if row is None else self._claim(row)

    def claims(self) -> Sequence[Claim]:
        return [self._claim(row) for row in self.scope.rows(_EVERY_CLAIM)]

    def _claim(self, row: Cells) -> Claim:
        *named, claimed_at, staff, line_points = row[:8]
        rules = _rules(self.scope.rows(_RULES_OF, of_bill=named[0]))
        values = (*named, from_micros(claimed_at), staff, tuple(map(int, line_points.split(","))), *row[8:], rules)
        return Claim(*values)

    def get(self, bill_id: str) -> Bill | None:
        return self._only(self.scope.row(_BY_ID, of_bill=bill_id))

    def by_number(self, number: str) -> Bill | None:
        return self._only(self.scope.row(_BY_NUMBER, of_number=number))

    def last_of(self, member_id: str) -> Bill | None:
        rows = (self.scope.row(_LAST_OF, of_member=one) for one in family(self.scope, member_id))
        found = filter(None, map(self._only, rows))
        return max(found, key=lambda one: (one.occurred_at, one.bill_id), default=None)

    def latest(self) -> Bill | None:
        return self._only(self.scope.row(_LATEST))

    def all(self) -> Iterator[Bill]:
        """In order of sale."""
        return self._walk((_EVERY_BILL, _EVERY_LINE, _EVERY_TENDER, _EVERY_DETAIL, _EVERY_NUMBER, _EVERY_RULE))

    def since(self, day: date) -> Iterator[Bill]:
        first = self.scope.scalar(_FIRST_SINCE, day=day.isoformat())
        return iter(()) if first is None else self._walk((*_SINCE, _RULES_SINCE), from_bill=first)

    def count_since(self, day: date) -> int:
        return int(self.scope.scalar(_COUNT_SINCE, day=day.isoformat()))

    def _walk(self, tables: Sequence[Statement], **given: str) -> Iterator[Bill]:
        parts = [_tagged(place, self.scope.stream(table, **given)) for place, table in enumerate(tables)]
        for _, rows in groupby(merge(*parts, key=itemgetter(0)), key=itemgetter(0)):
            yield _gathered(list(rows))

    def _only(self, row: Cells | None) -> Bill | None:
        if row is None:
            return None
        bill_id = row[0]
        lines = self.scope.rows(_LINES_OF, of_bill=bill_id)
        tenders = self.scope.rows(_TENDERS_OF, of_bill=bill_id)
        has_numbers = any(kind == TenderKind.VOUCHER for _, kind, *_ in tenders)
        numbers = self.scope.rows(_NUMBERS_OF, of_bill=bill_id) if has_numbers else ()
        rules = self.scope.rows(_RULES_OF, of_bill=bill_id)
        bill = _bill(row, lines, tenders, self.scope.rows(_DETAILS_OF, of_bill=bill_id), numbers, rules)
        claim = self.claim(bill_id) if bill.member_id is None else None
        return claimed(bill, claim) if claim else bill


def _tagged(place: int, rows: Iterator[Cells]) -> Iterator[tuple[str, int, Cells]]:
    return ((row[0], place, row) for row in rows)


def _gathered(rows: list[tuple[str, int, Cells]]) -> Bill:
    found, *parts = ([row for _, at, row in rows if at == wanted] for wanted in range(6))
    return _bill(found[0], *parts)


def _bill(
    row: Cells,
    lines: Sequence[Cells],
    tenders: Sequence[Cells],
    details: Sequence[Cells],
    numbers: Sequence[Cells],
    rules: Sequence[Cells],
) -> Bill:
    """What rules brought to a bill without a member came with its card, and is the claim's to say."""
    *named, occurred_at = row[:6]
    *figures, typed, lacking = row[6:]
    by_place = {place: number for _, place, number in numbers}
    paid = tuple(_tender(tender, by_place.get(place, "")) for place, tender in enumerate(tenders, 1))
    parts = _detailed([_line(line) for line in lines], details), paid, _rules(rules) if row[2] is not None else ()
    values = (*named, from_micros(occurred_at), *figures, *parts, typed is not None, tuple(json.loads(lacking or "[]")))
    return Bill(*values)


def _rules(rows: Sequence[Cells]) -> tuple[RuleUse, ...]:
    return tuple(RuleUse(rule_id, points, Bound(cut_by) if cut_by else None) for _, rule_id, points, cut_by in rows)


def _line(row: Cells) -> BillLine:
    _, *named, quantity_milli = row[:6]
    *money, percent, campaign, campaign_ids, tier, points = row[6:]
    ids = tuple(campaign_ids.split(",")) if campaign_ids else ()
    rates = Decimal(percent), Decimal(campaign), ids, Decimal(tier)
    values = (*named, from_milli(quantity_milli), *money, *rates, points)
    return BillLine(*values)


def _detailed(lines: Sequence[BillLine], details: Sequence[Cells]) -> tuple[BillLine, ...]:
    """The lines with what more is known of them; a detail of no line stands in the way of reading the bill."""
    by_number = {line.line_no: line for line in lines}
    for row in details:
        of = dict(zip((column.name for column in _DETAIL), row, strict=True))
        line = by_number[of["line_no"]]
        by_number[line.line_no] = replace(line, line_discount_minor=of["discount_minor"], item=item_of(of))
    return tuple(by_number.values())


def _tender(row: Cells, number: str) -> Tender:
    _, kind, amount_minor, given_minor = row
    return Tender(TenderKind(kind), amount_minor, given_minor, number)
