"""Cards as a PDF: each side a page of exactly its size, with a bleed for print shops, or ten on an A4 sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum, auto
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING

from printing import fonts
from printing.cards import sheet, sizes
from printing.cards.drawing import BACK, FRONT, CardInk
from printing.cards.template import Template
from printing.cards.texts import CardText, ShopText
from printing.runs import Script

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


class Stock(Enum):
    """What cards are printed on: blank plastic, a print shop's press with its bleed, or sheets of paper to be cut."""

    PLASTIC = auto()
    BLEED = auto()
    SHEET = auto()


def render(
    cards: Iterable[CardText],
    template: Template,
    shop: ShopText,
    *,
    stock: Stock = Stock.PLASTIC,
    drawn: Callable[[int], object] = lambda _: None,
) -> bytes:
    """The cards in their order, front and back; the same bytes for the same cards.

    `drawn` is told after each card, or sheet of them, how many there are by now; what it raises ends the drawing.
    """
    from reportlab.pdfgen.canvas import Canvas

    fonts.coverage()
    buffer = BytesIO()
    regular = fonts.name_of(Script.LATIN, bold=False)
    canvas = Canvas(buffer, pagesize=_page(stock), invariant=1, initialFontName=regular, pageCompression=1)
    canvas.setTitle("Cards")
    ink = CardInk(canvas, template, shop, bleeds=stock is not Stock.PLASTIC)
    for count in _PAGES[stock](ink, iter(cards)):
        drawn(count)
    canvas.save()
    return buffer.getvalue()


def _page(stock: Stock) -> tuple[float, float]:
    if stock is Stock.SHEET:
        return sheet.WIDTH, sheet.HEIGHT
    beyond = 2 * sizes.BLEED if stock is Stock.BLEED else 0.0
    return sizes.WIDTH + beyond, sizes.HEIGHT + beyond


def _plastic(ink: CardInk, cards: Iterator[CardText]) -> Iterator[int]:
    for count, card in enumerate(cards, 1):
        for side in (FRONT, BACK):
            ink.draw(side, card)
            ink.canvas.showPage()
        yield count


def _with_bleed(ink: CardInk, cards: Iterator[CardText]) -> Iterator[int]:
    edge = sizes.BLEED
    trim = (edge, edge, edge + sizes.WIDTH, edge + sizes.HEIGHT)
    for count, card in enumerate(cards, 1):
        for side in (FRONT, BACK):
            ink.canvas.setTrimBox(trim)
            ink.canvas.setBleedBox((0, 0, *_page(Stock.BLEED)))
            ink.canvas.translate(edge, edge)
            ink.draw(side, card)
            ink.canvas.showPage()
        yield count


def _sheets(ink: CardInk, cards: Iterator[CardText]) -> Iterator[int]:
    """Fronts, then their backs mirrored, so that a sheet turned on its long edge has each back behind its front."""
    count = 0
    while ten := tuple(islice(cards, sheet.COUNT)):
        for side in (FRONT, BACK):
            _draw_sheet(ink, ten, side)
            ink.canvas.showPage()
        count += len(ten)
        yield count


def _draw_sheet(ink: CardInk, cards: Sequence[CardText], side: str) -> None:
    canvas: Canvas = ink.canvas
    for place, card in enumerate(cards):
        canvas.saveState()
        canvas.translate(*sheet.corner_of(place, is_back=side == BACK))
        ink.draw(side, card)
        canvas.restoreState()
    sheet.draw_marks(canvas, len(cards), is_back=side == BACK)


_PAGES: dict[Stock, Callable[[CardInk, Iterator[CardText]], Iterator[int]]] = {
    Stock.PLASTIC: _plastic,
    Stock.BLEED: _with_bleed,
    Stock.SHEET: _sheets,
}
