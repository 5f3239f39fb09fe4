"""The decoder: it reads what our own printing prints, and says nothing where it is not certain."""

import sys
import time
from dataclasses import dataclass, field

import pytest

from app.devices.decoder import BARS, Decoder
from app.devices.engines import EngineMissingError, Zbar, Zxing
from app.devices.sighting import Sighting, Symbology, retail
from app.devices.vision import cv2, np
from printing import codes
from tests.codes_seen import CARD, PRODUCT, empty, held, page

CORNERS = ((10.0, 10.0), (390.0, 10.0), (390.0, 90.0), (10.0, 90.0))
BLANK = np.full((100, 400), 200, dtype=np.uint8)


@dataclass
class Told:
    """An engine that sees what it is told, whatever it is shown."""

    name: str
    texts: list[str]
    symbology: Symbology = Symbology.EAN13
    shown: list[tuple[int, int]] = field(default_factory=list)

    def read(self, picture):
        self.shown.append(picture.shape)
        larger = picture.shape[1] / 400
        return [Sighting(self.symbology, text, CORNERS, self.name).scaled(larger) for text in self.texts]


@pytest.mark.parametrize(
    ("modules", "symbology", "text"),
    [
        (codes.qr(CARD), Symbology.QR, CARD),
        (codes.code128(CARD), Symbology.CODE128, CARD),
        (codes.ean13(PRODUCT), Symbology.EAN13, PRODUCT),
        (codes.ean13("0036602301467"), Symbology.UPCA, "0036602301467"),
    ],
)
@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_what_we_print_is_read_whichever_way_it_is_held(modules, symbology, text, turns):
    picture = np.ascontiguousarray(np.rot90(held(page(modules)), turns))
    (code,) = Decoder().read(picture).codes
    assert (code.symbology, code.text) == (symbology, text)
    middle = picture.shape[1] / 2, picture.shape[0] / 2
    assert abs(code.centre[0] - middle[0]) < 60
    assert abs(code.centre[1] - middle[1]) < 60


def test_a_picture_without_a_code_has_none():
    assert Decoder().read(empty()).codes == ()


@pytest.mark.parametrize("shape", [(1, 1), (1, 300), (300, 1), (2, 2)])
def test_a_sliver_of_a_picture_has_none(shape):
    assert Decoder().read(np.zeros(shape, dtype=np.uint8)).codes == ()


def test_a_code_too_small_and_blurred_for_both_engines_is_read_from_a_clearer_picture():
    small = cv2.GaussianBlur(page(codes.ean13(PRODUCT), dots=2, tall=60), (0, 0), 1.5)
    assert [engine.read(small) for engine in (Zxing(), Zbar())] == [[], []]
    (code,) = Decoder().read(small).codes
    assert code.text == PRODUCT
    assert 20 < code.corners[0][0] < 32  # dots of the picture that was given


def test_a_misread_product_is_corrected_from_its_bars():
    """Another number with a right check digit, as an engine may make of blurred edges."""
    picture = held(page(codes.ean13(PRODUCT), tall=100))
    (true,) = Zxing().read(picture)
    wrong = Told("careless", ["8901030865008"])
    wrong.read = lambda _: [Sighting(Symbology.EAN13, "8901030865008", true.corners, "careless")]
    (code,) = Decoder([wrong]).read(picture).codes
    assert (code.text, code.engine) == (PRODUCT, BARS)


def test_one_look_is_not_believed_where_the_bars_say_nothing():
    words = Told("zxing-cpp", [PRODUCT])
    assert Decoder([words]).glance(BLANK, 0) == ()


def test_two_looks_that_agree_are_believed():
    found = Decoder([Told("zxing-cpp", [PRODUCT]), Told("other", [PRODUCT])]).read(BLANK).codes
    assert [code.text for code in found] == [PRODUCT]


def test_zbar_repeating_itself_is_not_believed():
    assert Decoder([Told("zbar", [PRODUCT])]).read(BLANK).codes == ()


def test_engines_that_contradict_each_other_are_not_believed():
    engines = [Told("zxing-cpp", [PRODUCT]), Told("zbar", ["4006381333931"])]
    assert Decoder(engines).read(BLANK).codes == ()


def test_bars_that_seem_to_be_in_a_qr_code_are_none():
    engines = [Told("zxing-cpp", ["hello"], Symbology.QR), Told("zbar", ["A1"], Symbology.CODE39)]
    (code,) = Decoder(engines).read(BLANK).codes
    assert code.text == "hello"


def test_the_inner_of_two_qr_codes_is_meant():
    paper = page(codes.qr("outer " * 12), dots=8)
    inner = page(codes.qr("inner"), dots=2, quiet=4)
    high, wide = inner.shape
    top, left = (paper.shape[0] - high) // 2, (paper.shape[1] - wide) // 2
    paper[top : top + high, left : left + wide] = inner
    assert [code.text for code in Decoder().read(paper).codes] == ["inner"]


def test_frames_are_looked_at_in_turns():
    first, second = Told("zxing-cpp", []), Told("zbar", [])
    decoder = Decoder([first, second])
    for turn in range(4):
        decoder.glance(BLANK, turn)
    assert len(first.shown) == 6  # every frame, and a clearer one in every other
    assert len(second.shown) == 2


def test_a_product_in_a_frame_is_read_from_its_bars():
    (code,) = Decoder().glance(held(page(codes.ean13(PRODUCT))), 0)
    assert code.text == PRODUCT


@pytest.mark.parametrize(
    ("digits", "named"),
    [
        ("8901030865275", (Symbology.EAN13, "8901030865275")),
        ("8901030865279", None),
        ("036602301467", (Symbology.UPCA, "0036602301467")),
        ("96385074", (Symbology.EAN8, "96385074")),
        ("96385075", None),
        ("12345", None),
        ("890103086527x", None),
        ("٨٩٠١٠٣٠٨٦٥٢٧٥", None),
    ],
)
def test_the_check_digit_of_a_product(digits, named):
    assert retail(digits) == named


@pytest.mark.parametrize("text", ["été à la carte", "रवि शर्मा", "[内側QRコード]"])
def test_other_scripts_in_a_qr_code_are_read_as_they_were_written(text):
    (code,) = Decoder().read(page(codes.qr(text))).codes
    assert (code.text, code.engine) == (text, "zxing-cpp")
    assert Zbar().read(page(codes.qr(text))) == []  # it would be a guess


def test_decoder_missing_is_survivable(monkeypatch, caplog):
    monkeypatch.setitem(sys.modules, "pyzbar", None)
    with pytest.raises(EngineMissingError, match="zbar library missing"):
        Zbar()
    decoder = Decoder()
    assert (decoder.name, decoder.missing) == ("zxing-cpp", ("zbar library missing",))
    (code,) = decoder.read(held(page(codes.qr(CARD)))).codes
    assert code.text == CARD
    monkeypatch.setitem(sys.modules, "zxingcpp", None)
    none = Decoder()
    assert (none.can_read, none.missing) == (False, ("zxing-cpp is missing", "zbar library missing"))
    assert none.read(BLANK).codes == ()
    assert [record.levelname for record in caplog.records] == ["WARNING"] * 3


def test_a_libzbar_that_is_not_there_is_a_missing_engine(monkeypatch):
    monkeypatch.setattr("ctypes.util.find_library", lambda _: None)
    for name in [name for name in sys.modules if name.startswith("pyzbar")]:
        monkeypatch.delitem(sys.modules, name)
    with pytest.raises(EngineMissingError, match="zbar library missing"):
        Zbar()


def test_a_product_that_is_not_certain_at_once_is_looked_for_beside_a_code_that_is():
    """The card is read at the first look; the box beside it is blurred, and needs another."""
    card = page(codes.qr(CARD))
    box = cv2.GaussianBlur(page(codes.ean13(PRODUCT), dots=2, tall=60), (0, 0), 1.2)
    both = np.full((card.shape[0], card.shape[1] + box.shape[1]), 255, dtype=np.uint8)
    both[:, : card.shape[1]] = card
    both[: box.shape[0], card.shape[1] :] = box
    assert {code.text for code in Decoder().read(both).codes} == {CARD, PRODUCT}


def test_a_picture_that_takes_long_is_given_up_in_the_end(monkeypatch):
    class Slow(Told):
        def read(self, picture):
            time.sleep(0.02)
            return super().read(picture)

    slow = Slow("zxing-cpp", [])
    monkeypatch.setattr("app.devices.decoder.SEARCH_S_MAX", 0.05)
    assert Decoder([slow]).read(BLANK).codes == ()
    assert 2 <= len(slow.shown) <= 4
