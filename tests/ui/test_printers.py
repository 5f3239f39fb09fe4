"""Printers in the real window: set up, tested, out of paper, and what waits printed at last; no bill waits for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.demo_shop import RAVI
from app.services.papers import prints
from app.services.papers.printers import FILES, PrinterBook, PrinterKind, PrinterSetup, PrintMode, Role
from printing.printers.links import Patience
from tests.thermal import ThermalPrinter, thermal_printer
from ui.language import QtTongue
from ui.words import speak

SIGNED_IN = "vikram"  # printers are set up by who may
HASTY = Patience(connect_s=0.5, answer_s=0.25, stall_s=0.5, done_s=1.0)


@pytest.fixture
def printer() -> Iterator[ThermalPrinter]:
    with thermal_printer() as made:
        yield made


@pytest.fixture
def counter(open_window) -> Iterator:
    with open_window(lambda context: replace(context, printers=context.receipts.printers)) as opened:
        printers = opened.till.spooler.printers
        opened.till.spooler.printers = replace(printers, opener=replace(printers.opener, patience=HASTY))
        yield opened


def use(counter, printer: ThermalPrinter) -> None:
    epson = PrinterSetup("EPSON", PrinterKind.NETWORK, printer.address, mode=PrintMode.TEXT, drawer=True)
    counter.till.spooler.printers.keep(PrinterBook((epson,)))


def sell(counter) -> None:
    counter.hand.type("100")
    counter.hand.press("Return")
    counter.hand.press("Ctrl+Return")
    counter.hand.settle()


def page_of(counter):
    return counter.window.printers_page


def test_a_printer_is_set_up_chosen_and_tested_by_keys_alone(counter, printer):
    counter.hand.press("Ctrl+Shift+R")
    counter.hand.press("F6")
    form = page_of(counter).form
    assert counter.focus is form.name
    counter.hand.type("EPSON")
    counter.hand.press("Tab")
    assert counter.focus is form.address
    counter.hand.type(printer.address)
    form.roles[Role.RECEIPTS].setFocus()
    counter.hand.press("Space")
    counter.hand.press("F9")
    assert page_of(counter).strip.text == "Saved. What is printed from now on goes there."
    book = counter.till.spooler.printers.book()
    assert book.printers == (FILES, PrinterSetup("EPSON", PrinterKind.NETWORK, printer.address))
    assert book.roles == {Role.RECEIPTS: "EPSON"}

    counter.hand.press("F8")
    counter.hand.settle()
    assert page_of(counter).strip.text == "Test page printed: EPSON."
    assert printer.papers[0].cuts == 1


def test_the_test_is_told_of_in_the_language_of_the_window(counter, printer):
    use(counter, printer)
    before = speak(QtTongue("hi"))
    try:
        counter.hand.press("Ctrl+Shift+R")
        counter.hand.press("F8")
        counter.hand.settle()
        assert page_of(counter).strip.text == "जाँच पन्ना छप गया: EPSON।"
    finally:
        speak(before)


def test_the_test_says_the_real_reason(counter, printer, caplog):
    use(counter, printer)
    printer.moods.has_paper = False
    counter.hand.press("Ctrl+Shift+R")
    counter.hand.press("F8")
    counter.hand.settle()
    assert page_of(counter).strip.text == 'Printer "EPSON" is out of paper. Load paper.'
    assert printer.papers == []
    caplog.clear()


def test_what_cannot_be_used_is_not_kept(counter):
    counter.hand.press("Ctrl+Shift+R")
    counter.hand.press("F6")
    for key in ("F9", "F8"):
        counter.hand.press(key)
        assert page_of(counter).strip.text.startswith("A printer needs a name")
    assert counter.till.spooler.printers.book() == PrinterBook()


def test_a_queue_that_is_not_there_now_is_kept_whatever_else_is_changed(counter, monkeypatch):
    monkeypatch.setattr("printing.printers.machine.queues", lambda: ["Other"])
    laser = PrinterSetup("Laser", PrinterKind.OFFICE, "HP_LaserJet", paper="A4")
    counter.till.spooler.printers.keep(PrinterBook((laser,)))
    counter.hand.press("Ctrl+Shift+R")
    form = page_of(counter).form
    assert [form.queue.itemText(at) for at in range(form.queue.count())] == ["Other", "HP_LaserJet"]
    assert form.queue.currentText() == "HP_LaserJet"
    assert page_of(counter).desk.state.explained.startswith("This computer does not know that queue now.")
    form.paper._buttons["A5"].click()
    counter.hand.press("F9")
    assert counter.till.spooler.printers.book().printers == (replace(laser, paper="A5"),)


def test_an_emptied_queue_keeps_the_focus_where_its_keys_are_heard(counter, printer, caplog):
    use(counter, printer)
    printer.moods.has_paper = False
    sell(counter)
    counter.hand.press("Ctrl+Shift+Q")
    assert counter.focus is page_of(counter).queue.table
    counter.hand.press("Shift+Del")
    assert counter.focus is page_of(counter).queue
    caplog.clear()


def test_a_printer_is_taken_away_but_not_the_last(counter, printer):
    use(counter, printer)
    counter.till.spooler.printers.keep(counter.till.spooler.printers.book().having(FILES))
    counter.hand.press("Ctrl+Shift+R")
    for _ in range(2):
        counter.hand.press("Ctrl+Del")
    assert counter.till.spooler.printers.book().printers == (FILES,)


def test_paper_out_is_said_at_the_bill_stands_in_the_queue_and_is_printed_from_there(counter, printer, caplog):
    use(counter, printer)
    printer.moods.has_paper = False
    sell(counter)
    assert counter.said.startswith('Bill saved. Printer "EPSON" is out of paper. Load paper.')
    assert len(counter.bills()) == 1
    counter.hand.press("Ctrl+Shift+Q")
    (row,) = page_of(counter).desk.state.waiting
    assert (row.what, row.tries) == (f"Receipt {counter.bills()[0].number}", "1")
    assert row.why == 'Printer "EPSON" is out of paper. [PRN-PAPER]'

    counter.hand.press("F5")
    counter.hand.settle()
    assert page_of(counter).strip.text == 'Printer "EPSON" is out of paper. Load paper.'
    printer.moods.has_paper = True
    counter.hand.press("F5")
    counter.hand.settle()
    assert page_of(counter).strip.text == "Printed to EPSON."
    assert page_of(counter).desk.state.waiting == ()
    assert ["REPRINT" in paper.letters for paper in printer.papers] == [False]
    caplog.clear()


def test_what_is_given_up_leaves_the_queue_and_is_the_original_still(counter, printer, caplog):
    use(counter, printer)
    printer.moods.is_closed = False
    sell(counter)
    counter.hand.press("Ctrl+Shift+Q")
    counter.hand.press("Shift+Del")
    assert page_of(counter).desk.state.waiting == ()
    assert page_of(counter).strip.text.startswith("Given up.")
    printer.moods.is_closed = True
    counter.hand.press("Esc")
    counter.hand.press("Ctrl+P")
    counter.hand.settle()
    assert ["REPRINT" in paper.letters for paper in printer.papers] == [False]
    caplog.clear()


def test_what_waits_is_printed_by_itself(counter, printer, caplog):
    use(counter, printer)
    printer.moods.has_paper = False
    sell(counter)
    printer.moods.has_paper = True
    while prints.queue(counter.till.desk):  # a try under way when it is asked may still see no paper
        counter.till.spooler._due_at.clear()
        counter.window.paperwork.retrying.retry()
        counter.hand.settle()
    assert len(printer.papers) == 1
    caplog.clear()


def test_a_bill_never_waits_for_a_printer_that_is_stuck(counter, printer, caplog, qtbot):
    use(counter, printer)
    opener = counter.till.spooler.printers.opener
    patient = replace(opener, patience=replace(HASTY, answer_s=5))
    counter.till.spooler.printers = replace(counter.till.spooler.printers, opener=patient)
    printer.moods.answers = False
    counter.hand.type("100")
    counter.hand.press("Return")
    counter.window.counter.till.take_exact_cash()
    qtbot.waitUntil(lambda: len(counter.bills()) == 1, timeout=4000)
    assert not counter.window.tasks.is_idle  # the printer is still being waited for
    counter.hand.settle()
    assert "does not answer" in counter.said
    caplog.clear()


def test_a_balance_slip_is_printed_for_who_is_on_the_bill_and_leaves_the_bill_alone(counter, printer):
    use(counter, printer)
    counter.hand.press("Ctrl+B")
    assert counter.said == "No card on this bill. Scan one first, or find the customer with F3."
    counter.hand.scan(RAVI)
    for text in ("500", "25"):
        counter.hand.type(text)
        if text == "500":
            counter.hand.press("Return")
    counter.hand.press("Ctrl+B")
    counter.hand.settle()
    assert counter.said == "Balance slip of Ravi Sharma is printed: EPSON."
    (paper,) = printer.papers
    assert "Ravi Sharma" in paper.letters
    assert "2,340" in paper.letters
    assert (paper.cuts, paper.kicks) == (1, 0)
    assert (len(counter.rows), counter.page.box.text(), counter.focus) == (1, "25", counter.page.box)


def test_a_statement_goes_to_the_printer_of_reports_from_the_customer(counter, printer):
    epson = PrinterSetup("EPSON", PrinterKind.NETWORK, printer.address)
    counter.till.spooler.printers.keep(PrinterBook((epson, replace(FILES, paper="A4")), {Role.REPORTS: FILES.name}))
    counter.hand.scan(RAVI)
    for key in ("F3", "S"):
        counter.hand.press(key)
    counter.hand.settle()
    (made,) = counter.till.spooler.printers.opener.folder.glob("statement-*.pdf")
    assert counter.said == f"Statement of Ravi Sharma is printed: {made.name}."
    assert printer.papers == []


def test_a_slip_that_does_not_come_out_says_why_and_follows_by_itself(counter, printer, caplog):
    use(counter, printer)
    printer.moods.has_paper = False
    counter.hand.scan(RAVI)
    counter.hand.press("Ctrl+B")
    counter.hand.settle()
    assert counter.said == (
        'Printer "EPSON" is out of paper. Load paper. The balance slip then follows by itself; '
        "it waits in the print queue."
    )
    assert counter.window.header._trouble.text() == "Not printing · 1 waiting"
    counter.hand.press("Ctrl+Shift+Q")
    (row,) = page_of(counter).desk.state.waiting
    assert row.what == "Balance slip Ravi Sharma"
    printer.moods.has_paper = True
    counter.hand.press("F5")
    counter.hand.settle()
    assert len(printer.papers) == 1
    caplog.clear()


def test_a_slip_of_somebody_who_cannot_be_read_is_said_and_nothing_is_printed(counter, printer, caplog):
    use(counter, printer)
    counter.hand.scan(RAVI)
    counter.till.spooler.makers = {"slip": lambda _: 1 / 0}
    counter.hand.press("Ctrl+B")
    counter.hand.settle()
    assert counter.said.startswith("That could not be printed. The bill and the points are as they were")
    assert printer.papers == []
    caplog.clear()
