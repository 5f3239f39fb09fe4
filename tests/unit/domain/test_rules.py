"""Decision rules: fixed points beside what the lines earn."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from app.domain.campaigns import Campaign
from app.domain.cart import Cart
from app.domain.conditions import (
    EVER,
    NOTHING_KNOWN,
    THIS_MONTH,
    AmountBetween,
    BillFacts,
    InStore,
    NthBill,
    Occasion,
    PaidBy,
    Unit,
    Window,
)
from app.domain.days import Period
from app.domain.earning import Earned
from app.domain.hearing import hear
from app.domain.line_points import Lines
from app.domain.program import Earning, Program
from app.domain.quote import quote
from app.domain.rules import (
    AmountBandHighest,
    Band,
    Bonus,
    CategoryFixed,
    DecisionRule,
    Multiply,
    NthBillInMonth,
    PercentFor,
    PerSlab,
    PointsAward,
    PointsFixed,
    PointsToReferrer,
    answering,
    asks_store,
    windows_of,
)
from app.domain.tiers import Level
from app.domain.triggers import OF_BILLS, Trigger
from tests.unit.domain.samples import NOON, cart, category, line, program, visitor


def bonus_points(rules: Program, bought: Cart | None = None, *, tier: str = "Bronze", nth: int = 1) -> int:
    occasion = Occasion(bills_before={THIS_MONTH: nth - 1})
    found = quote(bought or cart(), rules, visitor(tier=tier, occasion=occasion), redeem=0, at=NOON)
    return found.earned.bonus_points


def earned(
    *rules: DecisionRule, bought: Cart | None = None, occasion: Occasion = NOTHING_KNOWN, **settings: object
) -> Earned:
    """What 100 rupees of General, or a cart, earn under a program of 3 per cent with these rules."""
    found = quote(bought or cart(), program(rules=rules, **settings), visitor(occasion=occasion), redeem=0, at=NOON)
    return found.earned


FACTS = BillFacts(1000_00, frozenset({"Toys"}), "Gold", NOON, occasion=Occasion(bills_before={THIS_MONTH: 4}))
NO_LINES = Lines((), (), (), program(), Level("Gold"), qualify=True)
BANDS = AmountBandHighest((Band(1000_00, 30), Band(500_00, 50), Band(2000_00, 90)))


def brought(*rules: DecisionRule) -> list[Bonus]:
    """The points of their own that rules bring to a bill of these facts."""
    return hear(rules, FACTS, NO_LINES).bonuses


@pytest.mark.parametrize(
    ("award", "points"),
    [
        (PointsFixed(7), 7),
        (PerSlab(100_00, 10), 100),
        (PerSlab(999_99, 10), 10),
        (PerSlab(1000_01, 10), 0),
        (PerSlab(400_00, 7), 14),
        (CategoryFixed("Toys", 5), 5),
        (CategoryFixed("Books", 5), 0),
        (BANDS, 30),  # the highest band, not the most points
        (AmountBandHighest((Band(1000_01, 30),)), 0),
        (AmountBandHighest(()), 0),
        (NthBillInMonth(5, 8), 8),
        (NthBillInMonth(4, 8), 0),
        (NthBillInMonth(6, 8), 0),
    ],
)
def test_awards(award: PointsAward, points: int) -> None:
    assert award.award(FACTS) == points


def test_a_bill_has_the_categories_and_number_it_was_sold_with() -> None:
    rules = program(rules=(DecisionRule("a", CategoryFixed("Toys", 1)), DecisionRule("b", NthBillInMonth(3, 2))))
    voided = replace(line("2", category="Toys"), voided=True)

    assert bonus_points(rules, cart(line("1", category="Toys")), nth=3) == 3
    assert bonus_points(rules, Cart((line("1"), voided)), nth=2) == 0


def test_a_bill_has_the_tier_and_the_instant_it_was_sold_with() -> None:
    rules = program(
        rules=(
            DecisionRule("tier", PerSlab(100_00, 1), tiers=frozenset({"Silver"})),
            DecisionRule("time", PerSlab(100_00, 2), period=Period(NOON, NOON)),
        )
    )

    assert bonus_points(rules, tier="Silver") == 3
    assert bonus_points(rules, tier="Gold") == 2


def test_a_rule_holds_in_its_period_and_for_its_tiers() -> None:
    def points(**limits: object) -> int:
        rule = DecisionRule("r", PerSlab(1000_00, 1), **limits)  # type: ignore[arg-type]
        return sum(bonus.points for bonus in brought(rule))

    assert points() == 1
    assert points(tiers=frozenset({"Gold", "Silver"})) == 1
    assert points(tiers=frozenset({"Silver"})) == 0
    assert points(period=Period(NOON, NOON)) == 1
    assert points(period=Period(from_at=NOON + timedelta(seconds=1))) == 0


def test_rules_speak_by_priority_then_by_id_and_only_if_they_bring_something() -> None:
    def rule(rule_id: str, priority: int, points: int = 1) -> DecisionRule:
        return DecisionRule(rule_id, PerSlab(1000_00, points), priority)

    found = brought(rule("b", 1), rule("c", 2), rule("a", 1), rule("z", 9, points=0))

    assert found == [Bonus("c", 1), Bonus("a", 1), Bonus("b", 1)]


def test_after_one_that_stops_no_rule_speaks() -> None:
    stopping = DecisionRule("stop", PointsFixed(1), priority=5, stop=True)
    rules = (stopping, DecisionRule("first", PointsFixed(2), priority=9), DecisionRule("later", PointsFixed(4)))

    assert [bonus.rule_id for bonus in brought(*rules)] == ["first", "stop"]


def test_one_that_stops_but_does_not_hold_stops_nothing() -> None:
    rules = (
        DecisionRule("stop", PointsFixed(1), 5, tiers=frozenset({"Bronze"}), stop=True),
        DecisionRule("later", PointsFixed(4)),
    )

    assert [bonus.rule_id for bonus in brought(*rules)] == ["later"]


def test_a_multiplier_multiplies_with_the_campaigns_up_to_the_ceiling() -> None:
    double, triple = DecisionRule("double", Multiply(Decimal(2))), DecisionRule("triple", Multiply(Decimal(3)))
    festive = Campaign("festive", Decimal("1.5"))

    assert earned(double).points == 6_00
    assert earned(double, triple, campaigns=(festive,)).points == 27_00
    assert (
        earned(double, triple, earning=Earning(default_percent=Decimal(3), multiplier_ceiling=Decimal(5))).points
        == 15_00
    )
    assert earned(double, triple, campaigns=(festive,)).lines[0].campaign_ids == ("festive", "double", "triple")


def test_a_multiplier_of_one_category_leaves_the_others() -> None:
    toys = DecisionRule("toys", Multiply(Decimal(2), "Toys"))
    bought = cart(line("1"), line("2", category="Toys"))

    assert [one.points for one in earned(toys, bought=bought).lines] == [3_00, 6_00]


def test_of_rates_for_one_category_the_first_speaks_and_is_named() -> None:
    rules = (
        DecisionRule("seven", PercentFor("General", Decimal(7)), priority=1),
        DecisionRule("nine", PercentFor("General", Decimal(9)), priority=2),
        DecisionRule("other", PercentFor("Toys", Decimal(50)), priority=3),
    )
    (only,) = earned(*rules).lines

    assert (only.points, only.percent, only.campaign_ids) == (9_00, 9, ("nine",))


def test_a_category_that_does_not_earn_has_no_other_rate() -> None:
    rule = DecisionRule("nine", PercentFor("General", Decimal(9)))
    (only,) = earned(rule, categories={"General": category(earns=False)}).lines

    assert (only.points, only.campaign_ids) == (0, ())


def test_a_bill_that_does_not_qualify_hears_no_rule() -> None:
    rules = (DecisionRule("fixed", PointsFixed(9)), DecisionRule("double", Multiply(Decimal(2))))
    found = earned(*rules, earning=Earning(default_percent=Decimal(3), min_bill_minor=100_01))

    assert (found.points, found.lines[0].campaign_ids) == (0, ())


def test_a_rule_holds_where_all_its_conditions_do() -> None:
    rule = DecisionRule("r", PointsFixed(5), conditions=(AmountBetween(100_00), PaidBy(frozenset({"UPI"}))))

    assert earned(rule, occasion=Occasion(paid_by=frozenset({"UPI", "CASH"}))).bonus_points == 5
    assert earned(rule, occasion=Occasion(paid_by=frozenset({"CASH"}))).bonus_points == 0
    assert earned(rule).bonus_points == 0, "not yet paid"
    assert (
        earned(rule, bought=cart(line(rupees="99.99")), occasion=Occasion(paid_by=frozenset({"UPI"}))).bonus_points == 0
    )


def test_what_rules_count_and_where_they_ask() -> None:
    last_week = Window(Unit.DAYS, 7)
    slab, nth = DecisionRule("s", PerSlab(1, 1)), DecisionRule("n", NthBillInMonth(5, 1))
    third = DecisionRule("t", PointsFixed(1), conditions=(NthBill(3, last_week),))
    here = DecisionRule("h", PointsFixed(1), conditions=(InStore(frozenset({"s1"})),))

    assert windows_of((slab, nth, third, here)) == {THIS_MONTH, last_week}
    assert [rule.asks_occasion for rule in (slab, nth, third, here)] == [False, True, True, True]
    assert asks_store((slab, here))
    assert not asks_store((slab, nth, third))


@pytest.mark.parametrize("trigger", sorted(set(Trigger) - OF_BILLS))
def test_what_is_no_bill_asks_its_own_rules_and_a_bill_does_not(trigger: Trigger) -> None:
    own = DecisionRule("own", PointsFixed(100_00), trigger=trigger, tiers=frozenset({"Gold"}))
    silver = DecisionRule("silver", PointsFixed(5), trigger=trigger, tiers=frozenset({"Silver"}))
    friend = DecisionRule("friend", PointsToReferrer(500_00), trigger=trigger)
    stop = DecisionRule("a stop", PointsFixed(9), priority=9, stop=True)

    last = DecisionRule("last", PointsFixed(7), trigger=trigger, priority=1, stop=True)
    assert answering((stop, silver, own, friend), trigger, FACTS) == (friend, own)
    assert answering((own, last, friend), trigger, FACTS) == (last,)
    assert brought(own, friend, stop) == [Bonus("a stop", 9)]
    assert not own.asks_occasion
    assert not own.is_of_bills


def test_a_first_purchase_asks_what_is_meant_for_it_besides_what_any_purchase_does() -> None:
    welcome = DecisionRule("welcome", PointsFixed(50_00), trigger=Trigger.FIRST_PURCHASE)
    always = DecisionRule("always", PointsFixed(1_00))

    first, second = (Occasion(bills_before={EVER: count}) for count in (0, 1))
    assert earned(welcome, always, occasion=first).bonuses == (Bonus("always", 1_00), Bonus("welcome", 50_00))
    assert earned(welcome, always, occasion=second).bonuses == (Bonus("always", 1_00),)
    assert windows_of((welcome,)) == {EVER}
    assert welcome.asks_occasion


def test_points_for_a_referrer_are_none_of_a_bill() -> None:
    assert earned(DecisionRule("friend", PointsToReferrer(500_00))).bonuses == ()
