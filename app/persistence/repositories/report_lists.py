"""What stands behind a report's figures: its bills, or its movements of points, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, and_, bindparam, exists, func, or_, select, text

from app.domain.days import add_days
from app.domain.entries import EntryKind
from app.domain.vouchers import MoveKind
from app.persistence.each_of import among, listed
from app.persistence.repositories.report_given import SqlReportGiven
from app.persistence.scope import Cells
from app.persistence.statement import Statement, owned
from app.persistence.tables.bills import bill_lines, bills, claims
from app.persistence.tables.journal import NAMES_APPROVER, events
from app.persistence.tables.points import entries, lots
from app.persistence.tables.refunds import refunds
from app.persistence.tables.rules import rule_uses
from app.persistence.tables.vouchers import voucher_moves, vouchers
from app.services.records import from_micros, to_micros
from app.services.reports.question import Question
from app.services.reports.records import BillLine, PointLine, SealedDeed

_ANY, _NOBODY = "*", ""  # no id, tier, category or name is an asterisk
_FIRST: BindParameter[str] = bindparam("first")
_LAST: BindParameter[str] = bindparam("last")
_MOST: BindParameter[int] = bindparam("most", required=True)


def _is(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """Narrowed to one value, or to none."""
    return or_(bindparam(name) == _ANY, func.coalesce(column, _NOBODY) == bindparam(name))


_SOLD = bills.outerjoin(claims, and_(claims.c.bill_id == bills.c.bill_id, owned(claims)))
_WHOSE = func.coalesce(bills.c.member_id, claims.c.member_id)
_HAS_CATEGORY = exists().where(
    owned(bill_lines), bill_lines.c.bill_id == bills.c.bill_id, bill_lines.c.category == bindparam("category")
)
_HAS_RULE = exists().where(
    owned(rule_uses), rule_uses.c.bill_id == bills.c.bill_id, rule_uses.c.rule_id == bindparam("rule")
)
_HAS_REWARD = exists().where(
    owned(voucher_moves),
    owned(vouchers),
    voucher_moves.c.cause == bills.c.bill_id,
    voucher_moves.c.kind == MoveKind.SPENT.value,
    vouchers.c.voucher_id == voucher_moves.c.voucher_id,
    vouchers.c.reward_id == bindparam("reward"),
)
_BILL = (
    bills.c.bill_id,
    bills.c.number,
    bills.c.occurred_at,
    bills.c.staff,
    _WHOSE,
    bills.c.net_minor,
    bills.c.redeemed_minor,
    bills.c.earned_points + bills.c.bonus_points + func.coalesce(claims.c.earned_points + claims.c.bonus_points, 0),
)
_BILLS = Statement(
    select(*_BILL)
    .select_from(_SOLD)
    .where(
        owned(bills),
        bills.c.business_day >= _FIRST,
        bills.c.business_day <= _LAST,
        or_(bindparam("anybody") == 1, among(_WHOSE, "of_members")),
        or_(bindparam("unbrought") == 1, among(func.coalesce(bills.c.referrer_id, claims.c.referrer_id), "referrers")),
        _is(func.coalesce(bills.c.tier, claims.c.tier), "tier"),
        _is(bills.c.staff, "staff"),
        or_(bindparam("category") == _ANY, _HAS_CATEGORY),
        bills.c.redeemed_points >= bindparam("redeemed_least"),
        or_(bindparam("rule") == _ANY, _HAS_RULE),
        or_(bindparam("reward") == _ANY, _HAS_REWARD),
        or_(bindparam("scanned") == 1, bills.c.typed.is_not(None)),
    )
    .order_by(bills.c.business_day.desc(), bills.c.occurred_at.desc(), bills.c.bill_id.desc())
    .limit(_MOST)
)
_CAME_BACK = Statement(
    select(*_BILL)
    .distinct()
    .select_from(refunds.join(bills, bills.c.bill_id == refunds.c.bill_id).outerjoin(
        claims, and_(claims.c.bill_id == bills.c.bill_id, owned(claims))
    ))
    .where(
        owned(refunds),
        owned(bills),
        refunds.c.business_day >= _FIRST,
        refunds.c.business_day <= _LAST,
        _is(refunds.c.staff, "staff"),
        or_(bindparam("anybody") == 1, among(_WHOSE, "of_members")),
        bills.c.redeemed_points >= bindparam("redeemed_least"),
    )
    .order_by(bills.c.occurred_at.desc(), bills.c.bill_id.desc())
    .limit(_MOST)
)  # fmt: skip
_ENTRY = (
    entries.c.occurred_at,
    entries.c.member_id,
    entries.c.kind,
    entries.c.points,
    entries.c.cause,
    entries.c.staff,
    entries.c.reason,
)
_ENTRIES = Statement(
    select(*_ENTRY)
    .where(
        owned(entries),
        entries.c.business_day >= _FIRST,
        entries.c.business_day <= _LAST,
        among(entries.c.kind, "kinds"),
        _is(entries.c.staff, "staff"),
        _is(entries.c.rule_id, "rule"),
    )
    .order_by(entries.c.business_day.desc(), entries.c.ledger_no.desc())
    .limit(_MOST)
)
_DUE = Statement(
    select(*_ENTRY[:3], lots.c.points_left, *_ENTRY[4:])
    .select_from(lots.join(entries, and_(owned(entries), entries.c.ledger_no == lots.c.ledger_no)))
    .where(
        owned(lots),
        lots.c.points_left > 0,
        lots.c.expires_at >= bindparam("from_at"),
        lots.c.expires_at < bindparam("until_at"),
    )
    .order_by(lots.c.points_left.desc(), entries.c.ledger_no)
    .limit(_MOST)
)


# As its index has it; which of them somebody approved is for the reader to see.
_APPROVED = Statement(
    select(events.c.occurred_at, events.c.kind, events.c.body)
    .where(
        owned(events),
        events.c.occurred_at >= bindparam("from_at"),
        events.c.occurred_at < bindparam("until_at"),
        text(NAMES_APPROVER),
    )
    .order_by(events.c.occurred_at, events.c.counter_code, events.c.epoch, events.c.seq)
)


@dataclass(frozen=True, slots=True)
class SqlReportLists(SqlReportGiven):
    def bills_behind(self, question: Question, *, most: int) -> Sequence[BillLine]:
        given = {**_days(question), "staff": _or_any(question.staff), "most": most}
        given |= {"anybody": int(not question.members), "of_members": listed(question.members)}
        given |= {"redeemed_least": int(question.with_points)}
        if question.came_back:
            return [_bill(row) for row in self.scope.rows(_CAME_BACK, **given)]
        rows = self.scope.rows(
            _BILLS,
            **given,
            unbrought=int(not question.referrers),
            referrers=listed(question.referrers),
            tier=_or_any(question.tier),
            category=_or_any(question.category),
            rule=_or_any(question.rule),
            reward=_or_any(question.reward),
            scanned=int(not question.is_typed),
        )
        return [_bill(row) for row in rows]

    def approved(self, first: date, last: date) -> Sequence[SealedDeed]:
        rows = self.scope.rows(_APPROVED, **self._time(first, last))
        return [SealedDeed(from_micros(occurred_at), kind, body) for occurred_at, kind, body in rows]

    def points_behind(self, question: Question, *, most: int) -> Sequence[PointLine]:
        if question.expires_on is not None:
            return [_movement(row) for row in self.scope.rows(_DUE, **self._gone_on(question.expires_on), most=most)]
        kinds = listed(kind.value for kind in question.kinds or EntryKind)
        given = {**_days(question), "staff": _or_any(question.staff), "rule": _or_any(question.rule), "most": most}
        return [_movement(row) for row in self.scope.rows(_ENTRIES, **given, kinds=kinds)]

    def _gone_on(self, day: date) -> dict[str, int]:
        ends = (self.calendar.start_of(day), self.calendar.start_of(add_days(day, 1)))
        return dict(zip(("from_at", "until_at"), map(to_micros, ends), strict=True))


def _days(question: Question) -> dict[str, object]:
    return {"first": question.first.isoformat(), "last": question.last.isoformat()}


def _or_any(wanted: str | None) -> str:
    return _ANY if wanted is None else wanted


def _bill(row: Cells) -> BillLine:
    bill_id, number, occurred_at, *rest = row
    return BillLine(bill_id, number, from_micros(occurred_at), *rest)


def _movement(row: Cells) -> PointLine:
    occurred_at, member_id, kind, *rest = row
    return PointLine(from_micros(occurred_at), member_id, EntryKind(kind), *rest)
