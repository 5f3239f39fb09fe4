"""Tiers by the points that are held: which bill brought one is known by its row."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.quote import MAX
from app.domain.tiers import Level, PointsBasis, Qualify, TierScheme
from app.services.sales import claims
from tests.desks import STAFF, Shop, changed

LEVELS = (Level("Bronze"), Level("Silver", min_points=20_00))
HELD = TierScheme(LEVELS, Qualify.POINTS, PointsBasis.AVAILABLE_PLUS_PENDING)
BIG, SMALL = ("General", 1000), ("General", 10)


@pytest.fixture
def holding(shop: Shop) -> Shop:
    shop.publish(changed(tiers=HELD))
    return shop


def test_a_row_of_its_own_id_is_some_bills_of_its_instant(holding: Shop) -> None:
    card = holding.enrol()
    bill, member_id = holding.sell(card, BIG).bill, holding.member_id(card)
    with holding.store.writing() as uow:
        (row,) = uow.tiers.of_member(member_id)
        uow.tiers.put_all({member_id: [replace(row, change_id="of long ago")]})
    holding.wait(days=1)
    other = holding.sell(card, SMALL, redeem=MAX).bill
    holding.cancel(other.bill_id)
    assert holding.tier(card) == "Silver"
    holding.cancel(bill.bill_id)
    assert holding.tier(card) == "Bronze"


def test_what_a_bill_brought_when_its_card_came_later_stands_with_it(holding: Shop) -> None:
    sold, card = holding.sell(None, BIG).bill, holding.enrol()
    holding.wait(days=1)
    claims.claim_points(holding.desk, sold.bill_id, card_number=card, key="k", staff=STAFF)
    assert holding.tier(card) == "Silver"
    holding.sell(card, BIG, redeem=MAX)
    other = holding.sell(card, SMALL).bill
    holding.cancel(other.bill_id)
    assert holding.tier(card) == "Silver"
