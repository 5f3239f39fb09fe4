"""A rule that gives a voucher: to whom, what keeps it back, what is wrong with one, and how it is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from app.domain.award_flaws import voucher_flaws
from app.domain.brought import named_rewards, rewards_brought
from app.domain.cart import Cart, CartLine
from app.domain.conditions import Occasion
from app.domain.days import Period
from app.domain.drives import Drive
from app.domain.explain import why_points
from app.domain.hearing import RuleUse, Silenced
from app.domain.limit_flaws import limit_flaws
from app.domain.limits import Bound, Drawn, RuleLimits
from app.domain.program import Program
from app.domain.quote import Quote, Visitor, quote
from app.domain.redemption import Purse
from app.domain.rewards import Reward, RewardKind
from app.domain.rules import DecisionRule, PointsFixed
from app.domain.tiers import Level, TierScheme
from app.domain.verdicts import Said, verdicts
from app.domain.voucher_awards import VoucherOf
from app.services.plain import from_plain, to_plain

SCHEME = TierScheme((Level("Bronze"), Level("Silver"), Level("Gold")))
AT = datetime(2026, 3, 10, 10, tzinfo=UTC)
CREAM = Reward("cream", "Hand cream", RewardKind.CASHBACK, 40_00, value_minor=50_00, stock=2)
COUPON = Reward("coupon", "₹100 off", RewardKind.DISCOUNT_COUPON, 50_00, value_minor=100_00, member_max=2)
SILVER = replace(COUPON, reward_id="silver", name="For Silver", min_tier="Silver")
OLD = replace(COUPON, reward_id="old", name="Old", period=Period(None, AT - timedelta(days=1)))
NONE = replace(CREAM, reward_id="none", name="None", stock=0)
REWARDS = (CREAM, COUPON, SILVER, OLD, NONE)


def gives(reward_id: str, name: str = "gift", **said: Any) -> DecisionRule:
    return DecisionRule(name, VoucherOf(reward_id), **said)


def heard(
    *rules: DecisionRule,
    tier: str = "Bronze",
    left: Mapping[str, int] | None = None,
    had: Mapping[str, int] | None = None,
    drawn: Mapping[str, Drawn] | None = None,
) -> tuple[Quote, Program]:
    program = Program(tiers=SCHEME, rules=rules, rewards=REWARDS)
    occasion = Occasion(drawn=drawn or {}, rewards_left=left or {}, rewards_had=had or {})
    cart = Cart((CartLine("1", "General", Decimal(1), 100_00),))
    return quote(cart, program, Visitor(Purse(0), tier, occasion=occasion), redeem=0, at=AT), program


def texts(priced: Quote, program: Program) -> list[str]:
    return [one.text for one in why_points(priced, program)]


def test_it_gives_one_without_points_and_says_so() -> None:
    priced, program = heard(gives("coupon"), DecisionRule("also", PointsFixed(1_00)))
    assert priced.earned.uses == (RuleUse("also", 1_00), RuleUse("gift", 0))
    assert rewards_brought(priced.earned.uses, program) == [("gift", COUPON)]
    assert texts(priced, program)[-2:] == ["Rule gift gives a voucher: ₹100 off", "Together 1 points"]
    assert named_rewards(program.rules) == {"coupon"}


def test_several_rules_may_give_the_same() -> None:
    priced, program = heard(gives("coupon", "a"), gives("coupon", "b"))
    assert rewards_brought(priced.earned.uses, program) == [("a", COUPON), ("b", COUPON)]


@pytest.mark.parametrize(
    ("reward_id", "known", "by", "why"),
    [
        ("cream", {"left": {"cream": 0}}, Bound.STOCK, "none of its reward is left here"),
        ("none", {}, Bound.STOCK, "none of its reward is left here"),
        ("coupon", {"had": {"coupon": 2}}, Bound.HAD, "this member has had its reward as often as anybody may"),
        ("coupon", {"drawn": {"gift": Drawn(uses=1)}}, Bound.USES, "this member has had it as often as it allows"),
    ],
)
def test_what_there_is_none_of_is_kept_back_and_stops_nobody(reward_id: str, known: Any, by: Bound, why: str) -> None:
    rule = gives(reward_id, stop=True, priority=1, limits=RuleLimits(uses_per_member=1))
    priced, program = heard(rule, DecisionRule("also", PointsFixed(1_00)), **known)
    assert (priced.earned.silenced, priced.earned.uses) == ((Silenced("gift", by),), (RuleUse("also", 1_00),))
    assert f"Rule gift brings nothing: {why}" in texts(priced, program)
    said = {one.rule.rule_id: one for one in verdicts(priced, program, Occasion())}["gift"]
    assert (said.said, said.by) == (Said.PAST_LIMIT, by)


def test_the_last_one_is_given_once() -> None:
    priced, _ = heard(gives("cream", "a"), gives("cream", "b"), left={"cream": 1})
    assert (priced.earned.uses, priced.earned.silenced) == ((RuleUse("a", 0),), (Silenced("b", Bound.STOCK),))
    priced, _ = heard(gives("coupon", "a"), gives("coupon", "b"), had={"coupon": 1})
    assert (priced.earned.uses, priced.earned.silenced) == ((RuleUse("a", 0),), (Silenced("b", Bound.HAD),))


def test_where_nobody_knows_what_is_left_there_is_as_much_as_its_stock() -> None:
    priced, _ = heard(*(gives("cream", name) for name in "abc"))
    assert [one.rule_id for one in priced.earned.uses] == ["a", "b"]


@pytest.mark.parametrize("reward_id", ["silver", "old", "nothing"])
def test_what_the_member_cannot_have_is_not_given(reward_id: str) -> None:
    priced, program = heard(gives(reward_id), had={"silver": 5})
    assert (priced.earned.uses, priced.earned.silenced) == ((), ())
    assert rewards_brought([RuleUse("gift", 0)], replace(program, rewards=())) == []


def test_who_has_the_tier_is_given_one() -> None:
    priced, _ = heard(gives("silver"), tier="Gold")
    assert priced.earned.uses == (RuleUse("gift", 0),)


ENDED = Drive("spring", "Spring", Period(None, AT - timedelta(days=3)))
TOO_LOW, PAST = (
    "For Silver is for Silver and above, and nobody it asks for is.",
    "₹100 off cannot be had while it holds.",
)
BRONZE = Drive("spring", "Spring", tiers=frozenset({"Bronze"}))


@pytest.mark.parametrize(
    ("rule", "drive", "says"),
    [
        (gives("coupon"), None, []),
        (gives("cream"), None, []),
        (gives("silver", tiers=frozenset({"Bronze", "Gold"})), None, []),
        (gives("gone"), None, ["There is no reward gone."]),
        (gives("none"), None, ["There is none of None to give."]),
        (gives("silver", tiers=frozenset({"Bronze"})), None, [TOO_LOW]),
        (gives("silver", drive="spring"), BRONZE, [TOO_LOW]),
        (gives("old"), None, ["Old cannot be had while it holds."]),
        (gives("old", period=Period(AT, None)), None, ["Old cannot be had while it holds."]),
        (gives("coupon", period=Period(None, AT - timedelta(days=1))), None, [PAST]),
        (gives("coupon", drive="spring"), ENDED, [PAST]),
        (gives("coupon", drive="gone"), None, []),
    ],
)
def test_what_is_wrong_with_one(rule: DecisionRule, drive: Drive | None, says: list[str]) -> None:
    program = Program(tiers=SCHEME, rules=(rule,), rewards=REWARDS, drives=(drive,) if drive else ())
    assert isinstance(rule.award, VoucherOf)
    assert list(voucher_flaws(rule, rule.award, program, AT)) == says


def test_how_often_may_be_limited_and_points_not() -> None:
    assert not list(limit_flaws(gives("coupon", limits=RuleLimits(uses_per_member=1))))
    for limits in (RuleLimits(points_per_bill=100), RuleLimits(budget=100)):
        assert list(limit_flaws(gives("coupon", limits=limits))) == ["What brings no points has no limit in points."]


def test_it_is_written_as_any_rule_is() -> None:
    assert to_plain(gives("coupon"))["award"] == {"VoucherOf": {"reward_id": "coupon"}}
    assert from_plain(DecisionRule, to_plain(gives("coupon"))) == gives("coupon")


def test_what_it_stops_depends_on_what_a_counter_had() -> None:
    assert gives("coupon", stop=True).asks_occasion
    assert not gives("coupon").asks_occasion
