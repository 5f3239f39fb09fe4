"""Papers of refunds: what came back, from a line of a bill to all of it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest

from app.domain.cart import Cart, CartLine
from app.domain.errors import Code
from app.domain.program import Category, RedeemAs, Redemption
from app.services.members import card_status
from app.services.papers import prints, returned
from app.services.papers.receipt_facts import ReceiptFacts, ReceiptKind, ShopFacts, TenderFacts
from app.services.papers.receipts import Letterhead
from app.services.sales import checkout
from app.services.sales.checkout import SaleRequest
from tests.chains import joined
from tests.desks import STAFF, Shop, changed, memory_shop

LETTERHEAD = Letterhead(ShopFacts("Sanjeevani Medical"), "A1", ("Get well soon",), "https://why.example/")


def stated(shop: Shop, refund_id: str) -> ReceiptFacts:
    return returned.facts(shop.desk, returned.claim(shop.desk, refund_id), LETTERHEAD)


def given_back(shop: Shop, bill_id: str, what: int | Mapping[str, int]) -> ReceiptFacts:
    return stated(shop, shop.give_back(bill_id, what).refund_id)


def adds_up(facts: ReceiptFacts) -> bool:
    """The figures of the paper agree with each other."""
    totals = facts.totals
    assert all(line.gross_minor - line.discount_minor == line.net_minor for line in facts.lines)
    assert totals.subtotal_minor == sum(line.gross_minor for line in facts.lines)
    assert totals.subtotal_minor - totals.bill_discount_minor + totals.round_off_minor == totals.net_minor
    assert totals.net_minor - totals.points_value_minor == totals.payable_minor
    return totals.payable_minor == sum(tender.amount_minor for tender in facts.tenders)


def test_a_returned_line_is_told_as_it_was_sold_with_the_points_that_moved() -> None:
    medicines = Category(Decimal(1), discount_percent=Decimal(10))
    with memory_shop(changed(categories={"Medicines": medicines, "General": Category(Decimal(3))})) as shop:
        card = shop.enrol()
        shop.credit(card, 400_00)
        bill = shop.sell(card, ("Medicines", 100), ("General", 110), redeem=400_00).bill
        facts = given_back(shop, bill.bill_id, {"1": 90})

    (line,) = facts.lines
    assert (facts.kind, facts.bill_number, facts.original_bill_number) == (
        ReceiptKind.RETURN,
        f"{bill.number}-R1",
        bill.number,
    )
    assert (line.name, line.gross_minor, line.discount_minor, line.net_minor) == ("Medicines", 100_00, 10_00, 90_00)
    assert (facts.totals.points_redeemed, facts.totals.points_value_minor) == (180_00, 18_00)
    assert facts.tenders == (TenderFacts("Cash", 72_00),)
    assert adds_up(facts)
    assert (facts.why_url, facts.copy_number, facts.footer_lines) == ("", 0, ("Get well soon",))
    assert (facts.shop.name, facts.counter, facts.cashier) == ("Sanjeevani Medical", "A1", STAFF)
    member = facts.member
    assert member is not None
    assert (member.name, member.tier, member.card_masked) == ("Meena Iyer", "Bronze", f"•••• {card[-4:]}")
    assert (member.points_earned, member.points_redeemed) == (72, 180_00)
    assert member.balance == 180_00 + 264  # given back, and what the other line earned
    assert member.balance_value_minor == 18_26


def test_a_part_of_a_line_is_one_piece_and_a_part_of_a_bill_has_no_name(shop: Shop) -> None:
    labelled = CartLine("1", "Medicines", Decimal(4), 25_00, label="Crocin")
    request = SaleRequest(Cart((labelled, CartLine("2", "General", Decimal(1), 50_00))))
    bill_id = checkout.commit_sale(shop.desk, request, key="k", staff=STAFF).bill.bill_id
    piece = given_back(shop, bill_id, {"1": 30, "2": 10})
    part = given_back(shop, bill_id, 20)

    assert [(line.name, line.quantity, line.unit_price_minor) for line in piece.lines] == [
        ("Crocin", 1, 30_00),
        ("General", 1, 10_00),
    ]
    assert [(line.name, line.net_minor, line.points_earned) for line in part.lines] == [("", 20_00, 0)]
    assert (piece.bill_number[-3:], part.bill_number[-3:]) == ("-R1", "-R2")
    assert adds_up(piece)
    assert adds_up(part)
    assert piece.member is None


def test_a_cancelled_bill_comes_back_line_by_line_with_its_round_off() -> None:
    with memory_shop(changed(bill_rounding_minor=100)) as shop:
        cart = Cart((CartLine("1", "General", Decimal(1), 10_30), CartLine("2", "General", Decimal(1), 20_20)))
        bill_id = checkout.commit_sale(shop.desk, SaleRequest(cart), key="k", staff=STAFF).bill.bill_id
        facts = stated(shop, shop.cancel(bill_id).refund_id)

    assert facts.kind is ReceiptKind.CANCELLATION
    assert [line.net_minor for line in facts.lines] == [10_30, 20_20]
    assert (facts.totals.round_off_minor, facts.totals.payable_minor) == (50, 31_00)
    assert adds_up(facts)


def test_the_rest_of_a_bill_that_partly_came_back_has_no_name(shop: Shop) -> None:
    bill_id = shop.sell(None, ("General", 100), ("Medicines", 50)).bill.bill_id
    shop.give_back(bill_id, {"1": 100})
    facts = stated(shop, shop.cancel(bill_id).refund_id)

    assert [(line.name, line.net_minor) for line in facts.lines] == [("", 50_00)]
    assert adds_up(facts)


def test_what_points_had_paid_alone_gives_no_cash_back() -> None:
    with memory_shop(changed(redemption=Redemption(min_points=0, max_percent=Decimal(100)))) as shop:
        card = shop.enrol()
        shop.credit(card, 1_000_00)
        bill_id = shop.sell(card, ("General", 100), redeem=1_000_00).bill.bill_id
        facts = stated(shop, shop.cancel(bill_id).refund_id)

    assert (facts.tenders, facts.totals.payable_minor, facts.totals.points_value_minor) == ((), 0, 100_00)


@pytest.mark.parametrize(("redeem_as", "off"), [(RedeemAs.TENDER, [0, 0]), (RedeemAs.DISCOUNT, [6_67, 3_33])])
def test_points_that_were_a_discount_come_off_the_lines(redeem_as: RedeemAs, off: list[int]) -> None:
    with memory_shop(changed(redemption=Redemption(min_points=0, redeem_as=redeem_as))) as shop:
        card = shop.enrol()
        shop.credit(card, 100_00)
        bill_id = shop.sell(card, ("General", 100), ("Medicines", 50), redeem=100_00).bill.bill_id
        facts = stated(shop, shop.cancel(bill_id).refund_id)

    assert [line.points_minor for line in facts.lines] == off
    assert facts.totals.points_are_discount is (redeem_as is RedeemAs.DISCOUNT)


def test_a_replaced_card_and_a_silent_server_are_told(shop: Shop) -> None:
    card, heard_at = shop.enrol(), shop.clock.today
    joined(shop.desk, told_at=heard_at)
    bill_id = shop.sell(card, ("General", 100)).bill.bill_id
    shop.wait(minutes=10)
    refund_id = shop.give_back(bill_id, 10).refund_id
    card_status.replace_card(shop.desk, card, staff=STAFF)
    member = stated(shop, refund_id).member

    assert member is not None
    assert (member.unconfirmed_since, member.card_masked) == (heard_at, f"•••• {card[-4:]}")


def test_copies_are_counted_and_what_is_no_return_has_no_paper(shop: Shop) -> None:
    refund_id = shop.give_back(shop.sell(None, ("General", 100)).bill.bill_id, 10).refund_id
    job = returned.claim(shop.desk, refund_id)
    prints.printed(shop.desk, job)

    assert stated(shop, refund_id).copy_number == 1
    with shop.refuses(Code.UNKNOWN_BILL, saying="That return"):
        returned.claim(shop.desk, "no")
    with shop.refuses(Code.UNKNOWN_BILL):
        returned.facts(shop.desk, type(job)("j", job.document, "no", 0, job.created_at), LETTERHEAD)


def test_a_return_is_found_by_its_number_and_the_last_of_a_bill_by_the_bills(shop: Shop) -> None:
    bill = shop.sell(None, ("General", 100)).bill
    first, last = (shop.give_back(bill.bill_id, 10).refund_id for _ in range(2))
    found = {f"{bill.number}{end}": returned.find(shop.desk, f"{bill.number}{end}") for end in ("", "-R1", "-R2")}

    assert [one.refund_id for one in found.values()] == [last, first, last]
    for number in (f"{bill.number}-R0", f"{bill.number}-R3", f"{bill.number}-R01", f"{bill.number}-R²", "A1-R1"):
        with shop.refuses(Code.UNKNOWN_BILL, saying=number.partition("-R")[0]):
            returned.find(shop.desk, number)
    unreturned = shop.sell(None, ("General", 1)).bill.number
    with shop.refuses(Code.UNKNOWN_BILL, saying=f"Return {unreturned} is not in our list"):
        returned.find(shop.desk, unreturned)
    with shop.refuses(Code.UNKNOWN_BILL):
        returned.find(shop.desk, f"{bill.number}-R{'1' * 5000}")
