"""Opening: the printer that a setup means, on this machine."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.services.papers.printers import PrinterKind, PrinterSetup
from printing.printers.links import PATIENT, DeviceLink, Link, NetworkLink, Patience, SerialLink
from printing.printers.port import Printer

_LINKS: dict[PrinterKind, Callable[[PrinterSetup, Patience], Link]] = {
    PrinterKind.NETWORK: NetworkLink,
    PrinterKind.SERIAL: SerialLink,
    PrinterKind.DEVICE: DeviceLink,
}


def _no_pages(queue: str, name: str, pdf: bytes) -> None:  # noqa: ARG001
    raise RuntimeError("pages are drawn by the window, and there is none")


@dataclass(frozen=True, slots=True)
class Opener:
    """`folder` is where PDF files go that are given no other; `draw` puts pages on a Windows queue."""

    folder: Path
    patience: Patience = PATIENT
    draw: Callable[[str, str, bytes], None] = _no_pages

    def open(self, setup: PrinterSetup) -> Printer:
        if setup.kind in _LINKS:
            from printing.printers.thermal import Thermal

            return Thermal(setup, _LINKS[setup.kind], self.patience)
        if setup.kind is PrinterKind.PDF:
            from printing.printers.files import Files

            place = Path(setup.address).expanduser() if setup.address else self.folder
            return Files(setup, place.parent, place.name) if place.suffix else Files(setup, place)
        return self._queue(setup)

    def _queue(self, setup: PrinterSetup) -> Printer:
        if sys.platform == "win32":
            from printing.printers.windows import WindowsQueue

            return WindowsQueue(setup, self.draw)
        from printing.printers.cups import CupsQueue

        return CupsQueue(setup)


def queues() -> list[str]:
    """The print queues of this machine."""
    if sys.platform == "win32":
        from printing.printers import windows

        return windows.queues()
    from printing.printers import cups

    return cups.queues()
