"""The test page: what shows at a glance whether a printer is set up right."""

from __future__ import annotations

from app.services.papers.printers import PrinterSetup
from printing import parts
from printing.document import Align, Barcode, Block, Code, Columns, Document, Rule, Size, Space, Text
from printing.paper import Paper

_KINDS = {
    "pdf": "PDF files",
    "network": "Network",
    "serial": "Serial port",
    "device": "Device or file",
    "raw": "Receipt printer's queue",
    "office": "Office printer's queue",
}


def test_page(setup: PrinterSetup, paper: Paper, now: str, *, training: bool) -> Document:
    """Its own settings, both edges of the paper, every script of a receipt, and codes to scan."""
    said = [("Printer", setup.name), ("Reached by", _KINDS[setup.kind]), ("Address", setup.address), ("Time", now)]
    if setup.is_thermal:
        said += [("Model", setup.profile), ("Prints as", setup.mode.value)]
    banners = tuple(parts.banners(training=training, copy_number=0))
    blocks: tuple[Block, ...] = (
        Text("TEST PAGE", Align.CENTRE, Size.LARGE, bold=True),
        Text("Not a receipt", Align.CENTRE),
        Rule(),
        *(Columns(label, value, lines_max=1) for label, value in [*said, ("Paper", paper.name)] if value),
        Rule(),
        Text("Both ends of the lines must be there.", Align.CENTRE, Size.SMALL),
        Columns("|<", ">|", bold=True),
        Columns("₹1,23,456.78", "₹0.50"),
        Text("धन्यवाद। फिर आइए।", Align.CENTRE),
        Space(),
        Code("TILLPOINT TEST"),
        Barcode("123456789012"),
        Text("Scan both: the first says TILLPOINT TEST.", Align.CENTRE, Size.SMALL),
    )
    return Document(f"Test page of {setup.name}", parts.framed(blocks, banners))
