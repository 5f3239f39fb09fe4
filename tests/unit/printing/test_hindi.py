"""Hindi on paper beside the same words set by Qt: another shaper's path, the same letters."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from PySide6.QtGui import QFont, QFontDatabase, QImage, QPainter, Qt

from printing import fonts
from printing.document import Document, Size, Text
from printing.paper import ROLL_80
from printing.pdf import render
from printing.runs import Script
from tests.unit.printing.paper import ink_box, pictures_of

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

PIXELS_PER_POINT = 8
EM_PIXELS = 13 * PIXELS_PER_POINT  # Size.LARGE
LIKE = 0.8  # of thin figures a fraction of a dot costs much; letters that were not shaped come to less than 0.6
HINDI = ["रवि शर्मा", "क्षत्रिय", "दवाइयाँ", "ज्ञान", "स्त्री", "कर्त्तव्य", "हृदय"]


def on_paper(words: str, *, bold: bool) -> Image.Image:
    pdf = render(Document("", (Text(words, size=Size.LARGE, bold=bold),)), ROLL_80)
    return pictures_of(pdf, dots_per_inch=72 * PIXELS_PER_POINT)[0]


def by_qt(words: str, script: Script, *, bold: bool) -> Image.Image:
    image = QImage(int(ROLL_80.width) * PIXELS_PER_POINT, 2 * EM_PIXELS, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setFont(_qt_font(script, bold=bold))
    painter.drawText(EM_PIXELS, EM_PIXELS + EM_PIXELS // 3, words)
    painter.end()
    return Image.frombytes(
        "L", (image.width(), image.height()), bytes(image.constBits()), "raw", "L", image.bytesPerLine()
    )


def _qt_font(script: Script, *, bold: bool) -> QFont:
    added = QFontDatabase.addApplicationFont(str(fonts.FOLDER / f"{fonts.name_of(script, bold=bold)}.ttf"))
    font = QFont(QFontDatabase.applicationFontFamilies(added))
    font.setPixelSize(EM_PIXELS)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setKerning(False)
    return font


def unshaped(words: str) -> Image.Image:
    """The same letters one after another, as a PDF library sets them that knows no Devanagari."""
    from reportlab.pdfgen.canvas import Canvas

    fonts.coverage()
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(ROLL_80.width, 40))
    canvas.setFont(fonts.name_of(Script.DEVANAGARI, bold=False), 13)
    canvas.drawString(10, 15, words)
    canvas.save()
    return pictures_of(buffer.getvalue(), dots_per_inch=72 * PIXELS_PER_POINT)[0]


def likeness(one: Image.Image, other: Image.Image) -> float:
    """Ink common to both ÷ ink of either, with their corners laid on each other."""
    first, second = (picture.crop(ink_box(picture)) for picture in (one, other))
    size = max(first.width, second.width), max(first.height, second.height)
    sheets = [_ink_on(size, picture) for picture in (first, second)]
    common, either = ImageChops.darker(*sheets), ImageChops.lighter(*sheets)
    return common.histogram()[255] / either.histogram()[255]


def _ink_on(size: tuple[int, int], picture: Image.Image) -> Image.Image:
    sheet = Image.new("L", size, 0)
    sheet.paste(picture.point(lambda grey: 255 if grey < 128 else 0))
    return sheet


def words_of_the_receipt() -> dict[str, Script]:
    """Every Hindi word and every amount that the golden of the Hindi receipt says, each once."""
    golden = Path(__file__).parents[2] / "golden" / "papers" / "sale-hi.txt"
    said = golden.read_text("utf-8").split()
    hindi = {word: Script.DEVANAGARI for word in said if all("\u0900" <= one <= "\u097f" for one in word)}
    return hindi | {word: Script.LATIN for word in said if word.startswith("₹")}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("bold", [False, True], ids=["regular", "bold"])
def test_receipt_hindi_rupee_golden(bold: bool) -> None:
    """What a receipt says in Hindi and in rupees is drawn as Qt, with a shaper of its own, draws it."""
    wanted = words_of_the_receipt() | dict.fromkeys(HINDI, Script.DEVANAGARI)
    assert {"धन्यवाद", "₹211.00"} <= set(wanted)
    unlike = {
        words: round(alike, 2)
        for words, script in wanted.items()
        if (alike := likeness(on_paper(words, bold=bold), by_qt(words, script, bold=bold))) < LIKE
    }
    assert unlike == {}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("words", ["शर्मा", "क्षत्रिय", "ज्ञान", "स्त्री"])
def test_the_comparison_would_see_unshaped_letters(words: str) -> None:
    assert likeness(unshaped(words), by_qt(words, Script.DEVANAGARI, bold=False)) < 0.6
