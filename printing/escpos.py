"""ESC/POS: a sheet as the bytes a receipt printer takes: pictures in bands, or its own letters where they suffice.

Nothing under a space is ever sent but what stands here: what people typed goes out as dots, or as printable letters.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from app.services.papers.printers import PrinterSetup, PrintMode
from printing.paper import PAPERS
from printing.printers.library import printers
from printing.printers.port import Sheet

if TYPE_CHECKING:
    from PIL.Image import Image

BAND_ROWS = 128  # small printers hold a few kilobytes
BEGIN = b"\x1b@\x1da\x00"  # as after switching on, and speaking only when asked
FEED_LINES = 4  # from the print head to the blade
DRAWER_PIN = 2
_EMPTY_ROWS_LEFT = 8


def sheet_bytes(sheet: Sheet, setup: PrinterSetup) -> bytes:
    """All that is sent for a sheet: the drawer first, then the paper, then the blade after each page."""
    return b"".join(_parts(sheet, setup))


def _parts(sheet: Sheet, setup: PrinterSetup) -> Iterator[bytes]:
    yield BEGIN
    if setup.drawer and sheet.opens_drawer:
        yield spoken(setup, lambda printer: printer.cashdraw(DRAWER_PIN))
    for page in _pages(sheet, setup):
        yield page
        yield _end(setup)


def _pages(sheet: Sheet, setup: PrinterSetup) -> Iterator[bytes]:
    paper = PAPERS[setup.paper]
    document = sheet.document(paper)
    if setup.mode is PrintMode.TEXT and document is not None:
        from printing.escpos_text import lettered

        letters = lettered(document, setup)
        if letters is not None:
            yield letters
            return
    for picture in sheet.pictures(paper):
        yield b"".join(bands(picture))


def bands(picture: Image) -> Iterator[bytes]:
    """A black and white picture in pieces of raster (GS v 0), dot for dot, without the empty rows at its end."""
    from PIL import ImageChops

    wide, ink = (picture.width + 7) // 8, ImageChops.invert(picture.convert("1"))
    inked = ink.getbbox()
    rows = min(picture.height, inked[3] + _EMPTY_ROWS_LEFT) if inked else 0
    for top in range(0, rows, BAND_ROWS):
        high = min(BAND_ROWS, rows - top)
        band = ink.crop((0, top, picture.width, top + high))
        yield b"\x1dv0\x00" + wide.to_bytes(2, "little") + high.to_bytes(2, "little") + _harmless(band.tobytes())


def _harmless(dots: bytes) -> bytes:
    """Printers obey DLE DC4 even inside a picture: it opens the drawer, or switches off. One dot more, and it is none.

    Those two bytes take a stroke of a single dot, which letters may have and codes never.
    """
    return dots.replace(b"\x10\x14", b"\x18\x14")


def _end(setup: PrinterSetup) -> bytes:
    feed = b"\x1bd" + bytes([FEED_LINES])
    return feed + spoken(setup, lambda printer: printer.cut(feed=False)) if setup.cut else feed


def spoken(setup: PrinterSetup, what: Any) -> bytes:
    """What the library would send to a printer of this model."""
    said = printers().Dummy(profile=setup.profile)
    what(said)
    sent: bytes = said.output
    return sent
