"""Templates of cards: what is in the file is on the card, and a broken one is refused with its line and its field."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from printing.cards.pdf import render
from printing.cards.template_file import TemplateFault, find_template, parse_template, read_template
from printing.cards.texts import ShopText
from tests.unit.printing.cards import HINDI, RAVI, pages, pdf_of, read_by_both
from tests.unit.printing.paper import text_of

FILE = Path("mine.toml")
QR = '[[front]]\ndraw = "qr"\nat = [50, 20]\nsize = 21\n'
BARS = '[[back]]\ndraw = "bars"\nat = [12, 9]\nwidth = 61\nheight = 16\n'
WORDS = '[[front]]\ndraw = "text"\nat = [5, 5]\nwidth = 40\nsize = 9\nwords = "Hello"\n'

BROKEN = {
    "name = ": "mine.toml is not TOML: Invalid value (at end of document)",
    'name = "x"\nnmae = "y"\n': "line 2: field 'nmae' is not known here",
    "name = 5\n": "line 1: field 'name' is a text",
    "[middle]\n": "line 1: field 'middle' is not known here",
    '[colours]\nbrand = "green"\n': "line 2: field 'brand' is a colour like \"#0b6e4f\"",
    "colours = 5\n": "line 1: field 'colours' is a table",
    '[front]\ndraw = "qr"\n': "field 'front' is written [[front]], once for each mark",
    "[[front]]\nat = [5, 5]\n": "line 1: front 1, field 'draw' is missing",
    '[[front]]\ndraw = "circle"\n': "line 2: front 1, field 'draw' is one of box, picture, text, qr, bars",
    f"{WORDS}colour = 'brand'\n": "line 7: front 1, field 'colour' is one of black, white",
    WORDS.replace("9", '"9"'): "line 5: front 1, field 'size' is a number from 4 to 40",
    WORDS.replace("9", "90"): "line 5: front 1, field 'size' is a number from 4 to 40",
    WORDS.replace("9", "nan"): "line 5: front 1, field 'size' is a number from 4 to 40",
    f"{WORDS}size_min = 12\n": "line 7: front 1, field 'size_min' is a number from 4 to 9",
    f"{WORDS}lines = true\n": "line 7: front 1, field 'lines' is a number from 1 to 12",
    f"{WORDS}weight = 'heavy'\n": "line 7: front 1, field 'weight' is regular or bold",
    f"{WORDS}align = 'middle'\n": "line 7: front 1, field 'align' is left, centre or right",
    f"{WORDS}font = 'Arial'\n": "line 7: front 1, field 'font' is not known to a text",
    WORDS.replace("Hello", "{balance}"): "line 6: front 1, field 'words' names {balance}; there are name, number, shop",
    WORDS.replace('"Hello"', '{ hi = "नमस्ते" }'): "line 6: front 1, field 'words' is a text, or one for each language",
    WORDS.replace('"Hello"', '{ en = "Hello", fr = "Salut" }'): "line 6: front 1, field 'words' is a text, or one for",
    WORDS.replace("Hello", "x" * 501): "line 6: front 1, field 'words' is a text of at most 500 letters",
    WORDS.replace("[5, 5]", "[5]"): "line 3: front 1, field 'at' is two numbers of millimetres, like [5, 12.5]",
    WORDS.replace("[5, 5]", "[2, 5]"): "line 3: front 1, field 'at' puts it nearer than 3 mm to the edge of the card",
    WORDS.replace("40", "80"): "line 3: front 1, field 'at' puts it nearer than 3 mm",
    QR.replace("21", "17.5"): "line 4: front 1, field 'size' is a number from 18 to 40",
    QR.replace("[50", "[61.2"): "line 3: front 1, field 'at' leaves the code's quiet zone no room on the card",
    BARS.replace("61", "20"): "line 4: back 1, field 'width' is a number from 25.654 to 80",
    BARS.replace("16", "5"): "line 5: back 1, field 'height' is a number from 6 to 40",
    BARS.replace("[12", "[5"): "line 3: back 1, field 'at' leaves the code's quiet zone no room on the card",
    f"{QR}{WORDS.replace('[5, 5]', '[5, 30]').replace('40', '43')}": "line 3: front 1, field 'at' lets something into",
    f'[[front]]\ndraw = "box"\nat = [0, 0]\nsize = [60, 40]\n{QR}': "line 7: front 2, field 'at' lets something into",
    '[[front]]\ndraw = "box"\nat = [0, 0]\nsize = [0, 40]\n': "line 4: front 1, field 'size' is a width and a height",
    '[[front]]\ndraw = "picture"\nat = [5, 5]\nsize = [9, 9]\nfile = "../x.png"\n': "line 5: front 1, field 'file' is",
    f"{WORDS}{WORDS.replace('9', '3')}": "line 11: front 2, field 'size' is a number from 4 to 40",
    f"{BARS}\n# more\n[[ front ]] # here\n{WORDS[10:]}align = 5\n": "line 14: front 1, field 'align' is left",
}


@pytest.mark.parametrize(("text", "said"), BROKEN.items())
def test_a_broken_template_is_refused_with_its_line_and_field(text: str, said: str) -> None:
    with pytest.raises(TemplateFault) as fault:
        parse_template(text, FILE)
    assert said in fault.value.sentence
    assert fault.value.sentence.startswith("mine.toml")
    assert "Nothing was printed" in fault.value.sentence


def test_too_much_of_a_template_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TemplateFault, match="a side has at most 60"):
        parse_template(WORDS * 61, FILE)
    long, latin = tmp_path / "long.toml", tmp_path / "latin.toml"
    long.write_text("#" * 100_001)
    latin.write_bytes(b'name = "caf\xe9"')
    with pytest.raises(TemplateFault, match=r"long\.toml is longer than 100,000 bytes"):
        read_template(long)
    with pytest.raises(TemplateFault, match=r"latin\.toml cannot be read"):
        read_template(latin)


def test_a_template_is_found_in_the_shops_folder_before_the_bundled_one(tmp_path: Path) -> None:
    assert find_template("classic", (tmp_path,)).name == "Classic"
    (tmp_path / "classic.toml").write_text('name = "Ours"\n')
    assert find_template("classic", (tmp_path,)).name == "Ours"
    with pytest.raises(TemplateFault, match="no card template called 'gold'"):
        find_template("gold", (tmp_path,))


def test_a_white_box_makes_room_for_a_code_on_any_ground() -> None:
    ground = '[[front]]\ndraw = "box"\nat = [0, 0]\nsize = [85.6, 53.98]\n'
    patch = '[[front]]\ndraw = "box"\nat = [45, 15]\nsize = [32, 32]\ncolour = "white"\n'
    template = parse_template(ground + patch + QR + BARS, FILE)
    front, _ = pages(pdf_of(RAVI, template=template), dpi=300)
    assert read_by_both(front) == ([("QRCode", RAVI.number)], [("QRCode", RAVI.number)])


def test_every_bundled_template_prints_a_card_that_reads() -> None:
    for name in ("classic", "plain"):
        front, back = pages(pdf_of(HINDI, template=find_template(name)), dpi=203)
        assert read_by_both(front)[0] == [("QRCode", HINDI.number)]
        assert read_by_both(back)[0] == [("Code128", HINDI.number)]


LOGO = '[[front]]\ndraw = "picture"\nat = [60, 3]\nsize = [20, 9]\nfile = "logo.png"\n'


@pytest.mark.parametrize("content", [None, b"", b"no picture at all", b"\x89PNG\r\n\x1a\n" + b"\0" * 40])
def test_a_missing_logo_is_said_and_the_card_printed_without_it(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "logo.png").write_bytes(content)
    (tmp_path / "mine.toml").write_text(LOGO + WORDS)
    template = find_template("mine", (tmp_path,))
    assert template.said == ("The logo logo.png is missing or no picture, so cards are printed without it.",)
    assert "Hello" in text_of(pdf_of(RAVI, template=template))


def test_a_logo_is_drawn_in_its_own_proportions_and_once_for_all_cards(tmp_path: Path) -> None:
    Image.effect_noise((400, 100), 60).convert("RGB").save(tmp_path / "logo.png")
    (tmp_path / "mine.toml").write_text(LOGO + WORDS)
    template = find_template("mine", (tmp_path,))
    assert template.said == ()
    front, _ = pages(pdf_of(RAVI, template=template), dpi=300)
    corner = front.convert("L").crop((600, 0, 1012, 160)).point(lambda grey: 255 * (grey < 250)).getbbox()
    assert corner is not None
    left, top, right, bottom = (edge * 25.4 / 300 for edge in corner)
    assert (right - left) / (bottom - top) == pytest.approx(4, rel=0.05)
    assert 9 < (right - left) <= 20.2
    one, two = len(pdf_of(RAVI, template=template)), len(pdf_of(RAVI, HINDI, template=template))
    assert two - one < 5_000


def test_words_are_in_the_members_language_and_say_nothing_where_there_is_nothing_to_say() -> None:
    words = WORDS.replace('"Hello"', '{ en = "Call {shop_phone}", hi = "फ़ोन {shop_phone}" }')
    template = parse_template(words, FILE)
    assert "Call 020 2612 3456" in text_of(pdf_of(RAVI, template=template))
    assert "020 2612 3456" in text_of(pdf_of(HINDI, template=template))
    assert "Call" not in text_of(pdf_of(HINDI, template=template))
    assert text_of(render([RAVI], template, ShopText("Arogya"))).strip() == ""
