"""Limits of rules in a shop: what a rule brought is kept, counts, comes back with the goods, and is made again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.domain.hearing import RuleUse
from app.domain.limits import Bound, RuleLimits
from app.domain.program import Program
from app.domain.rules import DecisionRule, Multiply, PointsFixed
from app.services.keeping import books
from app.services.members import merging
from app.services.programs.program import current
from app.services.sales import claims
from app.services.whatif import whatif
from tests.desks import PROGRAM, STAFF, Shop, memory_shop
from tests.unit.services.whatif.asking import rung

TEN = DecisionRule("ten", PointsFixed(10_00))


def limited(**limits: int) -> Program:
    return replace(PROGRAM, rules=(replace(TEN, limits=RuleLimits(**limits)),))


def uses(shop: Shop) -> list[tuple[str, int]]:
    """What counts now, by rule and points, in the order of bills."""
    with shop.store.reading() as uow:
        return [(one.rule_id, one.points) for one in uow.rule_uses.all()]


def brought(shop: Shop, card: str, rupees: int = 100) -> int:
    """What rules bring of their own to a bill that is sold now."""
    bill = shop.sell(card, ("General", rupees)).bill
    shop.wait(hours=1)
    return bill.bonus_points


@pytest.fixture
def twice() -> Iterator[Shop]:
    """Ten points, twice a member."""
    with memory_shop(limited(uses_per_member=2)) as shop:
        yield shop


def test_a_use_is_a_members_own_and_counted_with_the_bill(twice: Shop) -> None:
    meena, ravi = twice.enrol(), twice.enrol("Ravi")

    assert [brought(twice, meena) for _ in range(3)] == [10_00, 10_00, 0]
    assert brought(twice, ravi) == 10_00
    assert twice.quote(meena, ("General", 100)).earned.bonus_points == 0
    assert uses(twice) == [("ten", 10_00)] * 3
    twice.sound()


def test_a_bill_that_came_back_whole_was_no_use(twice: Shop) -> None:
    card = twice.enrol()
    bills = [twice.sell(card, ("General", 100)).bill for _ in range(2)]
    assert brought(twice, card) == 0

    twice.cancel(bills[0].bill_id)
    assert brought(twice, card) == 10_00
    twice.give_back(bills[1].bill_id, {"1": 100})
    twice.sound()
    assert brought(twice, card) == 10_00
    assert brought(twice, card) == 0
    twice.sound()


def test_part_of_a_bill_gives_its_share_back() -> None:
    with memory_shop(limited(points_per_member=15_00)) as shop:
        card = shop.enrol()
        bill = shop.sell(card, ("General", 100), ("Medicines", 200)).bill
        shop.give_back(bill.bill_id, {"1": 100})
        assert uses(shop) == [("ten", 6_67)], "a third of it, rounded up for the limit"
        assert brought(shop, card) == 8_33
        shop.give_back(bill.bill_id, 100)
        shop.give_back(bill.bill_id, 100)
        assert uses(shop) == [("ten", 8_33)]
        shop.sound()


def test_a_budget_is_everybodys_and_what_is_cut_is_kept_with_the_bill() -> None:
    with memory_shop(limited(budget=25_00)) as shop:
        cards = [shop.enrol(f"Member {number}") for number in range(4)]
        bills = [shop.sell(card, ("General", 100)).bill for card in cards]

        assert [bill.bonus_points for bill in bills] == [10_00, 10_00, 5_00, 0]
        with shop.store.reading() as uow:
            stored = uow.bills.get(bills[2].bill_id)
            assert stored is not None
            assert stored.rules == (RuleUse("ten", 5_00, Bound.BUDGET),)
        shop.cancel(bills[0].bill_id)
        assert brought(shop, cards[3]) == 10_00
        assert brought(shop, cards[3]) == 0
        shop.sound()


def test_a_day_is_the_shops() -> None:
    with memory_shop(limited(points_per_day=12_00)) as shop:
        card = shop.enrol()
        assert [brought(shop, card), brought(shop, card), brought(shop, card)] == [10_00, 2_00, 0]
        shop.wait(days=1)
        assert brought(shop, card) == 10_00


def test_what_a_rule_of_lines_brought_counts_too() -> None:
    double = DecisionRule("double", Multiply(Decimal(2)), limits=RuleLimits(budget=5_00))
    with memory_shop(replace(PROGRAM, rules=(double,))) as shop:
        card = shop.enrol()
        points = [shop.sell(card, ("General", 100)).bill.earned_points for _ in range(2)]
        assert points[0] == 2 * points[1]
        assert len(uses(shop)) == 1
        shop.sound()


def test_two_rules_of_one_name_are_one_use() -> None:
    with memory_shop(replace(PROGRAM, rules=(TEN, TEN))) as shop:
        assert brought(shop, shop.enrol()) == 20_00
        assert uses(shop) == [("ten", 20_00)]
        shop.sound()


def test_a_card_that_comes_later_has_the_limits_of_the_day_of_the_bill() -> None:
    with memory_shop(limited(points_per_day=12_00)) as shop:
        card = shop.enrol()
        guest = shop.sell(None, ("General", 100)).bill
        assert brought(shop, card) == 10_00
        shop.wait(days=1)
        bill = claims.claim_points(shop.desk, guest.bill_id, card_number=card, key="k", staff=STAFF).bill
        assert bill.rules == (RuleUse("ten", 2_00, Bound.DAY),)
        assert brought(shop, card) == 10_00, "today nothing was brought before"
        shop.sound()


def test_who_is_merged_brings_their_uses(twice: Shop) -> None:
    meena, twin = twice.enrol(), twice.enrol("Meena again")
    assert [brought(twice, meena), brought(twice, twin)] == [10_00, 10_00]
    merging.merge(twice.desk, [twin], into=meena, staff=STAFF)
    assert brought(twice, meena) == 0
    twice.sound()


def test_a_use_that_was_tampered_with_is_found(twice: Shop) -> None:
    card = twice.enrol()
    brought(twice, card)
    with twice.store.writing() as uow:
        (use,) = uow.rule_uses.all()
        uow.rule_uses.put(use.bill_id, [replace(use, day=date(2026, 2, 2))])
    assert books.verify(twice.desk).faults == ("rule ten: what it brought differs from the bills",)
    with twice.store.writing() as uow:
        uow.rule_uses.clear()
    assert books.verify(twice.desk).faults == ("rule ten: what it brought differs from the bills",)


def test_a_bill_rung_again_has_what_was_left_before_it(twice: Shop) -> None:
    card = twice.enrol()
    bills = [twice.sell(card, ("General", 100)).bill for _ in range(3)]
    draft = limited(points_per_member=15_00)

    for rules, brought in ((current(twice.desk), [10_00, 10_00, 0]), (draft, [10_00, 5_00, 0])):
        assert [rung(twice, bill, rules).earned.bonus_points for bill in bills] == brought
    shown = whatif.impact(twice.desk, draft, told=lambda *_: None, stop=lambda: False)
    assert shown is not None
    assert shown.live.earned - shown.draft.earned == 5_00


def test_budgets_of_bills_rung_again_begin_where_the_first_found_them() -> None:
    with memory_shop(limited(budget=35_00)) as shop:
        card = shop.enrol()
        brought(shop, card)
        shop.wait(days=40)
        for _ in range(3):
            brought(shop, card)
        shown = whatif.impact(shop.desk, limited(budget=20_00), days=30, told=lambda *_: None, stop=lambda: False)
        assert shown is not None
        assert shown.bills == 3
        assert shown.live.earned - shown.draft.earned == 15_00, "25 were brought live, 10 would have been left"
