"""A document in black dots, for printers that take pictures: what the PDF shows, with codes in whole dots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from printing import pdfium, photos
from printing.codes import bars
from printing.document import Document
from printing.layout import pages
from printing.marks import Page, Photo, Symbol
from printing.paper import Paper
from printing.pdf import drawn

if TYPE_CHECKING:
    from PIL.Image import Image

_TRUE_DPI = {203: 203.2}  # eight dots a millimetre, which everybody calls 203
_DARK_BELOW = 160  # of 255: thin strokes of small letters stay whole


def render(document: Document, paper: Paper, dpi: int = 203) -> list[Image]:
    """The pages as pictures of mode "1"; of a roll what the print head reaches: 384 or 576 dots wide at 203 dpi."""
    scale = _TRUE_DPI.get(dpi, dpi) / 72
    sheets = pages(document, paper)
    shown = pdfium.greys(drawn(map(_without_pictures, sheets), title=""), dots_per_point=scale)
    pictures = [_dots(page, grey, scale) for page, grey in zip(sheets, shown, strict=True)]
    return [_reached(picture, paper, scale) for picture in pictures] if paper.is_roll else pictures


def _without_pictures(page: Page) -> Page:
    return Page(page.width, page.height, tuple(mark for mark in page.marks if not isinstance(mark, Symbol | Photo)))


def _dots(page: Page, grey: Image, scale: float) -> Image:
    picture = grey.point(_THRESHOLD, "1")
    for mark in page.marks:
        if isinstance(mark, Symbol):
            _put_symbol(picture, mark, scale)
        elif isinstance(mark, Photo):
            _put_photo(picture, mark, scale)
    return picture


_THRESHOLD = [0 if grey < _DARK_BELOW else 255 for grey in range(256)]


def _put_symbol(picture: Image, symbol: Symbol, scale: float) -> None:
    """As many whole dots a module as its place holds, in the middle of that place."""
    from PIL import ImageDraw

    wide = max(1, int(symbol.module_width * scale + 0.01))
    high = wide if symbol.module_width == symbol.module_height else round(symbol.module_height * scale)
    left = round(symbol.x * scale + (symbol.width * scale - len(symbol.modules[0]) * wide) / 2)
    top = round(symbol.y * scale + (symbol.height * scale - len(symbol.modules) * high) / 2)
    pen = ImageDraw.Draw(picture)
    for row, column, length in bars(symbol.modules):
        x, y = left + column * wide, top + row * high
        pen.rectangle((x, y, x + length * wide - 1, y + high - 1), fill=0)


def _put_photo(picture: Image, photo: Photo, scale: float) -> None:
    """Greys as a pattern of dots."""
    opened = photos.opened(photo.image)
    assert opened is not None, "only a picture that opens is given a place"
    size = round(photo.width * scale), round(photo.height * scale)
    picture.paste(opened.convert("L").resize(size).convert("1"), (round(photo.x * scale), round(photo.y * scale)))


def _reached(picture: Image, paper: Paper, scale: float) -> Image:
    margin = round(paper.margin * scale)
    return picture.crop((margin, margin, margin + round(paper.room_width * scale), picture.height - margin))
