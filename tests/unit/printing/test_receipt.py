"""The words of a receipt: what it says, and when it says it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.services.papers.receipt_facts import LineFacts, ReceiptFacts, ReceiptKind, RisenFacts, ShopFacts
from printing.document import Align, Code, Columns, Document, Picture, Size, Table, Text
from printing.receipt import compose
from tests.unit.printing.samples import FULL, RAVI, receipt


def values(document: Document) -> dict[str, str]:
    return {block.label: block.value for block in document.blocks if isinstance(block, Columns)}


def texts(document: Document) -> list[str]:
    return [block.words for block in document.blocks if isinstance(block, Text)]


def test_an_original_carries_no_banner() -> None:
    assert not [words for words in texts(compose(FULL)) if "REPRINT" in words or "TRAINING" in words]


@pytest.mark.parametrize(("copy_number", "words"), [(1, "REPRINT — copy 2"), (9, "REPRINT — copy 10")])
def test_a_reprint_says_so_first_and_last(copy_number: int, words: str) -> None:
    banner = Text(words, Align.CENTRE, Size.LARGE, bold=True)
    blocks = compose(receipt(copy_number=copy_number)).blocks
    assert (blocks[0], blocks[-1]) == (banner, banner)
    assert blocks.count(banner) == 2


def test_training_says_so_at_both_ends_of_a_reprint_too() -> None:
    blocks = compose(receipt(training=True, copy_number=1)).blocks
    said = [block.words for block in (*blocks[:2], *blocks[-2:]) if isinstance(block, Text)]
    assert said == ["TRAINING — not a real bill", "REPRINT — copy 2"] * 2


def test_what_the_shop_has_not_filled_in_is_not_printed() -> None:
    said = texts(compose(receipt(shop=ShopFacts("Arogya Medicals"), footer_lines=())))
    assert said == ["Arogya Medicals", "Receipt", "A1/26-27/000123"]


def test_points_earned_redeemed_and_left_are_stated() -> None:
    said = values(compose(FULL))
    assert said["रवि शर्मा"] == "Gold"
    assert said["Card"] == "•••• •••• 5678"
    assert said["Points earned"] == "31.8"
    assert said["Points redeemed"] == "2,340"
    assert said["Points balance"] == "1,204.5"
    assert said["Balance worth"] == "₹120.45"
    assert said["Points pending"] == "20"
    assert said["Points to use by 31-Dec-2026"] == "120"


def test_pending_and_expiring_points_and_the_card_are_stated_only_when_there_are_any() -> None:
    member = replace(RAVI, points_pending=0, expiring=None, card_masked="")
    said = values(compose(receipt(member=member)))
    assert not said.keys() & {"Points pending", "Points to use by 31-Dec-2026", "Card"}


def test_a_tier_that_the_bill_led_to_is_stated_with_its_last_day_and_its_points() -> None:
    until = RisenFacts("Gold", date(2026, 12, 31), 5000)
    said = values(compose(receipt(member=replace(RAVI, risen=until))))
    assert (said["Tier from now on"], said["Until"], said["Points for it"]) == ("Gold", "31-Dec-2026", "50")
    said = values(compose(receipt(member=replace(RAVI, risen=RisenFacts("Gold", None, 0)))))
    assert said["Tier from now on"] == "Gold"
    assert not said.keys() & {"Until", "Points for it"}


def test_without_a_member_there_is_no_word_of_points() -> None:
    lines = tuple(replace(line, points_earned=0) for line in FULL.lines)
    totals = replace(FULL.totals, points_redeemed=0, points_value_minor=0)
    document = compose(receipt(member=None, lines=lines, totals=totals))
    said = [*texts(document), *values(document).keys(), *values(document).values()]
    assert not [words for words in said if "oint" in words or "pts" in words]


def test_steps_that_are_nothing_are_left_out() -> None:
    totals = replace(
        FULL.totals, category_discount_minor=0, tier_discount_minor=0, bill_discount_minor=0, round_off_minor=0
    )
    said = values(compose(receipt(totals=totals, change_minor=0)))
    steps = {"Category discount", "Member discount", "Bill discount", "Round-off", "Change"}
    assert not said.keys() & steps
    assert steps <= values(compose(FULL)).keys()


@pytest.mark.parametrize(
    ("are_discount", "order", "net"),
    [
        (False, ["Net total", "Points redeemed (2,340)", "To pay"], "₹12,34,929.00"),
        (True, ["Points redeemed (2,340)", "Net total", "To pay"], "₹12,34,695.00"),
    ],
)
def test_points_are_a_payment_after_the_net_or_a_discount_before_it(
    are_discount: bool, order: list[str], net: str
) -> None:
    totals = replace(FULL.totals, points_are_discount=are_discount)
    stated = values(compose(receipt(totals=totals)))
    assert [label for label in stated if label in order] == [*order[:2], "To pay"]
    assert stated["Net total"] == net


def test_a_line_shows_how_its_amount_came_about() -> None:
    said = values(compose(FULL))
    assert said["दवाइयाँ"] == "₹12,34,567.50"
    assert said["1 × ₹12,34,567.50 − ₹25.00 = ₹12,34,542.50"] == "4.75 pts"
    assert said["1 × ₹240.00"] == "7.2 pts"
    assert said["2.5 × ₹72.00 − ₹18.00 = ₹162.00"] == "9 pts"


@pytest.mark.parametrize(
    ("kind", "title"), [(ReceiptKind.RETURN, "Return"), (ReceiptKind.CANCELLATION, "Bill cancelled")]
)
def test_going_back_on_a_sale_is_worded_the_other_way_round(kind: ReceiptKind, title: str) -> None:
    document = compose(receipt(kind=kind, original_bill_number="A1/26-27/000100"))
    said = values(document)
    assert title in texts(document)
    assert document.title == f"{title} A1/26-27/000123"
    assert said["Original bill"] == "A1/26-27/000100"
    assert said["Refund"] == "₹12,34,695.00"
    assert said["Points taken back"] == "31.8"
    assert said["Points given back"] == "2,340"
    assert not said.keys() & {"To pay", "Points earned", "Points redeemed"}


def test_the_time_is_the_shops_and_its_month_is_not_the_machines() -> None:
    assert values(compose(FULL))["21-Nov-2026"] == "16:52"


def test_another_currency_is_written_with_its_own_symbol_and_decimals() -> None:
    said = values(compose(receipt(currency_symbol="KD ", currency_digits=3)))
    assert said["Net total"] == "KD 1,23,492.900"


@pytest.mark.parametrize("number", ["", "A" * 65, "A1\n26"])
def test_a_number_that_no_code_can_carry_is_printed_without_one(number: str) -> None:
    assert not [block for block in compose(receipt(bill_number=number)).blocks if isinstance(block, Code)]


def test_the_code_at_the_foot_is_the_bill_number() -> None:
    assert [block for block in compose(FULL).blocks if isinstance(block, Code)] == [Code("A1/26-27/000123")]


def goods(line: LineFacts, **details: Any) -> LineFacts:
    return replace(line, **details)


def sold_goods() -> ReceiptFacts:
    """A bill whose items a catalogue knows."""
    medicine, general, baby = FULL.lines
    return receipt(
        lines=(
            goods(medicine, hsn="30049099", batch="BX92", expires_on=date(2027, 3, 31), gst_percent=Decimal(12)),
            goods(general, gst_percent=Decimal("2.5")),
            goods(baby, gst_percent=Decimal(12), points_minor=50_00),
        )
    )


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def test_goods_state_their_tax_code_batch_and_expiry() -> None:
    said = texts(compose(sold_goods()))
    assert "HSN 30049099 · Batch BX92 · Exp 03/2027 · GST 12%" in said
    assert "GST 2.5%" in said
    assert not [words for words in texts(compose(FULL)) if "GST " in words or "HSN" in words]


def test_tax_is_stated_by_rate_of_what_was_paid() -> None:
    (table,) = tables(compose(sold_goods()))
    assert [column.title for column in table.columns] == ["Rate", "Taxable", "CGST", "SGST"]
    assert table.rows == (
        ("2.5%", "234.14", "2.93", "2.93"),
        ("12%", "11,02,370.08", "66,142.21", "66,142.21"),  # of 12,34,542.50 and of 162.00 less 50.00 in points
    )
    assert tables(compose(FULL)) == []


def test_why_is_a_code_of_its_own_and_a_return_is_scanned_as_its_bill() -> None:
    url = "https://shop.example/why/0198c1f2"
    sale = compose(receipt(why_url=url))
    back = compose(
        receipt(kind=ReceiptKind.RETURN, bill_number="A1/26-27/000123-R1", original_bill_number="A1/26-27/1")
    )
    assert [block for block in sale.blocks if isinstance(block, Code)] == [Code(url), Code("A1/26-27/000123")]
    assert [block for block in back.blocks if isinstance(block, Code)] == [Code("A1/26-27/1")]


@pytest.mark.parametrize("url", ["", "https://shop.example/" + "a" * 100, "https://shop\x1b"])
def test_an_address_no_code_can_carry_is_left_out(url: str) -> None:
    assert not [words for words in texts(compose(receipt(why_url=url))) if "Why" in words]


def test_a_logo_stands_above_the_shop() -> None:
    blocks = compose(receipt(shop=replace(FULL.shop, logo=b"png"))).blocks
    assert blocks[0] == Picture(b"png")
