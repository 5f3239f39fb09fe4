"""A bill worked out by hand: what somebody with the rules, the goods and a pencil comes to, by docs/domain.md alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from math import floor, prod

from app.domain.cart import BillDiscount, CartLine
from app.domain.conditions import THIS_MONTH, BillFacts
from app.domain.limits import Drawn, RuleLimits
from app.domain.points import Rounding, RoundingMode, RoundingScope, TierStep
from app.domain.program import CapBase, EarnOn, Program
from app.domain.rewards import OF_A_LINE, Reward
from app.domain.rules import (
    AmountBandHighest,
    CategoryFixed,
    DecisionRule,
    Multiply,
    NthBillInMonth,
    PercentFor,
    PerSlab,
)
from app.domain.tiers import Level
from tests.property.sales import Sale


def nearest(value: Fraction) -> int:
    return floor(value + Fraction(1, 2))


def percent(amount: int, rate: Decimal) -> Fraction:
    return amount * Fraction(rate) / 100


def dealt(total: int, weights: Sequence[int | Fraction]) -> list[int]:
    """Everybody's whole share, then one more to whoever is shortest of theirs."""
    if not sum(weights):
        return [total if not place else 0 for place in range(len(weights))]
    due = [total * Fraction(weight) / sum(weights) for weight in weights]
    parts = [floor(one) for one in due]
    while sum(parts) < total:
        short = [one - part for one, part in zip(due, parts, strict=True)]
        parts[short.index(max(short))] += 1
    return parts


def rounded(points: Fraction, rounding: Rounding) -> int:
    """Hundredths of points, in steps."""
    steps = points * 100 / rounding.quantum
    return (nearest(steps) if rounding.mode is RoundingMode.HALF_UP else floor(steps)) * rounding.quantum


def raised(points: Fraction, by: Decimal, rounding: Rounding) -> int:
    if rounding.tier_step is TierStep.ROUND_THEN_MULTIPLY_THEN_ROUND:
        points = Fraction(rounded(points, rounding), 100)
    return rounded(points * Fraction(by), rounding)


@dataclass(frozen=True)
class HandLine:
    """A line: what it costs, and what it earns on and with. Money in minor units, `points` in hundredths."""

    category: str
    gross: int
    net: int
    paid_by_points: int = 0
    base: int = 0
    percent: Decimal = Decimal(0)
    times: Fraction = Fraction(1)
    names: tuple[str, ...] = ()
    points: int = 0

    def exact(self, minor_per_major: int) -> Fraction:
        return percent(self.base, self.percent) / minor_per_major * self.times


@dataclass(frozen=True)
class HandBill:
    lines: tuple[HandLine, ...]
    net: int
    bonuses: tuple[tuple[str, int], ...]

    @property
    def points(self) -> int:
        return sum(line.points for line in self.lines) + sum(points for _, points in self.bonuses)


# What it costs


def _off(discount: BillDiscount | None, total: int) -> int:
    if discount is None:
        return 0
    return discount.amount_minor or 0 if discount.percent is None else nearest(percent(total, discount.percent))


def _listed(line: CartLine, program: Program, tier: Level) -> tuple[int, int]:
    """Gross, and what is left of it before anything is shared out."""
    gross = nearest(Fraction(line.quantity) * line.unit_price_minor)
    left = gross - nearest(percent(gross, program.category(line.category).discount_percent))
    left -= nearest(percent(left, tier.price_discount_percent))
    return gross, left - _off(line.discount, left)


def _free_piece(reward: Reward, goods: Sequence[CartLine], nets: Sequence[int], most: int) -> tuple[int, int]:
    """Which line gives a piece free, and what it is worth."""
    pieces = [
        nearest(net / max(Fraction(1), Fraction(one.quantity))) if one.category == reward.category else -1
        for one, net in zip(goods, nets, strict=True)
    ]
    return pieces.index(max(pieces)), min(max(pieces), reward.value_minor or max(pieces), most)


def priced(sale: Sale, tier: Level) -> tuple[list[HandLine], int]:
    """Every line, and the bill; before points."""
    goods = [line for line in sale.cart.lines if not line.voided]
    gross_and_left = [_listed(line, sale.program, tier) for line in goods]
    left = [one[1] for one in gross_and_left]
    shared, reward = _off(sale.cart.discount, sum(left)), sale.cart.voucher and sale.cart.voucher.reward
    still = sum(left) - shared
    if reward and reward.kind in OF_A_LINE:
        place, worth = _free_piece(reward, goods, left, still)
        left[place] -= worth
    elif reward:
        wanted = reward.value_minor if reward.percent is None else nearest(percent(still, reward.percent))
        shared += min(wanted, still)
    nets = [one - part for one, part in zip(left, dealt(shared, left), strict=True)]
    step, total = sale.program.bill_rounding_minor, sum(nets)
    lines = [HandLine(line.category, one[0], net) for line, one, net in zip(goods, gross_and_left, nets, strict=True)]
    return lines, nearest(Fraction(total, step)) * step if step else total


def payable_by_points(lines: Sequence[HandLine], net: int, program: Program) -> int:
    """The most that points may pay of a bill, whoever comes with them."""
    shut = [one for one in lines if (kind := program.category(one.category)).is_rx or not kind.redeems]
    if program.redemption.cap_base is CapBase.GROSS:
        base = sum(one.gross for one in lines) - sum(one.gross for one in shut)
    else:
        base = max(0, net - sum(one.net for one in shut))
    part = min(net, floor(percent(base, program.redemption.max_percent)))
    most = program.redemption.max_per_bill_minor
    return part if most is None else min(part, most)


# What it earns


def worked_out(sale: Sale, *, redeemed: int, silenced: frozenset[str]) -> HandBill:
    """The bill of an active member, of whose rules some bring nothing because of what they brought before."""
    program, tier = sale.program, sale.program.tiers.level(sale.visitor.tier)
    lines, net = priced(sale, tier)
    shares = dealt(redeemed, [one.net for one in lines])
    lines = [
        replace(one, paid_by_points=share, base=_base(one, share, program.earning.earn_on))
        for one, share in zip(lines, shares, strict=True)
    ]
    base = sum(one.base for one in lines)
    qualifies = program.enabled and base >= program.earning.min_bill_minor
    facts = _facts(sale, lines, base=base, net=net, redeemed=redeemed)
    spoken = _spoken(program, facts, silenced) if qualifies else []
    drawn = sale.visitor.occasion.drawn
    given = [(one.rule_id, _cut(_award(one, facts), one.limits, drawn.get(one.rule_id, Drawn()))) for one in spoken]
    earning = [_rated(one, sale, spoken, qualifies=qualifies) for one in lines]
    return HandBill(tuple(_with_points(earning, program, tier)), net, tuple(one for one in given if one[1]))


def _base(line: HandLine, share: int, earn_on: EarnOn) -> int:
    on = {EarnOn.GROSS: line.gross, EarnOn.NET_OF_DISCOUNT: line.net}
    return on.get(earn_on, line.net - share)


def _facts(sale: Sale, lines: Sequence[HandLine], *, base: int, net: int, redeemed: int) -> BillFacts:
    occasion = sale.visitor.occasion
    if net == redeemed:
        occasion = replace(occasion, paid_by=frozenset())
    categories = frozenset(one.category for one in lines)
    return BillFacts(base, categories, sale.visitor.tier, sale.at, sale.program.calendar, occasion, net)


def _spoken(program: Program, facts: BillFacts, silenced: frozenset[str]) -> list[DecisionRule]:
    spoken = []
    for rule in sorted(program.rules, key=lambda one: (-one.priority, one.rule_id)):
        if rule.rule_id not in silenced and rule.holds(facts):
            spoken.append(rule)
            if rule.stop:
                break
    return spoken


def _award(rule: DecisionRule, facts: BillFacts) -> int:
    award = rule.award
    match award:
        case Multiply() | PercentFor():
            return 0
        case PerSlab():
            return facts.base_minor // award.slab_minor * award.points
        case AmountBandHighest():
            reached = [band for band in award.bands if band.from_minor <= facts.base_minor]
            return max(reached, key=lambda band: band.from_minor).points if reached else 0
        case CategoryFixed():
            return award.points if award.category in facts.categories else 0
        case NthBillInMonth():
            return award.points if facts.occasion.bills_before.get(THIS_MONTH, 0) == award.n - 1 else 0
        case _:
            return award.points


def _cut(points: int, limits: RuleLimits, drawn: Drawn) -> int:
    """What its limits leave of it."""
    left = limits.budget if drawn.budget_left is None else drawn.budget_left
    bounds = [
        limits.points_per_bill,
        None if limits.points_per_member is None else limits.points_per_member - drawn.points,
        None if limits.points_per_day is None else limits.points_per_day - drawn.today,
        None if limits.budget is None else left,
        0 if limits.uses_per_member is not None and limits.uses_per_member <= drawn.uses else None,
    ]
    return max(0, min([points, *(bound for bound in bounds if bound is not None)]))


def _rated(line: HandLine, sale: Sale, spoken: Sequence[DecisionRule], *, qualifies: bool) -> HandLine:
    program, kind = sale.program, line.category
    rates = [(one.award.percent, (one.rule_id,)) for one in spoken if isinstance(one.award, PercentFor)
             and one.award.category == kind]  # fmt: skip
    rate, named = (rates or [(program.point_percent(kind), ())])[0]
    if not qualifies or not program.category(kind).earns:
        rate, named = Decimal(0), ()
    running = [
        (one.campaign_id, one.multiplier)
        for one in program.campaigns
        if (not one.tiers or sale.visitor.tier in one.tiers) and (not one.categories or kind in one.categories)
    ]
    running += [(one.rule_id, one.award.multiplier) for one in spoken if isinstance(one.award, Multiply)
                and one.award.category in (None, kind)]  # fmt: skip
    times = min(Fraction(program.earning.multiplier_ceiling), prod((Fraction(one[1]) for one in running), start=1))
    names = (*named, *(name for name, _ in running))
    return replace(line, percent=rate, times=Fraction(times), names=names)


def _with_points(lines: Sequence[HandLine], program: Program, tier: Level) -> list[HandLine]:
    exact, rounding = [one.exact(program.currency.minor_per_major) for one in lines], program.rounding
    if rounding.scope is RoundingScope.BILL:
        points = dealt(raised(sum(exact, Fraction(0)), tier.multiplier, rounding), exact)
    else:
        points = [raised(one, tier.multiplier, rounding) for one in exact]
    return [replace(line, points=each) for line, each in zip(lines, points, strict=True)]
