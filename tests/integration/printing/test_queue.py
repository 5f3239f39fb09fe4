"""The queue: what could not be printed is printed later, in its turn, once, and never holds up a bill."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from app.bootstrap import letterhead
from app.domain.bill import Tender, TenderKind
from app.services.members.members import find_card
from app.services.papers import prints
from app.services.papers.print_jobs import PrintStatus
from app.services.papers.printers import PrinterBook, PrinterKind, PrinterSetup, PrintMode
from app.settings import Settings
from printing.printers.book import BookFile
from printing.printers.faults import PrinterFault
from printing.printers.links import Patience
from printing.printers.machine import MachinePrinters
from printing.printers.opening import Opener
from printing.spooler import PrintFault, Spooler
from tests.desks import Shop, memory_shop
from tests.thermal import ThermalPrinter, thermal_printer

HASTY = Patience(connect_s=0.5, answer_s=0.25, stall_s=0.5, done_s=1.5)


@dataclass
class Counter:
    shop: Shop
    printer: ThermalPrinter
    spooler: Spooler

    def sell(self) -> str:
        return self.shop.sell(None, ("General", 100)).bill.bill_id

    def statuses(self, bill_id: str) -> list[tuple[int, PrintStatus]]:
        with self.shop.store.reading() as uow:
            return [(job.copy, job.status) for job in uow.prints.of_subject("receipt", bill_id)]

    def is_due_again(self) -> None:
        self.spooler._due_at.clear()


@pytest.fixture
def counter(tmp_path: Path) -> Iterator[Counter]:
    with memory_shop() as shop, thermal_printer() as printer:
        printers = MachinePrinters(BookFile(tmp_path / "printers.toml"), Opener(tmp_path, HASTY))
        epson = PrinterSetup("EPSON", PrinterKind.NETWORK, printer.address, mode=PrintMode.TEXT, drawer=True)
        printers.keep(PrinterBook((epson,)))
        yield Counter(shop, printer, Spooler(shop.desk, letterhead(Settings()), printers))


def test_out_of_paper_is_said_and_the_original_follows_by_itself(counter: Counter) -> None:
    counter.printer.moods.has_paper = False
    bill = counter.sell()
    with pytest.raises(PrintFault) as refused:
        counter.spooler.print_receipt(bill)
    assert refused.value.sentence == (
        'Bill saved. Printer "EPSON" is out of paper. Load paper. The receipt then follows; Ctrl+P tries now.'
    )
    (job,) = prints.queue(counter.shop.desk)
    assert (job.tries, job.error) == (1, 'Printer "EPSON" is out of paper. [PRN-PAPER]')

    counter.printer.moods.has_paper = True
    assert counter.spooler.retry() == []  # it is not due yet
    counter.is_due_again()
    assert [one.copy for one in counter.spooler.retry()] == [0]
    (paper,) = counter.printer.papers
    assert "REPRINT" not in paper.letters
    assert paper.kicks == 0  # the money was taken long ago
    assert list(prints.queue(counter.shop.desk)) == []


def test_the_drawer_opens_with_the_first_try_and_never_for_a_copy(counter: Counter) -> None:
    bill = counter.sell()
    for _ in range(2):
        counter.spooler.print_receipt(bill)
    assert [(paper.kicks, "REPRINT" in paper.letters) for paper in counter.printer.papers] == [(1, False), (0, True)]


@pytest.mark.parametrize("mode", PrintMode)
def test_whoever_is_called_like_a_command_opens_no_drawer(counter: Counter, mode: PrintMode) -> None:
    (epson,) = counter.spooler.printers.book().printers
    counter.spooler.printers.keep(PrinterBook((replace(epson, mode=mode),)))
    shop, name = counter.shop, "Ravi \x1bp\x00\x19\xfa \x10\x14\x01\x00\x05 Sharma"
    card = shop.enrol("Ravi Sharma")
    member = find_card(shop.desk, card)[0].member
    with shop.store.writing() as uow:  # no screen lets it in; a data file may bring it
        uow.members.set_profile(replace(member, name=name))
    upi = (Tender(TenderKind.UPI, 100_00, 100_00),)
    counter.spooler.print_receipt(shop.sell(card, ("General", 100), tenders=upi).bill.bill_id)
    for document in ("slip", "statement"):
        counter.spooler.print_paper(document, member.member_id)
    assert [(paper.kicks, paper.cuts, paper.unknown) for paper in counter.printer.papers] == [(0, 1, b"")] * 3


def test_a_connection_lost_midway_is_followed_by_a_copy(counter: Counter) -> None:
    counter.printer.moods.drops_after = 200
    bill = counter.sell()
    with pytest.raises(PrintFault, match="PRN-CUT") as refused:
        counter.spooler.print_receipt(bill)
    assert "printed again by itself, marked REPRINT" in refused.value.sentence

    counter.printer.moods.drops_after = None
    counter.is_due_again()
    assert [one.copy for one in counter.spooler.retry()] == [1]
    assert "REPRINT" in counter.printer.papers[-1].letters
    assert counter.statuses(bill) == [(0, PrintStatus.DOUBTED), (1, PrintStatus.PRINTED)]


def test_one_that_fails_holds_the_others_only_until_it_works(counter: Counter) -> None:
    counter.printer.moods.has_paper = False
    bills = [counter.sell() for _ in range(3)]
    for bill in bills:
        with pytest.raises(PrintFault):
            counter.spooler.print_receipt(bill)
    counter.is_due_again()
    assert counter.spooler.retry() == []
    assert [job.tries for job in prints.queue(counter.shop.desk)] == [2, 1, 1]

    counter.printer.moods.has_paper = True
    counter.is_due_again()
    assert len(counter.spooler.retry()) == 3
    assert len(counter.printer.papers) == 3


def test_a_bill_just_made_is_left_to_who_made_it(counter: Counter) -> None:
    counter.sell()
    assert counter.spooler.retry() == []


def test_what_waits_from_before_is_printed_after_a_start(counter: Counter) -> None:
    bill = counter.sell()
    counter.spooler.recover()
    assert [one.copy for one in counter.spooler.retry()] == [0]
    assert counter.statuses(bill) == [(0, PrintStatus.PRINTED)]


def test_a_job_of_the_queue_is_printed_at_once_when_asked_for(counter: Counter) -> None:
    counter.printer.moods.has_paper = False
    with pytest.raises(PrintFault):
        counter.spooler.print_receipt(counter.sell())
    (job,) = prints.queue(counter.shop.desk)
    with pytest.raises(PrinterFault):
        counter.spooler.print_job(job.job_id)
    counter.printer.moods.has_paper = True
    printed = counter.spooler.print_job(job.job_id)
    assert printed is not None
    assert (printed.printer, printed.copy, printed.path) == ("EPSON", 0, None)
    assert counter.spooler.print_job(job.job_id) is None


def test_settings_that_cannot_be_read_are_said_and_nothing_is_lost(counter: Counter) -> None:
    counter.spooler.printers.file.path.write_text("[[printer]]\nname = 7\n")
    bill = counter.sell()
    with pytest.raises(PrintFault, match="PRN-SETUP") as refused:
        counter.spooler.print_receipt(bill)
    assert "name cannot be 7" in refused.value.sentence
    assert counter.statuses(bill) == [(0, PrintStatus.WAITING)]


def test_what_nobody_foresaw_is_counted_and_raised(counter: Counter) -> None:
    def broken(_: object) -> object:
        raise ZeroDivisionError("the template of this test")

    counter.spooler.makers = {"receipt": broken}  # type: ignore[dict-item]
    bill = counter.sell()
    with pytest.raises(ZeroDivisionError):
        counter.spooler.print_receipt(bill)
    (job,) = prints.queue(counter.shop.desk)
    assert (job.tries, job.error) == (1, "the template of this test")
