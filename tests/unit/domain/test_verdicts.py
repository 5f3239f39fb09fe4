"""Verdicts of rules at a bill, and cases that must bring what they bring."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.cases import BillsBefore, Brings, Case, SavedCase, brings, check, failures, priced
from app.domain.conditions import EVER, AmountBetween, HasCategory, NthBill, OnBirthday, OnWeekdays, PaidBy
from app.domain.days import Period
from app.domain.errors import DomainError
from app.domain.limits import Bound, RuleLimits
from app.domain.new_tiers import NewTier, new_tier
from app.domain.program import Earning, Program
from app.domain.quote import Quote
from app.domain.rules import DecisionRule, Multiply, PerSlab, PointsFixed
from app.domain.tier_advance import TierAdvance
from app.domain.tiers import Level, Metrics, PointsBasis, Qualify, TierScheme
from app.domain.triggers import Trigger
from app.domain.verdicts import Held, Said, TierIn, Verdict, verdicts
from tests.unit.domain.samples import NOON, cart, instant, line, program

TEN = PointsFixed(1000)
CASE = Case(
    cart(line(rupees="500")), NOON, "Gold", frozenset({"UPI"}), 5000, (BillsBefore(EVER, 2),), birthday="--01-15"
)


def rule(name: str, award: object = TEN, *conditions: object, **said: object) -> DecisionRule:
    return replace(DecisionRule(name, award, conditions=conditions), **said)  # type: ignore[arg-type]


def judged(*rules: DecisionRule, case: Case = CASE, **settings: object) -> list[Verdict]:
    found = program(rules=rules, **settings)
    return list(verdicts(priced(case, found), found, case.occasion, case.counted))


def said(*rules: DecisionRule, case: Case = CASE, **settings: object) -> list[tuple[str, Said, int]]:
    return [(one.rule.rule_id, one.said, one.points) for one in judged(*rules, case=case, **settings)]


def test_every_rule_is_judged_in_the_order_they_speak() -> None:
    rules = (
        rule("silent", TEN, OnWeekdays(frozenset({1}))),
        rule("first", TEN, priority=5),
        rule("double", Multiply(Decimal(2)), stop=True),
        rule("welcome", trigger=Trigger.SIGNUP),
        rule("small", PerSlab(1000_00, 100), priority=1),
    )
    assert said(*rules) == [
        ("first", Said.SPEAKS, 1000),
        ("small", Said.SPEAKS, 0),
        ("double", Said.SPEAKS, 22_50),
        ("silent", Said.STOPPED, 0),
        ("welcome", Said.NO_BILL, 0),
    ]
    assert judged(*rules)[3].by == "double"


def test_of_all_that_is_asked_it_is_told_whether_it_holds() -> None:
    dates, amount, upi = Period(None, instant(1, 1)), AmountBetween(400_00), PaidBy(frozenset({"UPI"}))
    asks = rule("x", TEN, amount, upi, OnBirthday(), NthBill(3), period=dates, tiers=frozenset({"Silver"}))
    (found,) = judged(replace(asks, trigger=Trigger.FIRST_PURCHASE))
    assert found.said is Said.ASKS_OTHER
    assert found.asked == (
        Held(dates, holds=False),
        Held(TierIn(frozenset({"Silver"})), holds=False),
        Held(NthBill(1, EVER), holds=False),
        Held(amount, holds=True),
        Held(upi, holds=True),
        Held(OnBirthday(), holds=True),
        Held(NthBill(3), holds=True),
    )


def test_a_limit_cuts_and_silences() -> None:
    assert judged(rule("x", TEN, limits=RuleLimits(points_per_bill=300)))[0].by is Bound.BILL
    (past,) = judged(rule("x", Multiply(Decimal(2)), limits=RuleLimits(budget=1)))
    assert (past.said, past.by, past.points) == (Said.PAST_LIMIT, Bound.BUDGET, 0)


def test_a_bill_that_earns_nothing_lets_no_rule_speak() -> None:
    for case, settings in (
        (CASE, {"enabled": False}),
        (CASE, {"earning": Earning(min_bill_minor=501_00)}),
        (replace(CASE, tier=""), {}),
    ):
        assert said(rule("x"), case=case, **settings) == [("x", Said.NOT_EARNING, 0)]


LEVELS = TierScheme(
    (
        Level("Bronze"),
        Level("Silver", min_spend_minor=1000_00, min_points=50_00, min_orders=2),
        Level("Gold", min_spend_minor=4000_00, min_points=90_00, min_orders=4),
    )
)
SILVER = replace(CASE, tier="Silver")  # a bill of ₹500 that earns 15 points


def risen(*rules: DecisionRule, case: Case = SILVER, scheme: TierScheme = LEVELS, **settings: object) -> list[Verdict]:
    of_tiers = tuple(replace(one, trigger=Trigger.TIER_CHANGE) for one in rules)
    return judged(*of_tiers, case=case, tiers=scheme, **settings)


def leads_to(case: Case = SILVER, scheme: TierScheme = LEVELS, *rules: DecisionRule) -> str | None:
    found = program(tiers=scheme, rules=rules)
    return new_tier(priced(case, found), found, case.counted).to


def test_a_bill_leads_to_the_tier_that_it_and_what_came_before_it_reach() -> None:
    assert leads_to() is None, "₹500 more than Silver takes"
    assert leads_to(replace(SILVER, counted=Metrics(spend_minor=3500_00))) == "Gold"
    assert leads_to(replace(SILVER, counted=Metrics(spend_minor=3499_99))) is None
    assert leads_to(replace(SILVER, tier="Bronze", counted=Metrics(spend_minor=9000_00))) == "Gold"
    assert leads_to(replace(SILVER, tier="Gold", counted=Metrics())) is None, "none is lowered by a bill"
    assert leads_to(replace(SILVER, tier="")) is None
    assert leads_to(SILVER, replace(LEVELS, qualify=Qualify.SPEND_AND_ORDERS)) is None
    orders = Metrics(spend_minor=3500_00, orders=3)
    assert leads_to(replace(SILVER, counted=orders), replace(LEVELS, qualify=Qualify.SPEND_AND_ORDERS)) == "Gold"


def test_points_that_pay_count_where_those_that_are_held_do() -> None:
    scheme = replace(LEVELS, qualify=Qualify.POINTS)
    case = replace(SILVER, counted=Metrics(points=85_00), redeem=5_00)
    assert leads_to(case, scheme) == "Gold"
    assert leads_to(case, replace(scheme, points_basis=PointsBasis.AVAILABLE_PLUS_PENDING)) == "Gold"
    paying = replace(case, redeem=50_00)
    assert leads_to(paying, scheme) == "Gold"
    assert leads_to(paying, replace(scheme, points_basis=PointsBasis.AVAILABLE_PLUS_PENDING)) is None


def test_a_rule_that_lifts_leads_to_its_tier_or_to_what_is_reached_where_that_is_higher() -> None:
    lift = rule("lift", TierAdvance())
    assert leads_to(SILVER, LEVELS, lift) == "Gold"
    bronze = replace(SILVER, tier="Bronze", counted=Metrics(spend_minor=3500_00))
    assert leads_to(bronze, LEVELS, rule("lift", TierAdvance("Silver"))) == "Gold"
    assert leads_to(replace(bronze, counted=Metrics()), LEVELS, rule("lift", TierAdvance("Silver"))) == "Silver"


def test_rules_of_a_tier_that_rises_say_what_it_brings_or_that_it_does_not_rise() -> None:
    rules = (rule("gold", tiers=frozenset({"Gold"})), rule("silver", tiers=frozenset({"Silver"})), rule("all"))
    rises = replace(SILVER, counted=Metrics(spend_minor=3500_00))
    found = {one.rule.rule_id: one for one in risen(*rules, case=rises)}
    assert [(name, found[name].said, found[name].points) for name in ("gold", "silver", "all")] == [
        ("gold", Said.SPEAKS, 1000),
        ("silver", Said.ASKS_OTHER, 0),
        ("all", Said.SPEAKS, 1000),
    ]
    tier, asked = found["silver"].asked
    assert (tier.holds, asked) == (True, Held(TierIn(frozenset({"Silver"})), holds=False))
    for one in risen(*rules):
        (held,) = one.asked
        assert (one.said, held.holds) == (Said.ASKS_OTHER, False)
        assert isinstance(held.asked, NewTier)
        assert held.asked.progress.spend_needed_minor == 2500_00


def test_one_that_lets_no_other_speak_stops_those_of_its_kind_alone() -> None:
    rises = replace(SILVER, counted=Metrics(spend_minor=3500_00))
    first, second = risen(rule("a", stop=True, priority=1), rule("b"), case=rises)
    assert ((first.said, first.points), (second.said, second.by)) == ((Said.SPEAKS, 1000), (Said.STOPPED, "a"))
    of_bill = rule("bill", stop=True, priority=9)
    both = judged(of_bill, rule("tier", trigger=Trigger.TIER_CHANGE), case=rises, tiers=LEVELS)
    assert [(one.rule.rule_id, one.said) for one in both] == [("bill", Said.SPEAKS), ("tier", Said.SPEAKS)]


def test_what_a_tier_brings_asks_of_bills_with_this_one_counted_and_of_nothing_on_it() -> None:
    rises = replace(SILVER, counted=Metrics(spend_minor=3500_00))
    (nth,) = risen(rule("nth", TEN, NthBill(4)), case=rises)
    assert nth.said is Said.SPEAKS, "two before, this one, and the next would be the fourth"
    (amount,) = risen(rule("amount", TEN, AmountBetween(1)), case=rises)
    assert amount.said is Said.ASKS_OTHER
    assert risen(rule("odd", Multiply(Decimal(2))), case=rises)[0].points == 0
    assert risen(rule("x"), case=rises, enabled=False)[0].said is Said.NOT_EARNING


def plain(found: Program) -> Quote:
    return priced(CASE, found)


def test_a_case_is_priced_by_any_rules() -> None:
    assert brings(plain(program())) == Brings(22_50, 500_00)
    assert brings(priced(replace(CASE, tier=""), program())) == Brings(0, 500_00)
    assert plain(program()).limits.available == 5000
    with pytest.raises(DomainError, match="There is no tier Wood"):
        priced(replace(CASE, tier="Wood"), program())
    assert CASE.occasion.nth(EVER) == 3
    assert replace(CASE, birthday=None).occasion.birthday is None


def test_what_a_case_comes_to_otherwise_is_said() -> None:
    saved = SavedCase("Baby bill", CASE, Brings(22_50, 500_00))
    assert list(failures([saved], program())) == []
    more = program(rules=(rule("x", TEN, HasCategory(frozenset({"General"}))),))
    assert list(failures([saved], more)) == ["Case “Baby bill” must bring 22.5 points and would bring 32.5."]
    cheaper = replace(saved, must=Brings(22_50, 450_00))
    assert list(failures([cheaper], program())) == ["Case “Baby bill” must come to ₹450.00 and would come to ₹500.00."]
    gone = replace(saved, case=replace(CASE, tier="Wood"))
    assert list(failures([gone], program())) == ["Case “Baby bill” could not be sold. There is no tier Wood."]


def test_a_case_has_a_name() -> None:
    check(SavedCase("x", CASE, Brings(0, 0)))
    for name in (" ", "x" * 61):
        with pytest.raises(DomainError, match="A case has a name of at most 60 characters"):
            check(SavedCase(name, CASE, Brings(0, 0)))
