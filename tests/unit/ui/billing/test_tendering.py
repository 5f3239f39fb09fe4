"""Tendering: what was typed as payment, turned into tenders that add up."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.bill import Tender, TenderKind, settle
from app.domain.money import Currency
from ui.billing.tendering import NOTES_SHOWN, Tendering, Way, amount_minor, notes_for

PAYABLES = st.integers(1, 10_000_00)


@pytest.mark.parametrize(
    ("text", "minor"),
    [("", 0), (" ", 0), ("500", 500_00), ("45.5", 45_50), ("45.05", 45_05), ("1,000", 1000_00), ("0", 0)],
)
def test_amounts_are_read_to_the_paisa(text, minor):
    assert amount_minor(text) == minor


@pytest.mark.parametrize("text", ["1e9", "-5", "٣", "4" * 40, "1.234", "abc", ".", "5.", "+5", "1 000"])
def test_what_is_no_amount_is_none(text):
    assert amount_minor(text) is None


@given(PAYABLES)
def test_suggested_notes_pay_more_than_the_bill_nearest_first(payable):
    notes = notes_for(payable)
    assert len(notes) <= NOTES_SHOWN
    assert list(notes) == sorted(set(notes))
    assert all(note > payable and note % 10_00 == 0 for note in notes)


def test_no_note_is_suggested_that_is_not_in_use():
    """The ₹2,000 note was withdrawn: what is round in it is nobody's handful."""
    assert notes_for(484_50) == (490_00, 500_00)
    assert notes_for(643_00) == (650_00, 700_00, 1000_00)


def test_nothing_typed_is_exact_cash():
    assert Tendering(643_00).tenders == (Tender(TenderKind.CASH, 643_00, 643_00),)


def test_more_cash_comes_back_as_change():
    tendering = Tendering(643_00, given="700")
    assert (tendering.change_minor, tendering.problem) == (57_00, "")
    assert tendering.tenders == (Tender(TenderKind.CASH, 643_00, 700_00),)


def test_too_little_cash_is_a_problem():
    assert Tendering(643_00, given="600").problem == "₹43.00 short. Take more cash, or press S to split."


def test_cash_typed_before_another_way_was_chosen_counts_for_nothing():
    tendering = Tendering(643_00, way=Way.UPI, given="9")
    assert tendering.tenders == (Tender(TenderKind.UPI, 643_00, 643_00),)


@pytest.mark.parametrize("way", [Way.CASH, Way.SPLIT])
def test_what_is_no_amount_is_a_problem(way):
    assert "not an amount" in Tendering(100_00, way, given="1e9", parts=("1e9", "", "", "")).problem


def test_a_split_says_what_is_left_and_what_is_too_much():
    split = Tendering(100_00, Way.SPLIT)
    assert split.problem == "₹100.00 left to pay."
    assert split.part(0, "120").problem == "₹20.00 too much."


def test_nothing_to_pay_needs_no_tender():
    assert Tendering(0).tenders == ()
    assert Tendering(0, Way.SPLIT).tenders == ()


@given(PAYABLES, st.integers(0, 10_000_00), st.integers(0, 2))
def test_the_rest_in_one_part_makes_a_split_that_the_domain_accepts(payable, first, place):
    other = (place + 1) % 3
    rupees, paise = divmod(min(first, payable), 100)
    typed = Tendering(payable, Way.SPLIT).part(other, f"{rupees}.{paise:02}")
    filled = typed.rest_in(place)
    assert filled.problem == ""
    assert settle(payable, filled.tenders) == filled.tenders


def test_the_rest_is_never_negative():
    assert replace(Tendering(100_00, Way.SPLIT), parts=("150", "", "")).rest_in(1).parts == ("150", "0.00", "")


@pytest.mark.parametrize(("code", "text", "minor"), [("JPY", "700", 700), ("JPY", "7.5", None), ("KWD", "0.125", 125)])
def test_amounts_are_read_with_the_decimals_of_the_currency(code, text, minor):
    assert amount_minor(text, Currency(code)) == minor


def test_a_payment_speaks_the_currency_of_the_shop():
    yen = Tendering(643, given="600", currency=Currency("JPY"))
    assert yen.problem.startswith("¥43 short")
    assert replace(yen, way=Way.SPLIT).rest_in(0).parts == ("643", "", "", "")
    assert notes_for(643, Currency("JPY")) == (650, 700, 1000)


def test_a_voucher_pays_the_bill_and_keeps_its_number():
    tendering = Tendering(643_00, way=Way.VOUCHER, number=" mv 12-ab ")
    assert tendering.tenders == (Tender(TenderKind.VOUCHER, 643_00, 643_00, "MV12-AB"),)


def test_what_a_voucher_does_not_pay_is_cash():
    tendering = Tendering(643_00, way=Way.VOUCHER, number="7", worth="500")
    assert tendering.tenders == (
        Tender(TenderKind.VOUCHER, 500_00, 500_00, "7"),
        Tender(TenderKind.CASH, 143_00, 143_00),
    )
    assert settle(643_00, tendering.tenders) == tendering.tenders


def test_no_change_is_given_on_a_voucher():
    tendering = Tendering(643_00, way=Way.VOUCHER, number="7", worth="700")
    assert (tendering.unused_minor, tendering.problem) == (57_00, "")
    assert tendering.tenders == (Tender(TenderKind.VOUCHER, 643_00, 643_00, "7"),)


@pytest.mark.parametrize(
    "tendering",
    [Tendering(100_00, way=Way.VOUCHER), Tendering(100_00, way=Way.SPLIT, parts=("60", "", "", "40"), number="  ")],
)
def test_a_voucher_without_a_number_is_a_problem(tendering):
    assert tendering.problem == "Scan the voucher, or type its number."


def test_a_voucher_in_a_split_has_its_number_and_nothing_else_has():
    tendering = Tendering(100_00, way=Way.SPLIT, parts=("60", "", "", "40"), number="7")
    assert [(one.kind, one.number) for one in tendering.tenders] == [(TenderKind.CASH, ""), (TenderKind.VOUCHER, "7")]
