"""Pages as they are drawn for an office queue of Windows: here into a PDF, which Qt can do on every system."""

from __future__ import annotations

from pathlib import Path
from threading import Thread

import pypdfium2
import zxingcpp
from PySide6.QtPrintSupport import QPrinter

from printing.document import Code, Document, Text
from printing.paper import A5
from printing.pdf import render
from printing.pdfium import LOCK, pages
from ui.office import draw_on


def test_every_page_is_drawn_in_its_own_size(qtbot, tmp_path: Path) -> None:  # noqa: ARG001 - fonts need the application
    document = Document("bill", (Code("TILLPOINT A1"), *(Text(f"line {number}") for number in range(60))))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    draw_on(printer, pages(render(document, A5), dots_per_point=300 / 72))
    with pypdfium2.PdfDocument(tmp_path / "out.pdf") as drawn:
        sizes = [tuple(round(length) for length in page.get_size()) for page in drawn]
        first = drawn[0].render(scale=300 / 72).to_pil()
    assert len(sizes) == 2
    assert all(abs(wide - 420) <= 1 and abs(high - 595) <= 1 for wide, high in sizes)
    assert [code.text for code in zxingcpp.read_barcodes(first)] == ["TILLPOINT A1"]


def test_pdfium_is_left_to_whoever_has_it_and_free_between_pages() -> None:
    pdf = render(Document("bill", tuple(Text(f"line {number}") for number in range(60))), A5)
    made = []
    drawing = Thread(target=lambda: made.extend(pages(pdf, dots_per_point=1)))
    with LOCK:
        drawing.start()
        drawing.join(0.3)
        assert made == []
    drawing.join(10)
    assert len(made) == 2
    for _ in pages(pdf, dots_per_point=1):
        assert not LOCK.locked()
    assert not LOCK.locked()
