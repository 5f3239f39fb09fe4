"""A card as pictures: the very PDF that would be printed, in dots, front and back."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass

from printing import pdfium
from printing.cards.pdf import render
from printing.cards.sizes import MM
from printing.cards.template import Template
from printing.cards.texts import CardText, ShopText


@dataclass(frozen=True, slots=True)
class Face:
    """One side, three bytes a dot (red, green, blue), row by row from the top."""

    width: int
    height: int
    dots: bytes


def faces(card: CardText, template: Template, shop: ShopText, *, dots_per_mm: float) -> tuple[Face, Face]:
    """Front and back. Any thread may ask."""
    import pypdfium2

    pdf = render([card], template, shop)
    with pdfium.LOCK, closing(pypdfium2.PdfDocument(pdf)) as document:
        pictures = [page.render(scale=dots_per_mm / MM).to_pil().convert("RGB") for page in document]
    front, back = (Face(one.width, one.height, one.tobytes()) for one in pictures)
    return front, back
