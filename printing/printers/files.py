"""PDF files in a folder: a printer that is always there, and the paper to look at later."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.services.papers.printers import PrinterSetup
from printing.paper import PAPERS
from printing.printers.faults import PrinterFault, Trouble, reason_of
from printing.printers.port import Begin, Sheet


@dataclass(frozen=True, slots=True)
class Files:
    """Writes each sheet as a file of its name, or of the one name there is: whole, or not at all."""

    setup: PrinterSetup
    folder: Path
    file_name: str = ""

    def put(self, sheet: Sheet, begin: Begin) -> str:
        content = sheet.pdf(PAPERS[self.setup.paper])
        path = self.folder / (self.file_name or f"{sheet.name}.pdf")
        draft = path.with_name(f"{path.name}.part")
        try:
            self._write(draft, content)
            begin()
            draft.replace(path)
        finally:
            with suppress(OSError):  # where it could not be made, it cannot be taken away either
                draft.unlink(missing_ok=True)
        return str(path)

    def _write(self, draft: Path, content: bytes) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(content)
        except OSError as wrong:
            raise PrinterFault(Trouble.FILE, self.setup.name, reason_of(wrong)) from wrong
