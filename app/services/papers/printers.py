"""Printers: how each is set up at this counter, and which prints what."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Protocol

PRINTERS_MAX = 20
NAME_LENGTH_MAX = 40
ADDRESS_LENGTH_MAX = 200
PORT = 9100  # where receipt printers listen


class PrinterKind(StrEnum):
    """How a printer is reached: as PDF files, with a receipt printer's own bytes, or as a page of an office queue."""

    PDF = "pdf"
    NETWORK = "network"
    SERIAL = "serial"
    DEVICE = "device"
    RAW = "raw"
    OFFICE = "office"


class Role(StrEnum):
    """What a printer may be chosen for."""

    RECEIPTS = "receipts"
    CARDS = "cards"
    REPORTS = "reports"


class PrintMode(StrEnum):
    """RASTER prints pictures, every script as on screen. TEXT is quicker where the printer has all the letters."""

    RASTER = "raster"
    TEXT = "text"


ROLLS, SHEETS = ("58mm", "80mm"), ("A5", "A4")
PAPERS = (*ROLLS, *SHEETS)
THERMAL = frozenset({PrinterKind.NETWORK, PrinterKind.SERIAL, PrinterKind.DEVICE, PrinterKind.RAW})
ASKING = frozenset({PrinterKind.NETWORK, PrinterKind.SERIAL})  # kinds that a status can be asked over


@dataclass(frozen=True, slots=True)
class PrinterSetup:
    """One printer. `profile` names its model; `answers` says that it tells its status; `drawer` hangs on it."""

    name: str
    kind: PrinterKind = PrinterKind.PDF
    address: str = ""
    paper: str = "80mm"
    mode: PrintMode = PrintMode.RASTER
    profile: str = "default"
    cut: bool = True
    drawer: bool = False
    answers: bool = True

    @property
    def is_thermal(self) -> bool:
        return self.kind in THERMAL


FILES = PrinterSetup("PDF files")


@dataclass(frozen=True, slots=True)
class PrinterBook:
    """Every printer of this counter; what no printer is chosen for goes to the first."""

    printers: tuple[PrinterSetup, ...] = (FILES,)
    roles: Mapping[Role, str] = field(default_factory=dict)

    def named(self, name: str) -> PrinterSetup | None:
        return next((one for one in self.printers if one.name == name), None)

    def chosen(self, role: Role) -> PrinterSetup:
        return self.named(self.roles.get(role, "")) or self.printers[0]

    def choosing(self, role: Role, name: str) -> PrinterBook:
        return replace(self, roles={**self.roles, role: name})

    def having(self, setup: PrinterSetup, *, instead_of: str = "") -> PrinterBook:
        """With this printer: in the place of another, or at the end. What was chosen for it stays so."""
        if self.named(instead_of) is None:
            return replace(self, printers=(*self.printers, setup))
        printers = tuple(setup if one.name == instead_of else one for one in self.printers)
        roles = {role: setup.name if name == instead_of else name for role, name in self.roles.items()}
        return PrinterBook(printers, roles)

    def without(self, name: str) -> PrinterBook:
        """Without this printer; the last one is not taken away."""
        left = tuple(one for one in self.printers if one.name != name)
        return PrinterBook(left, {r: n for r, n in self.roles.items() if n != name}) if left else self


class Printers(Protocol):
    """The printers as whoever sets them up knows them."""

    def book(self) -> PrinterBook: ...
    def keep(self, book: PrinterBook) -> None:
        """Keep these from now on. Raises a fault with what the disk says."""

    def queues(self) -> Sequence[str]:
        """The printers the operating system knows, by name."""

    def profiles(self) -> Sequence[str]:
        """The models a receipt printer may be of."""

    def test(self, setup: PrinterSetup) -> str:
        """Print a test page; says what came of it. Raises the fault of the printer, with its real reason."""


def problem_of(setup: PrinterSetup, others: Sequence[PrinterSetup] = ()) -> str:
    """Why these settings cannot be used, in a sentence; empty when they can."""
    if not setup.name.strip() or len(setup.name) > NAME_LENGTH_MAX or not setup.name.isprintable():
        return f"A printer needs a name of at most {NAME_LENGTH_MAX} letters."
    if any(other.name.casefold() == setup.name.casefold() for other in others):
        return f"There is a printer called {setup.name} already."
    if setup.paper not in (ROLLS if setup.is_thermal else PAPERS):
        return f"A receipt printer takes {' or '.join(ROLLS)}." if setup.is_thermal else "That paper is not known."
    return _address_problem(setup)


def _address_problem(setup: PrinterSetup) -> str:
    if len(setup.address) > ADDRESS_LENGTH_MAX or not setup.address.isprintable():
        return f"An address is at most {ADDRESS_LENGTH_MAX} letters, without line breaks."
    if setup.kind is PrinterKind.PDF or re.fullmatch(_ADDRESSES[setup.kind], setup.address):
        return ""
    return _EXPECTED[setup.kind]


_QUEUE = r"[^\s/#\-][^/#]*"
_ADDRESSES = {
    PrinterKind.NETWORK: r"[A-Za-z0-9][A-Za-z0-9.\-]*(:[0-9]{1,5})?",
    PrinterKind.SERIAL: r"[^\s:][^:]*(:[0-9]{3,7})?",
    PrinterKind.DEVICE: r"\S.*",
    PrinterKind.RAW: _QUEUE,
    PrinterKind.OFFICE: _QUEUE,
}
_EXPECTED = {
    PrinterKind.NETWORK: "Type the printer's address like 192.168.1.50, or 192.168.1.50:9100.",
    PrinterKind.SERIAL: "Type the port like /dev/ttyUSB0 or COM3, with :19200 behind it for another speed than 9600.",
    PrinterKind.DEVICE: "Type the printer's device or file, like /dev/usb/lp0.",
    PrinterKind.RAW: "Choose the printer's queue.",
    PrinterKind.OFFICE: "Choose the printer's queue.",
}


def after_colon(address: str, *, otherwise: int) -> tuple[str, int]:
    """An address and the number behind its last colon: a port, or a speed."""
    place, colon, number = address.rpartition(":")
    return (place, int(number)) if colon and number.isdigit() else (address, otherwise)
