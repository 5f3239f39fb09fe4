"""The printers of this machine: kept in its book, opened, listed and tested."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.services.papers.printers import ASKING, PrinterBook, PrinterKind, PrinterSetup, problem_of
from printing.printers.book import BookFile
from printing.printers.faults import PrinterFault, Trouble, reason_of
from printing.printers.opening import Opener, queues
from printing.printers.port import DocumentSheet, Printer

if TYPE_CHECKING:
    from printing.document import Document
    from printing.paper import Paper


@dataclass(frozen=True, slots=True)
class MachinePrinters:
    """What `app.services.papers.printers.Printers` promises, with this machine's queues and cables.

    In `training` no drawer opens, whatever is said of the printer it hangs on.
    """

    file: BookFile
    opener: Opener
    now: Callable[[], str] = lambda: ""
    training: bool = False

    def book(self) -> PrinterBook:
        return self.file.read()

    def keep(self, book: PrinterBook) -> None:
        try:
            self.file.write(book)
        except OSError as wrong:
            raise PrinterFault(Trouble.FILE, "", reason_of(wrong)) from wrong

    def queues(self) -> Sequence[str]:
        return queues()

    def profiles(self) -> Sequence[str]:
        from printing.printers.library import profiles

        return profiles()

    def open(self, setup: PrinterSetup) -> Printer:
        return self.opener.open(replace(setup, drawer=setup.drawer and not self.training))

    def test(self, setup: PrinterSetup) -> str:
        from printing.testpage import test_page

        problem = problem_of(setup)
        if problem:
            raise PrinterFault(Trouble.SETUP, setup.name, problem)

        def content(paper: Paper) -> Document:
            return test_page(setup, paper, self.now(), training=self.training)

        page = DocumentSheet("test page", content, setup.drawer)
        where = self.open(setup).put(page, lambda: None)
        return came_of_test(where, is_sure=_is_sure(setup))


def came_of_test(where: str, *, is_sure: bool) -> str:
    """What became of a test page, as a sentence."""
    if is_sure:
        return f"Test page printed: {where}."
    return f"Test page sent to {where}; this printer cannot say whether it printed, so look at the paper."


def _is_sure(setup: PrinterSetup) -> bool:
    """Whether it would have said that it did not print."""
    return setup.kind in (PrinterKind.PDF, PrinterKind.OFFICE) or (setup.answers and setup.kind in ASKING)
