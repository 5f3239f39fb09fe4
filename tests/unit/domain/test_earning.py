"""What a bill earns, line by line."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from app.domain.campaigns import Campaign, combined
from app.domain.cart import Cart
from app.domain.days import Period
from app.domain.earning import Earned
from app.domain.points import Rounding, RoundingMode, RoundingScope, TierStep
from app.domain.program import Earning, EarnOn, Program, Redemption
from app.domain.quote import quote
from app.domain.rules import (
    Bonus,
    DecisionRule,
    NthBillInMonth,
    PerSlab,
)
from app.domain.tiers import Level, TierScheme
from tests.unit.domain.samples import NOON, cart, category, line, program, visitor

PLENTY = 100_000_00
THREE = Earning(default_percent=Decimal(3))


def earned(rules: Program, bought: Cart | None = None, *, redeem: int = 0, tier: str = "Bronze") -> Earned:
    return quote(bought or cart(), rules, visitor(PLENTY, tier=tier), redeem=redeem, at=NOON).earned


def test_each_line_earns_its_category_s_rate() -> None:
    # 820 × 1 % + 149.50 × 3 % + (399 − 10 %) × 5 % = 8.20 + 4.485 + 17.955, each rounded down
    rules = program(categories={"Medicines": category("1"), "Baby Care": category("5", discount="10")}, earning=THREE)
    bought = cart(line("1", "820", "Medicines"), line("2", "149.50"), line("3", "399", "Baby Care"))

    assert [one.points for one in earned(rules, bought).lines] == [820, 448, 1795]
    assert earned(rules, bought).points == 3063


def test_an_earned_line_says_where_its_points_came_from() -> None:
    campaign = Campaign("double", Decimal(2))
    rules = program(campaigns=(campaign,))
    (only,) = earned(rules, cart(line("7", "200", "Toys")), redeem=500_00, tier="Silver").lines

    assert (only.line_id, only.category, only.redeemed_minor, only.base_minor) == ("7", "Toys", 50_00, 150_00)
    assert (only.percent, only.campaign_ids, only.campaign_multiplier) == (Decimal(3), ("double",), Decimal(2))
    assert (only.tier_multiplier, only.points) == (Decimal("1.25"), 1125)  # 150 × 3 % × 2 × 1.25


@pytest.mark.parametrize(
    ("earn_on", "points"),
    [(EarnOn.NET_OF_DISCOUNT_AND_REDEMPTION, 120), (EarnOn.NET_OF_DISCOUNT, 240), (EarnOn.GROSS, 300)],
)
def test_the_base_is_after_discount_and_redemption_unless_said_otherwise(earn_on: EarnOn, points: int) -> None:
    # ₹100 less 20 % is ₹80, half of it by points leaves ₹40
    rules = program(earning=replace(THREE, earn_on=earn_on))

    assert earned(rules, cart(percent="20"), redeem=400_00).points == points


def test_the_redeemed_value_is_allocated_over_the_lines() -> None:
    # ₹10.01 over 60 : 40 is 6.006 and 4.004: the odd paisa goes to the larger remainder
    bought = cart(line("1", "60"), line("2", "40"))
    lines = earned(program(redemption=Redemption(min_points=0, step=1)), bought, redeem=100_10).lines

    assert [one.redeemed_minor for one in lines] == [6_01, 4_00]
    assert [one.base_minor for one in lines] == [53_99, 36_00]


def test_a_category_that_does_not_earn_earns_nothing() -> None:
    rules = program(categories={"Tobacco": category("9", earns=False)})

    assert [one.points for one in earned(rules, cart(line(category="Tobacco"))).lines] == [0]


def test_a_category_s_own_zero_is_not_the_default() -> None:
    assert earned(program(categories={"Free": category("0")}), cart(line(category="Free"))).points == 0


def test_under_the_earning_minimum_nothing_is_earned() -> None:
    at_least = program(earning=replace(THREE, min_bill_minor=100_00), rules=(DecisionRule("r", PerSlab(1, 100)),))

    assert earned(at_least, cart(line(rupees="99.99"))).points == 0
    assert earned(at_least, cart(line(rupees="100"))).line_points == 300


def test_the_earning_minimum_looks_at_the_base_of_the_whole_bill() -> None:
    at_least = program(earning=replace(THREE, min_bill_minor=100_00))

    assert earned(at_least, cart(line("1", "60"), line("2", "60")), redeem=200_00).points == 300
    assert earned(at_least, cart(line("1", "60"), line("2", "60")), redeem=201_00).points == 0


def test_a_bill_that_earns_nothing_still_says_what_points_paid_of_each_line() -> None:
    at_least = program(earning=replace(THREE, min_bill_minor=1000_00))
    lines = earned(at_least, cart(line("1", "60"), line("2", "40")), redeem=100_00).lines

    assert [(one.redeemed_minor, one.base_minor, one.percent, one.points) for one in lines] == [
        (6_00, 54_00, Decimal(0), 0),
        (4_00, 36_00, Decimal(0), 0),
    ]


def test_nothing_is_earned_while_disabled() -> None:
    off = program(enabled=False, rules=(DecisionRule("r", NthBillInMonth(1, 100)),))

    assert earned(off).points == 0


def test_points_round_down_per_line_once() -> None:
    # 0.33 × 3 % = 0.0099 each: nothing a line, though two lines together would be 0.0198
    assert earned(program(), cart(line("1", "0.33"), line("2", "0.33"))).points == 0


def test_rounding_by_bill_shares_the_rounded_sum_over_the_lines() -> None:
    # 0.33 × 3 % twice is 0.0198: one hundredth, to the earlier line; 0.50 → 0.0150 + 0.0150 = 3 hundredths
    by_bill = program(rounding=Rounding(scope=RoundingScope.BILL))

    assert [x.points for x in earned(by_bill, cart(line("1", "0.33"), line("2", "0.33"))).lines] == [1, 0]
    assert [x.points for x in earned(by_bill, cart(line("1", "0.50"), line("2", "0.50"))).lines] == [2, 1]


def test_rounding_by_bill_weighs_the_lines_by_what_they_earned() -> None:
    # 100 × 1 % = 1.00 and 50 × 5 % = 2.50, whole points: 3 of 3.50, shared 2 : 5
    rules = program(
        categories={"A": category("1"), "B": category("5")},
        rounding=Rounding(quantum=100, scope=RoundingScope.BILL),
    )
    lines = earned(rules, cart(line("1", "100", "A"), line("2", "50", "B"))).lines

    assert [one.points for one in lines] == [86, 214]


def test_half_up_rounds_a_tie_up() -> None:
    # 0.50 × 3 % = 0.015
    assert earned(program(rounding=Rounding(mode=RoundingMode.HALF_UP)), cart(line(rupees="0.50"))).points == 2
    assert earned(program(), cart(line(rupees="0.50"))).points == 1


@pytest.mark.parametrize(
    ("step", "points"), [(TierStep.MULTIPLY_THEN_ROUND, 800), (TierStep.ROUND_THEN_MULTIPLY_THEN_ROUND, 700)]
)
def test_the_tier_multiplies_before_or_between_roundings(step: TierStep, points: int) -> None:
    # ₹190 × 3 % = 5.70; × 1.5 = 8.55 → 8, or 5 × 1.5 = 7.5 → 7
    rules = program(rounding=Rounding(quantum=100, tier_step=step))

    assert earned(rules, cart(line(rupees="190")), tier="Gold").points == points


def test_currencies_with_other_minor_units_earn_on_their_major_unit() -> None:
    # 3 % of ¥1,000 is 30 points, of 1.000 dinar 0.03
    yen, dinar = replace(program().currency, code="JPY"), replace(program().currency, code="KWD")

    assert earned(program(currency=yen), cart(line(rupees="10"))).points == 30_00
    assert earned(program(currency=dinar), cart(line(rupees="10"))).points == 3


def test_campaigns_multiply_together_up_to_the_ceiling() -> None:
    two, three, ten = (Campaign(str(by), Decimal(by)) for by in (2, 3, 10))

    assert earned(program(campaigns=(two, three))).points == 18_00
    assert earned(program(campaigns=(two, ten))).points == 30_00  # × 10, not × 20
    low = replace(THREE, multiplier_ceiling=Decimal("2.5"))
    assert earned(program(campaigns=(three,), earning=low)).points == 7_50


def test_the_ceiling_is_for_campaigns_not_for_the_tier() -> None:
    low = replace(THREE, multiplier_ceiling=Decimal(1))

    assert earned(program(campaigns=(Campaign("c", Decimal(3)),), earning=low), tier="Platinum").points == 6_00


def test_zero_is_a_multiplier() -> None:
    none = program(campaigns=(Campaign("none", Decimal(0)), Campaign("double", Decimal(2))))

    assert earned(none).points == 0
    assert combined((), ceiling=Decimal(10)) == Fraction(1)


def test_a_campaign_touches_its_categories_tiers_and_time() -> None:
    def points(**limits: object) -> int:
        campaign = Campaign("c", Decimal(2), **limits)  # type: ignore[arg-type]
        return earned(program(campaigns=(campaign,)), tier="Silver").points

    plain = 3_75  # 3 × 1.25
    assert points(categories=frozenset({"General", "Toys"})) == 2 * plain
    assert points(categories=frozenset({"Toys"})) == plain
    assert points(tiers=frozenset({"Silver"})) == 2 * plain
    assert points(tiers=frozenset({"Gold"})) == plain
    assert points(period=Period(until_at=NOON)) == 2 * plain
    assert points(period=Period(until_at=NOON - timedelta(seconds=1))) == plain


def test_a_campaign_on_one_category_leaves_the_others_alone() -> None:
    rules = program(campaigns=(Campaign("toys", Decimal(2), categories=frozenset({"Toys"})),))
    lines = earned(rules, cart(line("1", "100", "Toys"), line("2", "100"))).lines

    assert [one.points for one in lines] == [6_00, 3_00]
    assert [one.campaign_ids for one in lines] == [("toys",), ()]


def test_a_tier_the_scheme_no_longer_has_counts_as_the_lowest() -> None:
    scheme = TierScheme((Level("Entry", Decimal(3)), Level("Next", Decimal(5))))

    assert earned(program(tiers=scheme), tier="Bronze").points == 9_00


def test_bonuses_are_added_after_rounding_and_ignore_the_tier() -> None:
    rules = program(rules=(DecisionRule("slab", PerSlab(30_00, 1_50)),))
    found = earned(rules, tier="Platinum")

    assert found.bonuses == (Bonus("slab", 4_50),)
    assert (found.line_points, found.bonus_points, found.points) == (6_00, 4_50, 10_50)


def test_rules_look_at_the_earning_base_of_the_whole_bill() -> None:
    rules = program(rules=(DecisionRule("slab", PerSlab(100_00, 1_00)),))
    bought = cart(line("1", "150"), line("2", "150"), percent="10")  # ₹270

    assert earned(rules, bought).bonus_points == 2_00
    assert earned(rules, bought, redeem=700_00).bonus_points == 2_00
    assert earned(rules, bought, redeem=701_00).bonus_points == 1_00
