"""A receipt printer on a wire: what it complains of is said, and nothing is sent to one that cannot print."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from pyzbar import pyzbar

from app.services.papers.printers import PAPERS as PAPER_NAMES
from app.services.papers.printers import PrinterKind, PrinterSetup, PrintMode
from printing.document import Code, Columns, Document, Text
from printing.paper import PAPERS
from printing.printers.faults import PrinterFault, Trouble
from printing.printers.links import Patience
from printing.printers.opening import Opener
from printing.printers.port import DocumentSheet
from tests.thermal import Moods, Paper, ThermalPrinter, read, thermal_printer

HASTY = Patience(connect_s=0.5, answer_s=0.25, stall_s=0.5, done_s=1.5)
RECEIPT = Document("bill", (Text("Shree Medical"), Columns("To pay", "₹150.00"), Code("TILLPOINT A1")))


@pytest.fixture
def printer() -> Iterator[ThermalPrinter]:
    with thermal_printer() as made:
        yield made


def setup_of(printer: ThermalPrinter) -> PrinterSetup:
    return PrinterSetup("EPSON", PrinterKind.NETWORK, printer.address, drawer=True)


def put(setup: PrinterSetup, document: Document = RECEIPT, *, cash: bool = False) -> list[str]:
    """Prints; what is said of the way."""
    begun: list[str] = []
    sheet = DocumentSheet("bill", lambda _: document, opens_drawer=cash)
    Opener(Path("nowhere"), HASTY).open(setup).put(sheet, lambda: begun.append("begun"))
    return begun


def refused(setup: PrinterSetup) -> tuple[PrinterFault, bool]:
    """The fault, and whether anything may have been printed before it."""
    begun: list[str] = []
    sheet = DocumentSheet("bill", lambda _: RECEIPT)
    with pytest.raises(PrinterFault) as caught:
        Opener(Path("nowhere"), HASTY).open(setup).put(sheet, lambda: begun.append("begun"))
    return caught.value, bool(begun)


def codes(paper: Paper) -> set[tuple[str, ...]]:
    """What each of the two decoders reads."""
    picture = paper.picture.convert("L")
    return {
        tuple(sorted(one.data.decode() for one in pyzbar.decode(picture))),
        tuple(sorted(one.text for one in zxingcpp.read_barcodes(picture))),
    }


@pytest.mark.parametrize("name", ["58mm", "80mm"])
def test_the_paper_is_the_picture_dot_for_dot_and_its_code_reads(printer: ThermalPrinter, name: str) -> None:
    assert put(replace(setup_of(printer), paper=name)) == ["begun"]
    (paper,) = printer.papers
    (drawn,) = DocumentSheet("bill", lambda _: RECEIPT).pictures(PAPERS[name])
    assert paper.picture.tobytes() == drawn.crop((0, 0, *paper.picture.size)).tobytes()
    assert not drawn.crop((0, paper.picture.height, *drawn.size)).convert("L").point(lambda v: 255 - v).getbbox()
    assert codes(paper) == {("TILLPOINT A1",)}
    assert (paper.unknown, paper.order) == (b"", ["begin", *["raster"] * len(paper.pictures), "feed", "cut"])


def test_the_drawer_opens_before_the_paper_when_cash_is_taken(printer: ThermalPrinter) -> None:
    put(setup_of(printer), cash=True)
    put(replace(setup_of(printer), drawer=False), cash=True)
    put(replace(setup_of(printer), cut=False), cash=False)
    with_cash, without_drawer, without_blade = printer.papers
    assert with_cash.order[:2] == ["begin", "drawer"]
    assert (without_drawer.kicks, without_blade.kicks, without_blade.cuts) == (0, 0, 0)


@pytest.mark.parametrize("mode", PrintMode)
def test_a_name_never_opens_the_drawer(printer: ThermalPrinter, mode: PrintMode) -> None:
    name = "Ravi\x1bp\x00\x19\xfa\x10\x14\x01\x00\x01\x1dV\x00\x07\x1b@ Sharma \u202e\x9b"
    document = Document(name, (Text(name), Columns(name, name)))
    put(replace(setup_of(printer), mode=mode), document)
    (paper,) = printer.papers
    assert (paper.kicks, paper.cuts, paper.unknown) == (0, 1, b"")


def test_real_time_commands_never_stand_in_a_picture() -> None:
    from PIL import Image

    from printing.escpos import bands

    trap = Image.frombytes("1", (64, 1), bytes(255 - byte for byte in b"\x10\x14\x01\x00\x01\x10\x14\x02"))
    (band,) = bands(trap)
    assert band[8:] == b"\x18\x14\x01\x00\x01\x18\x14\x02"


def test_letters_where_the_printer_has_them_and_dots_where_it_has_not(printer: ThermalPrinter) -> None:
    setup = replace(setup_of(printer), mode=PrintMode.TEXT)
    put(setup, Document("bill", (Text("Shree Medical"), Columns("To pay", "₹150.00"))))
    put(setup, Document("bill", (Text("श्री मेडिकल"), Columns("To pay", "₹150.00"))))
    letters, dots = printer.papers
    assert letters.pictures == []
    assert letters.letters.splitlines()[1] == "To pay" + "Rs150.00".rjust(48 - len("To pay"))
    assert dots.letters.strip() == ""
    assert dots.pictures


def test_a_code_is_dots_among_letters_too(printer: ThermalPrinter) -> None:
    put(replace(setup_of(printer), mode=PrintMode.TEXT))
    (paper,) = printer.papers
    assert "Shree Medical" in paper.letters
    assert codes(paper) == {("TILLPOINT A1",)}


@pytest.mark.parametrize(
    ("moods", "trouble", "saying"),
    [
        (Moods(has_paper=False), Trouble.PAPER, 'Printer "EPSON" is out of paper'),
        (Moods(is_closed=False), Trouble.COVER, 'cover of printer "EPSON" is open'),
        (Moods(is_closed=False, has_paper=False), Trouble.COVER, "cover"),
        (Moods(cutter_is_stuck=True), Trouble.ERROR, "its cutter is stuck"),
        (Moods(answers=False), Trouble.MUTE, "does not answer"),
    ],
)
def test_a_printer_that_cannot_print_is_sent_nothing(moods: Moods, trouble: Trouble, saying: str) -> None:
    with thermal_printer(moods) as printer:
        fault, is_begun = refused(setup_of(printer))
        assert (fault.trouble, fault.is_doubtful, is_begun) == (trouble, False, False)
        assert saying in fault.sentence
        assert printer.papers == []


def test_a_printer_that_is_off_is_not_found_with_the_real_reason() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    for address, why in ((f"127.0.0.1:{port}", "Connection refused"), ("no-such-host.invalid", "")):
        started = time.monotonic()
        fault, is_begun = refused(PrinterSetup("EPSON", PrinterKind.NETWORK, address))
        assert (fault.trouble, is_begun) == (Trouble.GONE, False)
        assert why in fault.sentence
        assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    ("moods", "trouble"),
    [
        (Moods(drops_after=3000), Trouble.CUT),
        (Moods(stalls_after=3000), Trouble.SLOW),
        (Moods(ends_paper_after=3000), Trouble.PAPER),
    ],
)
def test_a_printer_that_fails_midway_is_noticed_and_leaves_a_doubt(moods: Moods, trouble: Trouble) -> None:
    with thermal_printer(moods) as printer:
        fault, is_begun = refused(setup_of(printer))
        assert (fault.trouble, fault.is_doubtful, is_begun) == (trouble, True, True)


def test_a_slow_printer_is_waited_for() -> None:
    with thermal_printer(Moods(bytes_per_s=40_000)) as printer:
        assert put(setup_of(printer)) == ["begun"]
        assert codes(printer.papers[0]) == {("TILLPOINT A1",)}


def test_a_printer_that_does_not_know_the_last_question_is_believed_when_it_is_well() -> None:
    with thermal_printer(Moods(knows_done=False)) as printer:
        assert put(setup_of(printer)) == ["begun"]


def test_a_printer_that_never_answers_prints_when_its_settings_say_so() -> None:
    with thermal_printer(Moods(answers=False)) as printer:
        assert put(replace(setup_of(printer), answers=False)) == ["begun"]
        for _ in range(100):
            if printer.papers:
                break
            time.sleep(0.02)
        assert printer.papers


class TestDevice:
    """What only takes: a file, or a device of the system."""

    def test_a_file_gets_the_bytes(self, tmp_path: Path) -> None:
        path = tmp_path / "lp0"
        path.touch()
        assert put(PrinterSetup("USB", PrinterKind.DEVICE, str(path))) == ["begun"]
        assert codes(read(path.read_bytes())) == {("TILLPOINT A1",)}

    def test_one_that_is_not_there(self, tmp_path: Path) -> None:
        fault, is_begun = refused(PrinterSetup("USB", PrinterKind.DEVICE, str(tmp_path / "no" / "lp0")))
        assert (fault.trouble, is_begun) == (Trouble.GONE, False)
        assert "No such file or directory" in fault.sentence

    def test_one_that_nobody_reads_does_not_hold_us(self, tmp_path: Path) -> None:
        path = tmp_path / "lp0"
        os.mkfifo(path)
        reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        huge = Document("bill", tuple(Text(f"line {n}") for n in range(60)))
        try:
            started = time.monotonic()
            with pytest.raises(PrinterFault) as caught:
                put(PrinterSetup("USB", PrinterKind.DEVICE, str(path)), huge)
            assert (caught.value.trouble, caught.value.is_doubtful) == (Trouble.SLOW, True)
            assert time.monotonic() - started < 5
        finally:
            os.close(reader)


class TestSerial:
    """The two ends of a terminal stand for a serial cable."""

    @pytest.fixture
    def cable(self) -> Iterator[tuple[int, str]]:
        ours, theirs = os.openpty()
        yield ours, os.ttyname(theirs)
        os.close(ours)
        os.close(theirs)

    def test_a_printer_at_the_other_end(self, cable: tuple[int, str]) -> None:
        ours, port = cable
        came, over = bytearray(), threading.Event()

        def answering() -> None:
            while not over.is_set():
                data = os.read(ours, 65536)
                came.extend(data)
                if data[:2] == b"\x10\x04":
                    os.write(ours, b"\x12")
                if data.endswith(b"\x1dr\x01"):
                    os.write(ours, b"\0")
                    return

        thread = threading.Thread(target=answering, daemon=True)
        thread.start()
        assert put(PrinterSetup("COM", PrinterKind.SERIAL, f"{port}:19200")) == ["begun"]
        over.set()
        thread.join(5)
        printed = bytes(came).replace(b"\x1dr\x01", b"")
        for n in (1, 2, 3, 4):
            printed = printed.replace(b"\x10\x04" + bytes([n]), b"")
        assert codes(read(printed)) == {("TILLPOINT A1",)}

    def test_one_that_is_switched_off_says_nothing(self, cable: tuple[int, str]) -> None:
        fault, is_begun = refused(PrinterSetup("COM", PrinterKind.SERIAL, cable[1]))
        assert (fault.trouble, is_begun) == (Trouble.MUTE, False)

    def test_a_port_that_is_not_there(self) -> None:
        fault, _ = refused(PrinterSetup("COM", PrinterKind.SERIAL, "/dev/ttyNONE"))
        assert fault.trouble is Trouble.GONE
        assert "No such file or directory" in fault.sentence


def test_every_paper_that_can_be_set_is_a_paper_there_is() -> None:
    assert set(PAPER_NAMES) == set(PAPERS)
