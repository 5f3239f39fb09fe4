"""Pictures: files that may hold a code, from anybody, read as shades of grey within bounds."""

from __future__ import annotations

import struct
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.devices.vision import Grey, np

if TYPE_CHECKING:
    from PIL.Image import Image

FILE_BYTES_MAX = 64_000_000
DOTS_MAX = 50_000_000  # of a picture as it is told to be, before it is unpacked
DOTS_READ_MAX = 12_000_000  # larger ones are made smaller first
# Only what cameras and screens make; some of what Pillow knows starts other programs.
FORMATS = ("PNG", "JPEG", "WEBP", "BMP", "GIF", "TIFF", "PPM")

# What Pillow raises over damaged files, besides saying so.
_DAMAGE = (
    OSError,
    EOFError,
    ValueError,
    TypeError,
    SyntaxError,
    LookupError,
    ArithmeticError,
    struct.error,
    MemoryError,
)


@dataclass(frozen=True, slots=True)
class Picture:
    """Shades of grey on white, at most DOTS_READ_MAX dots; `factor` is by how much the file's picture is larger."""

    dots: Grey
    factor: float = 1.0


class UnreadablePictureError(Exception):
    """A file is no picture that can be used; the sentence says why."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(why)
        self.sentence = f"{path} {why}."


def read_picture(path: Path) -> Picture:
    """Raises UnreadablePictureError."""
    try:
        if not path.is_file():
            raise UnreadablePictureError(path, "is no file" if path.exists() else "is not there")
        if path.stat().st_size > FILE_BYTES_MAX:
            raise UnreadablePictureError(path, f"is larger than {FILE_BYTES_MAX // 1_000_000} MB")
        return _unpacked(path)
    except _DAMAGE as wrong:
        raise UnreadablePictureError(path, "cannot be read as a picture") from wrong


def _unpacked(path: Path) -> Picture:
    from PIL import Image as Images
    from PIL import ImageOps

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about large pictures and odd tags: the bound here is ours
        try:
            with Images.open(path, formats=FORMATS) as picture:
                if picture.width * picture.height > DOTS_MAX:
                    raise UnreadablePictureError(path, f"has more than {DOTS_MAX // 1_000_000} million dots")
                picture.draft("L", picture.size)
                upright = ImageOps.exif_transpose(picture)
                read = _on_white(_bounded(upright))
                return Picture(np.asarray(read, dtype=np.uint8), factor=upright.width / read.width)
        except Images.DecompressionBombError as wrong:
            raise UnreadablePictureError(path, f"has more than {DOTS_MAX // 1_000_000} million dots") from wrong


def _bounded(picture: Image) -> Image:
    most = (DOTS_READ_MAX / (picture.width * picture.height)) ** 0.5
    if most >= 1:
        return picture
    return picture.resize((max(1, int(picture.width * most)), max(1, int(picture.height * most))))


def _on_white(picture: Image) -> Image:
    """What can be seen through is white paper."""
    if not picture.has_transparency_data:
        return picture.convert("L")
    from PIL import Image as Images

    seen = picture.convert("LA")
    paper = Images.new("L", picture.size, 255)
    paper.paste(seen.getchannel(0), mask=seen.getchannel(1))
    return paper
