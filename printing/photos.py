"""Pictures that a shop gives: opened when they can be, ready for paper and for dots."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from PIL.Image import Image

BYTES_MAX = 4_000_000
_STARTS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
PIXELS_MAX = 600  # of its longer side: more than forty millimetres hold at 300 dpi


def read(path: Path) -> tuple[bytes, str]:
    """A picture's bytes; or none, and a sentence on why. That it starts like a picture is all that is looked at."""
    try:
        with path.open("rb") as file:
            image = file.read(BYTES_MAX + 1)
    except (OSError, ValueError) as wrong:
        reason = wrong.strerror if isinstance(wrong, OSError) and wrong.strerror else str(wrong)
        return b"", _SAID["unread"].format(name=path.name, why=reason)
    if len(image) > BYTES_MAX:
        return b"", _SAID["large"].format(name=path.name)
    if not image.startswith(_STARTS):
        return b"", _SAID["kind"].format(name=path.name)
    return image, ""


_SAID = {
    "unread": "The shop's logo {name} cannot be read ({why}). Receipts are printed without it.",
    "large": "The shop's logo {name} is larger than 4 MB. Receipts are printed without it.",
    "kind": "The shop's logo {name} is no PNG or JPEG. Receipts are printed without it.",
}


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
