"""Budgets of rules at a desk: what may still be brought here, what a bill took of it, what is asked back.

A counter of a chain brings from the share the server granted it, and from nothing else. Each number has one writer,
as with leases: the server grants, the counter spends and returns. Source: docs/protocol.md, Budgets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from app.domain.bill import Bill
from app.domain.lease import outstanding
from app.domain.program import Program
from app.services.desk import Desk
from app.services.ports import BudgetShare, Head, UnitOfWork
from app.services.posting import Page

Totals = dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class ToldShare:
    """What the server says of this counter's share of a rule's budget, in one epoch, in hundredths of points."""

    rule: str
    epoch: int
    granted: int
    keep: int | None


def budgets_of(program: Program) -> dict[str, int]:
    """By rule, in hundredths of points."""
    return {rule.rule_id: rule.limits.budget for rule in program.rules if rule.limits.budget is not None}


def left_here(desk: Desk, uow: UnitOfWork, head: Head, program: Program) -> Callable[[str], int]:
    """What a rule may still bring at this desk, by its id: of the budget where all is known, else of the share."""
    budgets = budgets_of(program)
    if not desk.is_server and uow.links.get() is not None:
        return lambda rule_id: _mine(desk, uow, head, rule_id).rights.outstanding
    return lambda rule_id: free(uow, rule_id, budgets[rule_id])


def free(uow: UnitOfWork, rule_id: str, budget: int) -> int:
    """What was neither brought nor granted to a counter; below zero where a budget was made smaller since."""
    return budget - uow.rule_uses.total(rule_id) - outstanding(one.rights for one in uow.budgets.of_rule(rule_id))


def _mine(desk: Desk, uow: UnitOfWork, head: Head, rule_id: str) -> BudgetShare:
    return uow.budgets.get(rule_id, counter_code=desk.counter_code, epoch=head.epoch)


def drawn_by(page: Page, bill: Bill, program: Program) -> dict[str, Totals]:
    """Take what rules brought to a bill off the shares of this counter. Returns what its event says of them."""
    if page.desk.is_server or page.uow.links.get() is None:
        return {}
    budgets = budgets_of(program)
    shares = [
        (_mine(page.desk, page.uow, page.head, one.rule_id), one.points) for one in bill.rules if one.rule_id in budgets
    ]
    return _said(page, [replace(share, rights=share.rights.with_spent(points)) for share, points in shares])


def give_back(desk: Desk) -> int:
    """Give back what the server asks for of unused shares. Returns how much; without any there is no event."""
    with desk.store.reading() as uow:
        if not _asked_back(desk, uow):
            return 0
    with desk.store.writing() as uow:
        page, given = Page.open(desk, uow), _asked_back(desk, uow)
        after = [replace(one, rights=one.rights.with_returned(points)) for one, points in given]
        page.close("lease", _said(page, after))
    return sum(points for _, points in given)


def _asked_back(desk: Desk, uow: UnitOfWork) -> list[tuple[BudgetShare, int]]:
    epoch = uow.journal.head().epoch
    mine = [one for one in uow.budgets.of_counter(desk.counter_code) if one.epoch == epoch]
    going = [(one, one.rights.outstanding - one.keep) for one in mine if one.keep is not None]
    return [(one, points) for one, points in going if points > 0]


def _said(page: Page, shares: Iterable[BudgetShare]) -> dict[str, Totals]:
    totals = {}
    for share in shares:
        page.uow.budgets.put(share)
        totals[share.rule_id] = {"spent": share.rights.spent, "returned": share.rights.returned}
    return {"budget": totals} if totals else {}


def adopt_shares(desk: Desk, uow: UnitOfWork, told: Iterable[ToldShare]) -> None:
    """Put in place what the server grants. Grants are totals: late or repeated they do no harm."""
    head = uow.journal.head()
    for one in told:
        known = _mine(desk, uow, head, one.rule)
        if one.epoch == head.epoch and one.granted >= known.rights.granted:
            uow.budgets.put(replace(known, rights=replace(known.rights, granted=one.granted), keep=one.keep))
