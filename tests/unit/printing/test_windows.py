"""Windows' queues, with a stand-in for pywin32: what is asked of it, and what its answers mean. Not Windows itself."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest

from app.services.papers.printers import PrinterKind, PrinterSetup
from printing.document import Document, Text
from printing.printers.faults import PrinterFault, Trouble
from printing.printers.port import DocumentSheet
from printing.printers.windows import WindowsQueue, queues

OFFICE = PrinterSetup("Office printer", PrinterKind.OFFICE, "HP LaserJet", "A4")
SHEET = DocumentSheet("bill", lambda _: Document("bill", (Text("Shree Medical"),)))


@pytest.fixture
def spool(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    made = SimpleNamespace(status=0, closed=[])
    made.EnumPrinters = lambda flags: [(flags, "", "HP LaserJet", ""), (flags, "", "EPSON", "")]
    made.OpenPrinter = lambda name: name
    made.GetPrinter = lambda _, level: {"Status": made.status} if level == 2 else {}
    made.ClosePrinter = made.closed.append
    monkeypatch.setitem(sys.modules, "win32print", made)
    return made


def test_pages_are_drawn_on_the_queue(spool: SimpleNamespace) -> None:
    drawn: list[tuple[str, str, bytes]] = []
    begun: list[str] = []
    queue = WindowsQueue(OFFICE, lambda *given: drawn.append(given))
    assert queue.put(SHEET, lambda: begun.append("begun")) == "HP LaserJet"
    ((where, name, pdf),) = drawn
    assert (where, name, pdf[:4], begun, spool.closed) == ("HP LaserJet", "bill", b"%PDF", ["begun"], ["HP LaserJet"])
    assert queues() == ["HP LaserJet", "EPSON"]


@pytest.mark.parametrize(
    ("status", "trouble"),
    [(0x10, Trouble.PAPER), (0x400000, Trouble.COVER), (0x80, Trouble.OFFLINE), (0x8, Trouble.ERROR)],
)
def test_a_queue_in_trouble_gets_nothing(spool: SimpleNamespace, status: int, trouble: Trouble) -> None:
    spool.status = status
    begun: list[str] = []
    with pytest.raises(PrinterFault) as refused:
        WindowsQueue(OFFICE, lambda *_: None).put(SHEET, lambda: begun.append("begun"))
    assert (refused.value.trouble, refused.value.is_doubtful, begun) == (trouble, False, [])


@pytest.mark.usefixtures("spool")
def test_a_queue_that_is_not_there_and_one_that_fails() -> None:
    nowhere = PrinterSetup("P", PrinterKind.OFFICE, "Nowhere", "A4")
    with pytest.raises(PrinterFault, match="PRN-UNKNOWN"):
        WindowsQueue(nowhere, lambda *_: None).put(SHEET, lambda: None)

    def broken(*_: object) -> None:
        raise RuntimeError("the queue did not take the page")

    with pytest.raises(PrinterFault, match="did not take the page") as refused:
        WindowsQueue(OFFICE, broken).put(SHEET, lambda: None)
    assert (refused.value.trouble, refused.value.is_doubtful) == (Trouble.QUEUE, True)
