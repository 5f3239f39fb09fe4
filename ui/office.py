"""Office printers of Windows: pages drawn on a queue by Qt. On Linux CUPS takes the PDF itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter


class Page(Protocol):
    """A page of `size` points, in dots of three bytes (red, green, blue), row by row from the top."""

    @property
    def size(self) -> tuple[float, float]: ...
    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def dots(self) -> bytes: ...


def draw_pages(queue: str, name: str, pages: Iterable[Page]) -> None:
    """Draw every page at its own size on the queue. Raises RuntimeError when the queue does not take it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(queue)
    printer.setDocName(name)
    draw_on(printer, pages)


def draw_on(printer: QPrinter, pages: Iterable[Page]) -> None:
    """Each page without a margin: the document has its own."""
    painter = QPainter()
    printer.setFullPage(True)
    try:
        for page in pages:
            printer.setPageSize(QPageSize(QSizeF(*page.size), QPageSize.Unit.Point))
            if not (printer.newPage() if painter.isActive() else painter.begin(printer)):
                raise RuntimeError("the queue did not take the page")
            painter.drawImage(QRectF(painter.viewport()), _picture(page))
    finally:
        if painter.isActive():
            painter.end()


def _picture(page: Page) -> QImage:
    return QImage(page.dots, page.width, page.height, 3 * page.width, QImage.Format.Format_RGB888).copy()
