"""The spooler: from print jobs to paper. A bill never waits for it, and of each paper there is one original.

Whoever calls it does so from one thread at a time: a printer has one cable.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from app.services.desk import Desk
from app.services.keeping.faults import StoreFault
from app.services.members.members import CARD
from app.services.papers import papers, prints, returned
from app.services.papers.papers import Facts
from app.services.papers.print_jobs import PrintJob, PrintStatus
from app.services.papers.printers import PrinterSetup, Role
from app.services.papers.receipt_facts import ReceiptFacts
from app.services.papers.receipts import Letterhead
from app.services.sales.checkout import RECEIPT
from app.services.shifts.shifts import X_REPORT, Z_REPORT
from printing.printers.book import PrintersUnreadable
from printing.printers.faults import PrinterFault, Trouble, reason_of
from printing.printers.machine import MachinePrinters
from printing.printers.port import DocumentSheet, DrawerSheet, Printer, Sheet

Maker = Callable[[PrintJob], Sheet]
_ROLES = {CARD: Role.CARDS, papers.STATEMENT: Role.REPORTS, Z_REPORT: Role.REPORTS, X_REPORT: Role.REPORTS}
_SAVED = "Bill saved."
_PAPERS = {
    returned.RETURN: "The paper of the return",
    papers.SLIP: "The balance slip",
    papers.VOUCHER: "The voucher",
    papers.STATEMENT: "The statement",
    Z_REPORT: "The Z report",
    X_REPORT: "The X report",
}


def role_of(document: str) -> Role:
    """Which printer a kind of paper goes to."""
    return _ROLES.get(document, Role.RECEIPTS)


@dataclass(frozen=True, slots=True)
class Printed:
    """Where something was printed, and which copy it is (0: the original). `path` is of a file, where it is one."""

    printer: str
    copy: int
    path: Path | None = None


class PrintFault(Exception):  # noqa: N818 - the house calls what the world does a fault
    """It could not be put on paper; what it is of stands, and it is tried again."""

    def __init__(self, fault: PrinterFault, document: str) -> None:
        super().__init__(str(fault))
        self.code = fault.code
        saved = f"{_SAVED} " if document == RECEIPT else ""
        follows = _receipt_follows(is_doubtful=fault.is_doubtful) if document == RECEIPT else _paper_follows(document)
        self.sentence = f"{saved}{fault.sentence} {follows}"


def _receipt_follows(*, is_doubtful: bool) -> str:
    next_one = "It is printed again by itself, marked REPRINT" if is_doubtful else "The receipt then follows"
    return f"{next_one}; Ctrl+P tries now."


def _paper_follows(document: str) -> str:
    return f"{_PAPERS[document]} then follows by itself; it waits in the print queue."


@dataclass(slots=True)
class Spooler:
    """Prints jobs on the printers of this counter. `makers` say what a job of a kind of document is as a sheet."""

    desk: Desk
    letterhead: Letterhead
    printers: MachinePrinters
    makers: Mapping[str, Maker] = field(default_factory=dict)
    _left: set[str] = field(default_factory=set)
    _due_at: dict[str, float] = field(default_factory=dict)

    def recover(self) -> None:
        """At a start: what was being printed is doubted, and all that waits from before is to be tried."""
        prints.recover(self.desk)
        self._left |= {job.subject_id for job in prints.queue(self.desk)}

    def print_receipt(self, bill_id: str) -> Printed:
        """Print the original, or the next copy once it has been printed. Raises PrintFault; the job stays waiting."""
        return self.print_receipt_on(bill_id, None)

    def print_receipt_on(self, bill_id: str, printer: Printer | None) -> Printed:
        """On another printer than the one chosen for receipts."""
        try:
            return self.print_paper(RECEIPT, bill_id, printer)
        except StoreFault as fault:
            raise PrintFault(PrinterFault(Trouble.DATA, "", fault.code), RECEIPT) from fault

    def print_paper(self, document: str, subject_id: str, printer: Printer | None = None) -> Printed:
        """Print any of `papers.KINDS`. Raises PrintFault, the job stays waiting; StoreFault, and there is none."""
        self._left.add(subject_id)
        try:
            return self._print(papers.claim(self.desk, document, subject_id), printer)
        except PrinterFault as fault:
            raise PrintFault(fault, document) from fault

    def open_drawer(self) -> str:
        """Open the drawer that hangs on the printer of receipts; says where, or nothing where none does, or may.

        Raises PrinterFault.
        """
        setup = self._setup(RECEIPT)
        if self.printers.training or not (setup.is_thermal and setup.drawer):
            return ""
        return self.printers.open(setup).put(DrawerSheet(), lambda: None)

    def print_job(self, job_id: str) -> Printed | None:
        """Print a job of the queue now; None when it does not wait any more. Raises PrinterFault."""
        job = prints.claim_job(self.desk, job_id)
        return None if job is None else self._print(job)

    def retry(self) -> list[Printed]:
        """Print what waits and is due, oldest first, until one fails. What was just sold is left to who sold it."""
        done: list[Printed] = []
        with suppress(PrinterFault):  # the queue shows it, with its reason
            done.extend(self._print(job) for job in prints.queue(self.desk) if self._is_due(job))
        return done

    def _is_due(self, job: PrintJob) -> bool:
        is_ours = job.tries > 0 or job.subject_id in self._left
        return job.status is PrintStatus.WAITING and is_ours and self._due_at.get(job.job_id, 0) <= time.monotonic()

    def _print(self, job: PrintJob, printer: Printer | None = None) -> Printed:
        """Raises PrinterFault, with the job's try counted; StoreFault, with nothing on paper."""
        state = _Begun(self.desk, job)
        try:
            chosen = printer or self._printer(job)
            where = chosen.put(self._sheet(job), state.begin)
        except PrinterFault as fault:
            self._postpone(state.fail(f"{fault.happened} [{fault.code}]", is_doubtful=fault.is_doubtful))
            raise
        except StoreFault:
            raise
        except Exception as wrong:
            self._postpone(state.fail(reason_of(wrong), is_doubtful=state.is_begun))
            raise
        prints.printed(self.desk, job)
        self._left.discard(job.subject_id)
        self._due_at.clear()  # a printer that is well again is well for all that waits
        path = Path(where)
        return Printed(path.name, job.copy, path if path.is_absolute() else None)

    def _postpone(self, job: PrintJob) -> None:
        self._left.add(job.subject_id)
        self._due_at[job.job_id] = time.monotonic() + prints.retry_delay_s(job.tries)

    def _printer(self, job: PrintJob) -> Printer:
        return self.printers.open(self._setup(job.document))

    def _setup(self, document: str) -> PrinterSetup:
        try:
            return self.printers.book().chosen(role_of(document))
        except PrintersUnreadable as wrong:
            raise PrinterFault(Trouble.SETUP, "", str(wrong)) from wrong

    def _sheet(self, job: PrintJob) -> Sheet:
        make = self.makers.get(job.document, self._paper)
        return make(job)

    def _paper(self, job: PrintJob) -> Sheet:
        from printing.composing import compose, name_of

        facts = papers.facts(self.desk, job, self.letterhead)
        name = name_of(facts) + (f"-copy{job.copy + 1}" if job.copy else "")
        return DocumentSheet(name, lambda paper: compose(facts, paper), opens_drawer=self._opens_drawer(job, facts))

    def _opens_drawer(self, job: PrintJob, facts: Facts) -> bool:
        """When money is taken or given: not for copies, and not when a late receipt comes out at last."""
        if job.copy or job.tries:
            return False
        if job.document == returned.RETURN:
            return isinstance(facts, ReceiptFacts) and facts.totals.payable_minor > 0
        return prints.took_cash(self.desk, job.subject_id)


@dataclass(slots=True)
class _Begun:
    """How far a job has come while a printer has it."""

    desk: Desk
    job: PrintJob
    is_begun: bool = False

    def begin(self) -> None:
        self.job = prints.begin(self.desk, self.job)
        self.is_begun = True

    def fail(self, reason: str, *, is_doubtful: bool) -> PrintJob:
        """The job that is to be tried next. A disk too full for the note of it changes nothing on paper."""
        with suppress(StoreFault):
            if is_doubtful and self.is_begun:
                return prints.doubted(self.desk, self.job, reason=reason)
            return prints.failed(self.desk, self.job, reason=reason)
        return self.job
