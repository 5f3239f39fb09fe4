"""Cards: how many a second, whether every code reads, and what a camera makes of a card beside its bare codes."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from io import BytesIO
from typing import TYPE_CHECKING

from app.domain.codes import card_number, format_card_number
from bench.camera import WIDTHS_PX, seen
from bench.figures import Figure
from printing import codes, fonts
from printing.cards import sizes
from printing.cards.pdf import render
from printing.cards.template import Area, Bars, Mark, Qr
from printing.cards.template_file import find_template
from printing.cards.texts import CardText, ShopText
from printing.codes import bars
from printing.runs import Script

if TYPE_CHECKING:
    from PIL.Image import Image
    from reportlab.pdfgen.canvas import Canvas

COUNT = 1_000
A_SECOND_MIN, RATIO_MAX = 150, 2.0
SHOTS = 60  # pictures a width
_SHOP = ShopText("Shree Medical", "020 2612 3456", "12 MG Road, Pune 411001")
_BATCH = 100  # cards rendered at a time


def card_figures() -> list[Figure]:
    cards = _cards(COUNT)
    return [_speed(cards), *(_decoded(cards, dpi=dpi) for dpi in (300, 203)), *_camera(cards[:SHOTS])]


def _cards(count: int) -> list[CardText]:
    dice = random.Random(2026)
    drawn = [card_number(f"{dice.randrange(10**10):010}") for _ in range(count)]
    return [CardText(number, f"Member {place} Sharma") for place, number in enumerate(drawn)]


def _speed(cards: Sequence[CardText]) -> Figure:
    """Best of three runs each, in turns, in seconds of the one core that draws: others may work on the machine too."""
    template = find_template("classic")
    render(cards[:10], template, _SHOP)
    ours, plain = [], []
    for _ in range(3):
        plain.append(_seconds(lambda: _plainly(cards)))
        ours.append(_seconds(lambda: render(cards, template, _SHOP)))
    rate, floor = (len(cards) / min(seconds) for seconds in (ours, plain))
    return Figure(
        path=f"{len(cards):,} cards, front and back, in one PDF",
        measured=f"{rate:,.0f} cards a second of one core",
        floor=f"{floor:,.0f} with plain reportlab",
        ratio=f"{floor / rate:.2f}",
        held_to=f"≥ {A_SECOND_MIN} a second, ratio ≤ {RATIO_MAX:g}",
        held=rate >= A_SECOND_MIN and floor / rate <= RATIO_MAX,
    )


def _seconds(action: Callable[[], object]) -> float:
    started = time.process_time()
    action()
    return time.process_time() - started


def _plainly(cards: Sequence[CardText]) -> bytes:
    """The same pages as one would write them by hand: no template, fitting or shaping, no check of any text."""
    from reportlab.pdfgen.canvas import Canvas

    fonts.coverage()
    regular, bold = (fonts.name_of(Script.LATIN, bold=weight) for weight in (False, True))
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(sizes.WIDTH, sizes.HEIGHT), invariant=1)
    for card in cards:
        canvas.setFillColorRGB(0.04, 0.36, 0.29)
        canvas.rect(0, 110, sizes.WIDTH, 43, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        _say(canvas, bold, 14, 14, 128, _SHOP.name)
        _say(canvas, regular, 9, 180, 130, "Member card")
        canvas.setFillColorCMYK(0, 0, 0, 1)
        _say(canvas, bold, 13, 14, 82, card.name)
        _say(canvas, regular, 13, 14, 40, format_card_number(card.number))
        _say(canvas, regular, 6, 14, 22, "Show this card at every visit and collect points.")
        _fill(canvas, codes.qr(card.number), 160, 87, 2.88, 2.88)
        canvas.showPage()
        canvas.setFillColorRGB(0.04, 0.36, 0.29)
        canvas.rect(0, 139, sizes.WIDTH, 14, stroke=0, fill=1)
        canvas.setFillColorCMYK(0, 0, 0, 1)
        _fill(canvas, codes.code128(card.number), 35, 127, 1.68, 45)
        _say(canvas, regular, 8, 90, 72, format_card_number(card.number))
        for line in range(4):
            _say(
                canvas,
                regular,
                6.5,
                14,
                60 - 9 * line,
                "This card belongs to the shop and is shown when you pay at the till",
            )
        _say(canvas, bold, 8, 14, 24, f"Questions, or a lost card: {_SHOP.phone}")
        _say(canvas, regular, 6.5, 14, 14, _SHOP.address)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _say(canvas: Canvas, font: str, size: float, x: float, y: float, text: str) -> None:
    canvas.setFont(font, size)
    canvas.drawString(x, y, text)


def _fill(canvas: Canvas, modules: codes.Modules, left: float, top: float, wide: float, high: float) -> None:
    path = canvas.beginPath()
    for row, column, length in bars(modules):
        path.rect(left + column * wide, top - (row + 1) * high, length * wide, high)
    canvas.drawPath(path, stroke=0, fill=1)


def _decoded(cards: Sequence[CardText], *, dpi: int) -> Figure:
    """A card counts when both readers read its number from both sides."""
    read = sum(_is_read(front, back, card.number) for card, front, back in _sides(cards, dpi=dpi))
    return Figure(
        path=f"both codes of {len(cards):,} random cards at {dpi} dpi",
        measured=f"{read:,} read by zxing-cpp and by zbar",
        floor="–",
        ratio="–",
        held_to=f"{len(cards):,}",
        held=read == len(cards),
    )


def _sides(cards: Sequence[CardText], *, dpi: int) -> Iterator[tuple[CardText, Image, Image]]:
    import pypdfium2

    template = find_template("classic")
    for start in range(0, len(cards), _BATCH):
        some = cards[start : start + _BATCH]
        with closing(pypdfium2.PdfDocument(render(some, template, _SHOP))) as document:
            for place, card in enumerate(some):
                front, back = (
                    document[2 * place + side].render(scale=dpi / 72, grayscale=True).to_pil() for side in (0, 1)
                )
                yield card, front, back


def _is_read(front: Image, back: Image, number: str) -> bool:
    import zxingcpp
    from pyzbar import pyzbar

    texts = [[code.text for code in zxingcpp.read_barcodes(side)] for side in (front, back)]
    texts += [[code.data.decode() for code in pyzbar.decode(side)] for side in (front, back)]
    return texts == [[number]] * 4


def _camera(cards: Sequence[CardText]) -> list[Figure]:
    """The card in a hand before a webcam, beside its codes alone: what does a card around them cost?"""
    sides = list(_sides(cards, dpi=300))
    return [_camera_figure(sides, width) for width in WIDTHS_PX]


def _camera_figure(sides: Sequence[tuple[CardText, Image, Image]], width_px: int) -> Figure:
    found = {"QR": [0, 0], "Code 128": [0, 0]}
    for place, (card, front, back) in enumerate(sides):
        for name, side in (("QR", front), ("Code 128", back)):
            found[name][0] += seen(side, card.number, width_px=width_px, shot=place)
            found[name][1] += seen(_bare(side, name), card.number, width_px=width_px, shot=place)
    of_cards, of_codes = (
        ", ".join(f"{name} {100 * counts[which] / len(sides):.0f} %" for name, counts in found.items())
        for which in (0, 1)
    )
    return Figure(
        path=f"a camera, the card {width_px} px wide, {len(sides)} pictures",
        measured=of_cards,
        floor=f"bare codes: {of_codes}",
        ratio="–",
        held_to="reported",
        held=True,
    )


def _bare(side: Image, name: str) -> Image:
    """White all around the code, which stays where and as large as it was."""
    from PIL import Image as Images

    template = find_template("classic")
    room = _room(template.front if name == "QR" else template.back)
    dots = side.width / sizes.WIDTH_MM
    left, top = round(room.x * dots), round(room.y * dots)
    blank = Images.new("L", side.size, 255)
    right, bottom = round((room.x + room.width) * dots), round((room.y + room.height) * dots)
    blank.paste(side.crop((left, top, right, bottom)), (left, top))
    return blank


def _room(marks: Sequence[Mark]) -> Area:
    """The code of a side, with its quiet zone."""
    (room,) = (mark.room for mark in marks if isinstance(mark, (Qr, Bars)))
    return room
