"""The catalogue: found by code and by name, and what of it cannot be sold."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from app.domain.cart import BillDiscount, Cart, CartLine
from app.domain.errors import Code
from app.domain.item import Item
from app.services.catalogue import catalogue
from app.services.catalogue.catalogue_records import Batch, Product
from app.services.keeping import books
from app.services.sales.checkout import SaleRequest, commit_sale
from tests.desks import STAFF, memory_shop

SOAP = Product("036000291452", "Soap", "General", 40_00)


@pytest.fixture
def shop():
    with memory_shop() as shop:
        yield shop


def take(shop, *products, with_batches=True):
    catalogue.take_in(shop.desk, products, with_batches=with_batches, source="list.csv", staff=STAFF)


def sell(desk, *lines, discount=None, key="1"):
    return commit_sale(desk, SaleRequest(Cart(lines, discount)), key=key, staff=STAFF).bill


def line(number, item=None, **more):
    return CartLine(str(number), "General", Decimal(1), 100_00, "Soap", item=item, **more)


def test_twelve_digits_and_thirteen_with_a_zero_are_one_code(shop):
    take(shop, SOAP)
    assert catalogue.find(shop.desk, "036000291452") == catalogue.find(shop.desk, "0036000291452") == SOAP
    assert catalogue.find(shop.desk, "8901030875021") is None
    take(shop, Product("0036000291452", "Soap", "General", 40_00), Product("OWN 1", "Tea", "General", 5_00))
    assert catalogue.find(shop.desk, "036000291452") is not None
    assert catalogue.find(shop.desk, "OWN 1") == Product("OWN 1", "Tea", "General", 5_00)


def test_names_are_found_by_their_beginning(shop):
    take(shop, SOAP, Product("2", "soap dish", "General", 9_00), Product("3", "Tea", "General", 5_00))
    assert [one.name for one in catalogue.by_name(shop.desk, "SOAP")] == ["Soap", "soap dish"]
    assert catalogue.count(shop.desk) == 3


def test_a_list_without_batches_leaves_those_there_are(shop):
    batch = Batch("B1", shop.clock.today.date())
    take(shop, Product("2", "Syrup", "General", 9_00, batches=(batch,)))
    take(shop, Product("2", "Syrup", "General", 10_00), with_batches=False)
    assert catalogue.find(shop.desk, "2") == Product("2", "Syrup", "General", 10_00, batches=(batch,))
    take(shop, Product("2", "Syrup", "General", 10_00))
    assert catalogue.find(shop.desk, "2").batches == ()
    shop.sound()


def test_what_a_list_would_do_is_said_before_it_is_done(shop):
    soon, late = Batch("B1", shop.clock.today.date()), Batch("B2", None, 9_50)
    syrup = Product("2", "Syrup", "General", 9_00, batches=(soon, late))
    take(shop, syrup, SOAP, Product("4", "Gone on", "General", 1_00))
    turned, dearer, new = (
        replace(syrup, batches=(late, soon)),
        replace(SOAP, mrp_minor=41_00),
        Product("3", "Tea", "General", 5_00),
    )
    would = catalogue.outlook(shop.desk, (turned, dearer, new), with_batches=True)
    assert would == catalogue.Outlook((new,), ((SOAP, dearer),), 1)
    assert catalogue.find(shop.desk, SOAP.code) == SOAP

    fewer = replace(syrup, batches=(soon,))
    assert catalogue.outlook(shop.desk, (fewer,), with_batches=True).changed == ((syrup, fewer),)
    bare = replace(syrup, mrp_minor=8_00, batches=())
    kept = replace(syrup, mrp_minor=8_00)
    assert catalogue.outlook(shop.desk, (bare,), with_batches=False).changed == ((syrup, kept),)


def test_a_batch_has_a_price_of_its_own_or_the_products() -> None:
    product = Product("2", "Syrup", "General", 9_00, "3004", Decimal(5))
    dear, plain = Batch("B1", None, 10_00), Batch("B2", None)
    assert [product.price_minor(one) for one in (None, dear, plain)] == [9_00, 10_00, 9_00]
    assert product.item(None) == Item("2", "3004", gst_percent=Decimal(5))
    assert product.item(dear) == Item("2", "3004", "B1", None, Decimal(5))


@pytest.mark.parametrize(("batch", "said"), [("B1", "Soap, batch B1, has expired"), ("", "Soap has expired")])
def test_what_has_expired_is_not_sold(shop, batch, said):
    today = shop.desk.calendar.day_of(shop.clock.today)
    sell(shop.desk, line(1, Item("2", batch=batch, expires_on=today)))
    gone = line(1, Item("2", batch=batch, expires_on=today - timedelta(days=1)))
    with shop.refuses(Code.EXPIRED, saying=said):
        sell(shop.desk, gone, key="2")
    sell(shop.desk, line(1), CartLine("2", "General", Decimal(1), 5, item=gone.item, voided=True), key="3")


def test_a_line_keeps_what_the_catalogue_knew_and_the_books_hold(shop):
    item = Item("2", "3004", "B1", shop.clock.today.date() + timedelta(days=9), Decimal("12.5"))
    bill = sell(shop.desk, line(1, item), line(2), line(3, discount=BillDiscount(amount_minor=5_00)))
    with shop.store.reading() as uow:
        stored = uow.bills.get(bill.bill_id)
        assert stored == bill
        assert list(uow.bills.all()) == [bill]
    assert [one.item for one in stored.lines] == [item, None, None]
    assert [one.line_discount_minor for one in stored.lines] == [0, 0, 5_00]
    assert books.verify(shop.desk).faults == ()


def test_more_than_the_limit_needs_an_approval(shop):
    desk = replace(shop.desk, discount_limit_percent=10)
    ten = BillDiscount(Decimal(10))
    sell(desk, line(1), discount=ten)
    for lines, discount in [((line(1),), BillDiscount(Decimal("10.01"))), ((line(1, discount=ten),), ten)]:
        with shop.refuses(Code.NEEDS_APPROVAL, saying="More than 10 % is taken off"):
            sell(desk, *lines, discount=discount, key="2")
    assert sell(desk.approved("meera"), line(1), discount=BillDiscount(Decimal(50)), key="3").net_minor == 50_00


def test_a_detail_that_was_changed_is_found(shop):
    bill = sell(shop.desk, line(1, Item("2", batch="B1")))
    with shop.store.transactions.writer.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER line_details_no_update")
        connection.exec_driver_sql("UPDATE line_details SET batch = 'B2'")
    assert books.verify(shop.desk).faults == (f"bill {bill.number} is not what was sealed",)
