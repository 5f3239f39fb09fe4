"""Budgets at a desk: a counter of a chain brings from its share, one alone from all of it, the server from the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.domain.lease import Lease
from app.domain.limits import RuleLimits
from app.domain.rules import DecisionRule, PointsFixed
from app.services.campaigns import budgets
from app.services.campaigns.budgets import ToldShare
from app.services.ports import BudgetShare
from app.services.sales import claims
from tests.desks import PROGRAM, STAFF, Shop, memory_shop
from tests.server.tills import Till, link

TEN = DecisionRule("ten", PointsFixed(10_00), limits=RuleLimits(budget=25_00))
FREE = DecisionRule("free", PointsFixed(1_00))


@pytest.fixture
def shop() -> Iterator[Shop]:
    with memory_shop(replace(PROGRAM, rules=(TEN, FREE))) as one:
        yield one


def tell(shop: Shop, *told: ToldShare) -> None:
    with shop.store.writing() as uow:
        budgets.adopt_shares(shop.desk, uow, told)


def share(shop: Shop) -> BudgetShare:
    with shop.store.reading() as uow:
        return uow.budgets.get("ten", counter_code="A1", epoch=uow.journal.head().epoch)


def joined(shop: Shop) -> int:
    """In a chain from now on; returns its epoch."""
    till = Till(shop.desk, shop.clock)
    with shop.store.writing() as uow:
        uow.links.put(link(till, "store", leases_since=0))
        return uow.journal.head().epoch


def test_alone_all_of_it_is_here(shop: Shop) -> None:
    card = shop.enrol()
    assert [shop.sell(card, ("General", 100)).bill.bonus_points for _ in range(4)] == [11_00, 11_00, 6_00, 1_00]
    assert share(shop).rights == Lease()


def test_in_a_chain_the_share_is_all_there_is(shop: Shop) -> None:
    card, epoch = shop.enrol(), joined(shop)
    assert shop.sell(card, ("General", 100)).bill.bonus_points == 1_00

    tell(shop, ToldShare("ten", epoch, 14_00, None), ToldShare("ten", epoch + 1, 99_00, None))
    assert [shop.sell(card, ("General", 100)).bill.bonus_points for _ in range(3)] == [11_00, 5_00, 1_00]
    assert share(shop).rights == Lease(14_00, 14_00)
    tell(shop, ToldShare("ten", epoch, 9_00, None))
    assert share(shop).rights == Lease(14_00, 14_00), "an older answer that came late"


def test_a_card_that_comes_later_draws_too(shop: Shop) -> None:
    card, epoch = shop.enrol(), joined(shop)
    bill = shop.sell(None, ("General", 100)).bill
    tell(shop, ToldShare("ten", epoch, 14_00, None))
    claims.claim_points(shop.desk, bill.bill_id, card_number=card, key="k", staff=STAFF)
    assert share(shop).rights == Lease(14_00, 10_00)


def test_what_is_asked_back_goes_once(shop: Shop) -> None:
    shop.enrol()
    epoch = joined(shop)
    tell(shop, ToldShare("ten", epoch, 14_00, 6_00))
    assert [budgets.give_back(shop.desk) for _ in range(2)] == [8_00, 0]
    assert share(shop).rights == Lease(14_00, returned=8_00)


def test_the_server_brings_what_no_counter_holds(shop: Shop) -> None:
    card = shop.enrol()
    with shop.store.writing() as uow:
        uow.budgets.put(BudgetShare("ten", "B2", 1, Lease(20_00, 3_00)))
    assert shop.sell(card, ("General", 100)).bill.bonus_points == 9_00
