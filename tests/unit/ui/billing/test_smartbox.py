"""One line of text, and what the cashier means by it."""

from __future__ import annotations

import re
import time
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.codes import card_number
from app.domain.money import Currency
from ui.billing.intents import (
    AddLine,
    FindBill,
    FindCard,
    FindLastFour,
    FindName,
    FindPhone,
    Incomplete,
    Intent,
    Pay,
    RemoveLast,
    ToggleRedeem,
    Wrong,
)
from ui.billing.smartbox import SENTENCES, CategoryKey, hint, parse

CATEGORIES = (CategoryKey("1", "Medicines"), CategoryKey("2", "General"), CategoryKey("M", "Make-up"))
CARD = card_number("7000123456")
DIGITS = "0123456789"


def read(text: str) -> Intent:
    return parse(text, CATEGORIES)


def add(category: str, quantity: str, unit_price_minor: int) -> AddLine:
    return AddLine(category, Decimal(quantity), unit_price_minor)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("500", add("Medicines", "1", 50_000)),
        (" 500 ", add("Medicines", "1", 50_000)),
        ("5678", add("Medicines", "1", 567_800)),
        ("0.05", add("Medicines", "1", 5)),
        ("45.5", add("Medicines", "1", 4_550)),
        ("500/2", add("General", "1", 50_000)),
        ("500/m", add("Make-up", "1", 50_000)),
        ("3*45/2", add("General", "3", 4_500)),
        ("1.255*10", add("Medicines", "1.255", 1_000)),
        ("0500", add("Medicines", "1", 50_000)),
        ("9999999", add("Medicines", "1", 999_999_900)),
        ("9999999.99", add("Medicines", "1", 999_999_999)),
        ("100000*99.99", add("Medicines", "100000", 9_999)),
        ("0.5*0.01", add("Medicines", "0.5", 1)),
        (".5678", FindLastFour("5678")),
        ("9876543210", FindPhone("9876543210")),
        ("6000000000", FindPhone("6000000000")),
        ("98765 43210", FindPhone("9876543210")),
        ("+919876543210", FindPhone("9876543210")),
        ("+91 98765 43210", FindPhone("9876543210")),
        (CARD, FindCard(CARD, is_typed=True)),
        ("7000 1234 5641", FindCard(CARD, is_typed=True)),
        ("ravi", FindName("ravi")),
        ("Ravi  Sharma", FindName("Ravi Sharma")),
        ("रवि शर्मा", FindName("रवि शर्मा")),
        ("क्\u200dष", FindName("क्\u200dष")),
        ("Ra\x00vi\ud800", FindName("Ravi")),
        ("M", FindName("M")),
        ("A1/26-27", FindName("A1/26-27")),
        ("#A1/26-27/000123", FindBill("A1/26-27/000123")),
        ("#a1/26-27/000123", FindBill("A1/26-27/000123")),
        ("A1/26-27/000123", FindBill("A1/26-27/000123")),
        ("-", RemoveLast()),
        ("+", ToggleRedeem()),
        ("", Pay()),
        ("  ", Pay()),
    ],
)
def test_the_grammar(text: str, intent: Intent) -> None:
    assert read(text) == intent


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1e9", "AMT-BAD"),
        ("٣", "AMT-BAD"),
        ("५००", "AMT-BAD"),
        ("3*", "AMT-BAD"),
        ("*45", "AMT-BAD"),
        ("/2", "AMT-BAD"),
        ("3*4*5", "AMT-BAD"),
        ("500.", "AMT-BAD"),
        ("500.505", "AMT-BAD"),
        ("1.2345*10", "AMT-BAD"),
        ("1,234", "AMT-BAD"),
        ("₹500", "AMT-BAD"),
        ("5 00.00", "AMT-BAD"),
        ("{0}", "AMT-BAD"),
        ("-5", "AMT-NEG"),
        ("0", "AMT-ZERO"),
        ("3*0", "AMT-ZERO"),
        ("0.001*0.01", "AMT-ZERO"),
        ("10000000.00", "AMT-MAX"),
        ("99999999/2", "AMT-MAX"),
        ("2*9999999", "AMT-MAX"),
        ("0.001*10000000", "AMT-MAX"),
        ("1" * 40 + "*2", "QTY-MAX"),
        ("2*" + "1" * 40, "AMT-MAX"),
        ("0*45", "QTY-ZERO"),
        ("0.000*45", "QTY-ZERO"),
        ("100000.001*1", "QTY-MAX"),
        ("500/9", "CAT-NONE"),
        ("500/", "CAT-NONE"),
        ("500/2/2", "CAT-NONE"),
        ("700012345642", "CARD-CHK"),
        ("7000 1234 5642", "CARD-CHK"),
        ("036000291452", "CARD-CHK"),
        ("1234567890123", "NUM-LONG"),
        ("1" * 40, "NUM-LONG"),
        (".56789", "FOUR-BAD"),
        (".5a", "FOUR-BAD"),
        (".٥٦٧٨", "FOUR-BAD"),
        ("+5", "PHONE-BAD"),
        ("+91 5", "PHONE-BAD"),
        ("+91 98765 432109", "PHONE-BAD"),
        ("#A1/26-28/000123", "BILL-BAD"),
        ("#बिल", "BILL-BAD"),
        ("7" * 10_000, "BOX-LONG"),
        (" " * 257, "BOX-LONG"),
    ],
)
def test_what_is_wrong_says_so(text: str, code: str) -> None:
    intent = read(text)

    assert isinstance(intent, Wrong)
    assert intent.code == code


@pytest.mark.parametrize(
    ("whole", "begun_at"),
    [(".5678", 1), ("#A1/26-27/000123", 1), ("+91 98765 43210", 2), ("9876543210", 8), (CARD, 11)],
)
def test_a_number_being_typed_is_not_wrong_yet(whole: str, begun_at: int) -> None:
    stages = [read(whole[:end]) for end in range(begun_at, len(whole))]

    assert stages
    assert all(isinstance(stage, Incomplete) for stage in stages)


def test_ten_digits_no_phone_starts_with_may_become_a_card() -> None:
    assert isinstance(read("5876543210"), Incomplete)


def test_an_endless_text_is_answered_at_once() -> None:
    start = time.perf_counter()
    for endless in ("7" * 10_000, "9" * 256, "a" * 256, "1*" * 128, "1." * 128):
        read(endless)

    assert time.perf_counter() - start < 0.1


def test_a_shop_without_categories_rings_nothing() -> None:
    intent = parse("500", ())

    assert intent == Wrong("CAT-SETUP", SENTENCES["CAT-SETUP"])


def test_a_sentence_repeats_what_was_typed_but_not_all_of_a_novel() -> None:
    wrong = [read("500/9"), read("5" + "x" * 200)]

    assert [intent.sentence for intent in wrong if isinstance(intent, Wrong)] == [
        "There is no category “9”. Nothing was added – after the slash type one of 1, 2, M.",
        f"“5{'x' * 39}…” can't be read as an amount. Nothing was added – type it like 500, 45.50 or 3*45, "
        "in the digits 0–9 with at most 2 decimals.",
    ]


@pytest.mark.parametrize("sentence", SENTENCES.values(), ids=SENTENCES.keys())
def test_every_sentence_tells_what_happened_whether_the_bill_is_safe_and_what_to_do(sentence: str) -> None:
    assert re.fullmatch(r".+\. (Nothing was|The bill( here)? is) (added|changed|untouched) – .+\.", sentence)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("500", "↵ add ₹500.00 Medicines"),
        ("3*45/2", "↵ add 3 × ₹45.00 = ₹135.00 General"),
        ("1.5*1234567", "↵ add 1.5 × ₹12,34,567.00 = ₹18,51,850.50 Medicines"),
        (".5678", "↵ find phone or card ending 5678"),
        ("9876543210", "↵ find phone 98765 43210"),
        (CARD, "↵ find card 7000 1234 5641"),
        ("ravi", "↵ find names starting “ravi”"),
        ("#A1/26-27/000123", "↵ open bill A1/26-27/000123"),
        ("-", "↵ remove the last line"),
        ("+", "↵ redeem the most points, or none"),
        ("", "↵ pay"),
        (".56", "Go on with the last four digits of the phone or card, like .5678."),
        ("0*45", SENTENCES["QTY-ZERO"]),
    ],
)
def test_the_hint_says_what_enter_will_do(text: str, said: str) -> None:
    assert hint(read(text), has_lines=True) == said


@pytest.mark.parametrize("text", ["", "-"])
def test_an_empty_bill_invites_instead_of_offering_what_cannot_be_done(text: str) -> None:
    assert hint(read(text), has_lines=False).startswith("Scan a card")


boxed = st.text() | st.text(DIGITS + ".*/+-# e", max_size=30)


@given(boxed)
@example("\ud800")
@example("\x1c")
def test_any_text_means_something_and_is_said(text: str) -> None:
    intent = read(text)
    said = hint(intent, has_lines=True)

    assert said.strip()
    assert said.startswith("↵ ") != isinstance(intent, (Wrong, Incomplete))


@given(boxed)
def test_only_figures_put_a_line_on_the_bill(text: str) -> None:
    intent = read(text)
    figures = re.fullmatch(r"\s*([0-9.]+\*)?[0-9.]+(/[12mM])?\s*", text)

    assert not isinstance(intent, AddLine) or (figures and 0 < intent.amount_minor <= 999_999_999)


@given(
    category=st.none() | st.sampled_from(CATEGORIES),
    quantity=st.none() | st.decimals("0.001", "99999", places=3),
    rupees=st.decimals("0.01", "9999999.99", places=2),
)
def test_every_line_is_read_back_from_its_writing(
    category: CategoryKey | None, quantity: Decimal | None, rupees: Decimal
) -> None:
    text = "".join((f"{quantity}*" if quantity else "", str(rupees), f"/{category.key}" if category else ""))
    sold = quantity or Decimal(1)
    amount_minor = int((sold * rupees * 100).quantize(Decimal(1), ROUND_HALF_UP))
    expected = AddLine((category or CATEGORIES[0]).name, sold, int(rupees * 100))

    intent = read(text)

    if 1 <= amount_minor <= 999_999_999:
        assert intent == expected
        assert expected.amount_minor == amount_minor
    else:
        assert isinstance(intent, Wrong)


@given(st.text(DIGITS, min_size=12, max_size=12) | st.text(DIGITS, min_size=10, max_size=10).map(card_number))
def test_twelve_digits_are_a_card_or_a_mistyped_one(digits: str) -> None:
    valid = card_number(digits[:10]) == digits

    assert read(digits) == (FindCard(digits, is_typed=True) if valid else Wrong("CARD-CHK", SENTENCES["CARD-CHK"]))


@given(st.characters(categories=["Lu", "Ll", "Lo"]), st.text(st.characters(categories=["L", "M"]), max_size=40))
def test_letters_of_any_script_search_a_name(first: str, rest: str) -> None:
    assert read(first + rest) == FindName(first + rest)


def test_an_amount_is_read_in_the_currency_of_the_shop():
    yen = Currency("JPY")
    line = parse("3*45/2", CATEGORIES, yen)
    assert isinstance(line, AddLine)
    assert (line.unit_price_minor, line.deed) == (45, "add 3 × ¥45 = ¥135 General")
    refused = parse("45.5", CATEGORIES, yen)
    assert isinstance(refused, Wrong)
    assert (refused.code, "at most 0 decimals" in refused.sentence) == ("AMT-BAD", True)
