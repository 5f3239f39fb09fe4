"""The census: everybody counted, whatever the size of the pages they are read in."""

import pytest

from app.services.members import census
from tests.desks import Shop


def counted(shop: Shop) -> census.Census:
    with shop.store.reading() as uow:
        return census.take(uow)


def test_an_empty_store(shop: Shop) -> None:
    known = counted(shop)
    assert (known.members, known.points, known.debt) == (0, 0, 0)


def test_everybody_is_counted_once(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    cards = [shop.enrol(f"Member {n}") for n in range(5)]
    bill = shop.sell(cards[0], ("General", 1000)).bill
    shop.sell(cards[1], ("General", 1000))
    shop.credit(cards[0], -bill.earned_points)
    shop.cancel(bill.bill_id)
    whole = counted(shop)  # one of them owes what the other has
    assert (whole.members, whole.points, whole.debt) == (5, 0, 30_00)
    monkeypatch.setattr(census, "MEMBERS_AT_ONCE", 2)
    assert counted(shop) == whole


def test_what_is_known_of_anybody_is_in_the_digest(shop: Shop) -> None:
    card = shop.enrol()
    before = counted(shop)
    shop.sell(card, ("General", 1000))
    assert counted(shop).digest != before.digest
