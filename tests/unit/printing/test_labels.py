"""Labels: each on its own label of the sheet, none over its edge, and its code read."""

from __future__ import annotations

from itertools import product

import pytest
import zxingcpp

from printing.labels import FOLDER, Label, render, sheet
from tests.unit.printing.cards import numbers, pages, read_by_both
from tests.unit.printing.paper import text_of

MM = 72 / 25.4
DPI = 300
COUNTS = {"24": 24, "65": 65}


def gtin(first_twelve: str) -> str:
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(first_twelve))
    return f"{first_twelve}{-total % 10}"


SHELF = [Label(f"Paracetamol 500 mg, strip of 15, number {n}", "₹1,112.50", gtin(f"890123456{n:03}")) for n in range(8)]
MEMBERS = [Label("श्रीमती क्षितिजा शर्मा", "7000 1234 5641", number) for number in numbers(8)]
OTHERS = [
    Label("A long code", "₹5", "https://shop.example/p/12345?batch=PCM2291"),
    Label("Not ASCII", "₹5", "बैच-१२"),
    Label("W" * 300, "₹" + "9" * 60, "PCM2291"),
    Label("\x1bp\x00 ESC", "\u202e₹5", "1"),
]


def test_the_sheets_there_are_hold_what_their_names_say() -> None:
    assert {name: sheet(name).count for name in (file.stem for file in FOLDER.glob("*.toml"))} == COUNTS


@pytest.mark.parametrize("name", COUNTS)
def test_a_sheet_is_cut_evenly_within_its_a4(name: str) -> None:
    cut = sheet(name)
    left, top = cut.first
    right = left + (cut.columns - 1) * cut.pitch[0] + cut.size[0]
    bottom = top + (cut.rows - 1) * cut.pitch[1] + cut.size[1]
    assert left == pytest.approx(210 * MM - right, abs=0.2 * MM)
    assert top == pytest.approx(297 * MM - bottom, abs=0.2 * MM)
    assert cut.pitch[0] >= cut.size[0]
    assert cut.pitch[1] >= cut.size[1]


@pytest.mark.parametrize(("name", "labels"), list(product(COUNTS, [SHELF, MEMBERS, OTHERS])))
def test_every_label_stays_on_its_label_and_its_code_is_read(name: str, labels: list[Label]) -> None:
    cut, dots = sheet(name), DPI / 72
    (picture,) = pages(render(labels, cut), dpi=DPI)
    outside = picture.convert("L")
    for place, label in enumerate(labels):
        x, y = cut.corner_of(place)
        left, top = round(x * dots), round((297 * MM - y) * dots)
        area = (left, top, left + round(cut.size[0] * dots), top + round(cut.size[1] * dots))
        read = [text for _, text in read_by_both(picture.crop(area))[0]]
        assert read == [label.code]
        outside.paste(255, area)
    assert outside.getextrema() == (255, 255)


@pytest.mark.parametrize("name", COUNTS)
def test_a_product_has_its_ean_and_a_card_its_code_128_for_the_scanner_at_the_till(name: str) -> None:
    (picture,) = pages(render([SHELF[0], MEMBERS[0], OTHERS[0]], sheet(name)), dpi=DPI)
    kinds = {code.text: code.format.name for code in zxingcpp.read_barcodes(picture)}
    assert kinds == {SHELF[0].code: "EAN13", MEMBERS[0].code: "Code128", OTHERS[0].code: "QRCode"}


def test_a_sheet_begun_is_gone_on_with_and_a_full_one_followed_by_the_next() -> None:
    cut = sheet("24")
    heard: list[int] = []
    first, second = pages(render(SHELF * 3, cut, skip=5, drawn=heard.append), dpi=72)
    assert heard == list(range(1, 25))
    used = (0, 0, *(round(edge) for edge in (210 * MM, 12.9 * MM + 33.9 * MM)))
    assert first.convert("L").crop(used).getextrema() == (255, 255), "the first row was used up"
    x, y = cut.corner_of(5)
    on_it = first.convert("L").crop((round(x), round(297 * MM - y), round(x + 180), round(297 * MM - y + 96)))
    assert on_it.getextrema() != (255, 255)
    assert second.convert("L").getextrema() != (255, 255)


def test_a_label_without_a_code_has_its_words() -> None:
    assert text_of(render([Label("Shelf 4", "₹5")], sheet("65"))).split("\n") == ["Shelf 4", "₹5"]
