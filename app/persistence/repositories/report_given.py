"""Reports' sums of what was given: by rules, as rewards; and who is new, or used points oddly."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import and_, bindparam, case, exists, func, select

from app.domain.days import add_days
from app.domain.entries import EntryKind
from app.domain.vouchers import MoveKind, VoucherStatus
from app.persistence.repositories.report_points import SqlReportPoints
from app.persistence.scope import Cells
from app.persistence.statement import Statement, owned
from app.persistence.tables.bills import bills
from app.persistence.tables.members import members
from app.persistence.tables.points import entries
from app.persistence.tables.refunds import refunds
from app.persistence.tables.rules import rule_uses
from app.persistence.tables.vouchers import voucher_moves, vouchers
from app.services.records import from_micros, to_micros
from app.services.reports.records import Oddity, RewardSums, RuleSums, TypedSums

_MINUTE_MICROS = 60_000_000
_HOUR_MICROS = 60 * _MINUTE_MICROS
_IN_DAYS = (owned(bills), bills.c.business_day >= bindparam("first"), bills.c.business_day <= bindparam("last"))
_OF_VOUCHER = and_(owned(vouchers), vouchers.c.voucher_id == voucher_moves.c.voucher_id)
_IN_TIME = (
    owned(voucher_moves),
    voucher_moves.c.occurred_at >= bindparam("from_at"),
    voucher_moves.c.occurred_at < bindparam("until_at"),
)
_MOVED = Statement(
    select(vouchers.c.reward_id, voucher_moves.c.kind, func.count(), func.sum(func.coalesce(voucher_moves.c.minor, 0)))
    .select_from(voucher_moves.join(vouchers, _OF_VOUCHER))
    .where(*_IN_TIME)
    .group_by(vouchers.c.reward_id, voucher_moves.c.kind)
)
_IS_PAID = (owned(entries), entries.c.cause == vouchers.c.voucher_id, entries.c.kind == EntryKind.REWARD.value)
_PAID = Statement(
    select(vouchers.c.reward_id, -func.sum(entries.c.points))
    .select_from(voucher_moves.join(vouchers, _OF_VOUCHER).join(entries, and_(*_IS_PAID)))
    .where(*_IN_TIME, voucher_moves.c.kind == MoveKind.ISSUED.value)
    .group_by(vouchers.c.reward_id)
)
_PENDING = Statement(
    select(vouchers.c.reward_id, vouchers.c.facts).where(
        owned(vouchers), vouchers.c.status == VoucherStatus.PENDING.value
    )
)
_RULES = Statement(
    select(
        rule_uses.c.rule_id, func.count(), func.count(rule_uses.c.member_id.distinct()), func.sum(rule_uses.c.points)
    )
    .where(owned(rule_uses), rule_uses.c.day >= bindparam("first"), rule_uses.c.day <= bindparam("last"))
    .group_by(rule_uses.c.rule_id)
)
_OF_A_BILL = exists().where(owned(bills), bills.c.bill_id == entries.c.cause)
_OTHER_RULES = Statement(
    select(entries.c.rule_id, func.count(), func.count(entries.c.member_id.distinct()), func.sum(entries.c.points))
    .where(
        owned(entries),
        entries.c.business_day >= bindparam("first"),
        entries.c.business_day <= bindparam("last"),
        entries.c.kind == EntryKind.BONUS.value,
        entries.c.rule_id.is_not(None),
        ~_OF_A_BILL,
    )
    .group_by(entries.c.rule_id)
)
_JOINED = Statement(
    select(members.c.joined_at).where(
        owned(members), members.c.joined_at >= bindparam("from_at"), members.c.joined_at < bindparam("until_at")
    )
)
_POINTS = func.sum(bills.c.redeemed_points)
_WHEN_NEW = Statement(
    select(bills.c.business_day, bills.c.member_id, func.count(), _POINTS)
    .select_from(members.join(bills, members.c.member_id == bills.c.member_id))
    .where(
        owned(members),
        members.c.joined_at >= bindparam("from_at") - bindparam("micros"),
        members.c.joined_at < bindparam("until_at"),
        *_IN_DAYS,
        bills.c.redeemed_points > 0,
        bills.c.occurred_at < members.c.joined_at + bindparam("micros"),
    )
    .group_by(bills.c.business_day, bills.c.member_id)
)
_GIVEN = func.sum(refunds.c.restored_points)
_AT_ONCE = Statement(
    select(refunds.c.business_day, bills.c.member_id, func.count(bills.c.bill_id.distinct()), _GIVEN, refunds.c.staff)
    .select_from(refunds.join(bills, and_(owned(bills), bills.c.bill_id == refunds.c.bill_id)))
    .where(
        owned(refunds),
        refunds.c.business_day >= bindparam("first"),
        refunds.c.business_day <= bindparam("last"),
        bills.c.redeemed_points > 0,
        refunds.c.occurred_at - bills.c.occurred_at < bindparam("micros"),
    )
    .group_by(refunds.c.business_day, bills.c.member_id, refunds.c.staff)
)
_WITH = Statement(
    select(func.max(bills.c.business_day), bills.c.member_id, func.count(), _POINTS, bills.c.staff)
    .where(*_IN_DAYS, bills.c.redeemed_points > 0, bills.c.member_id.is_not(None))
    .group_by(bills.c.member_id, bills.c.staff)
    .having(func.count() >= bindparam("least"))
)
_IS_TYPED = bills.c.typed.is_not(None)
_TYPED = Statement(
    select(
        bills.c.staff,
        func.max(case((_IS_TYPED, bills.c.business_day))),
        func.count(bills.c.typed),
        func.count(),
        func.sum(case((_IS_TYPED, bills.c.redeemed_points), else_=0)),
    )
    .where(*_IN_DAYS, bills.c.member_id.is_not(None))
    .group_by(bills.c.staff)
    .having(func.count(bills.c.typed) >= bindparam("least"))
    .order_by(bills.c.staff)
)
_FIELDS = {
    MoveKind.ISSUED.value: "issued",
    MoveKind.SPENT.value: "spent",
    MoveKind.HANDED_OVER.value: "handed_over",
    MoveKind.CANCELLED.value: "cancelled",
    MoveKind.EXPIRED.value: "expired",
}


@dataclass(frozen=True, slots=True)
class SqlReportGiven(SqlReportPoints):
    def rewards(self, first: date, last: date) -> Sequence[RewardSums]:
        found: dict[str, dict[str, int]] = defaultdict(dict)
        time = self._time(first, last)
        for reward_id, kind, count, minor in self.scope.rows(_MOVED, **time):
            if kind in _FIELDS:
                found[reward_id] |= {_FIELDS[kind]: count}
            if kind == MoveKind.SPENT.value:
                found[reward_id] |= {"off_minor": minor}
        for reward_id, points in self.scope.rows(_PAID, **time):
            found[reward_id] |= {"points": points}
        for reward_id, worth in self._pending():
            so_far = found[reward_id]
            so_far["pending"] = so_far.get("pending", 0) + 1
            so_far["pending_minor"] = so_far.get("pending_minor", 0) + worth
        return [RewardSums(reward_id, **found[reward_id]) for reward_id in sorted(found)]

    def pending_minor(self) -> int:
        return sum(worth for _, worth in self._pending())

    def _pending(self) -> Iterator[tuple[str, int]]:
        """The reward of each voucher that can still be used, and what it is worth, as it was when it was issued."""
        for reward_id, facts in self.scope.rows(_PENDING):
            yield reward_id, json.loads(facts)["reward"].get("value_minor", 0)

    def rules(self, first: date, last: date) -> Sequence[RuleSums]:
        sums: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        for statement in (_RULES, _OTHER_RULES):
            for rule_id, *figures in self.scope.rows(statement, **_days(first, last)):
                sums[rule_id] = [one + more for one, more in zip(sums[rule_id], figures, strict=True)]
        return [RuleSums(rule_id, *sums[rule_id]) for rule_id in sorted(sums)]

    def joined(self, first: date, last: date) -> Mapping[date, int]:
        found = self.scope.rows(_JOINED, **self._time(first, last))
        return Counter(self.calendar.day_of(from_micros(joined_at)) for (joined_at,) in found)

    def used_when_new(self, first: date, last: date, *, hours: int) -> Sequence[Oddity]:
        return self._odd(_WHEN_NEW, first, last, micros=hours * _HOUR_MICROS, **self._time(first, last))

    def returned_at_once(self, first: date, last: date, *, minutes: int) -> Sequence[Oddity]:
        return self._odd(_AT_ONCE, first, last, micros=minutes * _MINUTE_MICROS)

    def used_with(self, first: date, last: date, *, least: int) -> Sequence[Oddity]:
        return self._odd(_WITH, first, last, least=least)

    def typed_cards(self, first: date, last: date, *, least: int) -> Sequence[TypedSums]:
        rows = self.scope.rows(_TYPED, **_days(first, last), least=least)
        return [TypedSums(staff, date.fromisoformat(day), *sums) for staff, day, *sums in rows]

    def _odd(self, statement: Statement, first: date, last: date, **given: Any) -> Sequence[Oddity]:
        rows: Sequence[Cells] = self.scope.rows(statement, **_days(first, last), **given)
        return sorted((Oddity(date.fromisoformat(row[0]), *row[1:]) for row in rows), key=_order)

    def _time(self, first: date, last: date) -> dict[str, int]:
        ends = (self.calendar.start_of(first), self.calendar.start_of(add_days(last, 1)))
        return dict(zip(("from_at", "until_at"), map(to_micros, ends), strict=True))


def _order(one: Oddity) -> tuple[date, str, str]:
    return one.day, one.member_id, one.staff


def _days(first: date, last: date) -> dict[str, str]:
    return {"first": first.isoformat(), "last": last.isoformat()}
