"""What people and programs put into fields, on every paper there is; and what must hold of it on paper."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from hypothesis import strategies as st

from app.domain.entries import EntryKind
from app.domain.money import RUPEE
from app.domain.point_words import PointWords
from app.domain.programmes import PointName
from app.services.papers.receipt_facts import ExpiringFacts, HolderFacts, ReceiptKind, ShopFacts, TenderFacts
from app.services.papers.slip_facts import (
    CountFacts,
    MovementFacts,
    ShiftFacts,
    SlipFacts,
    StatementFacts,
    VoucherFacts,
)
from printing.document import Document
from printing.fonts import width
from printing.layout import pages
from printing.marks import LINE_HEIGHT, Words
from printing.paper import Paper
from tests.unit.printing.samples import RAVI, line, receipt

LONG_NAME = "Paracetamol and Caffeine Tablets IP क्षत्रिय " * 7  # 308 characters
OPENS_A_DRAWER = "\x1bp\x00\x19\xfa"

ANY_TEXT = (
    st.text(st.characters(exclude_categories=()), max_size=40)
    | st.text("रविशक्षत्र\u200d ₹💊\x1b\ud800\u202e\u2066אب", max_size=400)
    | st.sampled_from([LONG_NAME, OPENS_A_DRAWER, "\x10\x14\x01\x00\x05", "\u202eimraSh ivaR", "W" * 300, "क्ष" * 100])
)
ANY_TEXTS = st.lists(ANY_TEXT, max_size=3).map(tuple)
ANY_AMOUNT = st.integers(-(10**12), 10**12)
ANY_SIZE = st.integers(0, 10**12)
ANY_DAY = st.dates(date(1000, 1, 1))
ANY_MOMENT = st.datetimes(datetime(1000, 1, 1))  # noqa: DTZ001 - a shop's local time carries no zone
ANY_LOGO = st.binary(max_size=8) | st.just(b"\x89PNG\r\n\x1a\n no picture")
ANY_WORDS = st.builds(
    PointWords, st.none() | st.builds(PointName, ANY_TEXT, st.text(min_size=1, max_size=20))
) | st.just(PointWords(cashback=RUPEE))
ANY_SHOP = st.builds(ShopFacts, ANY_TEXT, ANY_TEXTS, ANY_TEXT, ANY_TEXTS, ANY_TEXT, ANY_LOGO)
ANY_HOLDER = st.builds(
    HolderFacts,
    name=ANY_TEXT,
    card_masked=ANY_TEXT,
    tier=ANY_TEXT,
    balance=ANY_AMOUNT,
    balance_value_minor=ANY_SIZE,
    points_pending=ANY_SIZE,
    expiring=st.none() | st.builds(ExpiringFacts, ANY_SIZE, ANY_DAY),
    unconfirmed_since=st.none() | ANY_MOMENT,
)
ANY_LINE = st.builds(
    replace,
    st.builds(line, ANY_TEXT, ANY_AMOUNT, ANY_AMOUNT, points_earned=ANY_AMOUNT),
    hsn=ANY_TEXT,
    batch=ANY_TEXT,
    expires_on=st.none() | ANY_DAY,
    gst_percent=st.none() | st.decimals(0, 100, places=2) | st.just(Decimal(12)),
)
ANY_RECEIPT = st.builds(
    receipt,
    kind=st.sampled_from(ReceiptKind),
    shop=ANY_SHOP,
    bill_number=ANY_TEXT,
    original_bill_number=ANY_TEXT,
    counter=ANY_TEXT,
    cashier=ANY_TEXT,
    lines=st.lists(ANY_LINE, max_size=3).map(tuple),
    tenders=st.lists(st.builds(TenderFacts, ANY_TEXT, ANY_AMOUNT), max_size=2).map(tuple),
    member=st.builds(replace, st.just(RAVI), name=ANY_TEXT, card_masked=ANY_TEXT, tier=ANY_TEXT, balance=ANY_AMOUNT),
    copy_number=st.integers(0, 3),
    training=st.booleans(),
    currency_symbol=st.text(st.characters(exclude_categories=()), max_size=3),
    footer_lines=ANY_TEXTS,
    why_url=ANY_TEXT,
    point_words=ANY_WORDS,
)
_HEAD = {
    "shop": ANY_SHOP,
    "counter": ANY_TEXT,
    "printed_at": ANY_MOMENT,
    "currency_symbol": st.text(max_size=3),
    "training": st.booleans(),
    "point_words": ANY_WORDS,
}
ANY_SLIP = st.builds(SlipFacts, **_HEAD, holder=ANY_HOLDER)
ANY_STATEMENT = st.builds(
    StatementFacts,
    **_HEAD,
    holder=ANY_HOLDER,
    opening=ANY_AMOUNT,
    movements=st.lists(
        st.builds(MovementFacts, ANY_MOMENT, st.sampled_from(EntryKind), ANY_AMOUNT, ANY_AMOUNT, ANY_TEXT, ANY_TEXT),
        max_size=4,
    ).map(tuple),
    is_whole=st.booleans(),
)
ANY_VOUCHER = st.builds(
    VoucherFacts,
    **_HEAD,
    code=ANY_TEXT,
    reward=ANY_TEXT,
    terms=ANY_TEXT,
    value_minor=ANY_SIZE,
    points_spent=ANY_SIZE,
    valid_until=st.none() | ANY_DAY,
    holder_name=ANY_TEXT,
    copy_number=st.integers(0, 2),
)
ANY_SHIFT = st.builds(
    ShiftFacts,
    **_HEAD,
    number=st.integers(0, 9999),
    cashier=ANY_TEXT,
    opened_at=ANY_MOMENT,
    closed_at=st.none() | ANY_MOMENT,
    bills=ANY_SIZE,
    returns=ANY_SIZE,
    sold_minor=ANY_SIZE,
    returned_minor=ANY_SIZE,
    discounts_minor=ANY_SIZE,
    points_paid_minor=ANY_SIZE,
    points_earned=ANY_SIZE,
    points_redeemed=ANY_SIZE,
    tenders=st.lists(st.builds(CountFacts, ANY_TEXT, ANY_SIZE, st.none() | ANY_SIZE), max_size=3).map(tuple),
    first_bill=ANY_TEXT,
    last_bill=ANY_TEXT,
    waiting_bills=ANY_SIZE,
    note=ANY_TEXT,
)
ANY_FACTS = ANY_RECEIPT | ANY_SLIP | ANY_STATEMENT | ANY_VOUCHER | ANY_SHIFT


def assert_safe(document: Document, paper: Paper) -> None:
    """Nothing that steers is among the words, all are inside the printable width, and no two lie on each other."""
    for page in pages(document, paper):
        words = [mark for mark in page.marks if isinstance(mark, Words)]
        assert not {unicodedata.category(char) for one in words for char in one.text} & {"Cc", "Cs", "Co", "Zl", "Zp"}
        assert not [one.text for one in words if set(one.text) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")]
        boxes = sorted(map(_box, words))
        assert all(top >= 0 and bottom <= page.height + 0.01 for top, _, bottom, _ in boxes)
        _assert_apart(boxes, paper)


def _assert_apart(boxes: list[tuple[float, float, float, float]], paper: Paper) -> None:
    assert all(left >= paper.margin - 0.01 for _, left, _, _ in boxes)
    assert all(right <= paper.width - paper.margin + 0.01 for _, _, _, right in boxes)
    for place, (_, left, bottom, right) in enumerate(boxes):
        for top, other_left, _, other_right in boxes[place + 1 :]:
            if top >= bottom - 0.01:
                break
            assert other_right <= left + 0.01 or right <= other_left + 0.01


def _box(words: Words) -> tuple[float, float, float, float]:
    """Top, left, bottom and right."""
    wide = width(words.text, size=words.size, bold=words.bold)
    return words.y, words.x, words.y + words.size * LINE_HEIGHT, words.x + wide
