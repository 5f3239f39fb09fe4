"""Office printers of Windows: a PDF's pages drawn on a queue by Qt. On Linux CUPS takes the PDF itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

DOTS_PER_POINT = 300 / 72


def draw_pdf(queue: str, name: str, pdf: bytes) -> None:
    """Draw every page at its own size on the queue. Raises RuntimeError when the queue does not take it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(queue)
    printer.setDocName(name)
    draw_on(printer, pdf)


def draw_on(printer: QPrinter, pdf: bytes) -> None:
    """Each page as dots of 300 to the inch, without a margin: the document has its own."""
    from pypdfium2 import PdfDocument

    document = PdfDocument(pdf)
    painter = QPainter()
    printer.setFullPage(True)
    try:
        for number, page in enumerate(document):
            printer.setPageSize(QPageSize(QSizeF(*page.get_size()), QPageSize.Unit.Point))
            if not (printer.newPage() if number else painter.begin(printer)):
                raise RuntimeError("the queue did not take the page")
            painter.drawImage(QRectF(painter.viewport()), _picture(page))
    finally:
        if painter.isActive():
            painter.end()
        document.close()


def _picture(page: PdfPage) -> QImage:
    shown = page.render(scale=DOTS_PER_POINT).to_pil().convert("RGB")
    dots = shown.tobytes()
    return QImage(dots, shown.width, shown.height, 3 * shown.width, QImage.Format.Format_RGB888).copy()
