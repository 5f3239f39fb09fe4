"""Why? What is said of any figure works out to it, for somebody with the goods, the rules and a pencil."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from math import floor
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.bill import bill_lines
from app.domain.explain import why_limit, why_points
from app.domain.program import Program, RefundEarned
from app.domain.quote import Quote
from app.domain.redemption import Binding
from app.domain.reversal import Moved, Refunded, SoldBill, SoldLine, refund_lines
from tests.property.by_hand import HandBill, HandLine, payable_by_points, percent, priced, rounded, worked_out
from tests.property.sales import Sale, sales

_LINE = re.compile(
    r"(?P<base>.+?) × (?P<percent>\S+) %(?: × (?P<times>\S+))??(?: \((?P<names>.*?)\))?(?: × (?P<tier>\S+) \(tier\))?"
    r" = (?P<points>\S+)(?: \((?P<paid>.+?) of it paid by points\))?"
)
_BONUS = re.compile(r"Rule (?P<rule>.*): \+ (?P<points>\S+?)(?:, .*)?")
_SILENT = re.compile(r"Rule (?P<rule>.*) brings nothing: .*")


def read(figure: str | None, *, unsaid: int = 1) -> Decimal:
    """What a figure on the screen says, whatever groups its digits and stands around them."""
    return Decimal(unsaid if figure is None else "".join(re.findall(r"[\d.]", figure)))


def matches(pattern: re.Pattern[str], told: Iterable[str]) -> list[re.Match[str]]:
    return [found for found in map(pattern.fullmatch, told) if found is not None]


@settings(max_examples=300)
@given(sales())
def test_what_is_said_of_the_points_works_out_to_those_that_are_posted(sale: Sale) -> None:
    found = sale.quoted
    *told, together = [one.text for one in why_points(found, sale.program)]
    silenced = frozenset(one["rule"] for one in matches(_SILENT, told))
    by_hand = worked_out(sale, redeemed=found.redeemed_minor, silenced=silenced)

    for line, text in zip(by_hand.lines, told, strict=False):
        assert_said_of(line, text.partition(f"{line.category}: ")[2], sale)
    assert [(one["rule"], read(one["points"]) * 100) for one in matches(_BONUS, told)] == list(by_hand.bonuses), told
    assert read(together) * 100 == found.earned.points == by_hand.points
    assert_posted(sale, by_hand)


def assert_said_of(line: HandLine, text: str, sale: Sale) -> None:
    said, money = _LINE.fullmatch(text), sale.program.currency
    assert said is not None, text
    assert money.to_minor(read(said["base"])) == line.base, text
    assert money.to_minor(read(said["paid"], unsaid=0)) == line.paid_by_points, text
    assert (read(said["percent"]), read(said["times"])) == (line.percent, line.times), text
    assert tuple(said["names"].split(", ") if said["names"] else ()) == line.names, text
    assert read(said["tier"]) == sale.program.tiers.level(sale.visitor.tier).multiplier, text
    assert read(said["points"]) * 100 == line.points, text


def assert_posted(sale: Sale, by_hand: HandBill) -> None:
    """The figures that stand on the bill from then on."""
    assert sale.quoted.net_minor == by_hand.net
    posted = [
        (one.gross_minor, one.net_minor, one.redeemed_minor, one.base_minor, one.points)
        for one in bill_lines(sale.quoted)
    ]
    assert posted == [(one.gross, one.net, one.paid_by_points, one.base, one.points) for one in by_hand.lines]


@given(sales())
def test_what_is_said_of_the_limit_works_out_to_the_most_that_may_be_used(sale: Sale) -> None:
    found, program = sale.quoted, sale.program
    money, rules = program.currency, program.redemption
    lines, net = priced(sale, program.tiers.level(sale.visitor.tier))
    pays = payable_by_points(lines, net, program)
    told = why_limit(found, program)
    said = [one.text for one in told if one.text.startswith(("balance", "most on")) or "of bill" in one.text]

    assert sum(one.binding for one in told) == 1
    step = Fraction(rules.step, 100)
    by_bill = floor(Fraction(pays, money.minor_per_major) / Fraction(rules.rate) / step) * rules.step
    most = min(by_bill, sale.visitor.purse.available)
    if program.enabled:
        assert min(money.to_minor(read(text.rpartition(" ")[2])) for text in said[1:]) == pays
        assert found.limits.max_points == (0 if found.limits.binding is Binding.MINIMUM else most)
    else:
        assert (found.limits.max_points, said) == (0, [])


@given(sales())
def test_who_brought_the_member_has_their_part_of_what_the_bill_comes_to(sale: Sale) -> None:
    _, net = priced(sale, sale.program.tiers.level(sale.visitor.tier))
    worth = percent(net, sale.program.referral_percent) / sale.program.currency.minor_per_major
    has_part = sale.visitor.has_referrer and sale.program.enabled

    assert sale.quoted.referrer_points == (rounded(worth, sale.program.rounding) if has_part else 0)


@settings(max_examples=200)
@given(sales(), st.randoms(use_true_random=False))
def test_what_a_return_moves_is_what_was_said_of_its_lines(sale: Sale, dice: Random) -> None:
    """Line by line in any order: what the line earned, and by value a part of whatever else the bill moved."""
    sold = _sold(sale.quoted)
    left, so_far = [line for line in sold.lines if line.net_minor], Refunded()
    while left and so_far.total_minor < sold.net_minor:
        line = left.pop(dice.randrange(len(left)))
        so_far = refund_lines(sold, so_far, {line.line_id: line.net_minor}, sale.program).after
        back = [one for one in sold.lines if one.net_minor and one not in left]
        assert so_far.moved == _moved(sold, back, sale.program, is_whole=not left)


def _moved(sold: SoldBill, back: Sequence[SoldLine], program: Program, *, is_whole: bool) -> Moved:
    part = 1 if is_whole else min(Fraction(1), Fraction(sum(one.net_minor for one in back), sold.net_minor))

    def by_value(points: int) -> int:
        return points if part == 1 else min(points, rounded(points * Fraction(part) / 100, program.rounding))

    is_of_lines = part < 1 and program.refund.earned is RefundEarned.LINE_EXACT
    by_lines = sum(one.points for one in back) + by_value(sold.bonus_points)
    return Moved(
        by_lines if is_of_lines else by_value(sold.earned_points),
        by_value(sold.redeemed_points),
        floor(sold.redeemed_minor * part),
        by_value(sold.referrer_points),
    )


def _sold(found: Quote) -> SoldBill:
    return SoldBill(
        lines=tuple(SoldLine(one.line_id, one.net_minor, one.points) for one in bill_lines(found)),
        net_minor=found.net_minor,
        bonus_points=found.earned.bonus_points,
        redeemed_points=found.redeemed_points,
        redeemed_minor=found.redeemed_minor,
        referrer_points=found.referrer_points,
    )
