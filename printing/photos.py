"""Pictures that a shop gives: opened when they can be, ready for paper and for dots."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

PIXELS_MAX = 600  # of its longer side: more than forty millimetres hold at 300 dpi


@lru_cache(maxsize=4)
def opened(image: bytes) -> Image | None:
    """The picture on white, no larger than paper needs; None for what is no picture."""
    from PIL import Image

    try:
        with Image.open(BytesIO(image), formats=("PNG", "JPEG")) as file:
            file.draft("RGB", (PIXELS_MAX, PIXELS_MAX))
            picture = file.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):  # Pillow's words for a broken file
        return None
    picture.thumbnail((PIXELS_MAX, PIXELS_MAX))
    sheet = Image.new("RGBA", picture.size, "white")
    sheet.alpha_composite(picture)
    return sheet.convert("RGB")


def size(image: bytes) -> tuple[int, int] | None:
    """Its width and height in pixels; None for what is no picture."""
    picture = opened(image)
    return picture.size if picture else None
