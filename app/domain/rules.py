"""Decision rules: what a bill brings beside its lines' own rates, and what changes those rates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from app.domain.campaigns import Campaign
from app.domain.conditions import (
    EVER,
    ON_THE_BILL,
    THIS_MONTH,
    BillFacts,
    Condition,
    InSegment,
    InStore,
    NthBill,
    Window,
)
from app.domain.days import ALWAYS, Period
from app.domain.limits import NO_LIMITS, RuleLimits
from app.domain.tier_advance import TierAdvance
from app.domain.triggers import OF_BILLS, Trigger
from app.domain.voucher_awards import VoucherOf


@dataclass(frozen=True, slots=True)
class PointsFixed:
    """Points once for a bill."""

    points: int

    def award(self, _: BillFacts) -> int:
        return self.points


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
        return self.points if bill.occasion.nth(THIS_MONTH) == self.n else 0


@dataclass(frozen=True, slots=True)
class Multiply:
    """What lines earn, times this: those of one category, or all. It multiplies with the campaigns that run."""

    multiplier: Decimal
    category: str | None = None


@dataclass(frozen=True, slots=True)
class PercentFor:
    """Another rate of points for one category, instead of the one it has."""

    category: str
    percent: Decimal


@dataclass(frozen=True, slots=True)
class PointsToReferrer:
    """Points once for who brought a member, when that is known: what REFERRAL rules bring."""

    points: int


PointsAward = PointsFixed | PerSlab | CategoryFixed | AmountBandHighest | NthBillInMonth
Award = PointsAward | Multiply | PercentFor | PointsToReferrer | TierAdvance | VoucherOf


@dataclass(frozen=True, slots=True)
class DecisionRule:
    """What a bill gets, and when: in its period, for its tiers (none: all), where every condition holds.

    It brings no more than its `limits` leave. One whose trigger is no purchase speaks of what else members do; one of a
    campaign (`drive`) only while that runs, for those it is for. The higher priority speaks first, then the smaller id;
    after one that holds and says `stop`, no other speaks.
    """

    rule_id: str
    award: Award
    priority: int = 0
    period: Period = ALWAYS
    tiers: frozenset[str] = frozenset()
    conditions: tuple[Condition, ...] = field(default=(), metadata={"sparse": True})
    stop: bool = field(default=False, metadata={"sparse": True})
    trigger: Trigger = field(default=Trigger.PURCHASE, metadata={"sparse": True})
    limits: RuleLimits = field(default=NO_LIMITS, metadata={"sparse": True})
    drive: str = field(default="", metadata={"sparse": True})

    def holds(self, bill: BillFacts) -> bool:
        asked = bill.asked_by(self.drive) if self.drive else bill
        return asked is not None and self._holds(asked)

    def _holds(self, bill: BillFacts) -> bool:
        is_meant = self.period.covers(bill.at) and (not self.tiers or bill.tier in self.tiers)
        is_its_turn = self.trigger is not Trigger.FIRST_PURCHASE or bill.occasion.nth(EVER) == 1
        return is_meant and is_its_turn and all(condition.holds(bill) for condition in self.conditions)

    @property
    def is_of_bills(self) -> bool:
        return self.trigger in OF_BILLS

    @property
    def is_of_lines(self) -> bool:
        """Whether it changes what lines earn."""
        return isinstance(self.award, Multiply | PercentFor)

    @property
    def asks_occasion(self) -> bool:
        """Whether the bill alone does not tell if it held: who bought it, or where, decides as well."""
        is_on_the_bill = all(isinstance(one, ON_THE_BILL) for one in self.conditions)
        is_bounded = self.limits != NO_LIMITS or bool(self.drive)
        may_be_out = self.stop and isinstance(self.award, VoucherOf)
        return self.is_of_bills and (bool(self.windows()) or not is_on_the_bill or is_bounded or may_be_out)

    def windows(self) -> list[Window]:
        """The times it counts bills in."""
        asked = [one.window for one in self.conditions if isinstance(one, NthBill)]
        if self.trigger is Trigger.FIRST_PURCHASE:
            asked.append(EVER)
        return [*asked, THIS_MONTH] if isinstance(self.award, NthBillInMonth) else asked


@dataclass(frozen=True, slots=True)
class Bonus:
    """Fixed points one rule brought to one bill, in hundredths."""

    rule_id: str
    points: int


def in_order(rules: Iterable[DecisionRule]) -> list[DecisionRule]:
    """In the order in which they speak. Source: docs/domain.md, Decision rules."""
    return sorted(rules, key=lambda rule: (-rule.priority, rule.rule_id))


def answering(rules: Iterable[DecisionRule], trigger: Trigger, facts: BillFacts) -> tuple[DecisionRule, ...]:
    """The rules that hold for something other than a bill that a member did, in the order they speak."""
    found: list[DecisionRule] = []
    for rule in in_order(rule for rule in rules if rule.trigger is trigger):
        if rule.holds(facts):
            found.append(rule)
            if rule.stop:
                break
    return tuple(found)


def multipliers(spoken: Iterable[DecisionRule]) -> list[Campaign]:
    """What rules that hold multiply, as campaigns of their names."""
    found = [(one.rule_id, one.award) for one in spoken if isinstance(one.award, Multiply)]
    return [
        Campaign(rule_id, award.multiplier, categories=frozenset({award.category} if award.category else ()))
        for rule_id, award in found
    ]


def rate_rule(spoken: Sequence[DecisionRule], category: str) -> tuple[str, Decimal] | None:
    """The rule that speaks first of a category's rate, and the rate; None when none does."""
    rates = ((one.rule_id, one.award) for one in spoken if isinstance(one.award, PercentFor))
    return next(((rule_id, award.percent) for rule_id, award in rates if award.category == category), None)


def windows_of(rules: Iterable[DecisionRule]) -> frozenset[Window]:
    """The times that rules count bills in."""
    return frozenset(window for rule in rules for window in rule.windows())


def asks_store(rules: Iterable[DecisionRule]) -> bool:
    return any(isinstance(one, InStore) for rule in rules for one in rule.conditions)


def named_segments(rules: Iterable[DecisionRule]) -> frozenset[str]:
    """The segments that rules ask for."""
    return frozenset(
        name for rule in rules for one in rule.conditions if isinstance(one, InSegment) for name in one.segments
    )
