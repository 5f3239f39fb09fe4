"""What if: one bill, a cart, or the last days under rules nobody has published."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from app.domain.cart import BillDiscount, Cart
from app.domain.program import Category, Earning, Program
from app.domain.quote import MAX
from app.domain.rules import DecisionRule, NthBillInMonth
from app.domain.tiers import Level, PointsBasis, Qualify, TierScheme
from app.services import checkout, returns, whatif
from app.services.checkout import SaleRequest
from app.services.sums import Sums
from app.services.whatif import Impact
from tests.desks import PROGRAM, STAFF, Shop, cart, changed

DOUBLE = changed(categories={"Medicines": Category(Decimal(2)), "General": Category(Decimal(6))})


def impact(shop: Shop, draft: Program, *, days: int = 30) -> Impact:
    found = whatif.impact(shop.desk, draft, days=days, told=lambda _done, _of: None, stop=lambda: False)
    assert found is not None
    return found


def test_the_last_days_under_other_rates(shop: Shop) -> None:
    card = shop.enrol()
    shop.sell(card, ("Medicines", 1000))
    shop.wait(days=40)
    shop.sell(card, ("Medicines", 100))
    shop.sell(None, ("General", 50))
    before = shop.tables()

    found = impact(shop, DOUBLE)

    assert (found.bills, found.left_out) == (2, 0)
    assert found.live == Sums(net_minor=150_00, earned=1_25)
    assert found.draft == Sums(net_minor=150_00, earned=2_50)
    assert (found.live.liability_minor(PROGRAM), found.draft.liability_minor(DOUBLE)) == (12, 25)
    assert shop.tables() == before


def test_it_tells_how_far_it_is_and_stops_when_told(shop: Shop) -> None:
    shop.sell(None, ("General", 50))
    shop.sell(None, ("General", 50))
    told: list[tuple[int, int]] = []
    stopped = whatif.impact(shop.desk, DOUBLE, told=lambda *so_far: told.append(so_far), stop=lambda: bool(told))
    assert (stopped, told) == (None, [(0, 2)])
    told.clear()
    whatif.impact(shop.desk, DOUBLE, told=lambda *so_far: told.append(so_far), stop=lambda: False)
    assert told == [(0, 2), (2, 2)]


def test_a_shop_that_sold_nothing(shop: Shop) -> None:
    assert impact(shop, DOUBLE) == Impact(impact(shop, DOUBLE).since, 0, Sums(), Sums())


def test_a_bill_of_an_older_version_is_rung_again_under_the_rules_in_force(shop: Shop) -> None:
    shop.sell(shop.enrol(), ("Medicines", 100))
    shop.publish(DOUBLE)
    found = impact(shop, PROGRAM)
    assert (found.live.earned, found.draft.earned) == (2_00, 1_00)


def test_a_bill_the_draft_does_not_allow_is_left_out_with_the_reason(shop: Shop) -> None:
    whole = Cart(cart(("General", 100)).lines, BillDiscount(amount_minor=90_00))
    checkout.commit_sale(shop.desk, SaleRequest(whole), key="1", staff=STAFF)
    shop.sell(None, ("General", 10))
    cheaper = changed(categories={"General": Category(Decimal(3), discount_percent=Decimal(50))})
    found = impact(shop, cheaper)
    assert (found.left_out, found.live.net_minor, found.draft.net_minor) == (1, 10_00, 5_00)
    assert "larger than the bill" in found.why
    number = whole_number(shop)
    beside = whatif.of_bill(shop.desk, cheaper, number)
    assert beside is not None
    assert (beside.live.net_minor, beside.draft, "larger than the bill" in beside.why) == (10_00, None, True)


def whole_number(shop: Shop) -> str:
    with shop.store.reading() as uow:
        return min(bill.number for bill in uow.bills.all())


def test_points_pay_as_much_as_the_draft_allows(shop: Shop) -> None:
    card = shop.enrol()
    shop.credit(card, 1000_00)
    bill = shop.sell(card, ("General", 100), redeem=MAX).bill
    less = changed(redemption=replace(PROGRAM.redemption, max_percent=Decimal(20)))
    none = changed(redemption=replace(PROGRAM.redemption, max_percent=Decimal(0)))
    assert (impact(shop, less).live.redeemed_minor, impact(shop, less).draft.redeemed_minor) == (50_00, 20_00)
    assert impact(shop, none).draft.redeemed == 0
    beside = whatif.of_bill(shop.desk, less, bill.number)
    assert beside is not None
    assert beside.draft is not None
    assert (beside.live.redeemed_minor, beside.draft.redeemed_minor) == (50_00, 20_00)
    assert whatif.of_bill(shop.desk, less, "none") is None


def test_points_that_wait_were_not_there_before_the_bill(shop: Shop) -> None:
    shop.publish(changed(earning=Earning(pending_days=5)))
    card = shop.enrol()
    shop.credit(card, 10_00)
    shop.sell(card, ("General", 1000), redeem=10_00)
    floor = changed(redemption=replace(PROGRAM.redemption, min_points=11_00))
    assert (impact(shop, floor).live.redeemed, impact(shop, floor).draft.redeemed) == (10_00, 0)


def test_the_bills_of_a_month_are_counted_as_they_were(shop: Shop) -> None:
    second = DecisionRule("second", NthBillInMonth(2, 7_00))
    card = shop.enrol()
    for _ in range(3):
        shop.wait(hours=1)
        shop.sell(card, ("Medicines", 100))
    found = impact(shop, changed(rules=(second,)))
    assert found.draft.earned - found.live.earned == 7_00


def test_members_who_would_reach_another_tier(shop: Shop) -> None:
    levels = (Level("Bronze"), Level("Silver", min_points=150))
    scheme = TierScheme(levels, Qualify.POINTS)
    shop.publish(changed(tiers=scheme))
    rising, staying = shop.enrol(), shop.enrol()
    shop.sell(rising, ("Medicines", 100))
    shop.sell(staying, ("Medicines", 10))
    found = impact(shop, replace(DOUBLE, tiers=scheme))
    assert (found.risers, found.fallers) == (1, 0)
    shop.publish(replace(DOUBLE, tiers=scheme))
    found = impact(shop, replace(DOUBLE, tiers=scheme, categories={}))
    assert (found.risers, found.fallers) == (0, 1), "the rules in force would have had one of them reach it"
    shop.sell(rising, ("Medicines", 100))
    fewer = replace(DOUBLE, tiers=scheme, categories={"Medicines": Category(Decimal("0.1"))})
    assert (impact(shop, fewer).risers, impact(shop, fewer).fallers) == (0, 1)


def test_points_that_are_held_may_count_for_tiers(shop: Shop) -> None:
    levels = (Level("Bronze"), Level("Silver", min_points=150))
    scheme = TierScheme(levels, Qualify.POINTS, PointsBasis.AVAILABLE_PLUS_PENDING)
    shop.publish(changed(tiers=scheme))
    shop.sell(shop.enrol(), ("Medicines", 100))
    assert impact(shop, replace(DOUBLE, tiers=scheme)).risers == 1


def test_a_cart_under_both(shop: Shop) -> None:
    card = shop.enrol()
    shop.credit(card, 1000_00)
    beside = whatif.of_cart(shop.desk, DOUBLE, SaleRequest(cart(("Medicines", 100)), card, redeem=10_00))
    assert beside.draft is not None
    assert (beside.live.earned.points, beside.draft.earned.points) == (99, 1_98)
    nobody = whatif.of_cart(shop.desk, DOUBLE, SaleRequest(cart(("Medicines", 100))))
    assert nobody.draft is not None
    assert nobody.draft.earned.points == 0


def test_what_came_back_later_was_sold_all_the_same(shop: Shop) -> None:
    bill = shop.sell(shop.enrol(), ("Medicines", 100)).bill
    returns.cancel(shop.desk, bill.bill_id, staff=STAFF)
    assert impact(shop, DOUBLE).draft.earned == 2_00
