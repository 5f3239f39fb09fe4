"""Programs: the newest version rules new bills, and every bill keeps the version it was made with."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from app.domain.errors import Code
from app.domain.money import Currency
from app.domain.program import Category, Earning, Redemption
from app.domain.quote import MAX
from app.domain.tiers import Level, PointsBasis, Qualify, TierScheme
from app.services.desk import financial_year
from app.services.programs.program import current, publish
from app.services.programs.program_codec import program_from_json, program_to_json
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


def test_a_version_waits_for_its_day(shop: Shop) -> None:
    begins = shop.clock.today + timedelta(days=3)
    later = publish(shop.desk, changed(enabled=False), staff=STAFF, holds_from=begins)

    assert (later.version, later.holds_from, current(shop.desk).version) == (2, begins, 1)
    assert shop.sell(shop.enrol(), ("Toys", 100)).bill.program_version == 1
    shop.clock.advance(begins)
    assert current(shop.desk) == later
    assert shop.sell(None, ("Toys", 100)).bill.program_version == 2
    shop.sound()


def test_what_waits_is_withdrawn_by_what_is_published_to_hold_before_it(shop: Shop) -> None:
    begins = shop.clock.today + timedelta(days=3)
    publish(shop.desk, changed(enabled=False), staff=STAFF, holds_from=begins)
    with shop.store.reading() as uow:
        assert [one.version for one in uow.programs.waiting(shop.clock.today)] == [2]

    shop.wait(days=1)
    publish(shop.desk, changed(), staff=STAFF)
    shop.wait(days=9)

    with shop.store.reading() as uow:
        assert uow.programs.waiting(shop.clock.today) == []
        assert [(one.version, one.staff) for one in uow.programs.published()] == [(3, STAFF), (2, STAFF), (1, STAFF)]
    assert current(shop.desk).enabled


def test_nothing_begins_in_the_past(shop: Shop) -> None:
    with shop.refuses(Code.INVALID, saying="past"):
        publish(shop.desk, changed(), staff=STAFF, holds_from=shop.clock.today)


def test_another_currency_can_be_chosen_until_a_bill_is_made_in_one(shop: Shop) -> None:
    yen = publish(shop.desk, changed(currency=Currency("JPY")), staff=STAFF)
    assert current(shop.desk) == yen
    shop.sell(None, ("Toys", 100))

    with shop.refuses(Code.INVALID, saying="made in JPY"):
        publish(shop.desk, changed(), staff=STAFF)
    assert publish(shop.desk, changed(currency=Currency("JPY")), staff=STAFF).version == yen.version + 1


def test_what_was_written_before_there_were_dates_and_prescriptions_reads_and_is_spelt_as_it_was() -> None:
    text = program_to_json(PROGRAM)
    assert "holds_from" not in text
    assert "is_rx" not in text
    assert program_from_json(text) == PROGRAM
    said = changed(categories={"Rx": Category(is_rx=True)}, holds_from=datetime(2026, 12, 1, tzinfo=UTC))
    assert program_from_json(program_to_json(said)) == said


def test_points_do_not_pay_for_what_is_sold_on_prescription(shop: Shop) -> None:
    shop.publish(changed(categories={"Insulin": Category(Decimal(1), is_rx=True), "General": Category(Decimal(3))}))
    card = shop.enrol()
    shop.credit(card, 5000_00)
    assert shop.quote(card, ("Insulin", 100), redeem=MAX).redeemed_points == 0
    mixed = shop.quote(card, ("Insulin", 100), ("General", 100), redeem=MAX)
    assert mixed.redeemed_minor == 50_00
    assert mixed.earned.lines[0].points > 0
