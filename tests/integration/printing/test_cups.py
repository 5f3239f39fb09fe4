"""Office printers through a real CUPS server: what comes out, and what is said when nothing does."""

from __future__ import annotations

import socket
import threading
import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from app.services.papers.printers import PrinterKind, PrinterSetup
from printing.document import Code, Document, Text
from printing.printers.cups import CupsQueue, queues
from printing.printers.faults import PrinterFault, Trouble
from printing.printers.port import DocumentSheet
from tests.cups import QUEUE, Cups, cups_server, why_not
from tests.thermal import read

OFFICE = PrinterSetup("Office printer", PrinterKind.OFFICE, QUEUE, "A4")
PAGE = Document("bill", (Text("Shree Medical"), Code("TILLPOINT A1")))


@pytest.fixture(scope="module")
def cups() -> Iterator[Cups]:
    why = why_not()
    if why:
        pytest.skip(f"*** NOTHING IS PRINTED ON A REAL CUPS HERE: {why} ***")
    with cups_server() as server, pytest.MonkeyPatch.context() as patch:
        patch.setenv("CUPS_SERVER", server.socket)
        yield server


def put(setup: PrinterSetup, name: str) -> list[str]:
    begun: list[str] = []
    CupsQueue(setup).put(DocumentSheet(name, lambda _: PAGE), lambda: begun.append("begun"))
    return begun


def refused(setup: PrinterSetup) -> tuple[PrinterFault, bool]:
    begun: list[str] = []
    with pytest.raises(PrinterFault) as caught:
        CupsQueue(setup).put(DocumentSheet("bill", lambda _: PAGE), lambda: begun.append("begun"))
    return caught.value, bool(begun)


@pytest.mark.parametrize(("paper", "points"), [("A4", (595, 842)), ("A5", (420, 595))])
def test_a_page_comes_out_with_its_code(cups: Cups, paper: str, points: tuple[int, int]) -> None:
    name = f"receipt-{uuid.uuid4().hex}"
    assert put(replace(OFFICE, paper=paper), name) == ["begun"]
    with pypdfium2.PdfDocument(cups.printed(name)) as document:
        (page,) = document
        assert [round(length) for length in page.get_size()] == pytest.approx(points, abs=2)
        picture = page.render(scale=300 / 72).to_pil()
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == ["TILLPOINT A1"]


@pytest.mark.usefixtures("cups")
def test_the_queues_of_this_machine_are_listed() -> None:
    assert queues() == [QUEUE]


@pytest.mark.usefixtures("cups")
def test_a_queue_that_is_not_there() -> None:
    fault, is_begun = refused(replace(OFFICE, address="Nowhere"))
    assert (fault.trouble, is_begun) == (Trouble.UNKNOWN, False)
    assert fault.happened == 'There is no printer called "Nowhere".'


def test_a_queue_that_is_stopped_says_so_and_gets_nothing(cups: Cups) -> None:
    cups.tell("cupsdisable", QUEUE)
    try:
        fault, is_begun = refused(OFFICE)
        assert (fault.trouble, fault.is_doubtful, is_begun) == (Trouble.OFFLINE, False, False)
    finally:
        cups.tell("cupsenable", QUEUE)


def test_a_queue_that_takes_no_jobs(cups: Cups) -> None:
    cups.tell("cupsreject", QUEUE)
    try:
        fault, is_begun = refused(OFFICE)
        assert (fault.trouble, is_begun) == (Trouble.OFFLINE, False)
        assert "takes no jobs" in fault.sentence
    finally:
        cups.tell("cupsaccept", QUEUE)


def test_a_receipt_printer_behind_a_queue_gets_its_own_commands(cups: Cups) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        came, port = bytearray(), server.getsockname()[1]
        thread = threading.Thread(target=_keep, args=(server, came), daemon=True)
        thread.start()
        cups.tell("lpadmin", "-p", "Raw", "-E", "-v", f"socket://127.0.0.1:{port}")
        try:
            assert put(PrinterSetup("EPSON", PrinterKind.RAW, "Raw"), "receipt") == ["begun"]
            thread.join(20)
        finally:
            cups.tell("lpadmin", "-x", "Raw")
    paper = read(bytes(came))
    assert (paper.unknown, paper.cuts) == (b"", 1)
    assert [code.text for code in zxingcpp.read_barcodes(paper.picture.convert("L"))] == ["TILLPOINT A1"]


def _keep(server: socket.socket, came: bytearray) -> None:
    connection, _ = server.accept()
    with connection:
        while data := connection.recv(65536):
            came.extend(data)


def test_without_cups_it_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert queues() == []
    fault, is_begun = refused(OFFICE)
    assert (fault.trouble, is_begun) == (Trouble.QUEUE, False)
    assert "CUPS is not installed here" in fault.sentence
