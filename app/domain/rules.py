"""Decision rules: fixed points a bill brings, beside what its lines earn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app.domain.days import ALWAYS, Period


@dataclass(frozen=True, slots=True)
class BillFacts:
    """What rules look at: the bill's earning base, its categories, and how many bills this month with this one."""

    base_minor: int
    categories: frozenset[str]
    nth_this_month: int
    tier: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PerSlab:
    """Points for every whole slab of the earning base."""

    slab_minor: int
    points: int

    def award(self, bill: BillFacts) -> int:
        return bill.base_minor // self.slab_minor * self.points


@dataclass(frozen=True, slots=True)
class CategoryFixed:
    """Points once for a bill that has the category."""

    category: str
    points: int

    def award(self, bill: BillFacts) -> int:
        return self.points if self.category in bill.categories else 0


@dataclass(frozen=True, slots=True)
class Band:
    from_minor: int
    points: int


@dataclass(frozen=True, slots=True)
class AmountBandHighest:
    """Points of the highest band the earning base reaches."""

    bands: tuple[Band, ...]

    def award(self, bill: BillFacts) -> int:
        reached = [band for band in self.bands if bill.base_minor >= band.from_minor]
        return max(reached, key=lambda band: band.from_minor).points if reached else 0


@dataclass(frozen=True, slots=True)
class NthBillInMonth:
    """Points for exactly the nth bill of the shop's calendar month."""

    n: int
    points: int

    def award(self, bill: BillFacts) -> int:
        return self.points if bill.nth_this_month == self.n else 0


Award = PerSlab | CategoryFixed | AmountBandHighest | NthBillInMonth


@dataclass(frozen=True, slots=True)
class DecisionRule:
    """An award and when it holds; the higher priority speaks first, then the smaller id."""

    rule_id: str
    award: Award
    priority: int = 0
    period: Period = ALWAYS
    tiers: frozenset[str] = frozenset()

    def holds(self, bill: BillFacts) -> bool:
        return self.period.covers(bill.at) and (not self.tiers or bill.tier in self.tiers)


@dataclass(frozen=True, slots=True)
class Bonus:
    """Fixed points one rule brought to one bill, in hundredths."""

    rule_id: str
    points: int


def bonuses(rules: Iterable[DecisionRule], bill: BillFacts) -> tuple[Bonus, ...]:
    """What the rules bring to a bill, in the order they speak. Source: docs/domain.md, Decision rules."""
    ordered = sorted(rules, key=lambda rule: (-rule.priority, rule.rule_id))
    awarded = [Bonus(rule.rule_id, rule.award.award(bill)) for rule in ordered if rule.holds(bill)]
    return tuple(bonus for bonus in awarded if bonus.points)


def needs_month(rules: Iterable[DecisionRule]) -> bool:
    """Whether any rule asks how many bills came before in the month."""
    return any(isinstance(rule.award, NthBillInMonth) for rule in rules)
