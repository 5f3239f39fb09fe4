"""Vouchers, shift reports and slips: what they say, and what they leave out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.services.papers.slip_facts import ShiftFacts, SlipFacts, StatementFacts, VoucherFacts
from printing import shift, slips, voucher
from printing.composing import name_of
from printing.document import Barcode, Code, Columns, Document, Table, Text
from tests.unit.printing.papers import papers

SAMPLES = papers("en")


def sample(name: str) -> VoucherFacts | ShiftFacts | SlipFacts | StatementFacts:
    facts = SAMPLES[name]
    assert isinstance(facts, VoucherFacts | ShiftFacts | SlipFacts | StatementFacts)
    return facts


def said(document: Document) -> dict[str, str]:
    return {block.label: block.value for block in document.blocks if isinstance(block, Columns)}


def texts(document: Document) -> list[str]:
    return [block.words for block in document.blocks if isinstance(block, Text)]


def test_what_was_taken_is_what_was_sold_less_what_came_back_and_what_points_paid() -> None:
    facts = sample("shift")
    assert isinstance(facts, ShiftFacts)
    document = shift.compose(facts)
    (counts,) = (block for block in document.blocks if isinstance(block, Table))

    assert document.title == "Z report 42"
    assert said(document)["Taken"] == "₹1,20,000.00"
    assert counts.rows == (
        ("Cash", "72,500.00", "72,450.00", "−50.00"),
        ("UPI", "40,000.00", "", ""),
        ("Card", "7,500.00", "7,500.00", "0.00"),
    )
    assert said(document)["Bills waiting to be sent"] == "12"


def test_an_x_report_is_no_z_report_and_says_only_what_there_is() -> None:
    facts = sample("shift")
    assert isinstance(facts, ShiftFacts)
    document = shift.compose(
        replace(facts, number=0, closed_at=None, first_bill="", last_bill="", waiting_bills=0, note="")
    )

    assert document.title == "X report"
    assert not said(document).keys() & {"Closed", "First bill", "Last bill", "Bills waiting to be sent"}


def test_a_copy_of_a_voucher_says_so_and_a_bare_one_says_little() -> None:
    facts = sample("voucher")
    assert isinstance(facts, VoucherFacts)
    bare = replace(facts, terms="", value_minor=0, points_spent=0, valid_until=None, holder_name="", copy_number=2)
    document = voucher.compose(bare)

    assert said(document).keys() == {"Counter 1"}
    assert texts(document).count("REPRINT — copy 3") == 2
    assert said(voucher.compose(facts))["Valid until"] == "31-Jan-2027"


@pytest.mark.parametrize(
    ("code", "kinds"),
    [("V7K2M93QX4", {Barcode, Code}), ("V" * 17, {Code}), ("वाउचर", {Code}), ("V\x1b", set()), ("", set())],
)
def test_bars_stand_where_they_can_carry_the_code(code: str, kinds: set[type]) -> None:
    facts = sample("voucher")
    assert isinstance(facts, VoucherFacts)
    document = voucher.compose(replace(facts, code=code))
    assert {type(block) for block in document.blocks} & {Barcode, Code} == kinds


@pytest.mark.parametrize("is_roll", [True, False])
def test_a_statement_without_movements_says_so(is_roll: bool) -> None:
    facts = sample("statement")
    assert isinstance(facts, StatementFacts)
    document = slips.statement(replace(facts, movements=(), opening=0, is_whole=True), is_roll=is_roll)
    assert "No points have moved yet." in texts(document)
    assert "Brought forward" not in said(document)


def test_training_is_said_on_slips_too() -> None:
    facts = sample("slip")
    assert isinstance(facts, SlipFacts)
    assert texts(slips.balance_slip(replace(facts, training=True))).count("TRAINING — not a real bill") == 2


def test_files_are_named_after_what_they_are() -> None:
    names = {name: name_of(SAMPLES[name]) for name in ("return", "slip", "statement", "voucher", "shift")}
    assert names == {
        "return": "A1-26-27-000123-R1",
        "slip": "balance-20261121-120000",
        "statement": "statement-20261121-120000",
        "voucher": "voucher-20261121-120000",
        "shift": "shift-20261121-120000",
    }
