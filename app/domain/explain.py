"""Explanations: the sentences and arithmetic behind a quote's numbers, for the "why?" on screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from app.domain.brought import rewards_brought
from app.domain.earning import EarnedLine
from app.domain.formats import points as show_points
from app.domain.lease import Limit
from app.domain.limits import Bound
from app.domain.money import percent_of
from app.domain.point_words import PointWords
from app.domain.points import value_minor
from app.domain.program import Program
from app.domain.quote import Quote
from app.domain.redemption import Binding
from app.domain.tier_advance import TierAdvance


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of an explanation; the binding one is what decided the number."""

    text: str
    binding: bool = False


def why_points(quote: Quote, program: Program) -> list[Reason]:
    """Every line's arithmetic, then bonuses, then the sum: "why 29.71?" answered."""
    reasons = [Reason(_line_text(number, line, program)) for number, line in enumerate(quote.earned.lines, 1)]
    cuts = {use.rule_id: f", {_CUTS[use.cut_by]}" for use in quote.earned.uses if use.cut_by is not None}
    of = {rule.rule_id: drive.title for rule in program.rules if (drive := program.drive(rule.drive)) is not None}
    named = {rule_id: f" ({title})" for rule_id, title in of.items()}
    reasons += [
        Reason(f"Rule {b.rule_id}{named.get(b.rule_id, '')}: + {show_points(b.points)}{cuts.get(b.rule_id, '')}")
        for b in quote.earned.bonuses
    ]
    reasons += list(_lifts(quote, program))
    brought = rewards_brought(quote.earned.uses, program)
    reasons += [Reason(f"Rule {rule_id} gives a voucher: {reward.name}") for rule_id, reward in brought]
    reasons += [Reason(f"Rule {one.rule_id} brings nothing: {_SPENT[one.by]}") for one in quote.earned.silenced]
    return [*reasons, Reason(_sum_text(quote.earned.points, PointWords.of(program)), binding=True)]


def _sum_text(hundredths: int, words: PointWords) -> str:
    if words.are_own:
        return f"Together {words.own(hundredths)}"
    return f"Together {show_points(hundredths)} points"


def _lifts(quote: Quote, program: Program) -> Iterator[Reason]:
    """The tiers that rules lift the member to."""
    lifting = {one.rule_id: one.award for one in program.rules if isinstance(one.award, TierAdvance)}
    for use in quote.earned.uses:
        award = lifting.get(use.rule_id)
        if award is not None:
            yield Reason(_lift_text(use.rule_id, award.target(program.tiers, quote.tier or "") or "", award.days))


def _lift_text(rule_id: str, tier: str, days: int | None) -> str:
    match days:
        case None:
            return f"Rule {rule_id} lifts to {tier}"
        case 1:
            return f"Rule {rule_id} lifts to {tier} for one day"
        case _:
            return f"Rule {rule_id} lifts to {tier} for {days} days"


_CUTS: Final = {
    Bound.BILL: "its most on one bill",
    Bound.MEMBER: "all that is left of it for this member",
    Bound.DAY: "all that is left of it for this member today",
    Bound.BUDGET: "all that is left of its budget here",
}
_SPENT: Final = {
    Bound.USES: "this member has had it as often as it allows",
    Bound.BILL: "it would be more than its most on one bill",
    Bound.MEMBER: "what is left of it for this member is not enough",
    Bound.DAY: "what is left of it for this member today is not enough",
    Bound.BUDGET: "what is left of its budget here is not enough",
    Bound.STOCK: "none of its reward is left here",
    Bound.HAD: "this member has had its reward as often as anybody may",
}


def _line_text(number: int, line: EarnedLine, program: Program) -> str:
    factors = [program.currency.text(line.base_minor), f"× {_percent(line.percent)}"]
    if line.campaign_multiplier != 1:
        factors.append(f"× {line.campaign_multiplier}")
    if line.campaign_ids:
        factors.append(f"({', '.join(line.campaign_ids)})")
    if line.tier_multiplier != 1:
        factors.append(f"× {line.tier_multiplier} (tier)")
    paid = f" ({program.currency.text(line.redeemed_minor)} of it paid by points)" if line.redeemed_minor else ""
    return f"{number}  {line.category}: {' '.join(factors)} = {show_points(line.points)}{paid}"


def line_points_again(line: EarnedLine, program: Program) -> int:
    """Re-evaluate an explained line to its points, for line-scope rounding: what an audit does.

    Returns hundredths; equal to `line.points` when the explanation is true.
    """
    exact = percent_of(line.base_minor, line.percent) / program.currency.minor_per_major
    return program.rounding.apply_tier(exact * Fraction(line.campaign_multiplier), line.tier_multiplier)


def why_limit(quote: Quote, program: Program) -> list[Reason]:
    """The limits on redeeming, the binding one marked."""
    return list(_limit_reasons(quote, program))


def _limit_reasons(quote: Quote, program: Program) -> Iterator[Reason]:
    limits = quote.limits
    if limits.binding in _REFUSALS:
        yield Reason(_REFUSALS[limits.binding], binding=True)
        return
    if limits.binding is Binding.MINIMUM:
        yield Reason(_minimum_text(quote, program), binding=True)
    worth = value_minor(max(0, limits.available), rate=program.redemption.rate, currency=program.currency)
    here = "balance" if limits.held_by is Limit.BALANCE else "usable here now"
    yield Reason(f"{here} {program.currency.text(worth)}", limits.binding in (Binding.BALANCE, Binding.HERE))
    share = f"{_percent(program.redemption.max_percent)} of bill {program.currency.text(limits.percent_cap_minor)}"
    yield Reason(share, limits.binding is Binding.PERCENT_OF_BILL)
    if program.redemption.max_per_bill_minor is not None:
        most = program.currency.text(program.redemption.max_per_bill_minor)
        yield Reason(f"most on one bill {most}", limits.binding is Binding.PER_BILL)


_REFUSALS = {
    Binding.DISABLED: "points are switched off in this shop",
    Binding.CARD_INACTIVE: "this card is not active",
    Binding.NO_CARD: "no card on this bill",
}


def _minimum_text(quote: Quote, program: Program) -> str:
    limits, words = quote.limits, PointWords.of(program)
    if words.are_own:
        return _own_minimum_text(quote, program, words)
    needed = show_points(program.redemption.min_points)
    if limits.available >= program.redemption.min_points:
        return f"needs {needed} points to redeem, this bill allows {show_points(limits.cap_points)}"
    return f"needs {needed} points to redeem, has {show_points(max(0, limits.available))}"


def _own_minimum_text(quote: Quote, program: Program, words: PointWords) -> str:
    needed, limits = words.own(program.redemption.min_points), quote.limits
    if limits.available >= program.redemption.min_points:
        return f"at least {needed}, this bill allows {words.own(limits.cap_points)}"
    return f"at least {needed}, the card has {words.own(max(0, limits.available))}"


def _percent(rate: Decimal) -> str:
    return f"{rate.normalize():f} %"
