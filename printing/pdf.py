"""A document as a PDF on a roll or on sheets: the same bytes for the same document."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from printing import fonts, photos
from printing.document import Document
from printing.inking import draw_words, fill_modules
from printing.layout import pages
from printing.marks import Mark, Page, Photo, Stroke, Symbol, Words
from printing.paper import Paper
from printing.runs import Script, clean

if TYPE_CHECKING:
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

_ASCENT = 1.07  # × size: from the top of a line down to its baseline
_STROKE_WEIGHT = 0.6


def render(document: Document, paper: Paper) -> bytes:
    """The document as a PDF. No text raises: what cannot be drawn is replaced or cut."""
    return drawn(pages(document, paper), title=clean(document.title))


def drawn(sheets: Iterable[Page], *, title: str) -> bytes:
    """The PDF of pages that are set already."""
    from reportlab.pdfgen.canvas import Canvas

    fonts.coverage()
    buffer = BytesIO()
    regular = fonts.name_of(Script.LATIN, bold=False)
    canvas = Canvas(buffer, invariant=1, initialFontName=regular)
    canvas.setTitle(title)
    for page in sheets:
        canvas.setPageSize((page.width, page.height))
        for mark in page.marks:
            _draw(canvas, mark, page.height)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _draw(canvas: Canvas, mark: Mark, page_height: float) -> None:
    top = page_height - mark.y
    match mark:
        case Words():
            baseline = top - mark.size * _ASCENT
            draw_words(canvas, mark.text, x=mark.x, baseline=baseline, size=mark.size, bold=mark.bold)
        case Stroke():
            canvas.setLineWidth(_STROKE_WEIGHT)
            canvas.line(mark.x, top, mark.x + mark.length, top)
        case Symbol():
            fill_modules(canvas, mark.modules, mark.x, top, mark.module_width, mark.module_height)
        case Photo():
            canvas.drawImage(_reader(mark.image), mark.x, top - mark.height, mark.width, mark.height)


@lru_cache(maxsize=4)
def _reader(image: bytes) -> ImageReader:
    from reportlab.lib.utils import ImageReader

    return ImageReader(photos.opened(image))
