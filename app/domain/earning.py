"""Earning: the points each line of a bill brings, and the fixed ones rules add."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from math import lcm

from app.domain.campaigns import Campaign, combined
from app.domain.conditions import NOTHING_KNOWN, BillFacts, Occasion
from app.domain.money import allocate, percent_of
from app.domain.points import RoundingScope
from app.domain.pricing import PricedBill, PricedLine
from app.domain.program import EarnOn, Program
from app.domain.rules import Bonus, DecisionRule, bonuses, multipliers, rate_rule, speaking
from app.domain.tiers import Level


@dataclass(frozen=True, slots=True)
class EarnedLine:
    """Why a line earned what it earned: base in minor units, the rate and multipliers applied, points in hundredths.

    `campaign_ids` are the campaigns and rules that shaped it.
    """

    line_id: str
    category: str
    redeemed_minor: int
    base_minor: int
    percent: Decimal
    campaign_ids: tuple[str, ...]
    campaign_multiplier: Decimal
    tier_multiplier: Decimal
    points: int


@dataclass(frozen=True, slots=True)
class Earned:
    lines: tuple[EarnedLine, ...]
    bonuses: tuple[Bonus, ...]

    @property
    def line_points(self) -> int:
        return sum(line.points for line in self.lines)

    @property
    def bonus_points(self) -> int:
        return sum(bonus.points for bonus in self.bonuses)

    @property
    def points(self) -> int:
        return self.line_points + self.bonus_points


@dataclass(frozen=True, slots=True)
class EarningFacts:
    """What earning needs to know of the member: the tier held before this bill, and what rules may ask."""

    tier: Level
    at: datetime
    occasion: Occasion = NOTHING_KNOWN


NOTHING_EARNED = Earned((), ())


@dataclass(frozen=True, slots=True)
class _Rate:
    """Points per cent of a line, and the rule that says so where it is not the category's own rate."""

    percent: Decimal
    rule_ids: tuple[str, ...] = ()


_NO_RATE = _Rate(Decimal(0))


def earn(bill: PricedBill, *, redeemed_minor: int, program: Program, facts: EarningFacts) -> Earned:
    """What a bill earns when `redeemed_minor` of it is paid with points. Source: docs/domain.md, Pricing 7-8.

    A bill that does not qualify still has its lines, at no rate: they say what points paid of each.
    """
    shares = allocate(redeemed_minor, [line.net_minor for line in bill.lines])
    bases = [_base(line, share, program.earning.earn_on) for line, share in zip(bill.lines, shares, strict=True)]
    bill_base = sum(bases)
    qualifies = program.enabled and bill_base >= program.earning.min_bill_minor
    about = _bill_facts(bill, bill_base, facts, program)
    spoken = speaking(program.rules, about) if qualifies else ()
    running = [c for c in program.campaigns if c.runs(at=facts.at, tier=facts.tier.name)] + multipliers(spoken)
    drafts = [
        _draft(
            line,
            share,
            base,
            rate=_rate(line, program, spoken) if qualifies else _NO_RATE,
            running=running,
            program=program,
        )
        for line, share, base in zip(bill.lines, shares, bases, strict=True)
    ]
    return Earned(tuple(_rounded(drafts, program, facts.tier)), bonuses(spoken, about))


def _base(line: PricedLine, redeemed_minor: int, earn_on: EarnOn) -> int:
    match earn_on:
        case EarnOn.GROSS:
            return line.gross_minor
        case EarnOn.NET_OF_DISCOUNT:
            return line.net_minor
        case EarnOn.NET_OF_DISCOUNT_AND_REDEMPTION:  # pragma: no branch
            return line.net_minor - redeemed_minor


@dataclass(frozen=True, slots=True)
class _Draft:
    """A line before rounding: `exact` is in points, after campaigns and before the tier."""

    line: PricedLine
    redeemed_minor: int
    base_minor: int
    rate: _Rate
    campaigns: tuple[Campaign, ...]
    multiplier: Fraction
    exact: Fraction


def _rate(line: PricedLine, program: Program, spoken: Sequence[DecisionRule]) -> _Rate:
    category = line.line.category
    if not program.category(category).earns:
        return _NO_RATE
    found = rate_rule(spoken, category)
    return _Rate(program.point_percent(category)) if found is None else _Rate(found[1], (found[0],))


def _draft(
    line: PricedLine, share: int, base: int, *, rate: _Rate, running: Sequence[Campaign], program: Program
) -> _Draft:
    touching = tuple(c for c in running if c.touches(line.line.category))
    multiplier = combined(touching, ceiling=program.earning.multiplier_ceiling)
    exact = percent_of(base, rate.percent) / program.currency.minor_per_major * multiplier
    return _Draft(line, share, base, rate, touching, multiplier, exact)


def _rounded(drafts: Sequence[_Draft], program: Program, tier: Level) -> list[EarnedLine]:
    rounding = program.rounding
    if rounding.scope is RoundingScope.BILL:
        total = rounding.apply_tier(sum((d.exact for d in drafts), Fraction(0)), tier.multiplier)
        points = allocate(total, _whole_weights([d.exact for d in drafts]))
    else:
        points = [rounding.apply_tier(d.exact, tier.multiplier) for d in drafts]
    return [_earned_line(d, p, tier) for d, p in zip(drafts, points, strict=True)]


def _whole_weights(exact: Sequence[Fraction]) -> list[int]:
    """The same proportions in whole numbers, so that a rounded bill can be shared over its lines."""
    scale = lcm(*(value.denominator for value in exact))
    return [int(value * scale) for value in exact]


def _earned_line(draft: _Draft, points: int, tier: Level) -> EarnedLine:
    return EarnedLine(
        line_id=draft.line.line.line_id,
        category=draft.line.line.category,
        redeemed_minor=draft.redeemed_minor,
        base_minor=draft.base_minor,
        percent=draft.rate.percent,
        campaign_ids=(*draft.rate.rule_ids, *(c.campaign_id for c in draft.campaigns)),
        campaign_multiplier=Decimal(draft.multiplier.numerator) / draft.multiplier.denominator,
        tier_multiplier=tier.multiplier,
        points=points,
    )


def _bill_facts(bill: PricedBill, base: int, facts: EarningFacts, program: Program) -> BillFacts:
    categories = frozenset(line.line.category for line in bill.lines)
    return BillFacts(base, categories, facts.tier.name, facts.at, program.calendar, facts.occasion)
