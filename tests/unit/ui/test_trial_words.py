"""What rules say of one bill, in words; and the form of a bill that is tried."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from app.domain.cart import Cart, CartLine
from app.domain.cases import BillsBefore, Case, InCampaign, priced
from app.domain.conditions import (
    EVER,
    THIS_MONTH,
    AmountBetween,
    BetweenTimes,
    HasCategory,
    InStore,
    NthBill,
    OnBirthday,
    OnWeekdays,
    PaidBy,
    ReachesGoal,
)
from app.domain.days import INDIA, Period
from app.domain.drives import Drive, Goal, Measure
from app.domain.limits import RuleLimits
from app.domain.money import RUPEE
from app.domain.new_tiers import new_tier
from app.domain.program import Category, Earning, Program
from app.domain.rewards import Reward, RewardKind
from app.domain.rules import DecisionRule, Multiply, PointsFixed
from app.domain.tier_advance import TierAdvance
from app.domain.tiers import Metrics
from app.domain.triggers import Trigger
from app.domain.verdicts import facts_of, verdicts
from app.domain.voucher_awards import VoucherOf
from app.services.chain.stores import KnownStores
from app.services.whatif.one_bill import Priced, Side
from ui.rules import trial_words
from ui.rules.trial_form import ENOUGH, TrialForm, case_of, form_of

NOON = datetime(2026, 1, 15, 6, 30, tzinfo=UTC)  # a Thursday
TEN = PointsFixed(1000)
SHOP = Program(categories={"Toys": Category(Decimal(2))})
STORES = KnownStores({"n": "North", "m": "Main Road"}, are_all=True)
CASE = Case(Cart((CartLine("1", "Toys", Decimal(1), 300_00),)), NOON, "Silver")


def side(*rules: DecisionRule, shop: Program = SHOP, case: Case = CASE) -> Side:
    found = replace(shop, rules=rules)
    quote = priced(case, found)
    facts, said = facts_of(quote, found, case.occasion), verdicts(quote, found, case.occasion, case.counted)
    return Side(found, Priced(quote, facts, said, new_tier(quote, found, case.counted).to, case.is_late))


def reason(rule: DecisionRule, *, shop: Program = SHOP, case: Case = CASE) -> str:
    (row,) = trial_words.rows(side(rule, shop=shop, case=case), STORES)
    return row.detail


def test_each_thing_that_fails_says_what_the_bill_has_instead() -> None:
    asks = DecisionRule(
        "x",
        TEN,
        period=Period(datetime(2026, 2, 1, tzinfo=UTC)),
        tiers=frozenset({"Gold"}),
        conditions=(
            AmountBetween(500_00),
            HasCategory(frozenset({"Milk"})),
            NthBill(5),
            OnWeekdays(frozenset({6})),
            BetweenTimes(0, 60),
            PaidBy(frozenset({"UPI"})),
            OnBirthday(),
        ),
    )
    assert reason(asks) == (
        "✖ from 1 Feb (15 Jan), ✖ Gold (Silver), ✖ from ₹500.00 (it counts ₹300.00), ✖ with Milk (Toys), "
        "✖ bill 5 of all (it is bill 1), ✖ Sat (Thu), ✖ 00:00–01:00 (12:00), ✖ paid by UPI (unpaid), ✖ on the birthday"
    )
    paid = replace(CASE, paid_by=frozenset({"CASH"}))
    assert reason(DecisionRule("x", TEN, conditions=(PaidBy(frozenset({"UPI"})),)), case=paid) == "✖ paid by UPI (Cash)"


def test_stores_are_said_by_their_names() -> None:
    asks = DecisionRule("x", TEN, conditions=(InStore(frozenset({"n", "else"})),))
    assert reason(asks, case=replace(CASE, store="m")) == "✖ at North / else (Main Road)"
    assert reason(asks, case=replace(CASE, store="n")) == "✔ at North / else"
    assert reason(asks) == "✖ at North / else"


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (DecisionRule("x", TEN), "every bill"),
        (DecisionRule("x", TEN, trigger=Trigger.SIGNUP), "applies on signing up"),
        (DecisionRule("x", TEN, limits=RuleLimits(points_per_bill=500)), "every bill · cut by its points a bill"),
        (DecisionRule("x", Multiply(Decimal(9)), limits=RuleLimits(budget=1)), "past its points in all"),
    ],
)
def test_how_a_rule_speaks_or_why_not(rule: DecisionRule, words: str) -> None:
    assert reason(rule) == words


def test_what_a_new_tier_brings_is_said_with_the_tier_or_with_what_is_missing() -> None:
    gift = DecisionRule("x", TEN, trigger=Trigger.TIER_CHANGE)
    golden = replace(gift, tiers=frozenset({"Gold"}))
    near = replace(CASE, counted=Metrics(spend_minor=149_800_00))
    assert reason(gift) == "✖ on a new tier (₹99,700.00 more to Gold)"
    assert reason(gift, case=replace(CASE, tier="Platinum")) == "✖ on a new tier"
    assert reason(golden, case=near) == "✔ leads to Gold, ✔ Gold"
    assert reason(replace(golden, tiers=frozenset({"Silver"})), case=near) == "✖ Silver (Gold)"
    (row,) = trial_words.rows(side(gift, case=near), STORES)
    assert (row.title, row.aside) == ("✔ x", "+10")
    assert trial_words.summary(side(gift, case=near)).endswith(" · leads to Gold")


def test_a_bill_that_earns_nothing() -> None:
    dear = replace(SHOP, earning=Earning(min_bill_minor=500_00))
    assert reason(DecisionRule("x", TEN), shop=dear) == "this bill earns nothing at all"


def test_what_a_bill_comes_to() -> None:
    double = side(DecisionRule("x", Multiply(Decimal(2))))
    assert trial_words.summary(double) == ("15 points · to pay ₹300.00 · points may pay ₹150.00 · Toys × 2")
    assert trial_words.summary(side(case=replace(CASE, tier=""))) == "0 points · to pay ₹300.00"
    refused = Side(SHOP, None, "There is no tier Wood.")
    assert (trial_words.summary(refused), trial_words.rows(refused, STORES)) == ("There is no tier Wood.", ())


def test_of_a_bill_whose_card_came_later_no_points_may_pay() -> None:
    late = side(case=replace(CASE, is_late=True))
    assert trial_words.summary(late).endswith(" · to pay ₹300.00 · its card came later")


FORM = TrialForm("", "", "Silver", "15/01/2026", "12:00", "3", frozenset({"UPI"}), {"Toys": "300", "Milk": ""})


def test_what_is_typed_is_a_case_and_the_case_fills_the_form() -> None:
    case = case_of(FORM, RUPEE, INDIA)
    assert case == replace(
        CASE, paid_by=frozenset({"UPI"}), bills_before=(BillsBefore(THIS_MONTH, 2), BillsBefore(EVER, 2))
    )
    assert form_of(case, "", ("Toys", "Milk"), RUPEE, INDIA) == FORM
    assert case_of(replace(FORM, tier=""), RUPEE, INDIA).bills_before == ()


def test_the_store_is_asked_of_members_only() -> None:
    north = replace(FORM, store="n")
    case = case_of(north, RUPEE, INDIA)
    assert (case.store, form_of(case, "", ("Toys", "Milk"), RUPEE, INDIA)) == ("n", north)
    assert case_of(replace(north, tier=""), RUPEE, INDIA).store == ""


@pytest.mark.parametrize(("points", "redeem"), [("500", 500_00), (" max ", None)])
def test_points_that_are_to_pay_are_taken_of_a_card_that_has_enough(points: str, redeem: int | None) -> None:
    case = case_of(replace(FORM, points=points), RUPEE, INDIA)
    assert (case.redeem, case.available) == (redeem, ENOUGH)
    assert form_of(case, "", ("Toys", "Milk"), RUPEE, INDIA).points == points.strip().upper()


def test_points_that_pay_are_said_with_what_they_are_worth() -> None:
    paying = replace(CASE, available=ENOUGH, redeem=None)
    assert trial_words.summary(side(case=paying)) == "3.75 points · to pay ₹150.00 · 1,500 points pay ₹150.00"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"amounts": {"Toys": ""}}, "Type an amount for a category"),
        ({"amounts": {"Toys": "x"}}, "“x” is no amount"),
        ({"day": ""}, "A figure is still missing."),
        ({"time": "noon"}, "“noon” is no time"),
        ({"nth": ""}, "A figure is still missing."),
        ({"points": "many"}, "“many”"),
        ({"points": "-5"}, "“-5”"),
        ({"points": "100", "tier": ""}, "Only the points of a card pay"),
    ],
)
def test_what_is_no_bill_is_said(typed: dict[str, object], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        case_of(replace(FORM, **typed), RUPEE, INDIA)  # type: ignore[arg-type]


def test_a_rule_says_what_keeps_its_campaign_from_a_member() -> None:
    barred = Drive("d", "Winter", Period(datetime(2026, 2, 1, tzinfo=UTC)), tiers=frozenset({"Gold"}), by_joining=True)
    challenge = DecisionRule("x", TEN, conditions=(ReachesGoal(),), drive="d")
    assert reason(challenge, shop=replace(SHOP, drives=(barred,))) == (
        "✖ in “Winter” (has not begun, for other tiers, does not take part), ✖ the goal is reached"
    )
    assert reason(replace(challenge, conditions=()), shop=replace(SHOP, drives=(Drive("d", "Winter"),))) == (
        "✔ in “Winter”"
    )
    assert reason(replace(challenge, conditions=())) == "✖ in “d” (there is none)"


def test_a_rule_that_lifts_a_tier_says_to_which() -> None:
    named, next_one = DecisionRule("a", TierAdvance("Gold", 30)), DecisionRule("b", TierAdvance())
    lifted = [(row.title, row.aside) for row in trial_words.rows(side(named, next_one), STORES)]
    assert lifted == [("✔ a", "Gold"), ("✔ b", "Gold")]
    (row,) = trial_words.rows(side(DecisionRule("c", TierAdvance("Silver"))), STORES)
    assert (row.title, row.aside) == ("✔ c", "")


def test_a_rule_that_gives_a_voucher_says_of_what_and_what_keeps_it_back() -> None:
    cream = Reward("cream", "Hand cream", RewardKind.CASHBACK, 40_00, value_minor=50_00, stock=1)
    gold = replace(cream, reward_id="gold", min_tier="Gold")
    shop = replace(SHOP, rewards=(cream, gold))
    gives = (DecisionRule("a", VoucherOf("cream")), DecisionRule("b", VoucherOf("cream")))
    tried = side(*gives, DecisionRule("c", VoucherOf("gold")), shop=shop)
    said = [(row.title, row.detail, row.aside) for row in trial_words.rows(tried, STORES)]
    assert said == [
        ("✔ a", "every bill", "Hand cream"),
        ("✖ b", "past what is left of its reward", ""),
        ("✔ c", "every bill", ""),
    ]
    assert "a voucher: Hand cream" in trial_words.summary(tried)


SPEND = Drive("spend", "Spend", by_joining=True, goal=Goal(Measure.SPEND, 1000_00))
TWICE = Drive("twice", "Twice", goal=Goal(Measure.BILLS, 2))
OPEN = Drive("open", "For all")
DRIVES = {one.drive_id: one for one in (SPEND, TWICE, OPEN)}


def test_what_is_typed_of_campaigns_and_segments_is_in_the_case_and_comes_back() -> None:
    form = TrialForm(
        tier="Silver",
        day="15/01/2026",
        time="12:00",
        amounts={"Toys": "300"},
        segments=frozenset({"new"}),
        joined=frozenset({"spend"}),
        so_far={"spend": "700", "twice": "1", "open": ""},
    )
    case = case_of(form, RUPEE, INDIA, DRIVES)
    assert case.segments == {"new"}
    assert case.campaigns == (InCampaign("spend", NOON, 700_00), InCampaign("twice", bills=1))
    again = form_of(case, "", ("Toys",), RUPEE, INDIA, DRIVES)
    assert (again.segments, again.joined, again.so_far) == ({"new"}, {"spend"}, {"spend": "700", "twice": "1"})
    nobody = case_of(replace(form, tier=""), RUPEE, INDIA, DRIVES)
    assert (nobody.segments, nobody.campaigns) == (frozenset(), ())


@pytest.mark.parametrize("typed", [{"spend": "much"}, {"twice": "often"}])
def test_what_is_no_figure_of_a_goal_is_said(typed: dict[str, str]) -> None:
    form = TrialForm(tier="Silver", day="15/01/2026", time="12:00", amounts={"Toys": "300"}, so_far=typed)
    with pytest.raises(ValueError, match=next(iter(typed.values()))):
        case_of(form, RUPEE, INDIA, DRIVES)


def test_a_goal_that_nothing_counts_for_yet_is_typed_as_nothing() -> None:
    case = replace(CASE, campaigns=(InCampaign("spend", NOON), InCampaign("twice"), InCampaign("gone", None, 5_00)))
    assert form_of(case, "", (), RUPEE, INDIA, DRIVES).so_far == {"spend": "", "twice": "", "gone": "5"}
