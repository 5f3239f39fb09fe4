"""Cards: of the exact size, read by any reader, in black ink where they are read, and fitting whatever the name."""

from __future__ import annotations

import re
import subprocess
import sys
import zlib
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from app.domain.codes import card_number
from printing.cards import sheet
from printing.cards.paper import paper_card
from printing.cards.pdf import Stock, render
from printing.cards.preview import faces
from printing.cards.texts import CardText
from printing.paper import ROLL_58, ROLL_80
from printing.raster import render as raster
from tests.goldens import assert_all_used, assert_pictured
from tests.unit.printing.cards import CLASSIC, HINDI, RAVI, SHOP, numbers, pages, pdf_of, read_by_both
from tests.unit.printing.paper import text_of

ROOT = Path(__file__).parents[3]
MM = 72 / 25.4
PICTURED = {
    "card": (RAVI, Stock.PLASTIC),
    "card-hi": (HINDI, Stock.PLASTIC),
    "card-bleed": (RAVI, Stock.BLEED),
}
HOSTILE = {
    "three hundred letters": "Venkatanarasimharajuvaripeta Subramaniam " * 8,
    "one word": "W" * 300,
    "conjuncts": "क्ष" * 100,
    "emoji": "Ravi 💊👨‍👩‍👧 Sharma",
    "right to left": "\u202eمحمد رافي\u202c אברהם",
    "printer commands": "Ravi\x1bp\x00\x19\xfa\x1d(k Sharma\r\n\x07",
    "PDF operators": ") Tj ET Q (( \\) BT /F1 99 Tf",
    "placeholders": "{number} {shop_phone} {nobody} %s",
    "nothing to draw": "\u200b\ufeff\u0301",
}


def streams(pdf: bytes) -> str:
    """Everything that is drawn on pages and in forms, in the clear."""
    found = re.findall(rb"(?<!end)stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    return "\n".join(zlib.decompressobj().decompress(one).decode("latin-1") for one in found)


@pytest.mark.parametrize(("name", "side"), [(name, side) for name in PICTURED for side in (0, 1)])
def test_a_card_looks_as_it_did(name: str, side: int, pytestconfig: pytest.Config) -> None:
    card, stock = PICTURED[name]
    picture = pages(pdf_of(card, stock=stock), dpi=300)[side]
    assert_pictured(pytestconfig, f"cards/{name}-{side}.png", black(picture))


def test_a_sheet_looks_as_it_did(pytestconfig: pytest.Config) -> None:
    for side, picture in enumerate(pages(pdf_of(*[RAVI, HINDI] * 6, stock=Stock.SHEET), dpi=72)):
        assert_pictured(pytestconfig, f"cards/sheet-{side}.png", black(picture))


def test_no_golden_is_left_over() -> None:
    names = {f"{name}-{side}.png" for name in PICTURED for side in (0, 1)}
    assert_all_used("cards", names | {f"sheet-{side}.png" for side in range(4)})


def black(picture: Image.Image) -> Image.Image:
    return picture.convert("L").point(lambda grey: 255 if grey >= 128 else 0).convert("1")


@pytest.mark.parametrize("dpi", [203, 300])
def test_card_pdf_decodes_both_engines_and_is_pure_black(dpi: int) -> None:
    """In the colours of the screen and in the printer's black and white; the ink of the codes is black alone."""
    cards = [CardText(number, "Ravi Sharma") for number in numbers(25)]
    pdf = pdf_of(*cards)
    sides = pages(pdf, dpi=dpi)
    for card, front, back in zip(cards, sides[::2], sides[1::2], strict=True):
        for picture in (front, black(front)):
            assert read_by_both(picture) == ([("QRCode", card.number)], [("QRCode", card.number)])
        for picture in (back, black(back)):
            assert read_by_both(picture) == ([("Code128", card.number)], [("Code128", card.number)])
    assert inks_of_codes(pdf) == ["0 0 0 1"] * 2 * len(cards)
    assert not re.search(r"^0 0 0 rg", streams(pdf), re.MULTILINE), "a black that a printer would mix of three inks"


@pytest.mark.parametrize("dpi", [203, 300])
def test_both_readers_read_the_paper_card(dpi: int) -> None:
    for paper in (ROLL_58, ROLL_80):
        for card in (RAVI, HINDI):
            (picture,) = raster(paper_card(card, SHOP), paper, dpi)
            zxing, zbar = read_by_both(picture.convert("RGB"))
            assert sorted(zxing) == sorted(zbar) == [("Code128", card.number), ("QRCode", card.number)]


def test_a_paper_card_says_whose_it_is_and_that_it_is_a_copy() -> None:
    words = [getattr(block, "words", "") for block in paper_card(RAVI, SHOP, copy=1).blocks]
    assert words[:5] == ["Arogya Medicals", "Member card", "", "Ravi Sharma", "7000 1234 5641"]
    assert words[-2:] == ["Lost it? Call 020 2612 3456", "REPRINT — copy 2"]


def test_card_pdf_size_242_646x153_014() -> None:
    with closing(pypdfium2.PdfDocument(pdf_of(RAVI))) as document:
        boxes = [page.get_mediabox() for page in document]
    assert [[round(edge, 3) for edge in box] for box in boxes] == [[0, 0, 242.646, 153.014]] * 2


def test_a_print_shop_gets_a_millimetre_of_ink_around_the_cut() -> None:
    pdf = pdf_of(RAVI, stock=Stock.BLEED)
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        for page in document:
            left, bottom, right, top = page.get_trimbox()
            assert (round(right - left, 3), round(top - bottom, 3)) == (242.646, 153.014)
            assert left == bottom == pytest.approx(MM, abs=0.001)
            assert page.get_bleedbox() == page.get_mediabox() == pytest.approx((0, 0, right + MM, top + MM), abs=0.001)
    front, _ = pages(pdf, dpi=300)
    brand = front.getpixel((500, 60))
    assert {front.getpixel((2, 2)), front.getpixel((front.width - 3, 2)), front.getpixel((500, 2))} == {brand}


def inks_of_codes(pdf: bytes) -> list[str]:
    """The ink, in cyan, magenta, yellow and black, of each figure that is made of many rectangles."""
    figures = re.findall(r"q ([\d. ]+) k ((?:[\d. -]+ re ?)+)f Q", streams(pdf))
    return [ink for ink, path in figures if path.count(" re") > 25]


def test_the_codes_are_large_enough_and_their_quiet_zones_are_white() -> None:
    front, back = pages(pdf_of(RAVI), dpi=600)
    dots = 600 / 25.4
    (qr,), (bars,) = zxingcpp.read_barcodes(front), zxingcpp.read_barcodes(back)
    side = qr.position.top_right.x - qr.position.top_left.x
    assert side >= 18 * dots
    assert_quiet(front, qr.position, 4 * side / 21, 4 * side / 21)
    assert_quiet(back, bars.position, 10 * (bars.position.top_right.x - bars.position.top_left.x) / 101, 0)


def assert_quiet(picture: Image.Image, place: zxingcpp.Position, across: float, down: float) -> None:
    left, top, right, bottom = place.top_left.x, place.top_left.y, place.bottom_right.x, place.bottom_right.y
    surroundings = picture.crop((int(left - across), int(top - down), int(right + across), int(bottom + down)))
    slack = 6
    inside = (
        int(across) - slack,
        int(down) - slack,
        surroundings.width - int(across) + slack,
        surroundings.height - int(down) + slack,
    )
    surroundings.paste((255, 255, 255), inside)
    assert surroundings.getextrema() == ((255, 255),) * 3


def test_a_sheet_has_each_back_behind_its_front_and_marks_off_the_cards() -> None:
    cards = [CardText(number, "Ravi") for number in numbers(12)]
    pdf = pdf_of(*cards, stock=Stock.SHEET)
    sides = pages(pdf, dpi=200)
    assert {side.size for side in sides} == {(1654, 2339)}
    for first, front, back in ((0, sides[0], sides[1]), (10, sides[2], sides[3])):
        turned = {code.text: code.position for code in zxingcpp.read_barcodes(back)}
        for code in zxingcpp.read_barcodes(front):
            across = 1654 - (turned[code.text].top_left.x + turned[code.text].top_right.x) / 2
            assert abs(across - code.position.top_left.x) < 85.6 * 200 / 25.4 / 2 + 60
            assert abs(turned[code.text].top_left.y - code.position.top_left.y) < 200
        assert {code.text for code in zxingcpp.read_barcodes(front)} == {
            card.number for card in cards[first : first + 10]
        }
        assert set(turned) == {card.number for card in cards[first : first + 10]}


def test_ten_cards_lie_on_a_sheet_without_touching_its_edge_or_each_other() -> None:
    corners = [sheet.corner_of(place, is_back=False) for place in range(sheet.COUNT)]
    assert min(x for x, _ in corners) > 5 * MM
    assert min(y for _, y in corners) > 5 * MM
    assert max(y for _, y in corners) + 153.014 < (297 - 5) * MM
    assert max(x for x, _ in corners) + 242.646 < (210 - 5) * MM
    apart = {(round(abs(a - c), 3), round(abs(b - d), 3)) for a, b in corners for c, d in corners if (a, b) != (c, d)}
    assert all(x >= 242.646 + 2 * MM - 0.01 or y >= 153.014 + 2 * MM - 0.01 for x, y in apart)


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_any_name_is_fitted_and_leaves_codes_and_number_alone(name: str) -> None:
    pdf = pdf_of(CardText(RAVI.number, name))
    front, back = pages(pdf, dpi=300)
    assert read_by_both(front)[0] == [("QRCode", RAVI.number)]
    assert read_by_both(back)[0] == [("Code128", RAVI.number)]
    plain, _ = pages(pdf_of(CardText(RAVI.number, "")), dpi=300)
    changed = ImageChops.difference(front, plain).getbbox()
    if changed is not None:
        dots = 300 / 25.4
        left, top, right, bottom = (edge / dots for edge in changed)
        assert left >= 3
        assert right <= 51.5
        assert top >= 19
        assert bottom <= 34.5
    text = text_of(pdf)
    assert "7000 1234 5641" in text
    assert not [char for char in text if char < " " and char not in "\n"]


def test_a_name_too_long_even_for_small_letters_ends_in_an_ellipsis() -> None:
    assert "…" in text_of(pdf_of(CardText(RAVI.number, HOSTILE["three hundred letters"])))
    assert "…" not in text_of(pdf_of(CardText(RAVI.number, "Venkatanarasimharajuvaripeta S. Rao")))


ANY_NAME = st.text(st.characters(exclude_categories=()), max_size=300) | st.text(
    "रविशक्षत्र\u200d ₹💊\x1b\ud800", max_size=300
)


@settings(max_examples=25, deadline=None)
@given(ANY_NAME)
def test_no_name_raises(name: str) -> None:
    assert pdf_of(CardText(RAVI.number, name)).startswith(b"%PDF")


def test_a_hindi_card_is_worded_in_hindi_and_an_unknown_language_in_english() -> None:
    assert "सदस्य कार्ड" in text_of(pdf_of(HINDI))
    assert "Member card" in text_of(pdf_of(CardText(RAVI.number, "Ravi", "ta")))


def test_the_same_cards_make_the_same_bytes_whatever_was_printed_before() -> None:
    program = (
        "import sys\n"
        "from tests.unit.printing.cards import HINDI, RAVI, pdf_of\n"
        "from printing.cards.texts import CardText\n"
        "pdf_of(CardText(RAVI.number, 'ज्ञान स्त्री', 'hi'))\n"
        "sys.stdout.buffer.write(pdf_of(RAVI, HINDI))\n"
    )
    fresh = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True)
    assert fresh.stdout == pdf_of(RAVI, HINDI) == pdf_of(RAVI, HINDI)


def test_what_cards_share_is_in_the_file_once() -> None:
    one, hundred = (len(pdf_of(*[CardText(number, "Ravi") for number in numbers(count)])) for count in (2, 102))
    assert (hundred - one) / 100 < 2_500, "bytes a card"


def test_what_watches_can_end_the_drawing() -> None:
    class Enough(Exception):  # noqa: N818
        pass

    heard: list[int] = []

    def drawn(count: int) -> None:
        heard.append(count)
        if count == 3:
            raise Enough

    with pytest.raises(Enough):
        render((CardText(number, "") for number in numbers(9)), CLASSIC, SHOP, drawn=drawn)
    assert heard == [1, 2, 3]
    assert heard == [1, 2, 3]
    by_ten: list[int] = []
    render([RAVI] * 12, CLASSIC, SHOP, stock=Stock.SHEET, drawn=by_ten.append)
    assert by_ten == [10, 12]


def test_the_preview_is_the_card_in_the_dots_that_were_asked_for() -> None:
    front, back = faces(RAVI, CLASSIC, SHOP, dots_per_mm=8)
    assert (front.width, front.height) == (back.width, back.height) == (685, 432)
    picture = Image.frombytes("RGB", (back.width, back.height), back.dots)
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [RAVI.number]


def test_a_preview_without_a_number_says_so_and_carries_nobodys() -> None:
    pdf = pdf_of(CardText("", "Name"))
    assert text_of(pdf).count("•••• •••• ••••") == 2
    front, _ = pages(pdf, dpi=300)
    assert [code.text for code in zxingcpp.read_barcodes(front)] == ["0" * 12]
    assert card_number("0" * 10) != "0" * 12, "no member's number"
