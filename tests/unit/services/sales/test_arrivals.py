"""Arrivals: a bill of another program waits here once, however often it comes."""

from __future__ import annotations

import pytest

from app.domain.errors import Code
from app.services.sales import arrivals, carts
from tests.desks import memory_shop

TEXT = "number;INV-7\nMedicines;512.50\nGeneral;120"


@pytest.fixture
def shop():
    with memory_shop() as shop:
        yield shop


def receive(shop, text=TEXT, key="k"):
    return arrivals.receive(shop.desk, arrivals.understood(shop.desk, text), key=key)


def test_a_bill_waits_among_those_on_hold_and_comes_once(shop):
    first = receive(shop)
    (held,) = carts.held(shop.desk)
    assert (held.held_id, held.label, held.member_id) == (first.held_id, "INV-7", None)
    assert [(one.category, one.unit_price_minor) for one in held.cart.lines] == [
        ("Medicines", 512_50),
        ("General", 120_00),
    ]
    assert arrivals.has_arrived(held)
    assert first.is_new

    carts.recall(shop.desk, held.held_id)
    again = receive(shop)
    assert (again.held_id, again.is_new) == (first.held_id, False)
    assert carts.held(shop.desk) == []
    assert receive(shop, key="other").is_new
    shop.sound()


def test_a_key_stands_for_one_amount(shop):
    receive(shop)
    with shop.refuses(Code.INVALID, saying="another amount"):
        receive(shop, "Medicines;5")


def test_no_more_wait_than_may(shop):
    receive(shop)
    cart = carts.held(shop.desk)[0].cart
    for _ in range(carts.HELD_MAX - 1):
        carts.hold(shop.desk, cart=cart, member_id=None, label="x")
    with pytest.raises(arrivals.NoRoomError):
        receive(shop, key="late")
    mine = next(one for one in carts.held(shop.desk) if not arrivals.has_arrived(one))
    carts.recall(shop.desk, mine.held_id)
    assert receive(shop, key="late").is_new
