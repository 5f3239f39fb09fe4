"""Wording of the printers' page: kinds, papers, what waits and why."""

from __future__ import annotations

from datetime import datetime

from app.domain.days import ShopCalendar
from app.services.print_jobs import PrintJob, PrintStatus
from app.services.printers import PrinterBook, PrinterKind, PrinterSetup, PrintMode, Role
from ui.printers.state import QueueRow
from ui.rows import ChoiceRow
from ui.when import moment_words

KINDS = {
    PrinterKind.NETWORK: "Network",
    PrinterKind.SERIAL: "Serial",
    PrinterKind.DEVICE: "Device",
    PrinterKind.RAW: "Receipt queue",
    PrinterKind.OFFICE: "Office queue",
    PrinterKind.PDF: "PDF files",
}
PLACES = {
    PrinterKind.NETWORK: "Address",
    PrinterKind.SERIAL: "Port",
    PrinterKind.DEVICE: "Device",
    PrinterKind.RAW: "Queue",
    PrinterKind.OFFICE: "Queue",
    PrinterKind.PDF: "Folder",
}
EXPLAINED = {
    PrinterKind.NETWORK: "A receipt printer with a network cable. Address like 192.168.1.50, or with a port.",
    PrinterKind.SERIAL: "A receipt printer on a serial port. Like /dev/ttyUSB0 or COM3, with :19200 for another speed.",
    PrinterKind.DEVICE: "A receipt printer that is a device of this computer, like /dev/usb/lp0. It cannot answer.",
    PrinterKind.RAW: "A receipt printer that this computer has a print queue for; it gets its own commands there.",
    PrinterKind.OFFICE: "An office or card printer that this computer has a print queue for; it gets pages.",
    PrinterKind.PDF: "Each paper becomes a file. Without a folder, they go to the receipts of the data folder.",
}
PAPERS = {"58mm": "58 mm", "80mm": "80 mm", "A5": "A5", "A4": "A4"}
MODES = {PrintMode.RASTER: "Pictures", PrintMode.TEXT: "Letters, faster"}
ROLES = {Role.RECEIPTS: "Receipts", Role.CARDS: "Cards", Role.REPORTS: "Reports"}
SAVED = "Saved. What is printed from now on goes there."
TESTING = "Printing a test page …"
NONE_WAITING = "Nothing waits to be printed."
GIVEN_UP = "Given up. It is not printed by itself any more; Ctrl+P prints a bill's receipt when it is asked for."
GONE = "That does not wait any more: it has been printed, or given up."
NO_QUEUES = "This computer has no print queues, or they cannot be asked."
QUEUE_GONE = "This computer does not know that queue now. What is printed waits until it does."

_DOCUMENTS = {
    "receipt": "Receipt",
    "return": "Return",
    "card": "Card",
    "slip": "Balance slip",
    "statement": "Statement",
}
_COUNTED = ("receipt", "return", "card")  # of the others each says what is so when it is printed
_STATUSES = {
    PrintStatus.SENDING: "It is being printed.",
    PrintStatus.STOPPED: "Tried too often; it waits for you. ",
}


def printer_row(setup: PrinterSetup, book: PrinterBook) -> ChoiceRow:
    roles = [words for role, words in ROLES.items() if book.chosen(role) == setup]
    prints = "prints everything" if len(roles) == len(ROLES) else ", ".join(roles) or "prints nothing"
    return ChoiceRow(setup.name, f"{KINDS[setup.kind]} · {prints}")


def queue_row(job: PrintJob, number: str, *, calendar: ShopCalendar, now: datetime) -> QueueRow:
    copy = f", copy {job.copy + 1}" if job.copy and job.document in _COUNTED else ""
    return QueueRow(
        what=f"{_DOCUMENTS[job.document]} {number}{copy}",
        when=moment_words(job.created_at, calendar, now=now),
        tries=str(job.tries),
        why=_STATUSES.get(job.status, "") + (job.error or "not tried yet"),
    )


def printed_words(printer: str, copy: int) -> str:
    return f"Printed to {printer}, marked as a copy." if copy else f"Printed to {printer}."
