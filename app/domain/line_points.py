"""Line points: what the lines of a bill earn under the campaigns and rules that have spoken so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from math import lcm

from app.domain.campaigns import Campaign, combined
from app.domain.money import allocate, percent_of
from app.domain.points import RoundingScope
from app.domain.pricing import PricedBill, PricedLine
from app.domain.program import EarnOn, Program
from app.domain.rules import DecisionRule, Multiply, PercentFor, multipliers, rate_rule
from app.domain.tiers import Level


@dataclass(frozen=True, slots=True)
class Rate:
    """Points per cent of a line, and the rule that says so where it is not the category's own rate."""

    percent: Decimal
    rule_ids: tuple[str, ...] = ()


_NO_RATE = Rate(Decimal(0))


@dataclass(frozen=True, slots=True)
class Draft:
    """A line before rounding: `exact` is in points, after campaigns and before the tier."""

    line: PricedLine
    redeemed_minor: int
    base_minor: int
    rate: Rate
    campaigns: tuple[Campaign, ...]
    multiplier: Fraction
    exact: Fraction


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a bill at a tier, with the points (hundredths) each comes to. `running` are the campaigns.

    Those of a bill that does not `qualify` have no rate, and no rule speaks of them.
    """

    drafts: tuple[Draft, ...]
    points: tuple[int, ...]
    running: tuple[Campaign, ...]
    program: Program
    tier: Level
    qualify: bool

    @property
    def base_minor(self) -> int:
        return sum(draft.base_minor for draft in self.drafts)

    @property
    def total(self) -> int:
        return sum(self.points)

    def under(self, spoken: Sequence[DecisionRule]) -> Lines:
        """The same once these rules have spoken of lines, the last of them just now."""
        last = spoken[-1].award
        assert isinstance(last, Multiply | PercentFor), "it speaks of lines"
        running = (*self.running, *multipliers(spoken))
        drafts = tuple(
            _drafted(draft, _rate(draft.line, self.program, spoken), running, self.program)
            if last.category in (None, draft.line.line.category)
            else draft
            for draft in self.drafts
        )
        return replace(self, drafts=drafts, points=_points(drafts, self.program, self.tier))


def unspoken(bill: PricedBill, *, redeemed_minor: int, program: Program, tier: Level, at: datetime) -> Lines:
    """The lines before any rule has spoken: what points paid of each, and what is left to earn on."""
    shares = allocate(redeemed_minor, [line.net_minor for line in bill.lines])
    bases = [_base(line, share, program.earning.earn_on) for line, share in zip(bill.lines, shares, strict=True)]
    qualifies = program.enabled and sum(bases) >= program.earning.min_bill_minor
    running = tuple(c for c in program.campaigns if c.runs(at=at, tier=tier.name))
    drafts = tuple(
        _drafted(
            Draft(line, share, base, _NO_RATE, (), Fraction(1), Fraction(0)),
            _rate(line, program, ()) if qualifies else _NO_RATE,
            running,
            program,
        )
        for line, share, base in zip(bill.lines, shares, bases, strict=True)
    )
    return Lines(drafts, _points(drafts, program, tier), running, program, tier, qualifies)


def _base(line: PricedLine, redeemed_minor: int, earn_on: EarnOn) -> int:
    match earn_on:
        case EarnOn.GROSS:
            return line.gross_minor
        case EarnOn.NET_OF_DISCOUNT:
            return line.net_minor
        case EarnOn.NET_OF_DISCOUNT_AND_REDEMPTION:  # pragma: no branch
            return line.net_minor - redeemed_minor


def _rate(line: PricedLine, program: Program, spoken: Sequence[DecisionRule]) -> Rate:
    category = line.line.category
    if not program.category(category).earns:
        return _NO_RATE
    found = rate_rule(spoken, category)
    return Rate(program.point_percent(category)) if found is None else Rate(found[1], (found[0],))


def _drafted(draft: Draft, rate: Rate, running: Sequence[Campaign], program: Program) -> Draft:
    touching = tuple(c for c in running if c.touches(draft.line.line.category))
    multiplier = combined(touching, ceiling=program.earning.multiplier_ceiling)
    exact = percent_of(draft.base_minor, rate.percent) / program.currency.minor_per_major * multiplier
    return replace(draft, rate=rate, campaigns=touching, multiplier=multiplier, exact=exact)


def _points(drafts: Sequence[Draft], program: Program, tier: Level) -> tuple[int, ...]:
    rounding = program.rounding
    if rounding.scope is RoundingScope.LINE:
        return tuple(rounding.apply_tier(d.exact, tier.multiplier) for d in drafts)
    total = rounding.apply_tier(sum((d.exact for d in drafts), Fraction(0)), tier.multiplier)
    return tuple(allocate(total, _whole_weights([d.exact for d in drafts])))


def _whole_weights(exact: Sequence[Fraction]) -> list[int]:
    """The same proportions in whole numbers, so that a rounded bill can be shared over its lines."""
    scale = lcm(*(value.denominator for value in exact))
    return [int(value * scale) for value in exact]
