"""The form of a rule: what is typed becomes the rule that fills the form again, and what is none is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from app.domain.conditions import (
    EVER,
    AmountBetween,
    BetweenTimes,
    HasCategory,
    InSegment,
    InStore,
    JoinedWithin,
    NthBill,
    OnBirthday,
    OnWeekdays,
    PaidBy,
    ReachesGoal,
    Span,
    Unit,
    Window,
)
from app.domain.days import INDIA, Period
from app.domain.drives import Drive
from app.domain.limits import RuleLimits
from app.domain.money import RUPEE
from app.domain.program import Program
from app.domain.rewards import Reward, RewardKind
from app.domain.rule_changes import RuleChange
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
from app.domain.triggers import Trigger
from app.domain.voucher_awards import VoucherOf
from ui import rule_words
from ui.rules.filling import form_of
from ui.rules.form import Counted, Kind, RuleForm
from ui.rules.reading import rule_of

NOON = datetime(2026, 1, 15, 6, 30, tzinfo=UTC)
ANY = RuleForm(name="Any", value="10")
FULL = DecisionRule(
    "Full",
    Multiply(Decimal("2.5"), "Toys"),
    3,
    Period(datetime(2026, 11, 30, 18, 30, tzinfo=UTC), datetime(2026, 12, 8, 18, 29, 59, 999999, tzinfo=UTC)),
    frozenset({"Gold", "Silver"}),
    (
        AmountBetween(500_00, 999_50),
        HasCategory(frozenset({"Toys"})),
        OnWeekdays(frozenset({6, 7})),
        BetweenTimes(10 * 60, 24 * 60),
        NthBill(5, Window(Unit.DAYS, 30)),
        OnBirthday(Span.WEEK),
        JoinedWithin(7),
        PaidBy(frozenset({"UPI"})),
        InSegment(frozenset({"lapsed", "new"})),
        InStore(frozenset({"mumbai"})),
        ReachesGoal(),
    ),
    stop=True,
    limits=RuleLimits(1, 100_00, 200_00, 300_00, 400_050),
    drive="winter",
)


def read(form: RuleForm) -> DecisionRule:
    return rule_of(form, RUPEE, INDIA)


@pytest.mark.parametrize(
    "award",
    [
        PointsFixed(1050),
        PerSlab(100_00, 1000),
        CategoryFixed("Toys", 500),
        AmountBandHighest((Band(500_00, 1000), Band(1000_50, 2500))),
        NthBillInMonth(5, 100),
        Multiply(Decimal(2)),
        PercentFor("Toys", Decimal("2.5")),
        PointsToReferrer(500),
        TierAdvance("Gold", 30),
        TierAdvance(),
        VoucherOf("cream"),
    ],
)
def test_a_rule_fills_the_form_that_makes_it(award: Award) -> None:
    rule = replace(FULL, award=award, trigger=Trigger.FIRST_PURCHASE)
    assert read(form_of(rule, RUPEE, INDIA)) == rule


def test_conditions_the_form_has_no_second_place_for_stay() -> None:
    twice = replace(FULL, conditions=(NthBill(1, EVER), HasCategory(frozenset({"A"})), HasCategory(frozenset({"B"}))))
    assert set(read(form_of(twice, RUPEE, INDIA)).conditions) == set(twice.conditions)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"value": ""}, "A figure is still missing."),
        ({"value": "ten"}, "“ten” is no number"),
        ({"value": "NaN"}, "“NaN” is no number"),
        ({"value": "0.001"}, "“0.001” is no number"),
        ({"priority": "1.5"}, "“1.5” is no whole number"),
        ({"least": "lots"}, "“lots” is no amount"),
        ({"from_time": "10:00"}, "Hours have a beginning and an end"),
        ({"from_time": "10:75", "until_time": "11"}, "“10:75” is no time"),
        ({"first_day": "tomorrow"}, "“tomorrow” is no day"),
        ({"nth": "x"}, "“x” is no whole number"),
        ({"nth": "2", "counted": Counted.DAYS}, "A figure is still missing."),
        ({"kind": Kind.VOUCHER}, "Choose the reward that it gives a voucher of."),
        ({"kind": Kind.BANDS, "value": "500"}, "Amounts with their points are typed like"),
    ],
)
def test_what_is_none_is_said(typed: dict[str, object], why: str) -> None:
    with pytest.raises(ValueError, match=why.replace("?", ".")):
        read(replace(ANY, **typed))  # type: ignore[arg-type]


def test_nothing_typed_is_nothing_asked() -> None:
    assert read(replace(ANY, priority="", name=" Any ")) == DecisionRule("Any", PointsFixed(1000))
    assert read(replace(ANY, most="500", nth="1", counted=Counted.EVER)).conditions == (
        AmountBetween(0, 500_00),
        NthBill(1, EVER),
    )


def test_a_rule_in_words() -> None:
    assert rule_words.sentence(FULL, Program(), today=NOON) == (
        "2.5 × the points on Toys · in “winter”, 1 Dec – 8 Dec, Gold / Silver, ₹500.00–₹999.50, with Toys, Sat / Sun, "
        "10:00–24:00, bill 5 in 30 days, in the week of the birthday, joined in the last 7 days, paid by UPI, "
        "members of lapsed / new, at mumbai, the goal is reached · "
        "once a member, 100 a bill, 200 a member, 300 a day, 4,000.5 in all · then no other applies · priority 3"
    )
    assert rule_words.sentence(DecisionRule("x", PointsFixed(100)), Program(), today=NOON) == "1 points · every bill"


@pytest.mark.parametrize(
    ("award", "words"),
    [
        (PerSlab(100_00, 1000), "10 points for every ₹100.00"),
        (CategoryFixed("Toys", 500), "5 points for Toys"),
        (AmountBandHighest((Band(500_00, 1000), Band(1000_00, 2500))), "points: 10 from ₹500.00, 25 from ₹1,000.00"),
        (NthBillInMonth(5, 100), "1 points for bill 5 of the month"),
        (Multiply(Decimal(2)), "2 × the points"),
        (PercentFor("Toys", Decimal("2.50")), "Toys earns 2.5 %"),
        (PointsToReferrer(500), "5 points to who brought them"),
        (TierAdvance("Gold", 30), "Gold for 30 days"),
        (TierAdvance("Gold", 1), "Gold for 1 day"),
        (TierAdvance(), "the next tier"),
        (VoucherOf("cream"), "a voucher: Hand cream"),
        (VoucherOf("gone"), "a voucher: gone"),
    ],
)
def test_what_a_rule_brings_in_words(award: Award, words: str) -> None:
    cream = Reward("cream", "Hand cream", RewardKind.CASHBACK, 40_00, value_minor=50_00)
    assert rule_words.award(DecisionRule("x", award), Program(rewards=(cream,))) == words


def test_the_rest_of_what_it_asks_in_words() -> None:
    asked = (
        AmountBetween(100),
        AmountBetween(0, 100),
        NthBill(1, EVER),
        NthBill(9, EVER),
        NthBill(2, Window(Unit.MONTH)),
    )
    assert [rule_words.condition(one, RUPEE) for one in asked] == [
        "from ₹1.00", "up to ₹1.00", "the first bill", "bill 9 of all", "bill 2 of the month",
    ]  # fmt: skip
    first, last = Period(FULL.period.from_at), Period(None, FULL.period.until_at)
    assert [rule_words.period(one, INDIA, NOON) for one in (first, last)] == ["from 1 Dec", "until 8 Dec"]
    referral = DecisionRule("x", PointsToReferrer(100), trigger=Trigger.REFERRAL)
    assert rule_words.chips(referral, Program(), today=NOON) == ("for bringing a friend",)


def test_how_a_rule_stands() -> None:
    later = datetime(2026, 12, 20, tzinfo=UTC)
    plain = replace(FULL, period=Period())
    assert [
        rule_words.status(rule, (), at, drafted=drafted)
        for rule, at, drafted in ((FULL, NOON, ()), (FULL, later, ()), (plain, NOON, ()), (plain, NOON, {"Full"}))
    ] == ["planned", "ended", "running", "draft"]


def test_a_rule_of_a_campaign_stands_as_that_does() -> None:
    winter = Drive("winter", "Winter", Period(NOON + timedelta(days=1), NOON + timedelta(days=9)))
    rule = replace(FULL, period=Period(), drive="winter")
    stands = [rule_words.status(rule, (winter,), NOON + timedelta(days=ago), drafted=()) for ago in (0, 5, 12)]
    assert stands == ["planned", "running", "ended"]


def test_what_was_changed_in_words() -> None:
    one, two = DecisionRule("A", PointsFixed(100)), DecisionRule("A", PointsFixed(200))
    told = [
        rule_words.change(change, Program(), today=NOON) for change in (RuleChange(None, one), RuleChange(one, None))
    ]
    assert told == ["“A” is new: 1 points · every bill", "“A” is taken away: 1 points · every bill"]
    changed = rule_words.change(RuleChange(one, two), Program(), today=NOON)
    assert changed == "“A”: 1 points · every bill › 2 points · every bill"
