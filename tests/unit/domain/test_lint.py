"""The linter of rules: every reason to refuse one, what is only said, and what the order makes of two that overlap."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from app.domain.campaigns import Campaign
from app.domain.conditions import (
    EVER,
    THIS_MONTH,
    AmountBetween,
    BetweenTimes,
    Condition,
    HasCategory,
    InSegment,
    InStore,
    JoinedWithin,
    NthBill,
    OnBirthday,
    OnWeekdays,
    PaidBy,
    Unit,
    Window,
)
from app.domain.days import Period
from app.domain.drives import Drive
from app.domain.flaws import Weight, refusal
from app.domain.limits import RuleLimits
from app.domain.lint import Bounds, lint
from app.domain.program import Category, Program
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
from app.domain.segments import BornIn, JoinedAgo, Segment
from app.domain.tier_advance import TierAdvance
from app.domain.triggers import Trigger
from app.domain.voucher_awards import VoucherOf

BEGINS = datetime(2026, 12, 1, tzinfo=UTC)  # a Tuesday
BOUNDS = Bounds(BEGINS, ("CASH", "UPI"), Decimal(50))
SHOP = Program(
    categories={
        "Baby": Category(Decimal(2)),
        "Toys": Category(),
        "Rx": Category(Decimal(1), is_rx=True),
        "Milk": Category(earns=False),
    },
    segments=(Segment("new", (JoinedAgo(most_days=30),)),),
)
TEN = PointsFixed(1000)


def rule(name: str = "Welcome", award: Award = TEN, *conditions: Condition, **said: object) -> DecisionRule:
    return replace(DecisionRule(name, award, conditions=conditions), **said)  # type: ignore[arg-type]


def days(first: int, last: int) -> Period:
    return Period(BEGINS + timedelta(days=first), BEGINS + timedelta(days=last))


def told(*rules: DecisionRule, weight: Weight = Weight.REFUSES, shop: Program = SHOP) -> list[str]:
    found = lint(replace(shop, rules=rules), BOUNDS, base=shop)
    return [one.text for one in found if one.weight is weight]


def test_what_is_well_is_passed_over() -> None:
    fine = (
        rule("a", TEN, AmountBetween(100, 100), HasCategory(frozenset({"Baby", "Toys"})), OnBirthday()),
        rule("b", PerSlab(100_00, 1000), AmountBetween(0, 100_00), PaidBy(frozenset({"UPI"}))),
        rule("c", AmountBandHighest((Band(0, 100), Band(500_00, 200))), InSegment(frozenset({"new"}))),
        rule("d", Multiply(Decimal(0), "Toys"), JoinedWithin(1), BetweenTimes(22 * 60, 6 * 60)),
        rule("e", PercentFor("Baby", Decimal(50)), NthBill(1, Window(Unit.DAYS, 1)), OnWeekdays(frozenset({1, 7}))),
        rule("f", NthBillInMonth(5, 100), InStore(frozenset({"s"})), period=days(0, 0), tiers=frozenset({"Gold"})),
        rule("g", CategoryFixed("Toys", 100), period=Period(BEGINS)),
        rule("h", PointsToReferrer(500), trigger=Trigger.REFERRAL),
    )
    assert lint(replace(SHOP, rules=fine), BOUNDS, base=SHOP) == ()


@pytest.mark.parametrize(
    ("found", "why"),
    [
        (rule(""), "A rule has a name"),
        (rule(" x"), "A rule has a name"),
        (rule("one, two"), "A name has no comma"),
        (rule("x" * 41), "A name has at most 40 characters."),
        (rule(period=days(2, 1)), "It ends before it begins."),
        (rule(period=Period(None, BEGINS - timedelta(days=1))), "It ends before these rules begin"),
        (rule(tiers=frozenset({"Wood"})), "There is no tier Wood."),
        (rule("x", TEN, AmountBetween(2, 1)), "Its amounts end before they begin"),
        (rule("x", TEN, AmountBetween(-1)), "An amount is never below nothing."),
        (rule("x", TEN, BetweenTimes(60, 60)), "Its hours end when they begin"),
        (rule("x", TEN, BetweenTimes(60, 1441)), "A day goes from 00:00 to 24:00."),
        (rule("x", TEN, HasCategory(frozenset())), "It chooses from nothing"),
        (rule("x", TEN, OnWeekdays(frozenset())), "It chooses from nothing"),
        (rule("x", TEN, OnWeekdays(frozenset({1, 8}))), "A week has days from 1 to 7."),
        (rule("x", TEN, HasCategory(frozenset({"Cars"}))), "There is no category Cars."),
        (rule("x", TEN, PaidBy(frozenset({"GOLD"}))), "Nobody pays by GOLD here."),
        (rule("x", TEN, InSegment(frozenset({"new", "vip"}))), "There is no segment vip."),
        (rule("x", TEN, NthBill(0)), "Bills and days are counted from 1."),
        (rule("x", TEN, NthBill(1, Window(Unit.DAYS))), "Bills and days are counted from 1."),
        (rule("x", TEN, JoinedWithin(0)), "Days since somebody joined are counted from 1."),
        (rule("x", PointsFixed(0)), "It brings points: more than 0"),
        (rule("x", PointsFixed(10**13)), "It brings points: more than 0"),
        (rule("x", AmountBandHighest(())), "It has at least one amount with points"),
        (rule("x", AmountBandHighest((Band(1, 100), Band(1, 200)))), "It has at least one amount with points"),
        (rule("x", AmountBandHighest((Band(1, -100),))), "It brings points: more than 0"),
        (rule("x", CategoryFixed("Cars", 100)), "There is no category Cars."),
        (rule("x", NthBillInMonth(0, 100)), "Bills and days are counted from 1."),
        (rule("x", PerSlab(0, 100)), "Points are for every so much money"),
        (rule("x", PerSlab(100_00, 1), AmountBetween(0, 99_99)), "No bill that it asks for comes to ₹100.00"),
        (rule("x", Multiply(Decimal(1))), "It multiplies by 0 or more, and not by 1"),
        (rule("x", Multiply(Decimal(-2))), "It multiplies by 0 or more"),
        (rule("x", Multiply(Decimal(2), "Milk")), "Milk gives no points at all"),
        (rule("x", PercentFor("Baby", Decimal(1000))), "1000 % is no rate for Baby: it is from 0 to 50 %."),
        (rule("x", PercentFor("Cars", Decimal(1))), "There is no category Cars."),
        (rule("x", PointsToReferrer(100)), "Only when a member brings another"),
        (rule("x", Multiply(Decimal(2)), trigger=Trigger.SIGNUP), "What is no bill brings points once"),
        (rule("x", TEN, AmountBetween(1), trigger=Trigger.REVIEW), "It asks something of a bill"),
        (rule(limits=RuleLimits(budget=0)), "A limit in points is more than nothing."),
        (rule("x", TEN, AmountBetween(0, 5), AmountBetween(6)), "Two of its conditions can never hold together."),
        (rule("x", TEN, NthBill(2), trigger=Trigger.FIRST_PURCHASE), "Two of its conditions"),
        (rule("x", NthBillInMonth(5, 1), NthBill(1, EVER)), "Two of its conditions"),
        (rule("x", TEN, OnWeekdays(frozenset({1})), period=days(0, 3)), "None of its days of the week"),
        (rule("x", TierAdvance("Red")), "There is no tier Red."),
        (rule("x", VoucherOf("gone")), "There is no reward gone."),
    ],
)
def test_what_is_refused(found: DecisionRule, why: str) -> None:
    (reason,) = told(found)
    assert reason.startswith(why)


def test_two_of_one_name_are_refused() -> None:
    assert told(rule(), rule("Welcome", PointsFixed(100))) == ["There are two rules of this name."]


def test_every_reason_is_told_at_once_and_by_name() -> None:
    wrong = lint(
        replace(SHOP, rules=(rule("A", PointsFixed(0), NthBill(0)), rule("B", TEN, NthBill(0)))), BOUNDS, base=SHOP
    )
    refused = refusal(wrong)
    assert refused is not None
    assert refused.message == (
        "“A” cannot be like this. Bills and days are counted from 1. It brings points: more than 0, and not beyond "
        "what can be counted. “B” cannot be like this. Bills and days are counted from 1. Nothing was saved."
    )
    assert refusal(()) is None
    assert refusal(one.warned for one in wrong) is None


@pytest.mark.parametrize(
    ("found", "why"),
    [
        (rule("x", CategoryFixed("Rx", 100)), "Rx is sold on prescription."),
        (rule("x", TEN, HasCategory(frozenset({"Rx", "Toys"}))), "Rx is sold on prescription."),
        (rule("x", Multiply(Decimal(20))), "Together everything multiplies by 10 at most."),
        (rule(period=Period(BEGINS - timedelta(days=1))), "Its first day is before these rules begin"),
    ],
)
def test_what_is_only_said(found: DecisionRule, why: str) -> None:
    (warning,) = told(found, weight=Weight.WARNS)
    assert warning.startswith(why)
    assert told(found) == []


def test_what_runs_already_is_not_said_to_have_begun() -> None:
    runs = rule(period=Period(BEGINS - timedelta(days=1)))
    old = replace(SHOP, rules=(runs,))
    assert lint(old, BOUNDS, base=old) == ()
    (warning,) = lint(replace(SHOP, rules=(replace(runs, priority=1),)), BOUNDS, base=old)
    assert warning.text.startswith("Its first day is before these rules begin")


def test_what_stood_before_is_no_reason_to_refuse() -> None:
    old = replace(SHOP, rules=(rule("one, two"),))
    (known,) = lint(old, BOUNDS, base=old)
    assert known.weight is Weight.WARNS


TWICE, THRICE = rule("Diwali 2×", Multiply(Decimal(2))), rule("Baby 3×", Multiply(Decimal(3), "Baby"))


def test_rules_that_overlap_with_one_priority_are_refused_with_both_names() -> None:
    assert told(TWICE, THRICE) == [
        "“Baby 3×” and “Diwali 2×” both apply to Baby. Together they give 6 times. Both have priority 0: give one of "
        "them another."
    ]
    rates = (rule("B", PercentFor("Baby", Decimal(4))), rule("A", PercentFor("Baby", Decimal("2.50"))))
    assert told(*rates)[0].startswith("“A” and “B” both say what Baby earns. Rule order gives 2.5 %.")
    assert told(TWICE, rule("All", Multiply(Decimal(9))))[0].startswith(
        "“All” and “Diwali 2×” both apply to every category. Together they give 10 times."
    )
    assert "Rule order begins with the first." in told(rule("A", stop=True), rule("B"))[0]
    assert "Rule order begins with the first." in told(rule("A"), rule("B", stop=True))[0]


def test_the_same_with_an_order_is_only_said() -> None:
    first = replace(THRICE, priority=1)
    assert told(TWICE, first) == []
    assert told(TWICE, first, weight=Weight.WARNS) == [
        "“Baby 3×” and “Diwali 2×” both apply to Baby. Together they give 6 times."
    ]
    assert told(rule("A", stop=True, priority=1), rule("B"), weight=Weight.WARNS) == []


CREAM = Reward("cream", "Hand cream", RewardKind.CASHBACK, 40_00, value_minor=50_00)
GIVING = replace(SHOP, rewards=(CREAM, replace(CREAM, reward_id="soap", name="Soap")))


def given(*rules: DecisionRule, member_max: int | None = None) -> list[str]:
    shop = replace(GIVING, rewards=(replace(CREAM, member_max=member_max), *GIVING.rewards[1:]))
    assert told(*rules, shop=shop) == []
    return told(*rules, weight=Weight.WARNS, shop=shop)


def test_two_that_give_the_same_reward_with_one_bill_are_only_said_whatever_their_order() -> None:
    one, other = rule("A", VoucherOf("cream")), rule("B", VoucherOf("cream"))
    said = ["“A” and “B” both give Hand cream. A bill for which both hold brings two of them."]
    assert given(one, other) == said
    assert given(one, replace(other, priority=-1)) == said
    assert given(one, other, member_max=2) == said


def test_two_that_never_give_the_same_reward_with_one_bill_are_passed_over() -> None:
    one, other = rule("A", VoucherOf("cream")), rule("B", VoucherOf("cream"))
    assert given(one, replace(other, award=VoucherOf("soap"))) == []
    assert given(one, replace(other, award=TEN)) == []
    assert given(replace(one, tiers=frozenset({"Gold"})), replace(other, tiers=frozenset({"Silver"}))) == []
    assert given(replace(one, stop=True, priority=1), other) == [], "the first lets no other apply"
    assert given(one, other, member_max=1) == [], "nobody has it twice"


MORNING, EVENING = BetweenTimes(0, 720), BetweenTimes(720, 1440)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"period": days(0, 1)}, {"period": days(2, 3)}),
        ({"tiers": frozenset({"Gold"})}, {"tiers": frozenset({"Silver"})}),
        ({"conditions": (AmountBetween(0, 5),)}, {"conditions": (AmountBetween(6),)}),
        ({"conditions": (OnWeekdays(frozenset({1})),)}, {"conditions": (OnWeekdays(frozenset({2})),)}),
        ({"conditions": (InStore(frozenset({"a"})),)}, {"conditions": (InStore(frozenset({"b"})),)}),
        ({"conditions": (MORNING,)}, {"conditions": (EVENING,)}),
        ({"conditions": (NthBill(1, THIS_MONTH),)}, {"conditions": (NthBill(2, THIS_MONTH),)}),
        ({"conditions": (NthBill(2, THIS_MONTH),)}, {"trigger": Trigger.FIRST_PURCHASE}),
        ({"trigger": Trigger.SIGNUP, "award": TEN}, {}),
    ],
)
def test_rules_that_never_meet_do_not_overlap(one: dict[str, object], other: dict[str, object]) -> None:
    assert told(replace(TWICE, **one), replace(THRICE, **other)) == []  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"period": days(0, 2)}, {"period": days(2, 3)}),
        ({"tiers": frozenset({"Gold"})}, {}),
        ({"conditions": (AmountBetween(0, 5),)}, {"conditions": (AmountBetween(),)}),
        ({"conditions": (AmountBetween(1),)}, {"conditions": (AmountBetween(2),)}),
        ({"conditions": (BetweenTimes(1320, 60),)}, {"conditions": (MORNING,)}),
        ({"conditions": (NthBill(2, THIS_MONTH),)}, {"conditions": (NthBill(2, EVER),)}),
        ({"conditions": (HasCategory(frozenset({"Toys"})),)}, {"conditions": (HasCategory(frozenset({"Baby"})),)}),
    ],
)
def test_rules_that_can_meet_overlap(one: dict[str, object], other: dict[str, object]) -> None:
    assert len(told(replace(TWICE, **one), replace(THRICE, **other))) == 1  # type: ignore[arg-type]


def test_rules_of_other_categories_do_not_overlap() -> None:
    assert told(THRICE, rule("Toys", Multiply(Decimal(2), "Toys"))) == []
    assert told(rule("A", PercentFor("Baby", Decimal(1))), rule("B", PercentFor("Toys", Decimal(1)))) == []


def test_a_campaign_that_multiplies_as_well_is_said() -> None:
    festival = Campaign("Diwali", Decimal(2), categories=frozenset({"Baby"}))
    shop = replace(SHOP, campaigns=(festival, replace(festival, campaign_id="Gone", period=days(-9, -8))))
    (warning,) = told(replace(THRICE, period=days(0, 9)), weight=Weight.WARNS, shop=shop)
    assert warning == "“Baby 3×” and “Diwali” are both on. Together they give 6 times."
    assert told(rule("Toys", Multiply(Decimal(2), "Toys")), weight=Weight.WARNS, shop=shop) == []


def test_a_segment_that_a_rule_asks_for_is_not_taken_away() -> None:
    asking, other = rule("greet", TEN, InSegment(frozenset({"new"}))), rule("other")
    shop = replace(SHOP, rules=(asking, other))

    (flaw,) = lint(replace(shop, segments=()), BOUNDS, base=shop)

    assert (flaw.text, flaw.rules, flaw.weight) == ("There is no segment new.", ("greet",), Weight.REFUSES)
    assert lint(replace(shop, segments=(), rules=(other,)), BOUNDS, base=shop) == ()

    campaign = replace(SHOP, rules=(rule("r", drive="d"),), drives=(Drive("d", "D", segments=frozenset({"new"})),))
    assert lint(campaign, BOUNDS, base=campaign) == ()
    assert [(one.text, one.rules) for one in lint(replace(campaign, segments=()), BOUNDS, base=campaign)] == [
        ("There is no segment new.", ("d",))
    ]


def test_a_segment_that_stood_wrong_is_only_told() -> None:
    wrong = Segment("odd", (BornIn(frozenset()),))
    shop = replace(SHOP, segments=(*SHOP.segments, wrong))

    assert [one.weight for one in lint(shop, BOUNDS, base=SHOP)] == [Weight.REFUSES]
    assert [one.weight for one in lint(shop, BOUNDS, base=shop)] == [Weight.WARNS]


def test_a_tier_or_category_that_a_rule_names_is_not_taken_away() -> None:
    shop = replace(SHOP, rules=(rule("gold", tiers=frozenset({"Gold"})), rule("baby", PercentFor("Baby", Decimal(4)))))
    less = replace(shop, tiers=replace(SHOP.tiers, levels=SHOP.tiers.levels[:1]), categories={"Toys": Category()})

    found = lint(less, BOUNDS, base=shop)

    assert {one.rules for one in found} == {("gold",), ("baby",)}
    assert {one.weight for one in found} == {Weight.REFUSES}
    assert {one.weight for one in lint(less, BOUNDS, base=less)} == {Weight.WARNS}


def test_a_store_is_one_of_those_there_are_where_they_are_known() -> None:
    asking = replace(SHOP, rules=(rule("far", TEN, InStore(frozenset({"far", "near"}))),))

    (flaw,) = lint(asking, replace(BOUNDS, stores=["near"]), base=SHOP)

    assert (flaw.text, flaw.weight) == ("There is no store far.", Weight.REFUSES)
    assert lint(asking, replace(BOUNDS, stores=["near", "far"]), base=SHOP) == ()


def test_a_reward_that_nobody_could_have_is_refused() -> None:
    soap = Reward("soap", "Soap", RewardKind.FREE_PRODUCT, 10_00, category="Baby", period=days(0, 5))
    assert lint(replace(SHOP, rewards=(soap,)), BOUNDS, base=SHOP) == ()
    for wrong, why in (
        (replace(soap, category="Ghosts"), "There is no category Ghosts."),
        (replace(soap, period=days(-9, -1)), "It ends before these rules begin, so nobody could have it."),
    ):
        shop = replace(SHOP, rewards=(wrong,))
        (flaw,) = lint(shop, BOUNDS, base=SHOP)
        assert (flaw.text, flaw.rules, flaw.refuses) == (why, ("Soap",), True)
        (known,) = lint(shop, BOUNDS, base=shop)
        assert known == flaw.warned, "what stood before is only told"


def test_a_category_that_a_reward_gives_is_not_taken_away() -> None:
    soap = Reward("soap", "Soap", RewardKind.FREE_PRODUCT, 10_00, category="Baby")
    before = replace(SHOP, rewards=(soap,))
    after = replace(before, categories={name: one for name, one in SHOP.categories.items() if name != "Baby"})
    (flaw,) = lint(after, BOUNDS, base=before)
    assert (flaw.text, flaw.refuses) == ("There is no category Baby.", True)
