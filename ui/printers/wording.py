"""Wording of the printers' page: kinds, papers, what waits and why."""

from __future__ import annotations

from datetime import datetime

from app.domain.days import ShopCalendar
from app.services.members.members import CARD
from app.services.papers.papers import SLIP, STATEMENT, VOUCHER
from app.services.papers.print_jobs import PrintJob, PrintStatus
from app.services.papers.printers import PrinterBook, PrinterKind, PrinterSetup, PrintMode, Role
from app.services.papers.returned import RETURN
from app.services.sales.checkout import RECEIPT
from app.services.shifts.shifts import X_REPORT, Z_REPORT
from ui.own_words import own
from ui.printers.state import QueueRow
from ui.rows import ChoiceRow
from ui.when import moment_words
from ui.words import later, said, tr

KINDS = {
    PrinterKind.NETWORK: later("Network"),
    PrinterKind.SERIAL: later("Serial"),
    PrinterKind.DEVICE: later("Device"),
    PrinterKind.RAW: later("Receipt queue"),
    PrinterKind.OFFICE: later("Office queue"),
    PrinterKind.PDF: later("PDF files"),
}
PLACES = {
    PrinterKind.NETWORK: later("Address"),
    PrinterKind.SERIAL: later("Port"),
    PrinterKind.DEVICE: later("Device"),
    PrinterKind.RAW: later("Queue"),
    PrinterKind.OFFICE: later("Queue"),
    PrinterKind.PDF: later("Folder"),
}
EXPLAINED = {
    PrinterKind.NETWORK: later("A receipt printer with a network cable. Address like 192.168.1.50, or with a port."),
    PrinterKind.SERIAL: later(
        "A receipt printer on a serial port. Like /dev/ttyUSB0 or COM3, with :19200 for another speed."
    ),
    PrinterKind.DEVICE: later(
        "A receipt printer that is a device of this computer, like /dev/usb/lp0. It cannot answer."
    ),
    PrinterKind.RAW: later(
        "A receipt printer that this computer has a print queue for; it gets its own commands there."
    ),
    PrinterKind.OFFICE: later("An office or card printer that this computer has a print queue for; it gets pages."),
    PrinterKind.PDF: later("Each paper becomes a file. Without a folder, they go to the receipts of the data folder."),
}
PAPERS = {"58mm": "58 mm", "80mm": "80 mm", "A5": "A5", "A4": "A4"}
MODES = {PrintMode.RASTER: later("Pictures"), PrintMode.TEXT: later("Letters, faster")}
ROLES = {Role.RECEIPTS: later("Receipts"), Role.CARDS: later("Cards"), Role.REPORTS: later("Reports")}
SAVED = later("Saved. What is printed from now on goes there.")
TESTING = later("Printing a test page …")
NONE_WAITING = later("Nothing waits to be printed.")
GIVEN_UP = later("Given up. It is not printed by itself any more; Ctrl+P prints a bill's receipt when it is asked for.")
GONE = later("That does not wait any more: it has been printed, or given up.")
NO_QUEUES = later("This computer has no print queues, or they cannot be asked.")
QUEUE_GONE = later("This computer does not know that queue now. What is printed waits until it does.")

DOCUMENTS = {
    RECEIPT: later("Receipt"),
    RETURN: later("Return"),
    CARD: later("Card"),
    SLIP: later("Balance slip"),
    VOUCHER: later("Voucher"),
    STATEMENT: later("Statement"),
    Z_REPORT: later("Z report"),
    X_REPORT: later("X report"),
}
_COUNTED = (RECEIPT, RETURN, CARD, Z_REPORT, VOUCHER)  # of the others each says what is so when it is printed
_STATUSES = {
    PrintStatus.SENDING: later("It is being printed."),
    PrintStatus.STOPPED: later("Tried too often; it waits for you."),
}


def printer_row(setup: PrinterSetup, book: PrinterBook) -> ChoiceRow:
    roles = [tr(words) for role, words in ROLES.items() if book.chosen(role) == setup]
    prints = tr("prints everything") if len(roles) == len(ROLES) else ", ".join(roles) or tr("prints nothing")
    return ChoiceRow(own(setup.name), f"{tr(KINDS[setup.kind])} · {prints}")


def _status(status: PrintStatus) -> str:
    return tr(_STATUSES[status]) if status in _STATUSES else ""


def queue_row(job: PrintJob, number: str, *, calendar: ShopCalendar, now: datetime) -> QueueRow:
    paper = f"{tr(DOCUMENTS[job.document])} {number}"
    is_copy = job.copy and job.document in _COUNTED
    return QueueRow(
        what=tr("{paper}, copy {n}", paper=paper, n=job.copy + 1) if is_copy else paper,
        when=moment_words(job.created_at, calendar, now=now),
        tries=str(job.tries),
        why=" ".join(filter(None, (_status(job.status), said(job.error) if job.error else tr("not tried yet")))),
    )


def printed_words(printer: str, copy: int) -> str:
    return (
        tr("Printed to {printer}, marked as a copy.", printer=printer)
        if copy
        else tr("Printed to {printer}.", printer=printer)
    )
