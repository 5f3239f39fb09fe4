"""PDF into dots. PDFium is one engine for the whole program: whoever uses it holds its lock."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

LOCK = Lock()


@dataclass(frozen=True, slots=True)
class Page:
    """A page of `size` points, in dots of three bytes (red, green, blue), row by row from the top."""

    size: tuple[float, float]
    width: int
    height: int
    dots: bytes


def pages(pdf: bytes, *, dots_per_point: float) -> Iterator[Page]:
    """Each page in colour. Between one and the next others may use PDFium."""
    import pypdfium2

    with LOCK:
        document = pypdfium2.PdfDocument(pdf)
        count = len(document)
    try:
        for number in range(count):
            with LOCK, closing(document[number]) as page:
                shown = page.render(scale=dots_per_point).to_pil().convert("RGB")
                size = page.get_size()
            yield Page(size, shown.width, shown.height, shown.tobytes())
    finally:
        with LOCK:
            document.close()


def greys(pdf: bytes, *, dots_per_point: float) -> list[Image]:
    """Each page in shades of grey. Any thread may ask."""
    import pypdfium2

    with LOCK, closing(pypdfium2.PdfDocument(pdf)) as document:
        return [_grey(page, dots_per_point) for page in document]


def _grey(page: object, dots_per_point: float) -> Image:
    """The page in whole dots, none of them stretched: pypdfium2's own rendering rounds up, and scales to that."""
    from pypdfium2 import PdfBitmap, PdfPage, raw

    assert isinstance(page, PdfPage)
    width, height = (round(length * dots_per_point) for length in page.get_size())
    bitmap = PdfBitmap.new_native(width, height, raw.FPDFBitmap_Gray)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
    raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, raw.FPDF_ANNOT | raw.FPDF_GRAYSCALE)
    picture: Image = bitmap.to_pil().copy()
    bitmap.close()
    return picture
