"""Receipts on paper: printed for real, then read, measured and scanned."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.formats import points
from app.services.papers.receipt_facts import TakenOffFacts, TenderFacts, TotalFacts
from printing.document import Align, Columns, Document, Text
from printing.paper import ROLL_80, ROLL_HEIGHT_MAX
from printing.pdf import render
from tests.unit.printing.hostile import LONG_NAME
from tests.unit.printing.paper import DOTS_PER_INCH, ink_box, pictures_of, printed, sizes_of, text_of
from tests.unit.printing.samples import FULL, line, receipt

ROOT = Path(__file__).parents[3]
DOTS_PER_MM = DOTS_PER_INCH / 25.4


def amount(pdf_text: str, label: str) -> int:
    """The minor units printed behind a label."""
    found = re.search(rf"^{re.escape(label)} (\u2212?)₹([\d,]+)\.(\d\d)$", pdf_text, re.MULTILINE)
    assert found is not None, f"no amount behind {label}"
    sign, whole, part = found.groups()
    return int(f"{'-' if sign else ''}{whole.replace(',', '')}{part}")


@settings(max_examples=15, deadline=None)
@given(
    gross=st.lists(st.integers(1_00, 10**9), min_size=1, max_size=4),
    discounts=st.tuples(*[st.integers(0, 30)] * 3),
    round_off_minor=st.integers(-50, 50),
    points_value_minor=st.integers(0, 50),
    change_minor=st.integers(0, 500_00),
    voucher_minor=st.integers(0, 20),
)
def test_the_amounts_on_the_paper_add_up(
    gross: list[int],
    discounts: tuple[int, int, int],
    round_off_minor: int,
    points_value_minor: int,
    change_minor: int,
    voucher_minor: int,
) -> None:
    net_minor = sum(gross) - sum(discounts) - voucher_minor + round_off_minor
    payable_minor = net_minor - points_value_minor
    totals = TotalFacts(
        sum(gross), *discounts, round_off_minor, net_minor, points_value_minor * 10, points_value_minor, payable_minor
    )
    if voucher_minor:
        totals = replace(totals, voucher=TakenOffFacts("₹100 off", "7QK4", voucher_minor))
    lines = tuple(line(f"Item {i}", gross_minor) for i, gross_minor in enumerate(gross))
    tenders = (TenderFacts("Cash", payable_minor + change_minor),)
    text = text_of(printed(receipt(lines=lines, totals=totals, tenders=tenders, change_minor=change_minor)))

    def printed_amount(label: str) -> int:
        return amount(text, label) if f"\n{label} " in text else 0

    items = sum(amount(text, f"Item {i}") for i in range(len(gross)))
    steps = ("Category discount", "Member discount", "Bill discount", "Voucher 7QK4", "Round-off")
    redeemed = f"Points redeemed ({points(totals.points_redeemed)})"
    assert items == amount(text, "Subtotal")
    assert items + sum(map(printed_amount, steps)) == amount(text, "Net total")
    assert amount(text, "Net total") + printed_amount(redeemed) == amount(text, "To pay")
    assert amount(text, "Cash") - printed_amount("Change") == amount(text, "To pay")


def test_words_are_set_left_centred_and_right() -> None:
    edges = [
        ink_box(pictures_of(render(Document("", (Text("Arogya", align),)), ROLL_80))[0])[::2]
        for align in (Align.LEFT, Align.CENTRE, Align.RIGHT)
    ]
    ink = edges[0][1] - edges[0][0]
    assert edges[0][0] == pytest.approx(4 * DOTS_PER_MM, abs=4)
    assert sum(edges[1]) / 2 == pytest.approx(40 * DOTS_PER_MM, abs=4)
    assert edges[2][1] == pytest.approx(76 * DOTS_PER_MM, abs=4)
    assert all(right - left == pytest.approx(ink, abs=2) for left, right in edges)


def test_a_value_without_a_label_keeps_its_place() -> None:
    document = Document("", (Columns("", "₹5.00"), Columns("Cash", ""), Columns("", "")))
    assert text_of(render(document, ROLL_80)) == "₹5.00\nCash"


def test_a_document_that_says_nothing_is_a_page_all_the_same() -> None:
    assert len(sizes_of(render(Document("", ()), ROLL_80))) == 1


def test_a_bill_longer_than_viewers_can_show_goes_on_to_a_second_page() -> None:
    facts = receipt(lines=tuple(line(f"Item {i} {LONG_NAME}", 500_00) for i in range(500)))
    pdf = printed(facts)
    assert len(sizes_of(pdf)) > 1
    assert all(height <= ROLL_HEIGHT_MAX for _, height in sizes_of(pdf))
    assert [int(item) for item in re.findall(r"^Item (\d+)", text_of(pdf), re.MULTILINE)] == list(range(500))


@pytest.mark.parametrize("dots_per_inch", [DOTS_PER_INCH, 96])
@pytest.mark.parametrize("number", ["A1/26-27/000123", "T-7", "Z" * 64, "रसीद-१२३"])
def test_the_code_reads_as_the_bill_number(number: str, dots_per_inch: int) -> None:
    (picture,) = pictures_of(printed(receipt(bill_number=number)), dots_per_inch=dots_per_inch)
    codes = zxingcpp.read_barcodes(picture)
    assert [(code.text, code.format) for code in codes] == [(number, zxingcpp.BarcodeFormat.QRCode)]


def test_the_code_is_large_enough_and_has_its_quiet_zone() -> None:
    (picture,) = pictures_of(printed(FULL))
    (code,) = zxingcpp.read_barcodes(picture)
    left, top = code.position.top_left.x, code.position.top_left.y
    side = code.position.bottom_right.x - left
    quiet = round(4 * side / 21) - 2
    assert side >= 18 * DOTS_PER_MM
    around = (left - quiet, top - quiet, left + side + quiet, top + side + quiet)
    inside = (quiet - 2, quiet - 2, quiet + side + 2, quiet + side + 2)
    surroundings = picture.crop(around)
    surroundings.paste(255, inside)
    assert surroundings.getextrema() == (255, 255)


def test_a_reprint_is_marked_above_the_shop_and_below_the_code() -> None:
    lines = text_of(printed(receipt(copy_number=1))).splitlines()
    assert (lines[0], lines[-1]) == ("REPRINT — copy 2", "REPRINT — copy 2")


def test_only_the_bundled_fonts_are_used() -> None:
    pdf = printed(FULL)
    assert b"Helvetica" not in pdf
    names = {name.decode().partition("+")[2] for name in re.findall(rb"/BaseFont /(\S+)", pdf)}
    assert names == {"NotoSans-Regular", "NotoSans-Bold", "NotoSansDevanagari-Regular", "NotoSansDevanagari-Bold"}


def test_the_same_facts_make_the_same_bytes_whatever_was_printed_before() -> None:
    """A fresh program prints something else in Hindi first: conjuncts must not be numbered as they come along."""
    program = (
        "import sys\n"
        "from tests.unit.printing.paper import printed\n"
        "from tests.unit.printing.samples import FULL, receipt\n"
        "printed(receipt(counter='क्षत्रिय ज्ञान स्त्री'))\n"
        "sys.stdout.buffer.write(printed(FULL))\n"
    )
    fresh = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True)
    assert fresh.stdout == printed(FULL) == printed(FULL)


def test_start_up_does_not_pay_for_printing() -> None:
    program = (
        "import sys, printing.pdf, printing.raster, printing.receipt; "
        "print({'reportlab', 'segno', 'barcode', 'uharfbuzz', 'PIL', 'pypdfium2'} & set(sys.modules))"
    )
    said = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True, text=True)
    assert said.stdout == "set()\n"
