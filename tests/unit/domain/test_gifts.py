"""By how much more is given where rules, rewards and birthdays give what is no rate."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.conditions import AmountBetween
from app.domain.gifts import GiftRise, steepest_gift
from app.domain.limits import RuleLimits
from app.domain.program import Program, Redemption
from app.domain.rewards import Reward, RewardKind
from app.domain.rules import (
    AmountBandHighest,
    Award,
    Band,
    CategoryFixed,
    DecisionRule,
    Multiply,
    NthBillInMonth,
    PercentFor,
    PerSlab,
    PointsFixed,
    PointsToReferrer,
)
from app.domain.tier_advance import TierAdvance
from app.domain.tiers import Level, TierScheme
from app.domain.voucher_awards import VoucherOf

USUAL = 500_00
COUPON = Reward("R1", "Coupon", RewardKind.CASHBACK, 100_00, value_minor=10_00)  # worth just what its points pay
SHOP = Program(
    redemption=Redemption(rate=Decimal("0.10")),
    tiers=TierScheme((Level("Bronze"), Level("Gold", birthday_points=100_00))),
    rewards=(COUPON,),
)


def having(*awards: Award, **asked: object) -> Program:
    return replace(SHOP, rules=tuple(DecisionRule(f"rule {n}", award, **asked) for n, award in enumerate(awards)))  # type: ignore[arg-type]


def rise(after: Program, before: Program = SHOP) -> Decimal:
    return steepest_gift(before, after, usual_bill_minor=USUAL).percent


@pytest.mark.parametrize(
    ("award", "expected"),
    [
        (PointsFixed(250_00), 5),  # 25 rupees of 500
        (PointsFixed(1_000_000_00), 20_000),
        (CategoryFixed("Baby Care", 50_00), 1),
        (NthBillInMonth(5, 500_00), 10),
        (PointsToReferrer(100_00), 2),
        (PerSlab(100_00, 10_00), 10),  # ten points for a hundred rupees, as a rate of 10 %
        (PerSlab(1, 1), 100),
        (AmountBandHighest((Band(0, 10_00), Band(2000_00, 400_00))), 2),
        (AmountBandHighest(()), 0),
        (VoucherOf("R1"), 2),
        (VoucherOf("gone"), 0),
        (Multiply(Decimal(9)), 0),  # measured as rates are
        (PercentFor("Baby Care", Decimal(9)), 0),
        (TierAdvance("Gold"), 0),
    ],
)
def test_a_rule_gives_a_share_of_a_bill(award, expected):
    assert rise(having(award)) == expected


def test_the_smallest_bill_that_a_rule_asks_for_counts_where_it_is_larger_than_the_usual():
    gift = PointsFixed(250_00)
    assert rise(having(gift, conditions=(AmountBetween(2500_00), AmountBetween(1000_00)))) == 1
    assert rise(having(gift, conditions=(AmountBetween(1_00),))) == 5
    assert rise(having(VoucherOf("R1"), conditions=(AmountBetween(1000_00),))) == 1


def test_a_rule_gives_no_more_than_its_limit_of_a_bill():
    assert rise(having(PointsFixed(1_000_000_00), limits=RuleLimits(points_per_bill=250_00))) == 5


def test_what_a_rule_gave_already_is_no_rise():
    less, more = having(PointsFixed(100_00)), having(PointsFixed(350_00))
    assert (rise(more, less), rise(less, more), rise(SHOP, more), rise(more, more)) == (5, 0, 0, 0)
    assert rise(replace(more, redemption=Redemption(rate=Decimal(1))), replace(less)) == 50, "worth what it will be"


def with_reward(**changes: object) -> Program:
    return replace(SHOP, rewards=(replace(COUPON, **changes),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, 0),
        ({"value_minor": 15_00}, 1),
        ({"cost": 50_00}, 1),
        ({"cost": 1_00, "value_minor": 500_00}, Decimal("99.98")),
        ({"cost": 1, "value_minor": 1_00}, Decimal("0.2")),  # 0.1998: never less than it is
        ({"value_minor": 9_00}, 0),
        ({"value_minor": 40_00, "min_bill_minor": 1500_00}, 2),
        ({"kind": RewardKind.FREE_PRODUCT, "value_minor": 0, "category": "Soap"}, 98),  # nobody says what it is worth
        ({"kind": RewardKind.DISCOUNT_COUPON, "value_minor": 0, "percent": Decimal(2)}, 0),
        ({"kind": RewardKind.DISCOUNT_COUPON, "value_minor": 0, "percent": Decimal(10)}, 8),
        ({"kind": RewardKind.DISCOUNT_COUPON, "value_minor": 0, "percent": Decimal(10), "min_bill_minor": 1000_00}, 9),
    ],
)
def test_a_reward_is_worth_so_much_more_than_its_points(changes, expected):
    assert rise(with_reward(**changes)) == expected
    assert rise(with_reward(**changes), replace(SHOP, rewards=())) == expected


def test_a_reward_is_measured_against_itself_as_it_was():
    assert rise(with_reward(value_minor=20_00), with_reward(value_minor=15_00)) == 1
    assert rise(with_reward(value_minor=15_00), with_reward(value_minor=20_00)) == 0


def test_a_voucher_that_a_rule_gives_rises_with_its_reward():
    rule = having(VoucherOf("R1"))
    dear = replace(rule, rewards=(replace(COUPON, cost=1_000_00, value_minor=100_00),))
    assert rise(dear, rule) == 18, "20 % of a bill instead of 2"


def test_what_gives_is_named():
    named = steepest_gift(SHOP, having(PointsFixed(1_00), PointsFixed(250_00)), usual_bill_minor=USUAL)
    assert named == GiftRise("rule 1", Decimal(5))
    assert steepest_gift(SHOP, with_reward(value_minor=11_00), usual_bill_minor=USUAL).name == "Coupon"


def birthdays(*levels: Level) -> Program:
    return replace(SHOP, tiers=TierScheme(levels))


def test_birthday_points_are_a_gift_of_their_tier():
    bronze, gold = SHOP.tiers.levels
    assert rise(birthdays(replace(bronze, birthday_points=50_00), gold)) == 1
    assert rise(birthdays(bronze, replace(gold, birthday_points=600_00))) == 10
    assert rise(birthdays(bronze, Level("Aurum", birthday_points=600_00, formerly=("Gold",)))) == 10
    assert rise(birthdays(bronze, gold, Level("Diamond", birthday_points=150_00))) == 1, "above the best there was"
    assert rise(birthdays(bronze)) == 0


points = st.integers(1, 10**12)
amounts = st.integers(0, 10**9)
awards = st.one_of(
    st.builds(PointsFixed, points),
    st.builds(CategoryFixed, st.just("Soap"), points),
    st.builds(PerSlab, st.integers(1, 10**9), points),
    st.builds(PointsToReferrer, points),
)


@given(awards, amounts, st.integers(0, 10**12), st.integers(1, 10**9), st.data())
def test_raising_a_gift_never_lowers_its_steepness(award, least, more, usual, data):
    asked = (AmountBetween(least),)
    shop, raised = having(award, conditions=asked), having(replace(award, points=award.points + more), conditions=asked)
    before = data.draw(st.sampled_from([SHOP, shop, having(PointsFixed(5_00))]))
    one, other = (steepest_gift(before, after, usual_bill_minor=usual).percent for after in (shop, raised))
    assert other >= one >= 0


@given(awards, amounts, amounts, st.integers(1, 10**9))
def test_asking_less_of_a_bill_never_lowers_steepness(award, least, less, usual):
    asks, lower = (having(award, conditions=(AmountBetween(one),)) for one in (max(least, less), min(least, less)))
    one, other = (steepest_gift(SHOP, after, usual_bill_minor=usual).percent for after in (asks, lower))
    assert other >= one


@given(st.integers(1, 10**12), amounts, st.integers(0, 10**12), amounts, st.integers(1, 10**9))
def test_a_reward_that_is_worth_more_or_costs_less_is_no_less_steep(cost, value, cheaper, more, usual):
    plain = with_reward(cost=cost, value_minor=value + 1)
    better = with_reward(cost=max(1, cost - cheaper), value_minor=value + 1 + more)
    one, other = (steepest_gift(SHOP, after, usual_bill_minor=usual).percent for after in (plain, better))
    assert other >= one >= 0
