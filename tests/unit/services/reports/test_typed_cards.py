"""Typed cards: how a card got in is known of its bill, sealed only where it was typed, and worth a look in rows."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from app.domain.quote import MAX, Redeem
from app.services.records import sealed_bill
from app.services.reports.watching import TYPED, TYPED_LEAST
from app.services.sales import carts, checkout
from app.services.sales.checkout import SaleRequest, Sold
from app.services.sales.evidence import evidence
from app.services.unsealed_bills import bill_of
from tests.desks import STAFF, Shop, cart
from tests.unit.services.reports.asking import ask, cells, opened, today


def sell(shop: Shop, card: str | None, *, is_typed: bool, staff: str = STAFF, redeem: Redeem = 0) -> Sold:
    request = SaleRequest(cart(("General", 100)), card, redeem=redeem, is_typed=is_typed)
    return checkout.commit_sale(shop.desk, request, key=shop.desk.ids.entity(), staff=staff)


def sealed(shop: Shop) -> dict[str, Any]:
    """The newest event."""
    with shop.store.reading() as uow:
        *_, event = uow.journal.events()
    body: dict[str, Any] = json.loads(event.body)
    return body


@pytest.mark.parametrize("is_typed", [True, False])
def test_only_a_typed_card_stands_in_the_event(shop: Shop, is_typed: bool) -> None:
    bill = sell(shop, shop.enrol(), is_typed=is_typed).bill
    body = sealed(shop)
    assert ("typed" in body) is ("typed" in sealed_bill(body)) is is_typed
    assert bill_of(body) == bill
    with shop.store.reading() as uow:
        kept = uow.bills.get(bill.bill_id)
        assert kept == bill
        assert next(iter(uow.bills.all())) == bill
    shop.sound()


def test_without_a_card_nothing_was_typed(shop: Shop) -> None:
    assert not sell(shop, None, is_typed=True).bill.is_typed
    assert "typed" not in sealed(shop)


def test_a_bill_that_says_typed_in_another_way_is_not_what_was_sealed(shop: Shop) -> None:
    sell(shop, shop.enrol(), is_typed=True)
    body = {**sealed(shop), "typed": 1}
    assert not bill_of(body).is_typed


def test_the_evidence_of_a_bill_names_it(shop: Shop) -> None:
    card = shop.enrol()
    told = [
        dict(row.cells for row in evidence(shop.desk, sell(shop, card, is_typed=is_typed).bill.bill_id)[0].rows)
        for is_typed in (True, False)
    ]
    assert [one.get("Its number was") for one in told] == ["typed", None]


@pytest.mark.parametrize("redeem", [0, 500, MAX])
def test_it_is_held_with_the_cart(shop: Shop, redeem: Redeem) -> None:
    card = shop.enrol()
    held = carts.hold(
        shop.desk, cart=cart(("General", 20)), member_id=shop.member_id(card), label="", redeem=redeem, is_typed=True
    )
    assert carts.held(shop.desk) == [held]
    carts.replace_held(shop.desk, [replace(held, member_id="nobody")])
    assert not carts.recall(shop.desk, held.held_id).is_typed


def test_who_types_most_cards_is_worth_a_look(shop: Shop) -> None:
    card = shop.enrol()
    shop.credit(card, 1_000_00)
    bills = [
        sell(shop, card, is_typed=True, staff="ravi", redeem=10_00 * (n == 0)).bill.bill_id for n in range(TYPED_LEAST)
    ]
    for _ in range(TYPED_LEAST - 1):
        sell(shop, card, is_typed=False, staff="ravi")
    for _ in range(TYPED_LEAST - 1):
        sell(shop, card, is_typed=True, staff="meena")
    for is_typed in (True, False) * TYPED_LEAST:
        sell(shop, card, is_typed=is_typed, staff="asha")
    table = ask(shop, "flags")

    place = [row[0] for row in cells(table)].index(TYPED)
    assert [row for row in cells(table) if row[0] == TYPED] == [
        (TYPED, today(shop), "", "", TYPED_LEAST, 10_00, "ravi")
    ]
    assert {row.bill_id for row in opened(shop, table, place).rows} == set(bills)
