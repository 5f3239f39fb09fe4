"""Reports of what is given: rules and rewards, and points used in ways that somebody should look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from app.domain.limits import RuleLimits
from app.domain.rewards import Reward, RewardKind
from app.domain.rules import DecisionRule, Multiply, PointsFixed
from app.domain.triggers import Trigger
from app.domain.voucher_awards import VoucherOf
from app.domain.vouchers import Voucher
from app.services.programs.program import publish
from app.services.reports.catalogue import summary
from app.services.reports.period import Days
from app.services.reports.watching import AT_ONCE, WHEN_NEW, WITH_ONE, WITH_ONE_LEAST
from app.services.rewards import rewards, voucher_sweeps
from app.services.rewards.rewards import Wish
from app.services.sales import checkout
from app.services.sales.checkout import SaleRequest, Sold
from tests.desks import STAFF, Shop, cart, changed, memory_shop
from tests.unit.services.chains import joined
from tests.unit.services.reports.asking import ask, cells, on_day, opened, today
from tests.unit.services.whatif.asking import impact

COUPON = Reward("coupon", "₹50 off", RewardKind.DISCOUNT_COUPON, 100_00, value_minor=50_00, valid_days=3)
CINEMA = Reward("cinema", "Cinema", RewardKind.EXPERIENCE, 200_00)
DOUBLE = DecisionRule("Double", Multiply(Decimal(2)), limits=RuleLimits(budget=100_00))
WELCOME = DecisionRule("Welcome", PointsFixed(20_00), trigger=Trigger.SIGNUP)
SILENT = DecisionRule("Silent", PointsFixed(5_00), tiers=frozenset({"Gold"}))


@pytest.fixture
def given() -> Iterator[tuple[Shop, str]]:
    with memory_shop(changed(rewards=(COUPON, CINEMA), rules=(DOUBLE, WELCOME, SILENT))) as shop:
        card = shop.enrol("Meena Iyer")
        shop.credit(card, 1_000_00)
        yield shop, card


def take(shop: Shop, card: str, what: str = "coupon") -> Voucher:
    return rewards.redeem(shop.desk, Wish(card), what, staff=STAFF, key=shop.desk.ids.entity())


def spend(shop: Shop, card: str, voucher: Voucher) -> Sold:
    request = SaleRequest(replace(cart(("General", 200)), voucher=voucher.on_bill), card)
    return checkout.commit_sale(shop.desk, request, key=shop.desk.ids.entity(), staff=STAFF)


def test_what_became_of_each_rewards_vouchers(given: tuple[Shop, str]) -> None:
    shop, card = given
    spend(shop, card, take(shop, card))
    rewards.cancel(shop.desk, take(shop, card).voucher_id, staff=STAFF, key="k")
    rewards.hand_over(shop.desk, take(shop, card, "cinema").voucher_id, staff=STAFF, key="h")
    take(shop, card)
    table = ask(shop, "rewards")

    assert cells(table) == [
        ("₹50 off", 3, 300_00, 1, 50_00, 1, 0, 1, 50_00),
        ("Cinema", 1, 200_00, 1, 0, 0, 0, 0, 0),
    ]
    assert table.total == (None, 4, 500_00, 2, 50_00, 1, 0, 1, 50_00)
    assert [row.cells[4] for row in opened(shop, table).rows] == [150_00]
    assert opened(shop, table, 1).rows == ()

    shop.wait(days=10)
    voucher_sweeps.expire_all(shop.desk)
    publish(shop.desk, changed(rewards=(CINEMA,)), staff=STAFF)
    table = ask(shop, "rewards")
    assert cells(table) == [("Cinema", *[0] * 8), ("coupon", *[0] * 5, 1, 0, 0)]


def test_a_voucher_is_owed_at_what_its_reward_is_worth_whoever_gave_it(given: tuple[Shop, str]) -> None:
    """As what if has it: a bill that brings one raises what is owed by as much."""
    shop, card = given
    quarter = Reward("quarter", "25 % off", RewardKind.DISCOUNT_COUPON, 100_00, percent=Decimal(25))
    brings = DecisionRule("Brings", VoucherOf("coupon"), stop=False)
    plain = changed(rewards=(COUPON, quarter))
    publish(shop.desk, replace(plain, rules=(brings,)), staff=STAFF)
    before = summary(shop.desk, on_day(shop)).owed_minor
    bill = shop.sell(card, ("General", 100)).bill

    dearer = replace(COUPON, value_minor=80_00)
    publish(shop.desk, replace(plain, rewards=(dearer, quarter)), staff=STAFF)
    table = ask(shop, "rewards")
    assert [row[-2:] for row in cells(table)] == [(1, 50_00), (0, 0)], "as it was promised"
    worth = bill.earned_points // 10
    assert summary(shop.desk, on_day(shop)).owed_minor == before + worth + 50_00
    shown = impact(shop, replace(plain, rules=(brings,))).draft
    assert shown.liability_minor(plain) == worth + 50_00

    take(shop, card)
    take(shop, card, "quarter")
    assert [row[-2:] for row in cells(ask(shop, "rewards"))] == [(2, 50_00 + 80_00), (1, 0)], (
        "25 % of nobody knows what"
    )


def test_what_each_rule_brought_and_what_is_left_of_its_budget(given: tuple[Shop, str]) -> None:
    shop, card = given
    shop.sell(card, ("General", 500))
    shop.sell(shop.enrol("Ravi", phone="9820003210"), ("General", 500))
    table = ask(shop, "rules")

    assert cells(table) == [
        ("Double", 2, 2, 30_00, 3_00, 70_00),
        ("Welcome", 2, 2, 40_00, 4_00, None),
        ("Silent", 0, 0, 0, 0, None),
    ]
    assert table.total == (None, 4, None, 70_00, 7_00, None)
    assert [row.cells[4] for row in opened(shop, table).rows] == [500_00, 500_00]
    assert [row.cells[3] for row in opened(shop, table, 1).rows] == [20_00, 20_00]
    assert opened(shop, table, 2).rows == ()

    publish(shop.desk, changed(), staff=STAFF)
    assert [row[0] for row in cells(ask(shop, "rules"))] == ["Double", "Welcome"]


def test_a_counter_of_a_chain_does_not_know_what_is_left_of_a_budget(given: tuple[Shop, str]) -> None:
    shop, card = given
    shop.sell(card, ("General", 500))
    joined(shop, acked=0)
    assert cells(ask(shop, "rules"))[0][-1] is None


def test_points_used_on_the_first_day_and_given_back_at_once_are_worth_a_look(shop: Shop) -> None:
    card = shop.enrol("Meena Iyer")
    shop.credit(card, 500_00)
    bill = shop.sell(card, ("General", 100), redeem=200_00).bill
    shop.wait(hours=30)
    late = shop.sell(card, ("General", 100), redeem=200_00).bill
    for one in (bill, late):
        shop.give_back(one.bill_id, 20)
        shop.give_back(one.bill_id, 30)
    days = Days(today(shop) - timedelta(days=1), today(shop))
    table = ask(shop, "flags", days)
    found = {row.cells[0]: (row, opened(shop, table, place)) for place, row in enumerate(table.rows)}

    row, bills = found[WHEN_NEW]
    assert row.cells[1:] == (days.first, "Meena Iyer", card[-4:], 1, 200_00, "")
    assert [one.bill_id for one in bills.rows] == [bill.bill_id]
    row, bills = found[AT_ONCE]
    assert row.cells[1:] == (days.last, "Meena Iyer", card[-4:], 1, 100_00, STAFF)
    assert late.bill_id in {one.bill_id for one in bills.rows}


def test_who_uses_points_of_one_card_again_and_again_is_worth_a_look(shop: Shop) -> None:
    card = shop.enrol("Meena Iyer")
    shop.credit(card, 5_000_00)
    for _ in range(WITH_ONE_LEAST):
        shop.wait(days=1)
        shop.sell(card, ("General", 100), redeem=100_00)
    first = today(shop) - timedelta(days=WITH_ONE_LEAST)
    days = Days(first + timedelta(days=2), today(shop))
    assert WITH_ONE not in {row[0] for row in cells(ask(shop, "flags", days))}
    table = ask(shop, "flags", Days(first, today(shop)))
    place = [row[0] for row in cells(table)].index(WITH_ONE)
    assert cells(table)[place][1:] == (today(shop), "Meena Iyer", card[-4:], WITH_ONE_LEAST, 800_00, STAFF)
    assert len(opened(shop, table, place).rows) == WITH_ONE_LEAST


def test_new_members_stand_on_the_day_they_joined(shop: Shop) -> None:
    shop.enrol("Meena Iyer")
    shop.enrol("Ravi", phone="9820003210")
    shop.wait(days=1)
    assert cells(ask(shop, "sales"))[0][-1] == 0
    days = Days(today(shop) - timedelta(days=1), today(shop))
    assert [row[-1] for row in cells(ask(shop, "sales", days))] == [2, 0]
