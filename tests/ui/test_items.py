"""Products at the counter: scanned, named, in batches, discounted, approved and paid, down to the stored bill."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

import pypdfium2
import pytest

from app.demo_shop import MEENA, RAVI
from app.domain.cart import BillDiscount
from app.domain.days import INDIA
from app.domain.item import Item
from app.services.catalogue import catalogue
from app.services.catalogue.catalogue_records import Batch, Product
from app.services.keeping import books
from app.services.members import members, profiles
from ui.billing.stage import Mode

CROCIN, SHAMPOO, OLD = "8901030875021", "8901030654831", "8901072002478"
TODAY = datetime.now(INDIA.zone).date()
SOON, LATER, PAST = (TODAY + timedelta(days=days) for days in (40, 400, -40))
PRODUCTS = (
    Product(
        CROCIN,
        "Crocin 650",
        "Medicines",
        100_00,
        "30049099",
        Decimal(12),
        (Batch("B-LATE", LATER, 110_00), Batch("B-SOON", SOON), Batch("B-PAST", PAST)),
    ),
    Product(SHAMPOO, "Shampoo 200 ml", "General", 240_00, "33051090", Decimal(18)),
    Product(OLD, "Old syrup", "Medicines", 50_00, batches=(Batch("GONE", PAST),)),
)


@pytest.fixture
def shop(counter):
    catalogue.take_in(counter.till.desk, PRODUCTS, with_batches=True, source="list.csv", staff="asha")
    return counter


def press(shop, *keys):
    for key in keys:
        shop.hand.press(key)


def enter(shop, text):
    shop.hand.type(text)
    shop.hand.press("Return")


def test_a_scanned_product_is_a_line_with_all_that_the_catalogue_knows(shop):
    shop.hand.scan(SHAMPOO)
    assert [row[1:5] for row in shop.rows] == [("Shampoo 200 ml", "1", "240.00", "240.00")]
    press(shop, "Ctrl+Return")
    (bill,) = shop.bills()
    assert [(line.label, line.category, line.item) for line in bill.lines] == [
        ("Shampoo 200 ml", "General", Item(SHAMPOO, "33051090", gst_percent=Decimal(18)))
    ]
    assert books.verify(shop.till.desk).faults == ()


def test_the_same_product_again_is_more_of_it(shop):
    shop.hand.scan(SHAMPOO)
    shop.hand.scan(SHAMPOO)
    shop.hand.type("3*")
    shop.hand.scan(SHAMPOO)
    assert [row[1:3] for row in shop.rows] == [("Shampoo 200 ml", "5")]
    press(shop, "Ctrl+Z")
    assert [row[2] for row in shop.rows] == ["2"]
    press(shop, "Ctrl+Y")
    assert [row[2] for row in shop.rows] == ["5"]


def test_of_several_batches_the_nearest_expiry_stands_first(shop):
    shop.hand.scan(CROCIN)
    batches = shop.page.batches.list
    assert [batches.item(n).text() for n in range(batches.count())] == ["B-SOON", "B-LATE", "B-PAST"]
    press(shop, "Return")
    assert [row[1] for row in shop.rows] == [f"Crocin 650 · B-SOON · {SOON:%m/%y}"]
    assert [row[3] for row in shop.rows] == ["100.00"]


def test_another_batch_is_another_line_at_its_own_price(shop):
    shop.hand.scan(CROCIN)
    press(shop, "Return")
    shop.hand.scan(CROCIN)
    press(shop, "Down", "Return")
    shop.hand.scan(CROCIN)
    press(shop, "Return")
    assert [row[2:4] for row in shop.rows] == [("2", "100.00"), ("1", "110.00")]


def test_an_expired_batch_cannot_be_chosen(shop):
    shop.hand.scan(CROCIN)
    press(shop, "Down", "Down", "Return")
    assert shop.rows == []
    assert "batch B-PAST, expired" in shop.said
    press(shop, "Esc")
    assert shop.page.counter.stage.mode is Mode.RING


def test_a_product_that_has_expired_is_not_sold(shop):
    shop.hand.scan(OLD)
    assert shop.rows == []
    assert "Old syrup, batch GONE, expired" in shop.said


def test_what_is_scanned_while_a_batch_is_chosen_comes_after_it(shop):
    shop.hand.scan(CROCIN)
    shop.hand.scan(SHAMPOO)
    assert shop.said == "Choose the batch of Crocin 650 first; what was scanned comes after it."
    press(shop, "Return")
    assert [row[1].partition(" ·")[0] for row in shop.rows] == ["Crocin 650", "Shampoo 200 ml"]


def test_an_unknown_product_is_said_and_an_amount_can_be_typed(shop):
    shop.hand.scan("8901234567894")
    assert shop.said.startswith("Not one of our cards or products: 8901234567894.")
    press(shop, "F2")
    enter(shop, "75")
    assert [row[4] for row in shop.rows] == ["75.00"]


def test_a_product_is_found_by_its_name_beside_the_members(shop):
    members.enrol(shop.till.desk, members.Enrolment("Shama Sheikh"), staff="asha")
    shop.hand.type("sha")
    assert shop.page.hint._words.text() == "choose from 2: Shama Sheikh, Shampoo 200 ml"
    press(shop, "Return", "Down", "Return")
    assert [row[1] for row in shop.rows] == ["Shampoo 200 ml"]
    enter(shop, "shampoo")
    assert [row[2] for row in shop.rows] == ["2"]
    enter(shop, SHAMPOO)
    assert [row[2] for row in shop.rows] == ["3"]


def test_looking_for_a_customer_finds_no_products(shop):
    press(shop, "F3")
    enter(shop, "shampoo")
    assert shop.rows == []
    assert "No member's name starts with" in shop.said


def test_a_held_bill_comes_back_with_its_batches_and_discounts(shop):
    shop.hand.scan(CROCIN)
    press(shop, "Return")
    enter(shop, "5%1")
    enter(shop, "2%")
    before, due = shop.rows, shop.to_pay
    press(shop, "F4", "F5", "Return")
    assert (shop.rows, shop.to_pay) == (before, due)
    press(shop, "Ctrl+Return")
    (bill,) = shop.bills()
    assert bill.lines[0].item == Item(CROCIN, "30049099", "B-SOON", SOON, Decimal(12))


def test_discounts_of_the_bill_and_of_a_line_are_undone_like_any_step(shop):
    enter(shop, "100/2")
    enter(shop, "200/2")
    enter(shop, "5%2")
    assert (shop.to_pay, shop.rows[1][1]) == ("₹290.00", "General · −5 %")
    enter(shop, "10-")
    assert shop.to_pay == "₹280.00"
    press(shop, "Ctrl+Z")
    assert shop.to_pay == "₹290.00"
    enter(shop, "0%2")
    assert shop.to_pay == "₹300.00"
    enter(shop, "1%9")
    assert shop.said == "There is no line 9 on this bill. Nothing was changed."


def approvals(by, asked):
    """A manager who always says yes, and what they were asked."""

    def change(context):
        def ask(what):
            asked.append(what.what)
            what.granted(by) if by else what.declined()

        context.session.asks = ask
        desk = replace(context.desk, discount_limit_percent=10)
        return replace(context, desk=desk)

    return change


def test_a_discount_above_the_limit_stands_when_a_manager_approves_it(open_window):
    asked: list[str] = []
    with open_window() as shop:
        approvals("meera", asked)(shop.context)
        enter(shop, "100/2")
        enter(shop, "30%")
        assert asked == ["Take ₹30.00 off this bill"]
        assert shop.to_pay == "₹70.00"
        press(shop, "Ctrl+Return")
        (bill,) = shop.bills()
        assert sum(line.bill_discount_minor for line in bill.lines) == 30_00
        with shop.till.desk.store.reading() as uow:
            sealed = [event.body for event in uow.journal.events() if event.kind == "bill"]
        assert b'"approved_by":"meera"' in sealed[0]
        assert len(asked) == 1


def test_a_discount_that_is_not_approved_is_not_given(open_window):
    asked: list[str] = []
    with open_window() as shop:
        approvals("", asked)(shop.context)
        enter(shop, "100/2")
        enter(shop, "30%")
        assert (shop.to_pay, shop.said) == ("₹100.00", "The discount was not approved. The bill is as it was.")


def test_taking_a_line_off_may_make_a_discount_one_to_be_approved(open_window):
    asked: list[str] = []
    with open_window() as shop:
        approvals("meera", asked)(shop.context)
        enter(shop, "900/2")
        enter(shop, "100/2")
        enter(shop, "90-")
        assert asked == []
        press(shop, "Up", "Del")
        press(shop, "Ctrl+Return")
        assert len(shop.bills()) == len(asked)


def test_upi_shows_a_code_with_the_exact_amount(open_window):
    with open_window(lambda context: replace(context, upi_address="shree@okbank")) as shop:
        enter(shop, "45.50/2")
        press(shop, "F9", "U")
        assert shop.page.pay.upi.link == "upi://pay?pa=shree@okbank&pn=Shree%20Medical&am=45.50&cu=INR"
        assert shop.page.pay.upi.isVisible()
        press(shop, "C")
        assert not shop.page.pay.upi.isVisible()
        press(shop, "U", "Return")
        assert [tender.kind for tender in shop.bills()[0].tenders] == ["UPI"]


def test_a_companion_takes_no_products(open_window):
    with open_window(lambda context: replace(context, is_companion=True)) as shop:
        shop.hand.scan(SHAMPOO)
        assert shop.said.startswith("This counter takes totals of categories, not products.")
        enter(shop, "500/2")
        assert shop.to_pay == "₹500.00"


def test_a_bill_sold_without_a_card_gets_it_afterwards_once(shop):
    enter(shop, "500/2")
    press(shop, "Ctrl+Return")
    (sold,) = shop.bills()
    before = points_of(shop, RAVI)
    enter(shop, f"#{sold.number}")
    assert "sold without a card: scan the card now" in shop.said
    shop.hand.scan(RAVI)
    assert shop.said.startswith("22.5 points of bill")
    assert points_of(shop, RAVI) - before == 22_50
    enter(shop, f"#{sold.number}")
    assert "sold without a card" not in shop.said
    shop.hand.scan(MEENA)
    assert points_of(shop, RAVI) - before == 22_50
    assert books.verify(shop.till.desk).faults == ()


def test_esc_leaves_a_bill_without_its_card(shop):
    enter(shop, "500/2")
    press(shop, "Ctrl+Return")
    (sold,) = shop.bills()
    enter(shop, f"#{sold.number}")
    press(shop, "Esc")
    shop.hand.scan(RAVI)
    assert shop.page.counter.sale.bill.member_id is not None


def points_of(shop, card):
    member_id = members.find_card(shop.till.desk, card)[0].member.member_id
    return profiles.profile(shop.till.desk, member_id).available


def test_the_receipt_states_batch_expiry_hsn_and_tax(shop):
    shop.hand.scan(CROCIN)
    press(shop, "Return", "Ctrl+Return")
    (receipt,) = shop.till.spooler.printers.opener.folder.glob("*.pdf")
    with pypdfium2.PdfDocument(receipt) as pdf:
        words = pdf[0].get_textpage().get_text_bounded()
    assert f"HSN 30049099 · Batch B-SOON · Exp {SOON:%m/%Y} · GST 12%" in words


def test_a_void_bill_is_noted_with_its_products(shop):
    shop.hand.scan(SHAMPOO)
    enter(shop, "5%1")
    press(shop, "Shift+Esc")
    with shop.till.desk.store.reading() as uow:
        (void,) = (event.body for event in uow.journal.events() if event.kind == "void")
    assert SHAMPOO.encode() in void
    press(shop, "Ctrl+Z")
    assert shop.page.counter.sale.bill.lines[0].discount == BillDiscount(Decimal(5))
