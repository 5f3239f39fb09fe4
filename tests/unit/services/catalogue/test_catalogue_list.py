"""A list of products, row by row: what is taken, and what is said of the rest."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.codes import card_number
from app.domain.money import RUPEE
from app.services.catalogue.catalogue_list import ROWS_MAX, read
from app.services.catalogue.catalogue_records import Batch, Product
from app.services.lists import ListUnreadable

HEADER = ("EAN", "Product Name", "Category", "HSN", "GST %", "MRP", "Batch No", "Expiry", "Batch MRP")
GOOD = ("8901030875021", "Crocin 650", "medicines", "3004", "12", "33.60", "B1", "06/2027", "")
CODE, NAME, CATEGORY, HSN, GST, MRP, BATCH, EXPIRY, BATCH_MRP = range(9)


def row(**changes):
    cells = list(GOOD)
    for name, value in changes.items():
        cells[globals()[name]] = value
    return tuple(cells)


def listed(*rows, header=HEADER):
    return read([header, *rows], categories=("Medicines", "General"), currency=RUPEE)


def test_a_row_is_a_product_with_its_batch():
    found = listed(GOOD, row(BATCH="B2", EXPIRY="", BATCH_MRP="35"))
    batches = (Batch("B1", date(2027, 6, 30)), Batch("B2", None, 35_00))
    assert found.products == (Product("8901030875021", "Crocin 650", "Medicines", 33_60, "3004", Decimal(12), batches),)
    assert (found.rows_fine, found.problems, found.with_batches, found.verdict) == (2, (), True, "2 rows fine.")


def test_the_least_a_list_may_have():
    found = listed(("X1", "Soap", "GENERAL", "₹1,240.50"), ("", "", "", ""), header=("Code", "Item", "Group", "Price"))
    assert found.products == (Product("X1", "Soap", "General", 1240_50),)
    assert (found.verdict, found.with_batches) == ("1 row fine.", False)


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"CODE": ""}, "no code"),
        ({"CODE": "8901030875022"}, "wrong code"),
        ({"CODE": "8.90103E+12"}, "wrong code"),
        ({"CODE": "X" * 41}, "wrong code"),
        ({"CODE": "क1"}, "wrong code"),
        ({"CODE": "=1+1"}, "wrong code"),
        ({"CODE": "A1/26-27/000123"}, "wrong code"),
        ({"NAME": " "}, "no name"),
        ({"NAME": "=HYPERLINK(1)"}, "wrong name"),
        ({"NAME": "a\x1bb"}, "wrong name"),
        ({"NAME": "n" * 121}, "name too long"),
        ({"CATEGORY": "Toys"}, "unknown category"),
        ({"HSN": "30A4"}, "wrong HSN"),
        ({"GST": "twelve"}, "wrong GST rate"),
        ({"GST": "101"}, "wrong GST rate"),
        ({"MRP": "0"}, "wrong price"),
        ({"MRP": "1.005"}, "wrong price"),
        ({"MRP": "-5"}, "wrong price"),
        ({"MRP": ""}, "wrong price"),
        ({"BATCH": "b" * 31}, "batch too long"),
        ({"BATCH": "@b"}, "wrong batch"),
        ({"EXPIRY": "soon"}, "wrong expiry"),
        ({"EXPIRY": "13/2027"}, "wrong expiry"),
        ({"EXPIRY": "2027-02-30"}, "wrong expiry"),
        ({"BATCH_MRP": "x"}, "wrong price"),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_is_taken(changes, what):
    found = listed(row(**changes), row(CODE="X9"))
    assert [(one.row_number, one.what) for one in found.problems] == [(2, what)]
    assert found.problems[0].cells == row(**changes)
    assert [one.code for one in found.products] == ["X9"]
    assert found.verdict == f"1 row fine, 1 has problems ({what} 1)."


def test_a_twelve_digit_code_with_a_cards_check_is_refused():
    assert [one.what for one in listed(row(CODE=card_number("7000123456"))).problems] == ["wrong code"]


@pytest.mark.parametrize(
    "again", [GOOD, row(NAME="Crocin 500", BATCH="B2"), row(BATCH="", EXPIRY=""), row(BATCH="B1", EXPIRY="07/2027")]
)
def test_a_product_twice_is_a_duplicate(again):
    found = listed(GOOD, again)
    assert [one.what for one in found.problems] == ["duplicate"]
    assert len(found.products[0].batches) == 1


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("06/2027", date(2027, 6, 30)),
        ("6-27", date(2027, 6, 30)),
        ("2028-02", date(2028, 2, 29)),
        ("Dec-26", date(2026, 12, 31)),
        ("JUNE 2027", date(2027, 6, 30)),
        ("15/06/2027", date(2027, 6, 15)),
        ("2027-06-15 00:00:00", date(2027, 6, 15)),
    ],
)
def test_days_as_shops_write_them(written, day):
    (product,) = listed(row(EXPIRY=written)).products
    assert product.batches[0].expires_on == day


@pytest.mark.parametrize(("written", "percent"), [("", None), ("12%", 12), ("2.50 %", Decimal("2.5")), ("5", 5)])
def test_rates(written, percent):
    assert listed(row(GST=written)).products[0].gst_percent == percent


def test_codes_that_spreadsheets_were_told_to_keep():
    assert [one.code for one in listed(row(CODE='="8901030875021"'), row(CODE="X 1")).products] == [
        "8901030875021",
        "X 1",
    ]


@pytest.mark.parametrize("header", [(), ("Code", "Name", "Category"), ("name", "mrp")])
def test_a_file_without_the_columns_is_no_list(header):
    with pytest.raises(ListUnreadable, match="has no column called"):
        listed(header=header)


def test_a_list_has_an_end(monkeypatch):
    monkeypatch.setattr("app.services.catalogue.catalogue_list.ROWS_MAX", 1)
    assert ROWS_MAX > 1
    with pytest.raises(ListUnreadable, match="more than 1 rows"):
        listed(GOOD, row(CODE="X2"))


@given(st.lists(st.tuples(*[st.text(max_size=12)] * 9), max_size=8))
def test_every_row_is_either_taken_or_named(rows):
    found = listed(*rows)
    said = [one for one in rows if any(cell.strip() for cell in one)]
    assert found.rows_fine + len(found.problems) == len(said)
