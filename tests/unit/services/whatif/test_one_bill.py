"""One bill under the rules in force and under a draft: built, or one that was sold."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.cases import BillsBefore, Brings, Case, InCampaign
from app.domain.conditions import EVER, NthBill, ReachesGoal
from app.domain.drives import Drive, Goal, Measure, Since
from app.domain.program import Category
from app.domain.rules import DecisionRule, Multiply, PointsFixed
from app.domain.tiers import Level, Metrics, PointsBasis, Qualify, TierScheme
from app.domain.triggers import Trigger
from app.domain.verdicts import Said
from app.services.campaigns import drives
from app.services.programs.program import current
from app.services.sales.claims import claim_points
from app.services.whatif import one_bill
from tests.desks import STAFF, Shop, cart, changed

DOUBLE = DecisionRule("Double", Multiply(Decimal(2)))
SECOND = DecisionRule("Second", Multiply(Decimal(3)), conditions=(NthBill(2, EVER),), priority=1)


def test_a_case_under_the_rules_in_force_and_under_the_draft(shop: Shop) -> None:
    live = current(shop.desk)
    before = shop.tables()
    case = Case(cart(("Medicines", 100)), shop.clock.today, live.tiers.levels[0].name)
    found = one_bill.judge(shop.desk, replace(live, rules=(DOUBLE,)), case)
    assert found.live.priced is not None
    assert found.draft.priced is not None
    assert (found.live.priced.brings, found.draft.priced.brings) == (Brings(1_00, 100_00), Brings(2_00, 100_00))
    assert (found.live.priced.verdicts, found.draft.priced.verdicts[0].said) == ((), Said.SPEAKS)
    assert found.draft.priced.facts.base_minor == 100_00
    assert shop.tables() == before


def test_what_cannot_be_sold_says_why(shop: Shop) -> None:
    live = current(shop.desk)
    found = one_bill.judge(shop.desk, live, Case(cart(("Medicines", 100)), shop.clock.today, "Wood"))
    assert (found.live.priced, found.live.why) == (None, "There is no tier Wood.")


def test_a_bill_that_was_sold_is_told_whole(shop: Shop) -> None:
    live = current(shop.desk)
    card = shop.enrol()
    shop.sell(card, ("Medicines", 1000))
    shop.wait(days=1)
    sold = shop.sell(card, ("Medicines", 100)).bill
    nobody = shop.sell(None, ("General", 50)).bill
    draft = replace(live, rules=(DOUBLE, SECOND))

    case = one_bill.case_of(shop.desk, draft, sold.number)

    assert case is not None
    assert (case.at, case.tier, case.paid_by, case.available) == (sold.occurred_at, sold.tier, {"CASH"}, 10_00)
    assert case.bills_before == (BillsBefore(EVER, 1),)
    judged = one_bill.judge(shop.desk, draft, case)
    assert judged.live.priced is not None
    assert judged.draft.priced is not None
    assert judged.live.priced.brings == Brings(sold.earned_points, sold.payable_minor)
    assert [(one.rule.rule_id, one.said, one.points) for one in judged.draft.priced.verdicts] == [
        ("Second", Said.SPEAKS, 2_50),
        ("Double", Said.SPEAKS, 3_75),
    ]
    unknown = one_bill.case_of(shop.desk, draft, nobody.number)
    assert unknown is not None
    assert (unknown.tier, unknown.bills_before) == ("", ())
    assert one_bill.case_of(shop.desk, draft, "A1/00-00/000000") is None


@pytest.mark.parametrize("basis", PointsBasis)
def test_a_bill_that_was_sold_tells_what_counted_for_the_tier_before_it(shop: Shop, basis: PointsBasis) -> None:
    levels = (Level("Bronze"), Level("Silver", min_points=4_00), Level("Gold", min_points=90_00))
    scheme = TierScheme(levels, Qualify.POINTS, basis)
    gift = DecisionRule("gift", PointsFixed(20_00), trigger=Trigger.TIER_CHANGE)
    live = changed(tiers=scheme, rules=(gift,))
    shop.publish(live)
    card = shop.enrol()
    first = shop.sell(card, ("General", 100)).bill
    shop.wait(days=1)
    second = shop.sell(card, ("General", 100)).bill
    shop.wait(days=1)
    shop.sell(card, ("General", 100))
    assert shop.tier(card) == "Silver"

    told = [one_bill.case_of(shop.desk, live, one.number) for one in (first, second)]

    assert [one and one.counted for one in told] == [Metrics(0, 0, 0), Metrics(3_00, 100_00, 1)]
    judged = [one_bill.judge(shop.desk, live, one).live.priced for one in told if one is not None]
    assert [(one.leads_to, one.verdicts[0].said, one.verdicts[0].points) for one in judged if one is not None] == [
        (None, Said.ASKS_OTHER, 0),
        ("Silver", Said.SPEAKS, 20_00),
    ]


def test_points_that_paid_a_bill_pay_it_again_and_what_may_not_be_is_said(shop: Shop) -> None:
    live, card = current(shop.desk), shop.enrol()
    shop.credit(card, 600_00)
    sold = shop.sell(card, ("General", 100), redeem=500_00).bill
    draft = replace(live, redemption=replace(live.redemption, max_percent=Decimal(10)))
    case = one_bill.case_of(shop.desk, draft, sold.number)

    assert case is not None
    assert (case.redeem, case.available) == (500_00, 600_00)
    judged = one_bill.judge(shop.desk, draft, case)
    assert judged.live.priced is not None
    assert judged.live.priced.brings == Brings(sold.earned_points, 50_00)
    assert judged.draft.priced is None
    assert "₹10.00" in judged.draft.why
    most = one_bill.judge(shop.desk, draft, replace(case, redeem=None)).draft.priced
    assert most is not None
    assert (most.quote.redeemed_points, most.brings.payable_minor) == (100_00, 90_00)


def test_a_bill_that_was_sold_tells_where_its_member_stood_in_campaigns(shop: Shop) -> None:
    spend = Drive("spend", "Spend", by_joining=True, goal=Goal(Measure.SPEND, 150_00, Since.TAKING_PART, 9))
    ended = Drive("bills", "Two bills", goal=Goal(Measure.BILLS, 2))
    rules = tuple(
        DecisionRule(one.drive_id, PointsFixed(9_00), conditions=(ReachesGoal(),), drive=one.drive_id)
        for one in (spend, ended)
    )
    live = changed(drives=(spend, ended), rules=rules)
    shop.publish(live)
    card = shop.enrol()
    drives.participate(shop.desk, "spend", shop.member_id(card), staff=STAFF)
    joined = shop.clock.today
    shop.wait(hours=1)
    shop.sell(card, ("General", 100))
    shop.wait(hours=1)
    sold = shop.sell(card, ("General", 100)).bill
    draft = replace(live, drives=(spend,), rules=rules[:1])

    case = one_bill.case_of(shop.desk, draft, sold.number)

    assert case is not None
    assert case.campaigns == (InCampaign("bills", None, 100_00, 1), InCampaign("spend", joined, 100_00, 1))
    judged = one_bill.judge(shop.desk, draft, case)
    assert judged.live.priced is not None
    assert judged.draft.priced is not None
    assert judged.live.priced.brings.points == sold.earned_points == 3_00 + 18_00
    assert judged.draft.priced.brings.points == 3_00 + 9_00


def test_one_whose_card_came_later_brings_what_it_did_on_what_was_paid(shop: Shop) -> None:
    levels = (Level("Bronze"), Level("Gold", Decimal(2), min_spend_minor=250_00, price_discount_percent=Decimal(10)))
    third = DecisionRule("third", PointsFixed(5_00), conditions=(NthBill(3, EVER),))
    live = changed(tiers=TierScheme(levels), rules=(third,))
    shop.publish(live)
    card = shop.enrol()
    shop.sell(card, ("Medicines", 100))
    shop.wait(hours=1)
    sold = shop.sell(None, ("Medicines", 200)).bill
    shop.wait(hours=1)
    shop.sell(card, ("Medicines", 100))
    shop.wait(hours=1)
    late = claim_points(shop.desk, sold.bill_id, card_number=card, key="late", staff=STAFF).bill
    cheaper = replace(live, categories={"Medicines": Category(Decimal(1), discount_percent=Decimal(50))}, rules=())

    case = one_bill.case_of(shop.desk, cheaper, sold.number)

    assert case is not None
    assert (case.is_late, case.tier, case.counted) == (True, "Bronze", Metrics(2_00, 200_00, 2))
    judged = one_bill.judge(shop.desk, cheaper, case)
    assert judged.live.priced is not None
    assert judged.draft.priced is not None
    assert judged.live.priced.brings == Brings(late.earned_points, 200_00) == Brings(7_00, 200_00)
    assert (judged.draft.priced.brings, judged.draft.priced.is_late) == (Brings(1_00, 100_00), True)
    assert [one.leads_to for one in (judged.live.priced, judged.draft.priced)] == ["Gold", "Gold"]
    gold = one_bill.judge(shop.desk, cheaper, replace(case, tier="Gold")).draft.priced
    assert gold is not None
    assert gold.brings == Brings(2_00, 100_00), "what nobody was given is not taken off again"

    shop.cancel(sold.bill_id)
    back = one_bill.case_of(shop.desk, cheaper, sold.number)
    assert back is not None
    assert back.bills_before == case.bills_before == (BillsBefore(EVER, 2),), "what has come back is not among them"
