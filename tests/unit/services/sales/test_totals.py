"""Totals of another program: every form they may come in, and what is wrong with each that is refused."""

from __future__ import annotations

import json

import pytest

from app.domain.errors import DomainError
from app.domain.money import RUPEE
from app.services.sales.totals import TEXT_MAX, Total, Totals, read

MEDICINES, GENERAL = Total("Medicines", 512_50), Total("General", 1_20_000_00)
CATEGORIES = ("Medicines", "General")


def of(text):
    return read(text, categories=CATEGORIES, currency=RUPEE)


@pytest.mark.parametrize(
    "text",
    [
        "Medicines;512.50\nGeneral;120000\n",
        "\ufeffmedicines,512.5\r\n\r\n general , 1,20,000.00\r\n",
        "Medicines\t512.50\nGeneral\tRs. 120,000",
        '"Medicines","512.50"\n"General","₹1,20,000"',
        "Medicines = 512.50\nGeneral: 120000\nTotal: 120512.50",
        json.dumps(
            {
                "totals": [
                    {"category": "Medicines", "amount": "512.50"},
                    {"category": "General", "amount": 120000},
                ],
                "total": 120512.5,
            }
        ),
    ],
)
def test_totals_are_read_however_they_are_written(text):
    assert of(text) == Totals((MEDICINES, GENERAL))
    assert of(text).amount_minor == 1_20_512_50


@pytest.mark.parametrize("text", ["512.50", "₹ 512.50", "total;512.50", '{"total": "512.50"}', '{"total": 512.5}'])
def test_one_total_falls_into_the_first_category(text):
    assert of(text) == Totals((MEDICINES,))


def test_a_bill_may_have_a_number_and_a_key():
    both = Totals((MEDICINES,), "2026-a", "INV-7")
    assert of("key;2026-a\nBill No;INV-7\nMedicines;512.50") == both
    assert of('{"key": "2026-a", "number": "INV-7", "total": "512.50"}') == both


def test_a_category_may_be_called_as_a_field_is():
    assert read("Total;5", categories=("A", "Total"), currency=RUPEE) == Totals((Total("Total", 5_00),))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no total"),
        ("{}", "no total"),
        ("number;7", "no total"),
        ("x" * (TEXT_MAX + 1), "far too long"),
        ('{"total": ', "no whole JSON"),
        ("[" * 9, "is no amount"),
        ('{"totl": 5}', "called totl"),
        ('{"totals": 5}', "no list"),
        ('{"totals": [5]}', "a category and an amount"),
        ('{"totals": [{"category": "General"}]}', "a category and an amount"),
        ('{"totals": [{"category": 5, "amount": 5}]}', "no category called 5"),
        ('{"totals": [{"category": "General", "amount": true}]}', "True is no amount"),
        ('{"total": 5, "key": ["x"]}', "up to 60"),
        ('{"total": 5, "number": "\\u0007"}', "up to 60"),
        ("Toys;5", "no category called Toys"),
        ("General;0", "cannot be the total"),
        ("General;-5", "-5 is no amount"),
        ("General;5.005", "5.005 is no amount"),
        ("General;5.5.5", "is no amount"),
        ("General;many", "many is no amount"),
        ("General;5\nTotal;6", "do not add up"),
        ("General;5\n" * 101, "more than 100"),
    ],
)
def test_what_is_no_bill_is_refused_with_a_sentence(text, why):
    with pytest.raises(DomainError, match="Nothing was taken") as refused:
        of(text)
    assert why in refused.value.message


def test_a_shop_without_categories_takes_none():
    with pytest.raises(DomainError, match="no categories yet"):
        read("5", categories=(), currency=RUPEE)
