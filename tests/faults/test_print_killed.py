"""kill -9 between commit and print, and during print: of a receipt there is one original, and what follows says so."""

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.bootstrap import open_till
from app.services.papers.print_jobs import PrintJob, PrintStatus
from app.settings import Settings
from tests.thermal import Moods, Paper, ThermalPrinter, thermal_printer

ROOT = Path(__file__).parents[2]
KILLS = 4
SLOW = 2000  # bytes a second: a receipt takes one


@contextmanager
def counter(folder: Path, printer: ThermalPrinter, *what: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.faults.receipt_printing", str(folder), printer.address, *what]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, text=True, **pipes) as process:
        try:
            yield process
        finally:
            process.kill()


def heard(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def jobs(folder: Path, bill_id: str) -> list[PrintJob]:
    with open_till(Settings(data_dir=str(folder))) as till, till.desk.store.reading() as uow:
        return list(uow.prints.of_subject("receipt", bill_id))


def started_again(folder: Path, printer: ThermalPrinter) -> None:
    with counter(folder, printer) as process:
        assert heard(process) == "done"


def is_original(paper: Paper) -> bool:
    return "REPRINT" not in paper.letters


def is_whole(paper: Paper) -> bool:
    return paper.cuts == 1


def test_power_lost_between_the_bill_and_its_receipt(tmp_path: Path) -> None:
    with thermal_printer() as printer:
        with counter(tmp_path, printer, "sell", "stop") as process:
            bill_id = heard(process)
        assert printer.papers == []
        started_again(tmp_path, printer)
        started_again(tmp_path, printer)
        (paper,) = printer.papers
        assert is_original(paper)
        assert is_whole(paper)
    assert [(job.copy, job.status) for job in jobs(tmp_path, bill_id)] == [(0, PrintStatus.PRINTED)]


def test_power_lost_while_it_prints(tmp_path: Path) -> None:
    with thermal_printer(Moods(bytes_per_s=SLOW)) as printer:
        with counter(tmp_path, printer, "sell") as process:
            bill_id = heard(process)
            while not (printer.sent and len(printer.sent[0]) > 300):
                time.sleep(0.005)
            process.kill()
        printer.moods.bytes_per_s = None
        started_again(tmp_path, printer)
        started_again(tmp_path, printer)
        half, copy = printer.papers
        assert (is_original(half), is_original(copy)) == (True, False)
        assert is_whole(copy)
        assert (half.kicks, copy.kicks) == (1, 0)
    found = [(job.copy, job.status) for job in jobs(tmp_path, bill_id)]
    assert found == [(0, PrintStatus.DOUBTED), (1, PrintStatus.PRINTED)]


def test_killed_at_any_moment_there_is_never_a_second_original(tmp_path: Path) -> None:
    dice = random.Random()
    for round_ in range(KILLS):
        folder, pause = tmp_path / str(round_), dice.random() * 1.2
        with thermal_printer(Moods(bytes_per_s=SLOW)) as printer:
            with counter(folder, printer, "sell") as process:
                bill_id = heard(process)
                time.sleep(pause)
                process.kill()
            printer.moods.bytes_per_s = None
            started_again(folder, printer)
            whole = [paper for paper in printer.papers if is_whole(paper)]
            assert sum(map(is_original, whole)) <= 1, f"after {pause:.3f} s"
            assert whole, f"nothing was printed after {pause:.3f} s"
        assert [job.copy for job in jobs(folder, bill_id)].count(0) == 1
