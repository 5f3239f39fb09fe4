"""Receipts: the original once, then counted copies; and what they state."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from app.domain.bill import Tender, TenderKind
from app.domain.cart import BillDiscount, Cart
from app.domain.errors import Code
from app.domain.program import Category, Earning, RedeemAs, Redemption
from app.domain.rewards import Reward, RewardKind
from app.domain.rules import DecisionRule
from app.domain.tier_advance import TierAdvance
from app.domain.vouchers import MoveKind, VoucherMove
from app.services.members import card_status
from app.services.papers import receipts
from app.services.papers.receipt_facts import (
    MemberFacts,
    ReceiptKind,
    RisenFacts,
    ShopFacts,
    TakenOffFacts,
    TenderFacts,
    TotalFacts,
)
from app.services.papers.receipts import Letterhead
from app.services.rewards import rewards
from app.services.rewards.rewards import Wish
from app.services.sales import checkout
from app.services.sales.checkout import SaleRequest
from tests.chains import joined
from tests.desks import STAFF, Shop, cart, changed, memory_shop

LETTERHEAD = Letterhead(ShopFacts("Sanjeevani Medical"), "A1", ("Get well soon",))


def test_what_is_no_bill_has_no_receipt(shop: Shop) -> None:
    job = receipts.claim(shop.desk, shop.sell(None, ("General", 1)).bill.bill_id)

    with shop.refuses(Code.UNKNOWN_BILL):
        receipts.facts(shop.desk, type(job)("j", job.document, "no", 0, job.created_at), LETTERHEAD)
    with shop.refuses(Code.UNKNOWN_BILL, saying="A1/25-26/000009"):
        receipts.find_bill(shop.desk, "A1/25-26/000009")


def test_a_bill_is_found_by_its_printed_number(shop: Shop) -> None:
    bill = shop.sell(None, ("General", 1)).bill

    assert receipts.find_bill(shop.desk, bill.number) == bill


def test_a_receipt_states_the_bill() -> None:
    medicines = Category(Decimal(1), discount_percent=Decimal(10))
    with memory_shop(changed(categories={"Medicines": medicines})) as shop:
        card = shop.enrol()
        shop.credit(card, 300_00)
        tenders = (Tender(TenderKind.UPI, 50_00, 50_00), Tender(TenderKind.CASH, 30_00, 50_00))
        bill = shop.sell(card, ("Medicines", 100), redeem=100_00, tenders=tenders).bill

        seen = receipts.facts(shop.desk, receipts.claim(shop.desk, bill.bill_id), LETTERHEAD)

        assert (seen.kind, seen.shop.name, seen.counter, seen.cashier) == (
            ReceiptKind.SALE,
            "Sanjeevani Medical",
            "A1",
            STAFF,
        )
        assert (seen.bill_number, seen.copy_number, seen.footer_lines) == (bill.number, 0, ("Get well soon",))
        assert (seen.issued_at.isoformat(), seen.currency_symbol) == ("2026-01-01T00:00:00+05:30", "₹")
        (line,) = seen.lines
        assert (line.name, line.gross_minor, line.discount_minor, line.net_minor) == ("Medicines", 100_00, 10_00, 90_00)
        totals = seen.totals
        assert (totals.subtotal_minor, totals.category_discount_minor, totals.net_minor) == (100_00, 10_00, 90_00)
        assert (totals.points_redeemed, totals.points_value_minor, totals.payable_minor) == (100_00, 10_00, 80_00)
        assert seen.tenders == (TenderFacts("UPI", 50_00), TenderFacts("Cash", 50_00))
        assert seen.change_minor == 20_00
        assert seen.member == MemberFacts(
            name="Meena Iyer",
            card_masked=f"•••• {card[-4:]}",
            tier="Bronze",
            points_earned=80,
            points_redeemed=100_00,
            balance=200_80,
            balance_value_minor=20_08,
        )


def test_a_receipt_says_to_which_tier_its_bill_led(shop: Shop) -> None:
    shop.publish(changed(rules=(DecisionRule("up", TierAdvance("Silver", 30)),)))
    card = shop.enrol()
    bill, other = (shop.sell(card, ("General", 100)).bill for _ in range(2))
    seen = [receipts.facts(shop.desk, receipts.claim(shop.desk, one.bill_id), LETTERHEAD) for one in (bill, other)]
    last_day = shop.desk.calendar.day_of(shop.clock.today) + timedelta(days=30)
    assert [one.member and one.member.risen for one in seen] == [RisenFacts("Silver", last_day, 0), None]


def test_a_receipt_without_a_card_names_no_member(shop: Shop) -> None:
    bill = shop.sell(None, ("General", 100)).bill

    assert receipts.facts(shop.desk, receipts.claim(shop.desk, bill.bill_id), LETTERHEAD).member is None


@pytest.mark.parametrize("owes", [False, True])
def test_points_that_wait_or_are_owed_are_worth_nothing_yet(owes: bool) -> None:
    with memory_shop(changed(earning=Earning(pending_days=0 if owes else 7))) as shop:
        card = shop.enrol()
        earner = shop.sell(card, ("General", 1000)).bill
        if owes:
            shop.sell(card, ("Toys", 100), redeem=30_00)
            shop.cancel(earner.bill_id)
        bill = shop.sell(card, ("Toys", 1)).bill
        card_status.replace_card(shop.desk, card, staff=STAFF)

        member = receipts.facts(shop.desk, receipts.claim(shop.desk, bill.bill_id), LETTERHEAD).member

        assert member is not None
        assert (member.balance, member.points_pending) == ((-30_00, 0) if owes else (0, 30_00))
        assert member.balance_value_minor == 0


@pytest.mark.parametrize(("redeem_as", "is_discount"), [(RedeemAs.TENDER, False), (RedeemAs.DISCOUNT, True)])
def test_points_are_stated_as_the_program_of_the_bill_has_them(redeem_as: RedeemAs, is_discount: bool) -> None:
    with memory_shop(changed(redemption=Redemption(redeem_as=redeem_as))) as shop:
        bill = shop.sell(None, ("General", 1)).bill
        shop.publish(changed())

        stated = receipts.facts(shop.desk, receipts.claim(shop.desk, bill.bill_id), LETTERHEAD)

    assert stated.totals.points_are_discount is is_discount


@pytest.mark.parametrize(("minutes", "is_confirmed"), [(0, True), (1, True), (2, False), (600, False)])
def test_a_balance_made_without_the_server_says_since_when(shop: Shop, minutes: int, is_confirmed: bool) -> None:
    card, heard_at = shop.enrol(), shop.clock.today
    joined(shop.desk, told_at=heard_at)
    shop.wait(minutes=minutes)
    bill = shop.sell(card, ("General", 1)).bill

    job = receipts.claim(shop.desk, bill.bill_id)
    member = receipts.facts(shop.desk, job, LETTERHEAD).member

    assert member is not None
    assert member.unconfirmed_since == (None if is_confirmed else heard_at)
    joined(shop.desk, told_at=shop.clock.today + timedelta(minutes=1))
    again = receipts.facts(shop.desk, job, LETTERHEAD).member
    assert again is not None
    assert again.unconfirmed_since is None


def test_a_counter_alone_vouches_for_itself(shop: Shop) -> None:
    job = receipts.claim(shop.desk, shop.sell(shop.enrol(), ("General", 1)).bill.bill_id)
    member = receipts.facts(shop.desk, job, LETTERHEAD).member
    assert member is not None
    assert member.unconfirmed_since is None


COUPON = Reward("coupon", "₹50 off", RewardKind.DISCOUNT_COUPON, 100_00, value_minor=50_00)
SOAP = Reward("soap", "A free soap", RewardKind.FREE_PRODUCT, 100_00, category="Soaps", value_minor=35_00)


def sold_with(shop: Shop, card: str, reward: Reward, bought: Cart) -> tuple[str, TotalFacts]:
    """The last letters of a voucher, and the totals of the receipt of the bill that it was spent on."""
    voucher = rewards.redeem(shop.desk, Wish(card), reward.reward_id, staff=STAFF, key=shop.desk.ids.entity())
    request = SaleRequest(replace(bought, voucher=voucher.on_bill), card)
    bill = checkout.commit_sale(shop.desk, request, key=shop.desk.ids.entity(), staff=STAFF).bill
    totals = receipts.facts(shop.desk, receipts.claim(shop.desk, bill.bill_id), LETTERHEAD).totals
    assert totals.subtotal_minor - _taken(totals) + totals.round_off_minor == totals.net_minor == bill.net_minor
    shop.cancel(bill.bill_id)
    again = receipts.facts(shop.desk, receipts.claim(shop.desk, bill.bill_id), LETTERHEAD).totals
    assert again == totals, "a receipt says the same after its bill came back"
    return voucher.code[-4:], totals


def _taken(totals: TotalFacts) -> int:
    by_hand = totals.line_discount_minor + totals.bill_discount_minor
    by_the_shop = totals.category_discount_minor + totals.tier_discount_minor
    return by_hand + by_the_shop + (totals.voucher.minor if totals.voucher else 0)


@pytest.mark.parametrize(
    ("reward", "took_minor"), [(COUPON, 50_00), (replace(COUPON, value_minor=0, percent=Decimal(10)), 16_00)]
)
def test_what_a_voucher_took_off_a_bill_stands_beside_what_was_taken_off_by_hand(
    reward: Reward, took_minor: int
) -> None:
    with memory_shop(changed(rewards=(reward,))) as shop:
        card = shop.enrol()
        shop.credit(card, 100_00)
        bought = replace(cart(("General", 100), ("Medicines", 80)), discount=BillDiscount(amount_minor=20_00))
        letters, totals = sold_with(shop, card, reward, bought)

    assert totals.voucher == TakenOffFacts("₹50 off", f"•••• {letters}", took_minor)
    assert (totals.bill_discount_minor, totals.line_discount_minor) == (20_00, 0)


def test_a_piece_that_a_voucher_made_free_is_not_said_to_be_taken_off_by_hand() -> None:
    with memory_shop(changed(rewards=(SOAP,), categories={"Soaps": Category(Decimal(1))})) as shop:
        card = shop.enrol()
        shop.credit(card, 100_00)
        (soap,) = cart(("Soaps", 40)).lines
        bought = Cart((replace(soap, discount=BillDiscount(amount_minor=2_00)),), BillDiscount(amount_minor=1_00))
        letters, totals = sold_with(shop, card, SOAP, bought)

    assert totals.voucher == TakenOffFacts("A free soap", f"•••• {letters}", 35_00)
    assert (totals.bill_discount_minor, totals.line_discount_minor) == (1_00, 2_00)


def test_a_bill_of_which_nobody_wrote_down_what_its_voucher_took_off_prints_as_it_did() -> None:
    with memory_shop(changed(rewards=(COUPON,))) as shop:
        bill = shop.sell(shop.enrol(), ("General", 100)).bill
        move = VoucherMove("v1", MoveKind.SPENT, bill.bill_id, bill.occurred_at, STAFF)
        with shop.desk.store.writing() as uow:
            uow.vouchers.add_move(move)
            uow.vouchers.add_move(replace(move, minor=5_00))  # of a voucher that is not known here
        assert receipts.facts(shop.desk, receipts.claim(shop.desk, bill.bill_id), LETTERHEAD).totals.voucher is None
