"""Verdicts: of every rule whether it speaks of a bill, and of all it asks whether that holds. Nothing is posted.

Source: docs/rates.md, What if.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.conditions import EVER, BillFacts, Condition, NthBill, Occasion
from app.domain.days import ALWAYS, Period
from app.domain.drives import Bar, Drive
from app.domain.hearing import RuleUse, Silenced
from app.domain.limits import Bound
from app.domain.new_tiers import NewTier, new_tier
from app.domain.program import Program
from app.domain.quote import Quote, paying
from app.domain.rules import DecisionRule, PointsFixed, in_order
from app.domain.tiers import Metrics
from app.domain.triggers import Trigger


class Said(StrEnum):
    """What a rule does at a bill. One that speaks may still bring nothing."""

    SPEAKS = "SPEAKS"
    PAST_LIMIT = "PAST_LIMIT"
    ASKS_OTHER = "ASKS_OTHER"
    STOPPED = "STOPPED"
    NO_BILL = "NO_BILL"
    NOT_EARNING = "NOT_EARNING"


@dataclass(frozen=True, slots=True)
class TierIn:
    """A member of one of these tiers."""

    tiers: frozenset[str]


@dataclass(frozen=True, slots=True)
class OfDrive:
    """A member for whom its campaign is; `bars` are what keeps them out of it."""

    drive: Drive
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class NoDrive:
    """A campaign that there is not."""

    drive_id: str


Asked = Condition | Period | TierIn | OfDrive | NoDrive | NewTier


@dataclass(frozen=True, slots=True)
class Held:
    """One thing a rule asks, and whether the bill has it."""

    asked: Asked
    holds: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """`points` (hundredths) are what it brought; `by` is the limit that cut or silenced it, or who stopped it."""

    rule: DecisionRule
    said: Said
    asked: tuple[Held, ...] = ()
    points: int = 0
    by: Bound | str | None = None


def verdicts(
    priced: Quote, program: Program, occasion: Occasion, counted: Metrics | None = None
) -> tuple[Verdict, ...]:
    """Every rule of a program at a bill that was priced by it, in the order in which they speak.

    Those of a tier that rises are asked of the one the bill leads to; `counted` is what counts for it before the bill.
    """
    facts = facts_of(priced, program, occasion)
    uses = {one.rule_id: one for one in priced.earned.uses}
    silenced = {one.rule_id: one for one in priced.earned.silenced}
    qualifies = bool(priced.earned.lines) and facts.base_minor >= program.earning.min_bill_minor
    runs = program.runs_at(priced.at)
    tier = new_tier(priced, program, counted)
    risen = {one.rule.rule_id: one for one in _of_tier(program, facts, tier, runs=runs)}
    judged = _judged(in_order(program.rules), facts, uses, silenced, earns=qualifies and runs)
    return tuple(risen.get(one.rule.rule_id, one) for one in judged)


def facts_of(priced: Quote, program: Program, occasion: Occasion) -> BillFacts:
    """What the rules looked at."""
    occasion = paying(occasion, payable_minor=priced.payable_minor)
    lines = priced.earned.lines
    categories = frozenset(one.category for one in lines)
    base = sum(one.base_minor for one in lines)
    drives = {one.drive_id: one for one in program.drives}
    return BillFacts(
        base, categories, priced.tier or "", priced.at, program.calendar, occasion, priced.net_minor, drives
    )


def _judged(
    rules: Iterable[DecisionRule],
    facts: BillFacts,
    uses: dict[str, RuleUse],
    silenced: dict[str, Silenced],
    *,
    earns: bool,
) -> Iterator[Verdict]:
    stopped_by = ""
    for rule in rules:
        asked = tuple(_asked(rule, facts))
        name = rule.rule_id
        if not rule.is_of_bills:
            yield Verdict(rule, Said.NO_BILL)
        elif not earns:
            yield Verdict(rule, Said.NOT_EARNING, asked)
        elif stopped_by:
            yield Verdict(rule, Said.STOPPED, asked, by=stopped_by)
        elif not rule.holds(facts):
            yield Verdict(rule, Said.ASKS_OTHER, asked)
        elif name in silenced:
            yield Verdict(rule, Said.PAST_LIMIT, asked, by=silenced[name].by)
        else:
            use = uses.get(name)
            stopped_by = name if rule.stop else ""
            yield Verdict(rule, Said.SPEAKS, asked, use.points if use else 0, use.cut_by if use else None)


def _of_tier(program: Program, facts: BillFacts, tier: NewTier, *, runs: bool) -> Iterator[Verdict]:
    """The rules that a tier that rises asks: by then the bill is one of those before."""
    occasion, stopped_by = facts.occasion, ""
    after = {window: bills + 1 for window, bills in occasion.bills_before.items()}
    reached = replace(
        facts, base_minor=0, categories=frozenset(), tier=tier.to or "", occasion=replace(occasion, bills_before=after)
    )
    for rule in in_order(one for one in program.rules if one.trigger is Trigger.TIER_CHANGE):
        rises = Held(tier, tier.to is not None)
        asked = (rises, *_asked(rule, reached)) if rises.holds else (rises,)
        if not runs:
            yield Verdict(rule, Said.NOT_EARNING, asked)
        elif stopped_by:
            yield Verdict(rule, Said.STOPPED, asked, by=stopped_by)
        elif not all(one.holds for one in asked):
            yield Verdict(rule, Said.ASKS_OTHER, asked)
        else:
            stopped_by = rule.rule_id if rule.stop else ""
            yield Verdict(rule, Said.SPEAKS, asked, rule.award.points if isinstance(rule.award, PointsFixed) else 0)


def _asked(rule: DecisionRule, facts: BillFacts) -> Iterator[Held]:
    drive = facts.drives.get(rule.drive)
    if drive is not None:
        bars, facts = facts.bars(drive), replace(facts, drive=drive)
        yield Held(OfDrive(drive, bars), not bars)
    elif rule.drive:
        yield Held(NoDrive(rule.drive), holds=False)
    if rule.period != ALWAYS:
        yield Held(rule.period, rule.period.covers(facts.at))
    if rule.tiers:
        yield Held(TierIn(rule.tiers), facts.tier in rule.tiers)
    if rule.trigger is Trigger.FIRST_PURCHASE:
        yield Held(NthBill(1, EVER), NthBill(1, EVER).holds(facts))
    yield from (Held(one, one.holds(facts)) for one in rule.conditions)
