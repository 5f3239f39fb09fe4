"""print receipt and print test on printers: what comes out, and the sentence when nothing does."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from app.bootstrap import machine_printers, open_till
from app.domain.cart import Cart, CartLine
from app.services.members.members import Enrolment, enrol
from app.services.papers.printers import FILES, PrinterBook, PrinterKind, PrinterSetup, PrintMode, Role
from app.services.sales.checkout import SaleRequest, commit_sale
from app.settings import Settings
from tests.integration.cli.conftest import Run
from tests.thermal import ThermalPrinter, thermal_printer


@pytest.fixture
def printer(folder: Path) -> Iterator[ThermalPrinter]:
    """A receipt printer that this counter's receipts go to."""
    with thermal_printer() as made:
        epson = PrinterSetup("EPSON", PrinterKind.NETWORK, made.address, mode=PrintMode.TEXT)
        book = PrinterBook((FILES, epson)).choosing(Role.RECEIPTS, "EPSON")
        machine_printers(Settings(data_dir=str(folder))).keep(book)
        yield made


def sold(folder: Path) -> str:
    with open_till(Settings(data_dir=str(folder))) as till:
        request = SaleRequest(Cart((CartLine("1", "General", Decimal(1), 100_00),)))
        return commit_sale(till.desk, request, key="k", staff="asha").bill.number


def test_the_original_once_then_copies_wherever_they_go(
    run: Run, folder: Path, printer: ThermalPrinter, tmp_path: Path
) -> None:
    number = sold(folder)
    first, second = run("print", "receipt", number), run("print", "receipt", number)
    filed = run("print", "receipt", number, "--out", tmp_path / "copy.pdf")
    assert (first.status, first.out) == (0, f"Bill {number}: the original printed to EPSON.\n")
    assert second.out == f"Bill {number}: copy 2, marked REPRINT, printed to EPSON.\n"
    assert filed.out == f"Bill {number}: copy 3, marked REPRINT, printed to {tmp_path / 'copy.pdf'}.\n"
    assert ["REPRINT" in paper.letters for paper in printer.papers] == [False, True]
    assert (tmp_path / "copy.pdf").read_bytes().startswith(b"%PDF")


def test_another_printer_may_be_named(run: Run, folder: Path, printer: ThermalPrinter) -> None:
    number = sold(folder)
    assert run("print", "receipt", number, "--printer", "PDF files").status == 0
    assert printer.papers == []
    assert [path.suffix for path in (folder / "receipts").iterdir()] == [".pdf"]


def test_a_statement_goes_to_the_printer_of_reports(run: Run, folder: Path, printer: ThermalPrinter) -> None:
    printers = machine_printers(Settings(data_dir=str(folder)))
    printers.keep(printers.book().choosing(Role.REPORTS, FILES.name))
    with open_till(Settings(data_dir=str(folder))) as till:
        card = enrol(till.desk, Enrolment("Meena Iyer"), staff="asha").card
    assert card is not None
    assert run("print", "statement", card.number).status == 0
    assert (printer.papers, len(list((folder / "receipts").glob("statement-*.pdf")))) == ([], 1)
    printer.moods.has_paper = False
    slip = run("print", "slip", card.number)
    assert (slip.status, slip.out) == (1, "")
    assert slip.err.endswith("The balance slip then follows by itself; it waits in the print queue. [PRN-PAPER]\n")


def test_no_paper_is_said_and_the_bill_is_safe(run: Run, folder: Path, printer: ThermalPrinter) -> None:
    number = sold(folder)
    printer.moods.has_paper = False
    answer = run("print", "receipt", number)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith('Bill saved. Printer "EPSON" is out of paper. Load paper.')
    assert answer.err.endswith("[PRN-PAPER]\n")
    printer.moods.has_paper = True
    assert "the original printed to EPSON" in run("print", "receipt", number).out


def test_a_test_page_or_the_real_reason(run: Run, printer: ThermalPrinter) -> None:
    assert run("print", "test").out == "Test page printed: EPSON.\n"
    assert "TEST PAGE" in printer.papers[0].letters or printer.papers[0].pictures
    printer.moods.is_closed = False
    answer = run("print", "test")
    assert (answer.status, answer.err) == (1, 'The cover of printer "EPSON" is open. Close it. [PRN-COVER]\n')


def test_an_unknown_printer_and_an_unknown_bill(run: Run, printer: ThermalPrinter) -> None:
    nowhere = run("print", "test", "--printer", "Nowhere")
    assert (nowhere.status, nowhere.err.split(".")[0]) == (1, 'There is no printer called "Nowhere"')
    nothing = run("print", "receipt", "A1/26-27/000009")
    assert (nothing.status, "UNKNOWN_BILL" in nothing.err) == (1, True)
    assert printer.papers == []


def test_settings_of_printers_that_cannot_be_read(run: Run, folder: Path) -> None:
    folder.mkdir()
    (folder / "printers.toml").write_text("[[printer]]\nname = 7\n")
    answer = run("print", "test")
    assert (answer.status, "printers.toml cannot be read as printers: name cannot be 7" in answer.err) == (2, True)
