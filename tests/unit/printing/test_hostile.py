"""Whatever is written into a field: it is on the paper, in its place, and does nothing there."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.services.papers.receipt_facts import ReceiptFacts, ShopFacts
from app.services.papers.slip_facts import PaperFacts
from printing import composing, pdf, raster
from printing.document import Align, Column, Document, Table, Text
from printing.layout import pages
from printing.marks import Page, Words
from printing.paper import A4, A5, PAPERS, ROLL_58, ROLL_80, Paper
from tests.unit.printing.hostile import ANY_FACTS, LONG_NAME, OPENS_A_DRAWER, assert_safe
from tests.unit.printing.paper import DOTS_PER_INCH, ink_box, pictures_of, printed, sizes_of, text_of
from tests.unit.printing.samples import RAVI, line, receipt

EVERY = st.sampled_from(list(PAPERS.values()))


@settings(max_examples=80)
@given(ANY_FACTS, EVERY)
def test_any_text_in_any_field_of_any_paper_keeps_its_place(facts: ReceiptFacts | PaperFacts, paper: Paper) -> None:
    document = composing.compose(facts, paper)
    assert_safe(document, paper)
    made = pdf.render(document, paper)
    assert {round(page_width, 2) for page_width, _ in sizes_of(made)} == {round(paper.width, 2)}
    assert not [char for char in text_of(made) if char < " " and char != "\n"]


@settings(max_examples=20)
@given(ANY_FACTS, st.sampled_from([ROLL_58, ROLL_80]))
def test_any_text_comes_in_dots_too(facts: ReceiptFacts | PaperFacts, paper: Paper) -> None:
    pictures = raster.render(composing.compose(facts, paper), paper)
    assert {picture.width for picture in pictures} == {round(paper.room_width * 203.2 / 72)}


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
@pytest.mark.parametrize("name", [LONG_NAME, "W" * 300, "क्ष" * 100, "ॐा" * 150, "💊" * 300, "\u202e" + "א" * 299])
def test_a_name_of_three_hundred_characters_wraps_and_is_cut_within_its_column(name: str, paper: Paper) -> None:
    facts = receipt(
        shop=ShopFacts(name), lines=(line(name, 500_00),), member=replace(RAVI, name=name, tier=name), cashier=name
    )
    assert_safe(composing.compose(facts, paper), paper)
    (picture, *_) = pictures_of(printed(facts, paper))
    left, _, right, _ = ink_box(picture)
    dot = 72 / DOTS_PER_INCH
    assert left * dot >= paper.margin - 3
    assert right * dot <= paper.width - paper.margin + 3
    assert "…" in text_of(printed(facts, paper))


def test_a_name_that_opens_a_drawer_is_only_letters() -> None:
    facts = receipt(member=replace(RAVI, name=f"Ravi{OPENS_A_DRAWER}Sharma"), bill_number="A1\x1bp/1")
    assert "\x1b" not in text_of(printed(facts))
    assert "Ravi p" in text_of(printed(facts))


@pytest.mark.parametrize("lines", range(30, 50))
def test_a_head_of_a_table_is_not_left_at_the_foot_of_a_sheet(lines: int) -> None:
    """Whatever stands above the table, its head comes with its first row."""
    table = Table((Column("Head"), Column("Figure", Align.RIGHT)), (("first", "1"), ("second", "2")))
    made = pages(Document("", (*(Text(f"line {i}") for i in range(lines)), table)), A5)
    with_head = [_said(page) for page in made if "Head" in _said(page)]
    assert all({"first", "second"} & set(said) for said in with_head)
    assert "first" in with_head[0]


def _said(page: Page) -> list[str]:
    return [mark.text for mark in page.marks if isinstance(mark, Words)]


def test_a_table_that_goes_on_says_its_head_again_on_every_sheet() -> None:
    facts = receipt(lines=tuple(line(f"Item {i}", 500_00 + i) for i in range(150)))
    texts = text_of(pdf.render(composing.compose(facts, A4), A4))
    assert texts.count("Item Qty Price Amount") == texts.count("Invoice A1/26-27/000123 · Page ") == 3
    assert [int(item) for item in re.findall(r"^Item (\d+)", texts, re.MULTILINE)] == list(range(150))
    assert "Page 3 of 3" in texts
