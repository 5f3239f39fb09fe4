"""Limits of rules at a bill: what each rule that has some has brought before it, and what is left of its budget."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from app.domain.hearing import RuleUse
from app.domain.limits import NO_LIMITS, NOTHING_DRAWN, Drawn
from app.domain.program import Program
from app.services.ports import UnitOfWork

Total = Callable[[str], int]  # hundredths of points that a rule brought to everybody


def drawn_on(uow: UnitOfWork, member_id: str, program: Program, day: date, left: Total) -> Mapping[str, Drawn]:
    """Asked for nothing where no rule has limits. `left` says what may still be brought of a rule's budget."""
    if not _limited(program):
        return {}
    return _with_budgets(program, uow.rule_uses.drawn(member_id, day), left)


def _limited(program: Program) -> bool:
    return any(rule.limits != NO_LIMITS for rule in program.rules)


def _with_budgets(program: Program, drawn: Mapping[str, Drawn], left: Total) -> Mapping[str, Drawn]:
    found = {}
    for rule in program.rules:
        if rule.limits != NO_LIMITS:
            known = drawn.get(rule.rule_id, NOTHING_DRAWN)
            has_budget = rule.limits.budget is not None
            found[rule.rule_id] = replace(known, budget_left=left(rule.rule_id)) if has_budget else known
    return found


@dataclass(slots=True)
class Tally:
    """What rules bring while bills are rung again one after another, on top of what they had brought before a bill.

    Budgets are taken as one: which counter held which part of them then, nobody kept.
    """

    uow: UnitOfWork
    before: str
    mine: dict[tuple[str, str], list[tuple[date, int]]] = field(default_factory=lambda: defaultdict(list))
    totals: Counter[str] | None = None

    def drawn(self, member_id: str, program: Program, day: date) -> Mapping[str, Drawn]:
        """What had been brought to a member when a bill of that day was made."""
        if not _limited(program):
            return {}
        stored = self.uow.rule_uses.drawn(member_id, day, before=self.before)
        named = {rule.rule_id for rule in program.rules}
        grown = {one: self._grown(stored.get(one, NOTHING_DRAWN), (member_id, one), day) for one in named}
        budgets = {rule.rule_id: rule.limits.budget or 0 for rule in program.rules}
        return _with_budgets(program, grown, lambda rule_id: budgets[rule_id] - self._totals()[rule_id])

    def add(self, member_id: str, day: date, uses: Iterable[RuleUse]) -> None:
        """A bill was rung: what rules brought to it."""
        for use in uses:
            self.mine[member_id, use.rule_id].append((day, use.points))
            self._totals()[use.rule_id] += use.points

    def _totals(self) -> Counter[str]:
        if self.totals is None:
            self.totals = Counter(self.uow.rule_uses.totals_before(self.before))
        return self.totals

    def _grown(self, drawn: Drawn, whose: tuple[str, str], day: date) -> Drawn:
        uses = self.mine[whose]
        today = sum(points for on, points in uses if on == day)
        return Drawn(drawn.uses + len(uses), drawn.points + sum(points for _, points in uses), drawn.today + today)
