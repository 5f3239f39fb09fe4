"""Bills on hold: set aside, seen, taken up again or dropped, and nothing of them posted."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from app.domain.errors import Code
from app.domain.quote import MAX, Redeem
from app.services.desk import Desk
from app.services.ports import HeldBill
from app.services.sales import carts
from app.services.sales.cart_codec import cart_from_json
from app.services.sales.carts import HELD_MAX, LABEL_MAX
from tests.desks import Shop, cart

CART = cart(("Medicines", 100), ("General", 20))


def test_a_held_cart_comes_back_as_it_was(shop: Shop) -> None:
    card = shop.enrol()
    before = {name: rows for name, rows in shop.tables().items() if name != "held_bills"}

    held = carts.hold(shop.desk, cart=CART, member_id=shop.member_id(card), label="red shirt")

    assert carts.held(shop.desk) == [held]
    assert (held.cart, held.member_id, held.label) == (CART, shop.member_id(card), "red shirt")
    assert {name: rows for name, rows in shop.tables().items() if name != "held_bills"} == before
    assert carts.recall(shop.desk, held.held_id) == held
    assert carts.held(shop.desk) == []
    shop.sound()


def test_held_carts_are_listed_oldest_first(shop: Shop) -> None:
    for name in ("one", "two", "three"):
        carts.hold(shop.desk, cart=CART, member_id=None, label=name)
        shop.wait(seconds=1)

    assert [one.label for one in carts.held(shop.desk)] == ["one", "two", "three"]


@pytest.mark.parametrize("take", [carts.recall, carts.discard])
def test_a_cart_is_taken_off_hold_once(shop: Shop, take: Callable[[Desk, str], HeldBill]) -> None:
    held = carts.hold(shop.desk, cart=CART, member_id=None, label="")
    take(shop.desk, held.held_id)

    with shop.refuses(Code.UNKNOWN_BILL, saying="no longer on hold"):
        take(shop.desk, held.held_id)


def test_what_is_on_hold_is_replaced_and_nobody_unknown_is_on_it(shop: Shop) -> None:
    card = shop.enrol()
    known = carts.hold(shop.desk, cart=CART, member_id=shop.member_id(card), label="known", redeem=MAX)
    shop.wait(seconds=1)
    nobody = carts.hold(shop.desk, cart=CART, member_id=None, label="nobody")
    shop.wait(seconds=1)
    stranger = replace(nobody, held_id="other", member_id="somewhere else", redeem=MAX, held_at=shop.clock.now())
    carts.hold(shop.desk, cart=CART, member_id=None, label="goes")

    carts.replace_held(shop.desk, [known, nobody, stranger])

    assert carts.held(shop.desk) == [known, nobody, replace(stranger, member_id=None, redeem=0)]


def test_only_so_many_are_held_at_once(shop: Shop) -> None:
    for number in range(HELD_MAX):
        carts.hold(shop.desk, cart=CART, member_id=None, label=f"{number}")

    with shop.refuses(Code.INVALID, saying="on hold already"):
        carts.hold(shop.desk, cart=CART, member_id=None, label="one more")


def test_a_long_label_is_cut(shop: Shop) -> None:
    assert carts.hold(shop.desk, cart=CART, member_id=None, label="x" * 100).label == "x" * LABEL_MAX


@pytest.mark.parametrize("redeem", [0, 500, MAX])
def test_the_points_chosen_are_held_with_the_cart(shop: Shop, redeem: Redeem) -> None:
    held = carts.hold(shop.desk, cart=CART, member_id=None, label="", redeem=redeem)
    assert carts.recall(shop.desk, held.held_id).redeem == redeem


def test_a_cart_put_away_unpaid_is_sealed_whole(shop: Shop) -> None:
    before = shop.tables()
    carts.void(shop.desk, cart=CART, member_id="m1", staff="asha")

    with shop.store.reading() as uow:
        *_, event = uow.journal.events()
    body = json.loads(event.body)
    assert (event.kind, body["member"], body["staff"]) == ("void", "m1", "asha")
    assert cart_from_json(json.dumps(body["cart"])) == CART
    after = shop.tables()
    assert {name for name in before if before[name] != after[name]} == {"counters", "events"}
    shop.sound()
