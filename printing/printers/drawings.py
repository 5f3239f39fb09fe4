"""Drawings on a roll: a PDF's pages as dots, as wide as the print head reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from printing import pdfium
from printing.paper import Paper

if TYPE_CHECKING:
    from PIL.Image import Image

_DOTS_PER_POINT = 203.2 / 72
_DARK_BELOW = 160


def pictures(pdf: bytes, paper: Paper) -> list[Image]:
    """Each page in black and white; what is wider than the head is made to fit."""
    from PIL import Image

    reach = round(paper.room_width * _DOTS_PER_POINT)
    made = []
    for grey in pdfium.greys(pdf, dots_per_point=_DOTS_PER_POINT):
        shown = grey if grey.width <= reach else grey.resize((reach, round(grey.height * reach / grey.width)))
        page = Image.new("L", (reach, shown.height), 255)
        page.paste(shown, ((reach - shown.width) // 2, 0))
        made.append(page.point(lambda value: 255 if value >= _DARK_BELOW else 0, "1"))
    return made
