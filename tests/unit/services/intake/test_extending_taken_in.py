"""Purchases that keep points, between counters and their server: the bills' own instants decide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.expiry import Expiry, ExpiryMode
from app.domain.program import Category
from app.domain.tiers import Level, TierScheme
from app.services.chain.images import image_from_plain, image_to_plain
from app.services.members import sweeps
from app.services.plain import NotPlainError
from app.services.reports.asked import Asked
from app.services.reports.liability import held_at
from app.services.reports.period import Days
from tests.desks import Shop, changed, memory_shops
from tests.unit.services.chains import chained
from tests.unit.services.intake.counters import Chain

IDLE = changed(
    expiry=Expiry(ExpiryMode.INACTIVITY, 1),
    tiers=TierScheme((Level("Member"),)),
    categories={"Gifts": Category(discount_percent=Decimal(100))},
)
BOUGHT = ("General", 1000)


@pytest.fixture
def chain() -> Iterator[Chain]:
    program = replace(IDLE, earning=replace(IDLE.earning, default_percent=IDLE.tiers.levels[0].multiplier * 3))
    with memory_shops("here", program=program) as (here,), memory_shops("there", program=program) as (there,):
        yield Chain(here, there)


def kinds(shop: Shop, card: str) -> list[str]:
    with shop.store.reading() as uow:
        return [one.entry.kind.value for one in uow.ledger.of_member(shop.member_id(card))]


def test_what_a_late_bill_had_kept_comes_back_as_if_it_had_never_been_gone(chain: Chain) -> None:
    here, there = chain.here, chain.there
    card = there.enrol()
    there.sell(card, BOUGHT)
    chain.send()
    start = there.clock.today
    there.wait(days=20)
    there.sell(card, ("Toys", 10))
    here.wait(days=40)
    assert sweeps.expire_all(here.desk) == 1
    assert here.available(card) == 0

    chain.send()

    assert here.available(card) == there.available(card) == 30_30
    assert kinds(here, card).count("UNEXPIRE") == 1
    here.sound()
    with here.store.reading() as uow:
        now = here.clock.today
        day = here.desk.calendar.day_of(now)
        asked = Asked(here.desk, uow, Days(day, day), now, IDLE)
        instants = [start + (now - start) * part / 8 for part in range(1, 9)]
        assert [held_at(asked, [at])[0] for at in instants] == [30_00] * 3 + [30_30] * 5
    here.wait(days=30)
    assert sweeps.expire_all(here.desk) == 2
    here.sound()


def test_a_bill_that_came_back_in_parts_at_two_places_has_kept_nothing(chain: Chain) -> None:
    here, there = chain.here, chain.there
    card = there.enrol()
    there.sell(card, BOUGHT)
    there.wait(days=20)
    bill = there.sell(card, ("General", 100), ("Toys", 100)).bill
    chain.send()
    there.give_back(bill.bill_id, {"1": 100})
    here.give_back(bill.bill_id, {"2": 100})
    assert "UNEXTEND" not in [*kinds(there, card), *kinds(here, card)]

    chain.send()
    assert kinds(here, card).count("UNEXTEND") == 1
    there.cancel(bill.bill_id)
    chain.send()

    assert kinds(here, card).count("UNEXTEND") == 1
    here.wait(days=15)
    assert here.available(card) == 0
    here.sound()


def test_a_bill_for_nothing_that_is_cancelled_at_two_places_is_taken_back_once(chain: Chain) -> None:
    here, there = chain.here, chain.there
    card = there.enrol()
    there.sell(card, BOUGHT)
    there.wait(days=20)
    bill = there.sell(card, ("Gifts", 100)).bill
    chain.send()
    for shop in (here, there):
        shop.cancel(bill.bill_id)

    chain.send()

    assert (bill.net_minor, kinds(here, card).count("UNEXTEND")) == (0, 1)
    here.wait(days=15)
    assert here.available(card) == 0
    here.sound()


@pytest.mark.parametrize("is_whole", [True, False])
def test_what_is_told_of_them_is_what_is_known(is_whole: bool) -> None:
    with chained() as pair:
        pair.server.publish(IDLE)
        pair.tell()
        card = pair.counter.enrol()
        pair.counter.sell(card, ("Medicines", 100))
        pair.counter.credit(card, 50_00, policy_expiry=True)
        pair.counter.wait(days=20)
        pair.take_in()
        pair.tell(is_whole=is_whole)
        bill = pair.counter.sell(card, ("Medicines", 100)).bill
        before = pair.images(pair.counter, is_whole=False)[0].account.available(pair.counter.clock.today)

        pair.tell(is_whole=is_whole)
        pair.counter.wait(days=20)
        assert pair.counter.available(card) == before == 50_00
        pair.take_in()
        pair.tell(is_whole=is_whole)
        assert pair.images(pair.counter, is_whole=is_whole) == pair.images(pair.server, is_whole=is_whole)
        pair.counter.cancel(bill.bill_id)
        pair.take_in()
        pair.tell(is_whole=is_whole)

        assert pair.counter.available(card) == pair.server.available(card) == 0
        (image,) = pair.images(pair.server)
        assert image_from_plain(image_to_plain(image)) == image
        assert pair.reviews() == []


def test_a_purchase_that_does_not_say_until_when_is_refused(chain: Chain) -> None:
    card = chain.there.enrol()
    chain.send()
    entry = {
        **dict.fromkeys(("card_number", "corrects", "rule_id", "reason", "staff", "available_at", "expires_at")),
        **dict.fromkeys(("ledger_no", "points", "balance_after", "occurred_at"), 0),
        **{"entry_id": "e", "member_id": chain.there.member_id(card), "kind": "EXTEND"},
        **{"cause": "b", "business_day": "2026-01-01"},
    }
    with pytest.raises(NotPlainError, match="until when"):
        chain.made_up("adjust", {"entries": [entry]})
