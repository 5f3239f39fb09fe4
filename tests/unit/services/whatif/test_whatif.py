"""What if: one bill, a cart, or the last days under rules nobody has published."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from app.domain.cart import BillDiscount, Cart
from app.domain.conditions import InSegment, NthBill, ReachesGoal
from app.domain.drives import Drive, Goal, Measure
from app.domain.limits import RuleLimits
from app.domain.program import Category, Earning, Program
from app.domain.quote import MAX
from app.domain.rewards import Reward, RewardKind
from app.domain.rules import DecisionRule, NthBillInMonth, PointsFixed
from app.domain.segments import BillsWithin, Segment
from app.domain.tier_advance import TierAdvance
from app.domain.tiers import Level, PointsBasis, Qualify, TierScheme
from app.domain.triggers import Trigger
from app.domain.voucher_awards import VoucherOf
from app.services.members import birthdays, editing, merging
from app.services.programs.program import current
from app.services.returns import returns
from app.services.rewards import rewards
from app.services.rewards.rewards import Wish
from app.services.sales import checkout
from app.services.sales.checkout import SaleRequest
from app.services.whatif import whatif
from app.services.whatif.sums import Sums
from app.services.whatif.whatif import Impact
from tests.desks import PROGRAM, STAFF, Shop, cart, changed
from tests.unit.services.whatif.asking import DOUBLE, impact, rung


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


def test_points_pay_as_much_as_the_draft_allows(shop: Shop) -> None:
    card = shop.enrol()
    shop.credit(card, 1000_00)
    bill = shop.sell(card, ("General", 100), redeem=MAX).bill
    less = changed(redemption=replace(PROGRAM.redemption, max_percent=Decimal(20)))
    none = changed(redemption=replace(PROGRAM.redemption, max_percent=Decimal(0)))
    assert (impact(shop, less).live.redeemed_minor, impact(shop, less).draft.redeemed_minor) == (50_00, 20_00)
    assert impact(shop, none).draft.redeemed == 0
    assert [rung(shop, bill, rules).redeemed_minor for rules in (current(shop.desk), less)] == [50_00, 20_00]


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


def test_what_came_back_later_was_sold_all_the_same(shop: Shop) -> None:
    bill = shop.sell(shop.enrol(), ("Medicines", 100)).bill
    returns.cancel(shop.desk, bill.bill_id, staff=STAFF)
    assert impact(shop, DOUBLE).draft.earned == 2_00


GIVING = (
    Level("Bronze", birthday_points=1_00),
    Level("Silver", Decimal(2), min_spend_minor=100_00, birthday_points=5_00),
    Level("Gold", Decimal(3), min_spend_minor=1000_00, birthday_points=9_00),
)
RISEN = DecisionRule("risen", PointsFixed(7_00), trigger=Trigger.TIER_CHANGE)
LIFTED = changed(
    tiers=TierScheme(GIVING), rules=(RISEN, DecisionRule("lift", TierAdvance("Gold", 2), limits=RuleLimits(1)))
)


def test_a_rule_that_lifts_counts_for_the_bills_after_it_until_it_ends(shop: Shop) -> None:
    shop.publish(changed(tiers=TierScheme(GIVING)))
    card = shop.enrol()
    for days in (0, 1, 10):
        shop.wait(days=days)
        shop.sell(card, ("Medicines", 10))
    shop.wait(days=10)

    found = impact(shop, LIFTED)

    assert (found.live.earned, found.live.given) == (30, 0)
    assert (found.draft.earned, found.draft.given) == (10 + 30 + 10, 7_00)
    assert (found.risers, found.fallers) == (0, 0), "it has ended"
    assert found.draft.liability_minor(PROGRAM) - found.live.liability_minor(PROGRAM) == 72


def test_a_tier_that_came_with_somebody_merged_is_kept_to_its_end(shop: Shop) -> None:
    third = DecisionRule("third", TierAdvance("Gold", 60), conditions=(NthBill(3),))
    shop.publish(changed(tiers=TierScheme(GIVING), rules=(third,)))
    kept = shop.enrol()
    shop.wait(days=400)
    gone = shop.enrol("M. Iyer")
    for _ in range(3):
        shop.sell(gone, ("Medicines", 10))
    merging.merge(shop.desk, [gone], into=kept, staff=STAFF)
    shop.wait(days=10)
    shop.sell(kept, ("Medicines", 10))
    shop.publish(changed(tiers=TierScheme(GIVING), rules=(third, RISEN)))

    assert impact(shop, changed(tiers=TierScheme(GIVING)), days=5).draft.earned == 30


def test_a_tier_of_today_counts_among_those_who_move(shop: Shop) -> None:
    shop.publish(changed(tiers=TierScheme(GIVING)))
    shop.sell(shop.enrol(), ("Medicines", 10))
    assert (impact(shop, LIFTED).risers, impact(shop, LIFTED).fallers) == (1, 0)


def test_a_tier_set_by_hand_is_as_it_was_under_both(shop: Shop) -> None:
    shop.publish(changed(tiers=TierScheme(GIVING)))
    card = shop.enrol()
    shop.sell(card, ("Medicines", 10))
    shop.wait(days=1)
    editing.set_tier(shop.desk, shop.member_id(card), "Silver", reason="a guest", staff=STAFF)
    shop.wait(days=1)
    shop.sell(card, ("Medicines", 10))

    found = impact(shop, LIFTED)

    assert (found.live.earned, found.draft.earned) == (30, 30)


def test_what_is_known_of_no_bill_moved_it_under_both(shop: Shop) -> None:
    """A bill was made elsewhere, came back, and what it had led to was kept until the server knew."""
    shop.publish(changed(tiers=TierScheme(GIVING)))
    card = shop.enrol()
    first = shop.sell(card, ("Medicines", 200)).bill
    shop.wait(days=1)
    shop.cancel(first.bill_id)
    shop.sell(card, ("Medicines", 10))
    same = impact(shop, replace(LIFTED, rules=(), version=99))
    assert (same.live.earned, same.draft.earned) == (2_10, 2_10)
    assert (same.risers, same.fallers) == (0, 0)


def test_what_new_tiers_and_birthdays_brought_is_counted_as_given(shop: Shop) -> None:
    shop.publish(changed(tiers=TierScheme(GIVING), rules=(RISEN,)))
    card = shop.enrol(birthday="--01-03")
    shop.enrol(birthday="--03-01")
    birthdays.give(shop.desk)
    shop.sell(card, ("Medicines", 100))
    shop.wait(days=2, hours=1)
    birthdays.give(shop.desk)
    assert shop.available(card) == 1_00 + 7_00 + 5_00
    shop.sell(card, ("Medicines", 10))

    stricter = changed(tiers=TierScheme((GIVING[0], replace(GIVING[1], min_spend_minor=500_00))), rules=(RISEN,))
    found, before = impact(shop, stricter), shop.tables()

    assert (found.live.earned, found.live.given) == (1_20, 12_00)
    assert (found.draft.earned, found.draft.given) == (1_10, 1_00)
    assert (found.risers, found.fallers) == (0, 1)
    assert impact(shop, replace(stricter, enabled=False)).draft.given == 0
    assert shop.tables() == before


def test_points_that_are_held_count_with_what_was_brought(shop: Shop) -> None:
    scheme = TierScheme((Level("Bronze"), Level("Silver", min_points=1_00), Level("Gold", min_points=8_50)))
    held = replace(scheme, qualify=Qualify.POINTS, points_basis=PointsBasis.AVAILABLE_PLUS_PENDING)
    shop.publish(changed(tiers=held))
    card = shop.enrol()
    for _ in range(2):
        shop.sell(card, ("Medicines", 100))
        shop.wait(hours=1)
    assert (impact(shop, changed(tiers=held, rules=(RISEN,))).draft.given) == 14_00, "for Silver, and with it for Gold"


def test_the_points_before_a_bill_are_without_what_its_tier_brought(shop: Shop) -> None:
    shop.publish(changed(tiers=TierScheme(GIVING), rules=(RISEN,)))
    card = shop.enrol()
    shop.credit(card, 10_00)
    bill = shop.sell(card, ("General", 100), redeem=5_00).bill
    floor = changed(redemption=replace(PROGRAM.redemption, min_points=12_00))
    assert rung(shop, bill, floor).redeemed_points == 0


def test_birthdays_stop_too_when_told(shop: Shop) -> None:
    shop.publish(changed(tiers=TierScheme(GIVING)))
    shop.enrol(birthday="--01-01")
    assert whatif.impact(shop.desk, DOUBLE, told=lambda *_: None, stop=lambda: True) is None
    assert impact(shop, DOUBLE).live.given == 1_00


def test_vouchers_that_rules_give_are_counted_and_owed(shop: Shop) -> None:
    card = shop.enrol()
    shop.sell(card, ("Medicines", 100))
    cream = Reward("cream", "Hand cream", RewardKind.CASHBACK, 40_00, value_minor=50_00)
    giving = changed(rewards=(cream,), rules=(DecisionRule("gift", VoucherOf("cream")),))
    tried = impact(shop, giving)
    assert ((tried.live.vouchers, tried.draft.vouchers), tried.draft.vouchers_minor) == ((0, 1), 50_00)
    assert tried.draft.liability_minor(giving) - tried.live.liability_minor(PROGRAM) == 50_00
    shop.publish(giving)
    shop.sell(card, ("Medicines", 100))
    shop.sell(None, ("Medicines", 100))
    before = shop.tables()
    again = impact(shop, changed(giving, rules=()))
    assert (again.live.vouchers, again.draft.vouchers) == (2, 0)
    assert shop.tables() == before


CREAM = Reward("cream", "Hand cream", RewardKind.CASHBACK, 40_00, value_minor=50_00)


def gifts(**bounds: int) -> Program:
    return changed(rewards=(replace(CREAM, **bounds),), rules=(DecisionRule("gift", VoucherOf("cream")),))  # type: ignore[arg-type]


def test_a_month_gives_no_more_than_the_stock_in_the_order_of_its_bills(shop: Shop) -> None:
    cards = [shop.enrol(name) for name in ("Asha", "Meena")]
    for number in range(4):
        shop.wait(hours=1)
        shop.sell(cards[number % 2], ("Medicines", 100))
    assert [impact(shop, gifts(stock=most)).draft.vouchers for most in (0, 3, 9)] == [0, 3, 4]
    assert impact(shop, gifts(member_max=1)).draft.vouchers == 2


def test_what_was_given_before_or_changed_for_points_is_out(shop: Shop) -> None:
    giving, card = gifts(stock=4, member_max=4), shop.enrol()
    shop.credit(card, 500_00)
    shop.publish(giving)
    shop.sell(card, ("Medicines", 100))
    shop.wait(days=40)
    shop.sell(card, ("Medicines", 100))
    shop.wait(hours=1)
    rewards.redeem(shop.desk, Wish(card), "cream", staff=STAFF, key="k")
    gone = rewards.redeem(shop.desk, Wish(card), "cream", staff=STAFF, key="gone")
    rewards.cancel(shop.desk, gone.voucher_id, staff=STAFF, key="back")
    for _ in range(2):
        shop.wait(hours=1)
        bill = shop.sell(card, ("Medicines", 100)).bill

    found = impact(shop, replace(giving, version=9))

    assert (found.live.vouchers, found.draft.vouchers) == (2, 2), "one before and one for points are out"
    assert impact(shop, gifts(stock=4)).draft.vouchers == 2
    assert impact(shop, gifts(member_max=4)).draft.vouchers == 2
    assert impact(shop, gifts(stock=5)).draft.vouchers == 3
    assert [len(rung(shop, bill, rules).earned.uses) for rules in (giving, gifts(stock=5))] == [0, 1]


def test_a_bill_nobody_showed_a_card_for_takes_none(shop: Shop) -> None:
    shop.sell(None, ("Medicines", 100))
    assert impact(shop, gifts(stock=1)).draft.vouchers == 0


def test_what_a_bill_would_have_come_to_counts_for_goals_and_referrers(shop: Shop) -> None:
    drive = Drive("spend", "Spend", goal=Goal(Measure.SPEND, 150_00))
    prize = DecisionRule("prize", PointsFixed(9_00), conditions=(ReachesGoal(),), drive="spend")
    friend = shop.enrol("Friend")
    card = shop.enrol(referrer_card=friend)
    for _ in range(2):
        shop.wait(hours=1)
        shop.sell(card, ("General", 100))
    given = changed(drives=(drive,), rules=(prize,), referral_percent=Decimal(1))
    dear = impact(shop, given).draft
    half = {"General": Category(Decimal(3), discount_percent=Decimal(50))}
    cheap = impact(shop, replace(given, categories=half)).draft
    assert (dear.earned, dear.to_referrers) == (6_00 + 9_00, 2_00)
    assert (cheap.earned, cheap.to_referrers) == (3_00, 1_00)


def test_bills_of_one_instant_come_one_after_another_all_the_same(shop: Shop) -> None:
    """The clock was put back, so that time stands until it has caught up."""
    drive = Drive("spend", "Spend", goal=Goal(Measure.SPEND, 150_00))
    prize = DecisionRule("prize", PointsFixed(9_00), conditions=(ReachesGoal(),), drive="spend")
    second = DecisionRule("second", PointsFixed(5_00), conditions=(NthBill(2),))
    busy = Segment("busy", (BillsWithin(30, 2),))
    third = DecisionRule("third", PointsFixed(2_00), conditions=(InSegment(frozenset({"busy"})),))
    rules = changed(drives=(drive,), rules=(prize, second, third), segments=(busy,))
    shop.publish(rules)
    card = shop.enrol()
    posted = sum(shop.sell(card, ("General", 100)).bill.earned_points for _ in range(3))

    found = impact(shop, replace(rules, version=99))

    assert posted == 9_00 + 9_00 + 5_00 + 2_00
    assert (found.live.earned, found.draft.earned) == (posted, posted)
