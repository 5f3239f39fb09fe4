"""The spooler: from a print job to paper. A bill never waits for it; a job is settled as printed only when it was."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.services import prints, receipts
from app.services.desk import Desk
from app.services.faults import StoreFault
from app.services.print_jobs import PrintJob
from app.services.receipts import Letterhead


@dataclass(frozen=True, slots=True)
class PrintedReceipt:
    """Where a receipt is, and which copy it is (0: the original)."""

    path: Path
    copy: int


class PrintFault(Exception):  # noqa: N818 - the house calls what the world does a fault
    """The receipt could not be put on paper; the bill stands."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.code = "PRN-FILE"
        self.sentence = (
            f"Bill saved. The receipt could not be written ({reason}). "
            "Check the disk and the receipts folder, then press Ctrl+P."
        )


@dataclass(frozen=True, slots=True)
class ReceiptSpooler:
    """Writes receipts as PDF files into a folder."""

    desk: Desk
    letterhead: Letterhead
    folder: Path

    def print_receipt(self, bill_id: str) -> PrintedReceipt:
        """Print the original, or the next copy once it has been printed. Raises PrintFault; the job stays waiting."""
        try:
            job = receipts.claim(self.desk, bill_id)
            path = self._written(job)
            prints.printed(self.desk, job)
        except StoreFault as fault:
            raise PrintFault(f"the data file could not be used, {fault.code}") from fault
        return PrintedReceipt(path, job.copy)

    def _written(self, job: PrintJob) -> Path:
        try:
            return self._write(job)
        except OSError as wrong:
            with suppress(StoreFault):  # a disk without room for the receipt may have none for this note
                prints.failed(self.desk, job, reason=str(wrong))
            raise PrintFault(wrong.strerror or str(wrong)) from wrong

    def _write(self, job: PrintJob) -> Path:
        from printing.paper import ROLL_80
        from printing.pdf import render  # reportlab is slow to import; selling does not need it
        from printing.receipt import compose

        facts = receipts.facts(self.desk, job, self.letterhead)
        copy = f"-copy{job.copy + 1}" if job.copy else ""
        path = self.folder / f"{facts.bill_number.replace('/', '-')}{copy}.pdf"
        self.folder.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(".part")
        try:
            draft.write_bytes(render(compose(facts), ROLL_80))
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
        return path
