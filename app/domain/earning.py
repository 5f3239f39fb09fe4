"""Earning: the points each line of a bill brings, and the fixed ones rules add."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from app.domain.conditions import NOTHING_KNOWN, BillFacts, Occasion
from app.domain.hearing import RuleUse, Silenced, hear
from app.domain.line_points import Draft, Lines, unspoken
from app.domain.pricing import PricedBill
from app.domain.program import Program
from app.domain.rules import Bonus
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
    """`uses` are what rules brought, of their own or in lines; `silenced` those that a limit held back."""

    lines: tuple[EarnedLine, ...]
    bonuses: tuple[Bonus, ...]
    uses: tuple[RuleUse, ...] = ()
    silenced: tuple[Silenced, ...] = ()

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


def earn(bill: PricedBill, *, redeemed_minor: int, program: Program, facts: EarningFacts) -> Earned:
    """What a bill earns when `redeemed_minor` of it is paid with points. Source: docs/domain.md, Pricing 7-8.

    A bill that does not qualify still has its lines, at no rate: they say what points paid of each.
    """
    lines = unspoken(bill, redeemed_minor=redeemed_minor, program=program, tier=facts.tier, at=facts.at)
    if not lines.qualify:
        return Earned(_earned_lines(lines), ())
    categories = frozenset(line.line.category for line in bill.lines)
    drives = {one.drive_id: one for one in program.drives}
    about = BillFacts(
        lines.base_minor,
        categories,
        facts.tier.name,
        facts.at,
        program.calendar,
        facts.occasion,
        bill.net_minor,
        drives,
    )
    heard = hear(program.rules, about, lines)
    return Earned(
        _earned_lines(heard.lines), tuple(heard.bonuses), uses=tuple(heard.uses), silenced=tuple(heard.silenced)
    )


def _earned_lines(lines: Lines) -> tuple[EarnedLine, ...]:
    return tuple(_earned_line(d, points, lines.tier) for d, points in zip(lines.drafts, lines.points, strict=True))


def _earned_line(draft: Draft, points: int, tier: Level) -> EarnedLine:
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
