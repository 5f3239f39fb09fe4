"""The print queues of Windows. Written against the documented calls; never run here, as docs/printing.md says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.services.papers.printers import PrinterKind, PrinterSetup
from printing.escpos import sheet_bytes
from printing.paper import PAPERS
from printing.printers.faults import PrinterFault, Trouble, reason_of
from printing.printers.library import printers
from printing.printers.port import Begin, Sheet

Pages = Callable[[str, str, bytes], None]  # a queue, a job's name, a PDF: drawn by whoever knows the desktop

_OPEN_ENUMERATION = 2 | 4  # local printers and connected ones
_STATES = (
    (0x00400000, Trouble.COVER, "its door is open"),
    (0x00000010, Trouble.PAPER, "no paper"),
    (0x00000040, Trouble.PAPER, "trouble with the paper"),
    (0x00000008, Trouble.ERROR, "a paper jam"),
    (0x00000080, Trouble.OFFLINE, "it is offline"),
    (0x00000001, Trouble.OFFLINE, "its queue is paused"),
    (0x00000002, Trouble.ERROR, "it reports an error"),
)


def queues() -> list[str]:
    """The queues there are, by name."""
    return [name for _, _, name, _ in _win32print().EnumPrinters(_OPEN_ENUMERATION)]


def _win32print() -> Any:
    from importlib import import_module

    return import_module("win32print")


@dataclass(frozen=True, slots=True)
class WindowsQueue:
    """RAW bytes for a receipt printer, pages for an office printer."""

    setup: PrinterSetup
    draw: Pages

    def put(self, sheet: Sheet, begin: Begin) -> str:
        is_raw = self.setup.kind is PrinterKind.RAW
        content = sheet_bytes(sheet, self.setup) if is_raw else sheet.pdf(PAPERS[self.setup.paper])
        self._look()
        begin()
        try:
            self._raw(content) if is_raw else self.draw(self.setup.address, sheet.name, content)
        except Exception as wrong:  # pywin32 raises an error type of its own, which cannot be named here
            raise PrinterFault(Trouble.QUEUE, self.setup.name, reason_of(wrong), is_doubtful=True) from wrong
        return self.setup.address

    def _look(self) -> None:
        spool = _win32print()
        if self.setup.address not in queues():
            raise PrinterFault(Trouble.UNKNOWN, self.setup.address)
        handle = spool.OpenPrinter(self.setup.address)
        try:
            state = spool.GetPrinter(handle, 2)["Status"]
        finally:
            spool.ClosePrinter(handle)
        for bits, trouble, why in _STATES:
            if state & bits:
                raise PrinterFault(trouble, self.setup.name, why)

    def _raw(self, content: bytes) -> None:
        printer = printers().Win32Raw(self.setup.address)
        printer.open()
        try:
            printer._raw(content)
        finally:
            printer.close()
