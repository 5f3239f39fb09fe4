"""What rules brought, as it counts now: a row for each bill and rule, and the sums of each rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, case, delete, func, select, update

from app.domain.limits import Drawn
from app.persistence.scope import Scope
from app.persistence.statement import Statement, adding, owned
from app.persistence.tables.rules import rule_totals, rule_uses
from app.services.ports import UsedRule

_OF_BILL = (owned(rule_uses), rule_uses.c.bill_id == bindparam("of_bill"))
_MINE = (owned(rule_uses), rule_uses.c.member_id == bindparam("of_member"))
_ROW = (rule_uses.c.bill_id, rule_uses.c.rule_id, rule_uses.c.member_id, rule_uses.c.day, rule_uses.c.points)
_SUMS = (
    rule_uses.c.rule_id,
    func.count(),
    func.sum(rule_uses.c.points),
    func.coalesce(func.sum(case((rule_uses.c.day == bindparam("of_day"), rule_uses.c.points))), 0),
)

_ADD, _ADD_TOTAL = adding(rule_uses), adding(rule_totals)
_REMOVE = Statement(delete(rule_uses).where(*_OF_BILL))
_CLEAR = Statement(delete(rule_uses).where(owned(rule_uses)))
_CLEAR_TOTALS = Statement(delete(rule_totals).where(owned(rule_totals)))
_MOVE = Statement(update(rule_uses).where(*_MINE), sets=("member_id",))
_BILL = Statement(select(*_ROW).where(*_OF_BILL).order_by(rule_uses.c.rule_id))
_EVERY = Statement(select(*_ROW).where(owned(rule_uses)).order_by(rule_uses.c.bill_id, rule_uses.c.rule_id))
_MEMBER = Statement(select(*_ROW).where(*_MINE))  # put in order afterwards: an index of bills would be walked for it
_DRAWN = Statement(select(*_SUMS).where(*_MINE).group_by(rule_uses.c.rule_id))
_DRAWN_BEFORE = Statement(
    select(*_SUMS).where(*_MINE, rule_uses.c.bill_id < bindparam("before_bill")).group_by(rule_uses.c.rule_id)
)
_SINCE = Statement(
    select(rule_uses.c.rule_id, func.sum(rule_uses.c.points))
    .where(owned(rule_uses), rule_uses.c.bill_id >= bindparam("from_bill"))
    .group_by(rule_uses.c.rule_id)
)
_THIS = (owned(rule_totals), rule_totals.c.rule_id == bindparam("of_rule"))
_TOTAL = Statement(select(rule_totals.c.uses, rule_totals.c.points).where(*_THIS))
_TOTALS = Statement(select(rule_totals.c.rule_id, rule_totals.c.uses, rule_totals.c.points).where(owned(rule_totals)))
_REMOVE_TOTAL = Statement(delete(rule_totals).where(*_THIS))


@dataclass(frozen=True, slots=True)
class SqlRuleUses:
    scope: Scope

    def put(self, bill_id: str, uses: Sequence[UsedRule]) -> None:
        self._replace(self._rows(_BILL, of_bill=bill_id), uses)

    def of_member(self, member_id: str) -> Sequence[UsedRule]:
        return sorted(self._rows(_MEMBER, of_member=member_id), key=lambda one: (one.bill_id, one.rule_id))

    def all(self) -> Sequence[UsedRule]:
        return self._rows(_EVERY)

    def put_all(self, uses: Mapping[str, Sequence[UsedRule]]) -> None:
        before = [one for member_id in uses for one in self.of_member(member_id)]
        after = [one for every in uses.values() for one in every]
        kept = {one.bill_id for one in before}
        before += [
            other
            for bill_id in sorted({one.bill_id for one in after} - kept)
            for other in self._rows(_BILL, of_bill=bill_id)
        ]
        if before != after:
            self._replace(before, after)

    def drawn(self, member_id: str, day: date, *, before: str | None = None) -> Mapping[str, Drawn]:
        given = {"of_member": member_id, "of_day": day.isoformat()}
        rows = (
            self.scope.rows(_DRAWN, **given)
            if before is None
            else self.scope.rows(_DRAWN_BEFORE, **given, before_bill=before)
        )
        return {rule_id: Drawn(uses, int(points), int(today)) for rule_id, uses, points, today in rows}

    def total(self, rule_id: str) -> int:
        return self._total(rule_id)[1]

    def totals(self) -> Mapping[str, tuple[int, int]]:
        return {rule_id: (uses, points) for rule_id, uses, points in self.scope.rows(_TOTALS)}

    def totals_before(self, bill_id: str) -> Mapping[str, int]:
        since = {rule_id: int(points) for rule_id, points in self.scope.rows(_SINCE, from_bill=bill_id)}
        return {rule_id: points - since.get(rule_id, 0) for rule_id, (_, points) in self.totals().items()}

    def move(self, source: str, into: str) -> None:
        self.scope.change(_MOVE, of_member=source, member_id=into)

    def clear(self) -> None:
        self.scope.change(_CLEAR)
        self.scope.change(_CLEAR_TOTALS)

    def _rows(self, statement: Statement, **given: str) -> list[UsedRule]:
        rows = self.scope.rows(statement, **given)
        return [
            UsedRule(bill, rule, member, date.fromisoformat(day), points) for bill, rule, member, day, points in rows
        ]

    def _replace(self, before: Iterable[UsedRule], after: Iterable[UsedRule]) -> None:
        """Other rows in the place of these, and the sums with them."""
        grown: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        for sign, rows in ((-1, before), (1, after)):
            for one in rows:
                grown[one.rule_id][0] += sign
                grown[one.rule_id][1] += sign * one.points
        self.scope.change_each(_REMOVE, [{"of_bill": bill_id} for bill_id in sorted({one.bill_id for one in before})])
        self.scope.change_each(_ADD, [_row(one) for one in after])
        for rule_id, (uses, points) in sorted(grown.items()):
            self._grow(rule_id, uses, points)

    def _grow(self, rule_id: str, uses: int, points: int) -> None:
        were_uses, were_points = self._total(rule_id)
        self.scope.change(_REMOVE_TOTAL, of_rule=rule_id)
        if were_uses + uses:
            self.scope.change(_ADD_TOTAL, rule_id=rule_id, uses=were_uses + uses, points=were_points + points)

    def _total(self, rule_id: str) -> tuple[int, int]:
        row = self.scope.row(_TOTAL, of_rule=rule_id)
        return (0, 0) if row is None else (row[0], row[1])


def _row(use: UsedRule) -> dict[str, str | int]:
    return {
        "bill_id": use.bill_id,
        "rule_id": use.rule_id,
        "member_id": use.member_id,
        "day": use.day.isoformat(),
        "points": use.points,
    }
