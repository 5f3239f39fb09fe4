"""Paper in the hand: open a printed PDF, read it, look at it."""

from __future__ import annotations

from contextlib import closing

import pypdfium2
from PIL import Image

from app.services.papers.receipt_facts import ReceiptFacts
from printing.paper import ROLL_80, Paper
from printing.pdf import render
from printing.receipt import compose

DOTS_PER_INCH = 203  # what a receipt printer has


def printed(facts: ReceiptFacts, paper: Paper = ROLL_80) -> bytes:
    return render(compose(facts), paper)


def text_of(pdf: bytes) -> str:
    """What a reader or a search finds on the pages."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return "\n".join(page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document)


def pictures_of(pdf: bytes, *, dots_per_inch: int = DOTS_PER_INCH) -> list[Image.Image]:
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return [page.render(scale=dots_per_inch / 72, grayscale=True).to_pil() for page in document]


def sizes_of(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of each page, in points."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return [page.get_size() for page in document]


def ink_box(picture: Image.Image) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of everything that is not white."""
    box = picture.point(lambda grey: 255 if grey < 128 else 0).getbbox()
    assert box is not None, "the paper is blank"
    return box
