"""The book of printers: what can be set, what is chosen, and what stays chosen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.services.papers.printers import (
    FILES,
    PrinterBook,
    PrinterKind,
    PrinterSetup,
    Role,
    after_colon,
    problem_of,
)

EPSON = PrinterSetup("EPSON", PrinterKind.NETWORK, "192.168.1.50")


def test_what_nothing_is_chosen_for_goes_to_the_first() -> None:
    book = PrinterBook().having(EPSON)
    assert [book.chosen(role).name for role in Role] == ["PDF files"] * 3
    assert book.choosing(Role.RECEIPTS, "EPSON").chosen(Role.RECEIPTS) == EPSON
    assert book.choosing(Role.RECEIPTS, "no such").chosen(Role.RECEIPTS) == FILES


def test_a_printer_that_changes_its_name_stays_chosen() -> None:
    book = PrinterBook().having(EPSON).choosing(Role.RECEIPTS, "EPSON").choosing(Role.CARDS, "PDF files")
    renamed = book.having(replace(EPSON, name="Counter"), instead_of="EPSON")
    assert [one.name for one in renamed.printers] == ["PDF files", "Counter"]
    assert renamed.roles == {Role.RECEIPTS: "Counter", Role.CARDS: "PDF files"}


def test_the_last_printer_is_not_taken_away() -> None:
    book = PrinterBook().having(EPSON).choosing(Role.RECEIPTS, "EPSON").without("EPSON")
    assert (book.printers, book.roles) == ((FILES,), {})
    assert book.without("PDF files") == book


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        (PrinterKind.PDF, ""),
        (PrinterKind.PDF, "/srv/receipts"),
        (PrinterKind.NETWORK, "192.168.1.50"),
        (PrinterKind.NETWORK, "printer.local:9101"),
        (PrinterKind.SERIAL, "/dev/ttyUSB0"),
        (PrinterKind.SERIAL, "COM3:19200"),
        (PrinterKind.DEVICE, "/dev/usb/lp0"),
        (PrinterKind.RAW, "EPSON TM-T82"),
        (PrinterKind.OFFICE, "Office"),
    ],
)
def test_addresses_that_can_be_used(kind: PrinterKind, address: str) -> None:
    assert problem_of(PrinterSetup("P", kind, address)) == ""


@pytest.mark.parametrize(
    ("kind", "address", "says"),
    [
        (PrinterKind.NETWORK, "", "192.168.1.50"),
        (PrinterKind.NETWORK, "http://printer", "192.168.1.50"),
        (PrinterKind.NETWORK, "printer:port", "192.168.1.50"),
        (PrinterKind.SERIAL, "COM3:fast", "/dev/ttyUSB0"),
        (PrinterKind.DEVICE, "", "/dev/usb/lp0"),
        (PrinterKind.RAW, "", "Choose"),
        (PrinterKind.OFFICE, "-o raw", "Choose"),
        (PrinterKind.DEVICE, "/dev/usb\n", "line breaks"),
        (PrinterKind.DEVICE, "/" * 201, "200"),
    ],
)
def test_addresses_that_cannot(kind: PrinterKind, address: str, says: str) -> None:
    assert says in problem_of(PrinterSetup("P", kind, address))


@pytest.mark.parametrize("name", ["", "  ", "x" * 41, "EPS\x1bON"])
def test_a_printer_needs_a_name(name: str) -> None:
    assert "needs a name" in problem_of(replace(EPSON, name=name))


def test_a_name_is_one_printers_only() -> None:
    assert "already" in problem_of(replace(EPSON, name="epson"), [EPSON])


def test_papers_are_those_of_the_printer() -> None:
    assert "58mm or 80mm" in problem_of(replace(EPSON, paper="A4"))
    assert problem_of(replace(FILES, paper="A4")) == ""
    assert "not known" in problem_of(replace(FILES, paper="A9"))


@pytest.mark.parametrize(
    ("address", "place", "number"), [("h:1", "h", 1), ("h", "h", 9100), ("h:", "h:", 9100), ("a:b:2", "a:b", 2)]
)
def test_the_number_behind_the_colon(address: str, place: str, number: int) -> None:
    assert after_colon(address, otherwise=9100) == (place, number)
