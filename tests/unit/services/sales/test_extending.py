"""Points that expire without a purchase: each bill with the card keeps all that is there, and nothing else does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from app.domain.days import INDIA, add_months
from app.domain.entries import EntryKind
from app.domain.expiry import Expiry, ExpiryMode
from app.domain.program import Earning
from app.domain.quote import MAX
from app.domain.tiers import Level, TierScheme
from app.services.members import merging, profiles, sweeps
from app.services.members.dossiers import movements
from app.services.programs.program import publish
from tests.desks import STAFF, Shop, changed, memory_shop

IDLE = changed(expiry=Expiry(ExpiryMode.INACTIVITY, 3), tiers=TierScheme((Level("Member"),)))


@pytest.fixture
def shop() -> Iterator[Shop]:
    with memory_shop(IDLE) as shop:
        yield shop


def bought(shop: Shop, card: str, rupees: int = 1000) -> str:
    return shop.sell(card, ("General", rupees)).bill.bill_id


def ends(shop: Shop, card: str) -> list[datetime | None]:
    with shop.store.reading() as uow:
        account = uow.ledger.full_account(shop.member_id(card))
    return [lot.expires_at for lot in account.lots.values() if lot.left]


def in_months(shop: Shop, months: int) -> datetime:
    """The first instant of the day so many months from now."""
    return INDIA.start_of(add_months(INDIA.day_of(shop.clock.today), months))


def test_each_purchase_keeps_all_of_them_for_as_long_again(shop: Shop) -> None:
    card = shop.enrol()
    for _ in range(3):
        bought(shop, card)
        shop.wait(days=60)
        assert len(set(ends(shop, card))) == 1

    (last,) = set(ends(shop, card))
    assert last is not None
    shop.clock.advance(last - timedelta(seconds=1))
    assert shop.available(card) == 90_00
    shop.wait(seconds=1)
    assert shop.available(card) == 0
    shop.sound()


def test_a_bill_that_earns_nothing_keeps_them_too(shop: Shop) -> None:
    card = shop.enrol()
    bought(shop, card)
    shop.wait(days=60)
    shop.sell(card, ("Toys", 100))

    assert ends(shop, card) == [in_months(shop, 3)]


def test_what_is_given_keeps_nothing_else_and_is_kept_as_long_itself(shop: Shop) -> None:
    card = shop.enrol()
    bought(shop, card)
    before = in_months(shop, 3)
    shop.wait(days=60)
    shop.credit(card, 5_00, policy_expiry=True)

    assert ends(shop, card) == [before, in_months(shop, 3)]


def test_what_was_gone_stays_gone_whether_it_was_posted_or_not(shop: Shop) -> None:
    for is_posted in (False, True):
        card = shop.enrol()
        bought(shop, card)
        shop.wait(days=100)
        if is_posted:
            assert sweeps.expire_all(shop.desk) == 3
        bought(shop, card, 100)

        assert shop.available(card) == 3_00
    shop.sound()


def test_a_bill_that_came_back_whole_has_kept_nothing(shop: Shop) -> None:
    card = shop.enrol()
    bought(shop, card)
    before = shop.standing()
    shop.wait(days=60)
    bill_id = bought(shop, card)
    shop.give_back(bill_id, 400)
    assert len(set(ends(shop, card))) == 1
    shop.give_back(bill_id, 600)
    assert shop.standing()["lots"] == before["lots"]

    shop.cancel(bill_id)
    assert shop.standing()["lots"] == before["lots"]
    shop.sound()


def test_points_that_lived_through_a_cancelled_bill_alone_are_gone_with_it(shop: Shop) -> None:
    card = shop.enrol()
    bought(shop, card)
    shop.wait(days=60)
    through = bought(shop, card)
    shop.wait(days=60)
    bought(shop, card)
    assert shop.available(card) == 90_00

    shop.cancel(through)

    assert shop.available(card) == 30_00
    sweeps.expire_all(shop.desk)
    assert shop.available(card) == 30_00
    shop.sound()


def test_points_given_back_end_as_they_would_have(shop: Shop) -> None:
    card = shop.enrol()
    bought(shop, card)
    spent = shop.sell(card, ("General", 100), redeem=MAX).bill
    assert spent.redeemed_points == 30_00
    shop.wait(days=60)
    bought(shop, card)
    shop.wait(days=60)
    shop.cancel(spent.bill_id)

    assert shop.available(card) == 60_00
    assert len(set(ends(shop, card))) == 1
    shop.sound()


def test_points_still_pending_are_kept_too(shop: Shop) -> None:
    publish(shop.desk, changed(IDLE, earning=Earning(pending_days=5)), staff=STAFF)
    card = shop.enrol()
    bought(shop, card)
    alone = ends(shop, card)
    shop.wait(days=2)
    later = bought(shop, card)

    assert ends(shop, card) == [in_months(shop, 3)] * 2
    shop.cancel(later)
    assert ends(shop, card) == alone
    shop.sound()


def test_two_members_that_become_one_have_the_later_purchase_and_nothing_comes_back(shop: Shop) -> None:
    lapsed, early, late = shop.enrol(), shop.enrol(), shop.enrol()
    bought(shop, lapsed)
    bought(shop, early)
    shop.wait(days=60)
    bought(shop, early, 100)
    shop.wait(days=60)
    bought(shop, late, 100)
    later = in_months(shop, 3)
    merging.merge(shop.desk, [lapsed, early], into=late, staff=STAFF)

    assert shop.available(late) == 36_00
    assert ends(shop, late).count(later) == 3
    shop.wait(days=60)
    assert shop.available(late) == 36_00
    shop.sound()


def test_the_version_of_the_bill_says_how_long(shop: Shop) -> None:
    card = shop.enrol()
    bought(shop, card)
    first = in_months(shop, 3)
    publish(shop.desk, changed(IDLE, expiry=Expiry()), staff=STAFF)
    shop.wait(days=30)
    bought(shop, card)
    assert ends(shop, card) == [first, in_months(shop, 12)]

    publish(shop.desk, changed(IDLE, expiry=Expiry(ExpiryMode.INACTIVITY, 1)), staff=STAFF)
    shop.wait(days=45)
    bought(shop, card)
    assert ends(shop, card)[0] == in_months(shop, 1)
    assert ends(shop, card)[1] > in_months(shop, 10)  # type: ignore[operator]


def test_it_is_no_movement_of_the_member_s(shop: Shop) -> None:
    card = shop.enrol()
    bill_id = bought(shop, card)
    shop.cancel(bill_id)

    assert {one.kind for one in movements(shop.desk, shop.member_id(card)).rows} == {EntryKind.EARN, EntryKind.REVERSE}
    assert profiles.profile(shop.desk, shop.member_id(card)).available == 0
