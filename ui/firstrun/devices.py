"""The printers that were found: those that are set up, and those this computer knows besides."""

from __future__ import annotations

from dataclasses import dataclass

from app.services.papers.printers import NAME_LENGTH_MAX, PrinterBook, PrinterKind, Printers, PrinterSetup, Role
from ui.rows import ChoiceRow
from ui.words import later, tr

FILES_DETAIL = later("Papers become PDF files: nothing has to be connected")
QUEUE_DETAIL = later("Found on this computer")
KEPT_DETAIL = later("Set up already")


@dataclass(frozen=True, slots=True)
class FoundPrinters:
    book: PrinterBook
    queues: tuple[str, ...] = ()

    @property
    def setups(self) -> tuple[PrinterSetup, ...]:
        known = {one.address for one in self.book.printers} | {one.name for one in self.book.printers}
        fresh = (queue for queue in self.queues if queue not in known and queue[:NAME_LENGTH_MAX] not in known)
        return (*self.book.printers, *(PrinterSetup(_name(one), PrinterKind.OFFICE, one) for one in fresh))

    @property
    def rows(self) -> tuple[ChoiceRow, ...]:
        return tuple(ChoiceRow(one.name, tr(self._detail(one))) for one in self.setups)

    @property
    def chosen(self) -> int:
        """The place of the one that prints receipts now."""
        return self.setups.index(self.book.chosen(Role.RECEIPTS))

    def choosing(self, index: int) -> PrinterBook:
        """The book in which receipts go to that one."""
        setup = self.setups[index]
        book = self.book if self.book.named(setup.name) else self.book.having(setup)
        return book.choosing(Role.RECEIPTS, setup.name)

    def _detail(self, setup: PrinterSetup) -> str:
        if setup.kind is PrinterKind.PDF:
            return FILES_DETAIL
        return KEPT_DETAIL if self.book.named(setup.name) else QUEUE_DETAIL


NONE_FOUND = FoundPrinters(PrinterBook(()))  # before anybody looked, and where the book cannot be read


def find(printers: Printers) -> FoundPrinters:
    return FoundPrinters(printers.book(), tuple(printers.queues()))


def _name(queue: str) -> str:
    return queue[:NAME_LENGTH_MAX]
