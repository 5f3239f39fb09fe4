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
from app.domain.program import Earning, Program
from app.domain.quote import Quote
from app.domain.rules import DecisionRule, Multiply, PerSlab, PointsFixed
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
    return list(verdicts(priced(case, found), found, case.occasion))


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
