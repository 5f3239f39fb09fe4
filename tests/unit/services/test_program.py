"""Programs: the newest version rules new bills, and every bill keeps the version it was made with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.domain.program import Earning, Redemption
from app.domain.tiers import Level, PointsBasis, Qualify, TierScheme
from app.services.desk import financial_year
from app.services.program import current, publish
from tests.desks import PROGRAM, STAFF, Shop, changed, memory_shop, memory_shops


def test_the_newest_version_is_in_force(shop: Shop) -> None:
    old = current(shop.desk)
    bill = shop.sell(shop.enrol(), ("Toys", 100)).bill

    new = publish(shop.desk, changed(earning=Earning(default_percent=Decimal(9))), staff=STAFF)

    assert (old.version, new.version, current(shop.desk)) == (1, 2, new)
    assert (bill.program_version, shop.sell(shop.enrol(), ("Toys", 100)).bill.program_version) == (1, 2)
    shop.sound()


def test_each_tenant_has_its_own() -> None:
    with memory_shops("one", "two") as (one, two):
        publish(one.desk, changed(redemption=Redemption(max_percent=Decimal(1))), staff=STAFF)

        assert (current(one.desk).version, current(two.desk)) == (2, replace(PROGRAM, version=1))


def test_a_tier_may_look_at_points_held_rather_than_earned(shop: Shop) -> None:
    levels = (Level("Bronze"), Level("Silver", min_points=100_00))
    basis = PointsBasis.AVAILABLE_PLUS_PENDING
    shop.publish(changed(tiers=TierScheme(levels, Qualify.POINTS, basis), earning=Earning(pending_days=3)))
    card = shop.enrol()
    shop.credit(card, 97_00)

    shop.sell(card, ("Toys", 100))
    assert shop.tier(card) == "Bronze"
    shop.sell(card, ("General", 100))

    assert shop.tier(card) == "Silver"


@pytest.mark.parametrize(
    ("day", "starts_in", "year"),
    [("2026-03-31", 4, "25-26"), ("2026-04-01", 4, "26-27"), ("2026-01-01", 1, "26-27"), ("2099-12-31", 4, "99-00")],
)
def test_a_financial_year_is_named_as_it_is_printed(day: str, starts_in: int, year: str) -> None:
    assert financial_year(date.fromisoformat(day), starts_in_month=starts_in) == year


def test_a_year_that_was_begun_is_not_left_for_an_earlier_one() -> None:
    with memory_shop() as shop:
        desk = replace(shop.desk, year_starts_in_month=1)
        with desk.store.reading() as uow:
            head = replace(uow.journal.head(), financial_year="26-27", last_bill_no=41)
        april = replace(desk, year_starts_in_month=4)
        assert desk.bill_number(head, date(2026, 2, 1))[0] == "A1/26-27/000042"
        assert april.bill_number(head, date(2026, 2, 1))[0] == "A1/26-27/000042"
        assert april.bill_number(head, date(2027, 4, 1))[0] == "A1/27-28/000001"
