"""Whose turn, whose time: dependence, the server's time of an event, and pricing a bill again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.bill import Bill
from app.domain.cart import BillDiscount
from app.domain.conditions import JoinedWithin, PaidBy
from app.domain.errors import DomainError
from app.domain.rules import DecisionRule, Multiply, NthBillInMonth, PointsFixed
from app.services.chain.dependence import subjects
from app.services.chain.server_time import STANDS_WITHIN, server_time
from app.services.sales import checkout
from app.services.sales.checkout import SaleRequest
from app.services.whatif.repricing import differences
from tests.contract.facts import NOON
from tests.desks import PROGRAM, STAFF, Shop, cart, changed

moments = st.integers(-(10**6), 10**6).map(lambda seconds: NOON + timedelta(seconds=seconds))


def test_an_event_is_about_the_members_cards_and_bills_it_names() -> None:
    body = {
        "kind": "later",
        "card": "700012345678",
        "entries": [{"member_id": "m1", "card_number": None, "cause": "b1"}],
        "bill": {"bill_id": "b1", "number": "A1/26-27/000001"},
        "member": {"member_id": "m2", "name": "Meena"},
        "sources": ["m3", ""],
        "lease": {"m4": {"spent": 1}},
    }
    assert subjects(body) == {"700012345678", "m1", "b1", "m2", "m3", "m4"}
    assert subjects(None) == frozenset()


@given(at=moments, offset_s=st.none() | st.integers(-(10**6), 10**6), predecessor=moments, wait=st.integers(0, 10**6))
def test_an_event_happened_after_its_predecessor_and_before_it_came(at, offset_s, predecessor, wait):  # type: ignore[no-untyped-def]
    received = predecessor + timedelta(seconds=wait)
    offset_ms = None if offset_s is None else offset_s * 1000
    found = server_time(at, offset_ms=offset_ms, predecessor=predecessor, received=received)
    assert found == at or predecessor <= found <= received
    corrected = at + timedelta(seconds=offset_s or 0)
    if predecessor <= corrected <= received:
        assert found in (at, corrected)
        assert abs(found - corrected) < STANDS_WITHIN


def billed(shop: Shop, *, discount: BillDiscount | None = None, redeem: int = 0, card: str | None = None) -> Bill:
    request = SaleRequest(replace(cart(("Medicines", 300), ("General", 105)), discount=discount), card, redeem=redeem)
    return checkout.commit_sale(shop.desk, request, key=shop.desk.ids.entity(), staff=STAFF).bill


def test_a_bill_comes_to_what_it_says(shop: Shop) -> None:
    card = shop.enrol(referrer_card=shop.enrol("Ravi Rao"))
    shop.credit(card, 100_00)
    program = changed(referral_percent=Decimal(2))
    shop.publish(program)
    for bill in (
        billed(shop),
        billed(shop, card=card, redeem=50_00, discount=BillDiscount(percent=Decimal("7.5"))),
        billed(shop, card=card, discount=BillDiscount(amount_minor=1234)),
    ):
        assert differences(bill, program) == {}


def test_what_it_should_have_come_to_is_said(shop: Shop) -> None:
    bill = billed(shop, card=shop.enrol())
    wrong = replace(bill, net_minor=bill.net_minor - 100, bonus_points=5)
    assert differences(wrong, PROGRAM) == {"net_minor": (405_00 - 100, 405_00), "bonus_points": (5, 0)}


def test_what_only_the_counter_knew_is_passed_over(shop: Shop) -> None:
    bill = replace(billed(shop, card=shop.enrol()), bonus_points=5)
    of_newcomers = DecisionRule("new", Multiply(Decimal(2)), conditions=(JoinedWithin(30),))
    worth = sum(line.points for line in bill.lines)

    def found(*rules: DecisionRule) -> dict[str, tuple[int, int]]:
        return differences(bill, changed(rules=rules))

    assert found(monthly()) == {}
    assert found(of_newcomers) == {"bonus_points": (5, 0)}
    assert found(replace(of_newcomers, stop=True)) == {}
    assert found(DecisionRule("all", Multiply(Decimal(2)))) == {
        "bonus_points": (5, 0),
        "line_points": (worth, 2 * worth),
    }


def test_how_it_was_paid_stands_on_the_bill(shop: Shop) -> None:
    bill = billed(shop, card=shop.enrol())
    in_cash = DecisionRule("cash", PointsFixed(5), conditions=(PaidBy(frozenset({"CASH"})),))
    assert differences(bill, changed(rules=(in_cash,))) == {"bonus_points": (0, 5)}


def monthly() -> DecisionRule:
    return DecisionRule("third", NthBillInMonth(3, 10_00))


def test_a_bill_that_cannot_be_priced_says_so(shop: Shop) -> None:
    with pytest.raises(DomainError):
        differences(replace(billed(shop), lines=()), PROGRAM)
