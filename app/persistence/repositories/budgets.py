"""Shares of budgets as rows: what each counter may bring of a rule's budget, an epoch at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, delete, select

from app.domain.lease import NO_LEASE, Lease
from app.persistence.scope import Cells, Scope
from app.persistence.statement import Statement, adding, owned
from app.persistence.tables.rules import budget_shares
from app.services.ports import BudgetShare

_ROW = tuple(
    budget_shares.c[name]
    for name in ("rule_id", "counter_code", "epoch", "granted", "spent", "returned", "written_off", "keep")
)
_THIS = (
    owned(budget_shares),
    budget_shares.c.rule_id == bindparam("of_rule"),
    budget_shares.c.counter_code == bindparam("of_counter"),
    budget_shares.c.epoch == bindparam("of_epoch"),
)
_ONE = Statement(select(*_ROW).where(*_THIS))
_OF_RULE = Statement(
    select(*_ROW)
    .where(owned(budget_shares), budget_shares.c.rule_id == bindparam("of_rule"))
    .order_by(budget_shares.c.counter_code, budget_shares.c.epoch)
)
_OF_COUNTER = Statement(
    select(*_ROW)
    .where(owned(budget_shares), budget_shares.c.counter_code == bindparam("of_counter"))
    .order_by(budget_shares.c.rule_id, budget_shares.c.epoch)
)
_REMOVE, _ADD = Statement(delete(budget_shares).where(*_THIS)), adding(budget_shares)


@dataclass(frozen=True, slots=True)
class SqlBudgets:
    scope: Scope

    def get(self, rule_id: str, *, counter_code: str, epoch: int) -> BudgetShare:
        row = self.scope.row(_ONE, of_rule=rule_id, of_counter=counter_code, of_epoch=epoch)
        return BudgetShare(rule_id, counter_code, epoch, NO_LEASE) if row is None else _share(row)

    def put(self, share: BudgetShare) -> None:
        whose = {"of_rule": share.rule_id, "of_counter": share.counter_code, "of_epoch": share.epoch}
        rights = share.rights
        self.scope.change(_REMOVE, **whose)
        self.scope.change(
            _ADD,
            rule_id=share.rule_id,
            counter_code=share.counter_code,
            epoch=share.epoch,
            granted=rights.granted,
            spent=rights.spent,
            returned=rights.returned,
            written_off=rights.written_off,
            keep=share.keep,
        )

    def of_rule(self, rule_id: str) -> Sequence[BudgetShare]:
        return [_share(row) for row in self.scope.rows(_OF_RULE, of_rule=rule_id)]

    def of_counter(self, counter_code: str) -> Sequence[BudgetShare]:
        return [_share(row) for row in self.scope.rows(_OF_COUNTER, of_counter=counter_code)]


def _share(row: Cells) -> BudgetShare:
    rule_id, counter_code, epoch, *numbers, keep = row
    return BudgetShare(rule_id, counter_code, epoch, Lease(*numbers), keep)
