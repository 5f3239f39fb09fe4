"""What if of a bill whose card came later: it was sold as nobody's, and its points are the member's when they come."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.bill import Bill
from app.domain.cart import BillDiscount, Cart
from app.domain.conditions import NthBill
from app.domain.program import Category, Program
from app.domain.rewards import Reward, RewardKind
from app.domain.rules import DecisionRule, PointsFixed
from app.domain.tiers import Level, PointsBasis, Qualify, TierScheme
from app.domain.triggers import Trigger
from app.domain.voucher_awards import VoucherOf
from app.services.members import sweeps
from app.services.members.merging import merge
from app.services.sales import checkout
from app.services.sales.checkout import SaleRequest
from app.services.sales.claims import claim_points
from app.services.whatif.sums import Sums
from tests.desks import PROGRAM, STAFF, Shop, cart, changed
from tests.unit.services.whatif.asking import DOUBLE, impact

TEA = Reward("tea", "Tea", RewardKind.EXPERIENCE, 10_00, value_minor=20_00)
LEVELS = (Level("Bronze"), Level("Gold", Decimal(2), min_spend_minor=500_00, price_discount_percent=Decimal(10)))
SCHEME = TierScheme(LEVELS, Qualify.SPEND)


def lower(rupees: int) -> TierScheme:
    return replace(SCHEME, levels=(LEVELS[0], replace(LEVELS[1], min_spend_minor=rupees * 100)))


def come(shop: Shop, bill: Bill, card: str) -> None:
    claim_points(shop.desk, bill.bill_id, card_number=card, key=bill.bill_id, staff=STAFF)


def late(shop: Shop, card: str, *lines: tuple[str, int], hours: int = 2) -> Bill:
    """Sold to nobody; the card came so many hours later."""
    bill = shop.sell(None, *lines).bill
    shop.wait(hours=hours)
    come(shop, bill, card)
    return bill


def test_its_points_are_the_members(shop: Shop) -> None:
    late(shop, shop.enrol(), ("Medicines", 100))
    shop.sell(None, ("Medicines", 100))
    before = shop.tables()
    found = impact(shop, DOUBLE)
    assert (found.bills, found.left_out) == (2, 0)
    assert found.live == Sums(net_minor=200_00, earned=1_00)
    assert found.draft == Sums(net_minor=200_00, earned=2_00)
    assert shop.tables() == before


def test_it_earns_on_what_nobody_would_have_paid_at_the_tier_held_when_it_comes(shop: Shop) -> None:
    shop.publish(changed(tiers=SCHEME))
    card = shop.enrol(tier="Gold")
    cheaper = changed(tiers=SCHEME, categories={"Medicines": Category(Decimal(1), discount_percent=Decimal(20))})
    late(shop, card, ("Medicines", 100))
    found = impact(shop, cheaper)
    assert (found.live.net_minor, found.live.earned) == (100_00, 2_00)
    assert (found.draft.net_minor, found.draft.earned) == (80_00, 1_60)


def test_it_brings_what_rules_of_the_draft_bring(shop: Shop) -> None:
    shop.publish(changed(tiers=SCHEME))
    card = shop.enrol()
    shop.sell(card, ("Medicines", 100))
    late(shop, card, ("Medicines", 400))
    rules = (
        DecisionRule("second", PointsFixed(5_00), conditions=(NthBill(2),)),
        DecisionRule("gives", VoucherOf("tea"), conditions=(NthBill(2),)),
        DecisionRule("risen", PointsFixed(7_00), trigger=Trigger.TIER_CHANGE, tiers=frozenset({"Gold"})),
    )
    drafted = changed(tiers=SCHEME, rewards=(TEA,), rules=rules)
    found = impact(shop, drafted).draft
    assert (found.earned, found.given, found.vouchers, found.vouchers_minor) == (10_00, 7_00, 1, 20_00)
    shop.publish(drafted)
    late(shop, shop.enrol("New"), ("Medicines", 600))
    shown = impact(shop, changed(tiers=SCHEME))
    assert (shown.live.given, shown.live.vouchers) == (14_00, 1), "the older bills are rung again, the last one stands"
    assert (shown.draft.given, shown.draft.vouchers) == (0, 0)


def test_what_is_sold_before_its_card_comes_knows_nothing_of_it(shop: Shop) -> None:
    shop.publish(changed(tiers=SCHEME))
    card = shop.enrol()
    bill = shop.sell(None, ("Medicines", 1000)).bill
    shop.wait(hours=1)
    shop.sell(card, ("Medicines", 100))
    shop.wait(hours=1)
    come(shop, bill, card)
    shop.wait(hours=1)
    shop.sell(card, ("Medicines", 100))
    assert shop.tier(card) == "Gold"
    same = impact(shop, changed(tiers=SCHEME, rules=(DecisionRule("none", PointsFixed(1)),), enabled=False))
    assert same.live.earned == 1_00 + 10_00 + 1_80, "the last at its tier's price and twice the points"
    assert same.draft.earned == 0
    rung = impact(shop, replace(changed(tiers=SCHEME), version=99))
    assert (rung.draft, rung.risers, rung.fallers) == (rung.live, 0, 0)


def test_a_tier_that_it_brings_is_held_at_that_instant_and_only_where_it_is_reached(shop: Shop) -> None:
    def reached_at(points: int) -> Program:
        gold = replace(LEVELS[1], min_points=points)
        return changed(
            tiers=TierScheme((LEVELS[0], gold), Qualify.POINTS, PointsBasis.AVAILABLE_PLUS_PENDING, 2, grace_days=1)
        )

    shop.publish(reached_at(105_00))
    card = shop.enrol(tier="Gold")
    shop.credit(card, 100_00)
    bill = shop.sell(None, ("Medicines", 1000)).bill
    shop.wait(hours=100)
    sweeps.review_tiers(shop.desk, staff=STAFF)
    come(shop, bill, card)
    shop.sell(card, ("Medicines", 100))
    shown = impact(shop, reached_at(5_000_00))
    assert (shown.live.net_minor, shown.draft.net_minor) == (1090_00, 1100_00)


@pytest.mark.parametrize(("comes_back", "risers"), [(False, 2), (True, 0)])
def test_what_came_back_of_it_counts_for_nothing_afterwards(shop: Shop, comes_back: bool, risers: int) -> None:
    shop.publish(changed(tiers=SCHEME))
    cards = [shop.enrol(), shop.enrol("Other")]
    cancelled, returned = (late(shop, card, ("Medicines", 300)) for card in cards)
    if comes_back:
        shop.cancel(cancelled.bill_id)
        shop.give_back(returned.bill_id, 250)
    for card in cards:
        shop.wait(hours=1)
        shop.sell(card, ("Medicines", 60))
    found = impact(shop, changed(tiers=lower(350)))
    assert (found.live.earned, found.draft.earned) == (7_20, 7_20), "what came back is taken off on neither side"
    assert (found.risers, found.fallers) == (risers, 0)


def test_that_of_somebody_merged_is_the_remaining_members(shop: Shop) -> None:
    shop.publish(changed(tiers=SCHEME))
    source, into = shop.enrol(), shop.enrol("Remaining")
    late(shop, source, ("Medicines", 300))
    late(shop, into, ("Medicines", 150))
    merge(shop.desk, [source], into=into, staff=STAFF)
    found = impact(shop, changed(tiers=lower(450)))
    assert (found.draft.earned, found.risers, found.fallers) == (4_50, 1, 0)


def test_of_a_bill_that_is_left_out_no_card_comes(shop: Shop) -> None:
    whole = Cart(cart(("General", 100)).lines, BillDiscount(amount_minor=90_00))
    bill = checkout.commit_sale(shop.desk, SaleRequest(whole), key="1", staff=STAFF).bill
    come(shop, bill, shop.enrol())
    cheaper = changed(categories={"General": Category(Decimal(3), discount_percent=Decimal(50))})
    found = impact(shop, cheaper)
    assert (found.left_out, found.live, found.draft) == (1, Sums(), Sums())


def test_one_that_was_sold_before_those_days_stands_as_it_is(shop: Shop) -> None:
    card = shop.enrol()
    early = shop.sell(None, ("Medicines", 100)).bill
    shop.wait(days=20)
    come(shop, early, card)
    shop.sell(card, ("Medicines", 100))
    found = impact(shop, DOUBLE, days=10)
    assert (found.bills, found.live.earned, found.draft.earned) == (1, 1_00, 2_00)
    second = changed(rules=(DecisionRule("second", PointsFixed(5_00), conditions=(NthBill(2),)),))
    assert impact(shop, second, days=10).draft.earned == 6_00, "it was the member's second bill"


def test_of_an_older_version_it_is_rung_again_under_the_rules_in_force(shop: Shop) -> None:
    late(shop, shop.enrol(), ("Medicines", 100))
    shop.publish(DOUBLE)
    found = impact(shop, PROGRAM)
    assert (found.live.earned, found.draft.earned) == (2_00, 1_00)
