"""The drawer without a sale: it opens where one hangs on the printer of receipts, with nothing on paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bootstrap import open_till
from app.services.papers.printers import PrinterBook, PrinterKind, PrinterSetup, PrintMode
from app.settings import Settings
from printing.paper import PAPERS
from printing.printers.faults import PrinterFault
from printing.printers.port import DrawerSheet
from tests.thermal import read, thermal_printer


def test_a_drawer_opens_and_nothing_is_printed(tmp_path: Path) -> None:
    with thermal_printer() as printer, open_till(Settings(data_dir=str(tmp_path))) as till:
        for mode in PrintMode:
            epson = PrinterSetup("EPSON", PrinterKind.NETWORK, printer.address, mode=mode, drawer=True)
            till.spooler.printers.keep(PrinterBook((epson,)))
            assert till.spooler.open_drawer() == "EPSON"
        sent = [read(bytes(one)) for one in printer.sent]
        assert [(paper.kicks, paper.cuts, paper.is_marked) for paper in sent if paper.kicks] == [(1, 0, False)] * 2


def test_where_no_drawer_hangs_nothing_is_sent(tmp_path: Path) -> None:
    with thermal_printer() as printer, open_till(Settings(data_dir=str(tmp_path))) as till:
        assert till.spooler.open_drawer() == ""
        without = PrinterSetup("EPSON", PrinterKind.NETWORK, printer.address)
        till.spooler.printers.keep(PrinterBook((without,)))
        assert till.spooler.open_drawer() == ""
        assert printer.papers == []


def test_a_printer_that_is_gone_says_so(tmp_path: Path) -> None:
    with thermal_printer() as printer:
        address = printer.address
    with open_till(Settings(data_dir=str(tmp_path))) as till:
        epson = PrinterSetup("EPSON", PrinterKind.NETWORK, address, drawer=True)
        till.spooler.printers.keep(PrinterBook((epson,)))
        with pytest.raises(PrinterFault):
            till.spooler.open_drawer()


def test_a_drawer_is_nothing_on_paper() -> None:
    sheet = DrawerSheet()
    assert (sheet.pictures(PAPERS["80mm"]), sheet.document(PAPERS["80mm"])) == ([], None)
    with pytest.raises(TypeError):
        sheet.pdf(PAPERS["A4"])
