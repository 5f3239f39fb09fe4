"""Intake: each kind of event of a counter's chain, posted into another ledger."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.domain.cart import BillDiscount, Cart, CartLine
from app.domain.days import INDIA
from app.domain.item import Item
from app.domain.lots import EMPTY
from app.services import intake
from app.services.catalogue import catalogue
from app.services.intake import CannotTakeIn, Taken
from app.services.members import members
from app.services.plain import NotPlainError
from app.services.posting import Page
from app.services.records import bill_rows, bill_rows_of
from app.services.sales.checkout import SaleRequest, commit_sale
from app.services.sales.claims import claim_points
from tests.desks import STAFF
from tests.unit.services.intake.counters import Chain, latest, standing


def test_a_day_of_a_counter_comes_to_the_same_here(chain: Chain) -> None:
    there = chain.there
    friend = there.enrol("Ravi Rao", phone="+919812345678")
    card = there.enrol("Meena Iyer", referrer_card=friend)
    there.credit(card, 300_00)
    there.credit(card, -20_00)
    sold = there.sell(card, ("General", 1200), redeem=100_00)
    there.give_back(sold.bill.bill_id, 600)
    there.sell(None, ("General", 50))
    there.give_back(there.sell(None, ("General", 80)).bill.bill_id, 80)
    there.cancel(there.sell(card, ("Medicines", 100)).bill.bill_id)
    back = there.sell(card, ("General", 90)).bill.bill_id
    there.give_back(back, 90)
    there.cancel(back)
    members.link_referrer(there.desk, friend, referrer_card=there.enrol("Anil Das"), staff=STAFF)
    chain.send()
    for number in (card, friend):
        assert standing(chain.here, number) == standing(there, number)
    assert chain.send() == []


def test_products_and_cards_that_came_later_come_here_whole(chain: Chain) -> None:
    there = chain.there
    card, friend = there.enrol(), there.enrol("Ravi Rao")
    members.link_referrer(there.desk, card, referrer_card=friend, staff=STAFF)
    item = Item("8901030875021", "3004", "B1", date(2030, 6, 30), Decimal(12))
    line = CartLine("1", "General", Decimal(1), 1200_00, "Soap", item=item, discount=BillDiscount(Decimal(5)))
    sold = commit_sale(there.desk, SaleRequest(Cart((line,))), key="1", staff=STAFF).bill
    claim_points(there.desk, sold.bill_id, card_number=card, key="1", staff=STAFF)
    catalogue.take_in(there.desk, [], with_batches=True, source="list.csv", staff=STAFF)
    chain.send()
    for shop in (there, chain.here):
        with shop.store.reading() as unit:
            bill = unit.bills.get(sold.bill_id)
        assert bill is not None
        assert (bill.lines[0].item, bill.lines[0].line_discount_minor, bill.card_number) == (item, 60_00, card)
        assert bill.earned_points == 34_20
    assert standing(chain.here, card) == standing(there, card)
    there.give_back(sold.bill_id, 1140)
    chain.send()
    assert standing(chain.here, card) == standing(there, card) == (0, "Bronze")


def test_a_card_that_came_later_has_its_bill_here_once(chain: Chain) -> None:
    there = chain.there
    card = there.enrol()
    sold = there.sell(None, ("General", 100), ("General", 50)).bill
    claim_points(there.desk, sold.bill_id, card_number=card, key="1", staff=STAFF)
    enrolled, bill, claim = latest(there, 3)
    chain.post(chain.incoming(enrolled))
    with pytest.raises(CannotTakeIn, match="BILL-UNKNOWN"):
        chain.post(chain.incoming(claim))
    sealed = chain.incoming(bill)
    with pytest.raises(CannotTakeIn, match="BILL-INEXACT"):
        chain.post(replace(sealed, body={**sealed.body, "details": []}))
    chain.post(sealed)
    late = chain.incoming(claim)
    with pytest.raises(CannotTakeIn, match="CLAIM-INEXACT"):
        chain.post(replace(late, body={**late.body, "claim": {**late.body["claim"], "line_points": "1"}}))
    chain.post(late)
    with pytest.raises(CannotTakeIn, match="CLAIM-TWICE"):
        chain.post(late)
    with chain.here.store.writing() as unit, pytest.raises(CannotTakeIn, match="ENTRY-TWICE"):
        intake.take_in(Page.open(chain.here.desk, unit), late, keeps_facts=False)


@pytest.mark.parametrize(
    ("kind", "body", "code"),
    [
        ("dance", {}, "KIND-UNKNOWN"),
        ("expire", {"entries": []}, "KIND-UNKNOWN"),
        ("referrer", {"member": "nobody", "referrer": "nobody"}, "MEMBER-UNKNOWN"),
        ("card", {"card": "1", "status": "LOST"}, "CARD-UNKNOWN"),
    ],
)
def test_what_is_not_known_here_cannot_be_taken_in(chain: Chain, kind: str, body: dict[str, Any], code: str) -> None:
    with pytest.raises(CannotTakeIn, match=code):
        chain.made_up(kind, body)


def test_a_lease_event_needs_no_more_than_its_totals(chain: Chain) -> None:
    assert chain.made_up("lease", {"lease": {}}) == Taken()


def test_what_an_event_points_at_has_to_be_here(chain: Chain) -> None:
    there = chain.there
    card = there.enrol()
    first = there.sell(card, ("General", 100)).bill
    events = latest(there, 2)
    there.cancel(first.bill_id)
    (refund,) = latest(there, 1)
    chain.post(chain.incoming(events[0]))
    with pytest.raises(CannotTakeIn, match="BILL-UNKNOWN"):
        chain.post(chain.incoming(refund))
    taking_back = {**json.loads(refund.body)}
    with pytest.raises(CannotTakeIn, match="ENTRY-UNKNOWN"):
        chain.made_up("adjust", {"entries": taking_back["entries"]})
    sold = chain.incoming(events[1])
    elsewhere = {**sold.body, "bill": {**sold.body["bill"], "program_version": 99}}
    with pytest.raises(CannotTakeIn, match="PROGRAM-UNKNOWN"):
        chain.post(replace(sold, body=elsewhere))
    with pytest.raises(CannotTakeIn, match="STATUS-UNKNOWN"):
        chain.made_up("card", {"card": card, "status": "SMILING"})
    with pytest.raises(CannotTakeIn, match="CARD-TAKEN"):
        chain.post(chain.incoming(events[0]))


@pytest.mark.parametrize("day", ["2026-02-30", "tomorrow", 7, None])
def test_what_is_no_day_is_not_taken_for_the_days_own(chain: Chain, day: object) -> None:
    bill = chain.there.sell(chain.there.enrol(), ("General", 100)).bill
    rows = bill_rows_of(bill, {"bill": {"business_day": day}}, INDIA)
    assert rows == bill_rows(bill, INDIA)


def test_where_the_facts_stand_already_only_points_and_tiers_move(chain: Chain) -> None:
    there = chain.there
    card = there.enrol()
    sold = there.sell(card, ("General", 1200))
    there.give_back(sold.bill.bill_id, 200)
    events = latest(there, 2)
    before, member_id = standing(there, card), there.member_id(card)
    with there.store.writing() as unit:
        unit.ledger.put_accounts({member_id: EMPTY})
        unit.ledger.save_balance(member_id, points=0, debt=0)
        page = Page.open(there.desk, unit)
        for event in events:
            intake.take_in(page, chain.incoming(event), keeps_facts=False)
        page.write_accounts()
    assert standing(there, card) == before


def test_what_is_no_fact_is_refused(chain: Chain) -> None:
    with pytest.raises(NotPlainError):
        chain.made_up("bill", {"bill": {}})


def test_a_page_goes_back_to_where_it_stood(chain: Chain) -> None:
    card = chain.here.enrol()
    with chain.here.store.writing() as unit:
        page = Page.open(chain.here.desk, unit)
        holder = unit.members.by_card(card)
        assert holder is not None
        mark = page.mark()
        page.account(holder.member)
        page.back_to(mark)
        assert page.postings == []
