"""Points later: a bill sold without a card gets it once, and everything follows as if it had had it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.cart import BillDiscount
from app.domain.errors import Code
from app.domain.member import CardStatus
from app.services.keeping import books
from app.services.members import card_status, members
from app.services.papers import receipts
from app.services.papers.receipt_facts import ShopFacts
from app.services.papers.receipts import Letterhead
from app.services.sales.checkout import SaleRequest, commit_sale
from app.services.sales.claims import DAYS_MAX, claim_points
from tests.desks import PROGRAM, STAFF, cart, memory_shop


@pytest.fixture
def shop():
    with memory_shop() as shop:
        yield shop


def claim(shop, bill_id, card, key="k"):
    return claim_points(shop.desk, bill_id, card_number=card, key=key, staff="ravi").bill


def test_it_earns_as_it_would_have(shop):
    card, friend = shop.enrol(), shop.enrol("Ravi")
    shop.publish(replace(PROGRAM, version=2, referral_percent=Decimal(1)))
    members.link_referrer(shop.desk, card, referrer_card=friend, staff=STAFF)
    shop.sell(card, ("General", 1000))
    with_card = shop.sell(card, ("Medicines", 100), ("General", 200)).bill
    sold = shop.sell(None, ("Medicines", 100), ("General", 200)).bill
    before, of_friend = shop.available(card), shop.available(friend)
    bill = claim(shop, sold.bill_id, card)
    assert (bill.earned_points, bill.referrer_points) == (with_card.earned_points, with_card.referrer_points)
    assert [one.points for one in bill.lines] == [one.points for one in with_card.lines]
    assert shop.available(card) - before == with_card.earned_points
    assert shop.available(friend) - of_friend == with_card.referrer_points
    assert (bill.number, bill.occurred_at, bill.staff, bill.tenders) == (
        sold.number,
        sold.occurred_at,
        sold.staff,
        sold.tenders,
    )
    shop.sound()


def test_discounts_count_as_they_were_paid(shop):
    request = SaleRequest(replace(cart(("General", 100)), discount=BillDiscount(Decimal(50))))
    sold = commit_sale(shop.desk, request, key="1", staff=STAFF).bill
    assert claim(shop, sold.bill_id, shop.enrol()).earned_points == 1_50


def test_the_same_key_gives_the_same_bill_and_another_is_refused(shop):
    card = shop.enrol()
    sold = shop.sell(None, ("General", 100)).bill
    first = claim(shop, sold.bill_id, card)
    assert claim(shop, sold.bill_id, card) == first
    for other in (card, shop.enrol("Ravi")):
        with shop.refuses(Code.DUPLICATE, saying="has a card already"):
            claim(shop, sold.bill_id, other, key="another")
    assert shop.available(card) == 3_00


def test_a_tier_is_reached_by_it(shop):
    card = shop.enrol()
    sold = shop.sell(None, ("General", 1000)).bill
    claim(shop, sold.bill_id, card)
    assert shop.tier(card) == "Silver"
    shop.sound()


def test_it_is_taken_back_with_the_goods(shop):
    card = shop.enrol()
    sold = shop.sell(None, ("General", 1000)).bill
    claim(shop, sold.bill_id, card)
    returned = shop.cancel(sold.bill_id)
    assert (returned.points_reversed, shop.available(card), shop.tier(card)) == (30_00, 0, "Bronze")
    shop.sound()


def test_the_receipt_printed_again_names_the_member(shop):
    sold = shop.sell(None, ("General", 100)).bill
    claim(shop, sold.bill_id, shop.enrol())
    job = receipts.claim(shop.desk, sold.bill_id)
    facts = receipts.facts(shop.desk, job, Letterhead(ShopFacts("Shree"), "A1"))
    assert facts.member is not None
    assert (facts.member.name, facts.member.points_earned) == ("Meena Iyer", 3_00)


def test_what_cannot_be_claimed(shop):
    card, lost = shop.enrol(), shop.enrol("Lost")
    sold, in_part, free = (shop.sell(None, ("General", 100)).bill for _ in range(3))
    with shop.refuses(Code.UNKNOWN_BILL):
        claim(shop, "nothing", card)
    with shop.refuses(Code.UNKNOWN_CARD):
        claim(shop, sold.bill_id, "999999999999")
    card_status.set_card_status(shop.desk, lost, CardStatus.LOST, staff=STAFF)
    with shop.refuses(Code.CARD_INACTIVE):
        claim(shop, sold.bill_id, lost)
    shop.give_back(in_part.bill_id, 10)
    with shop.refuses(Code.INVALID, saying="has come back"):
        claim(shop, in_part.bill_id, card)
    shop.wait(days=DAYS_MAX, seconds=1)
    with shop.refuses(Code.INVALID, saying="more than 30 days old"):
        claim(shop, free.bill_id, card)


def test_nothing_of_it_can_be_changed_unseen(shop):
    card = shop.enrol()
    sold = shop.sell(None, ("General", 100)).bill
    claim(shop, sold.bill_id, card)
    with shop.store.transactions.writer.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER claims_no_update")
        connection.exec_driver_sql("UPDATE claims SET earned_points = 9")
    assert books.verify(shop.desk).faults == (f"the card of bill {sold.bill_id} is not what was sealed",)


def test_a_bill_that_earns_nothing_can_have_a_card_too(shop):
    shop.publish(replace(PROGRAM, version=2, enabled=False))
    sold = shop.sell(None, ("General", 100)).bill
    bill = claim(shop, sold.bill_id, shop.enrol())
    assert (bill.earned_points, bill.lines[0].points) == (0, 0)
