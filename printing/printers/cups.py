"""CUPS, the print queues of Linux and macOS, through its own commands: they are there wherever its queues are."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass

from app.services.papers.printers import PrinterKind, PrinterSetup
from printing.escpos import sheet_bytes
from printing.paper import PAPERS
from printing.printers.faults import PrinterFault, Trouble, reason_of
from printing.printers.port import Begin, Sheet

COMMAND_S = 10
PRINTED_S, LOOK_S = 20.0, 0.25
_STOPPED = "5"
_TROUBLES = (
    ("cover-open", Trouble.COVER),
    ("door-open", Trouble.COVER),
    ("media-empty", Trouble.PAPER),
    ("media-needed", Trouble.PAPER),
    ("offline", Trouble.OFFLINE),
    ("connecting-to-device", Trouble.GONE),
    ("shutdown", Trouble.OFFLINE),
    ("paused", Trouble.OFFLINE),
)
_FAILED = ("aborted", "canceled", "errors", "unprintable", "unsupported")


def queues() -> list[str]:
    """The queues there are, by name; none where CUPS is not installed or not running."""
    try:
        return _said("lpstat", "-e").split()
    except (OSError, subprocess.SubprocessError):
        return []


@dataclass(frozen=True, slots=True)
class CupsQueue:
    """Gives a sheet to a queue and waits a while for it. What a well queue has not printed by then it prints later."""

    setup: PrinterSetup
    printed_s: float = PRINTED_S

    def put(self, sheet: Sheet, begin: Begin) -> str:
        is_raw = self.setup.kind is PrinterKind.RAW
        content = sheet_bytes(sheet, self.setup) if is_raw else sheet.pdf(PAPERS[self.setup.paper])
        options = ["-o", "raw"] if is_raw else ["-o", f"media={self.setup.paper}"] if self._is_sheet else []
        try:
            self._look()
            begin()
            self._wait(self._give(sheet.name, content, options))
        except (OSError, subprocess.SubprocessError) as wrong:
            raise self._fault(Trouble.QUEUE, _words(wrong)) from wrong
        return self.setup.address

    @property
    def _is_sheet(self) -> bool:
        return not PAPERS[self.setup.paper].is_roll

    def _look(self) -> None:
        """Raises what is the matter with the queue."""
        facts = self._facts()
        if "printer-state" not in facts:
            raise PrinterFault(Trouble.UNKNOWN, self.setup.address)
        if facts.get("printer-is-accepting-jobs") == "false":
            raise self._fault(Trouble.OFFLINE, "its queue takes no jobs")
        self._hear(facts, is_doubtful=False)

    def _facts(self) -> dict[str, str]:
        return dict(word.partition("=")[::2] for word in shlex.split(_said("lpoptions", "-p", self.setup.address)))

    def _hear(self, facts: dict[str, str], *, is_doubtful: bool) -> None:
        reasons = facts.get("printer-state-reasons", "none")
        found = next((trouble for word, trouble in _TROUBLES if word in reasons), None)
        if found is None and facts.get("printer-state") == _STOPPED:
            found = Trouble.OFFLINE
        if found is not None:
            raise self._fault(found, reasons, is_doubtful=is_doubtful)

    def _give(self, name: str, content: bytes, options: Sequence[str]) -> str:
        """The job's id. A queue that refuses has nothing."""
        said = _said("lp", "-d", self.setup.address, "-t", name, *options, "-", given=content)
        found = re.search(r"request id is (\S+)", said)
        return found[1] if found else ""

    def _wait(self, job: str) -> None:
        ends_at = time.monotonic() + self.printed_s
        while job in _said("lpstat", "-W", "not-completed", "-o", self.setup.address).split():
            self._settle(job)
            if time.monotonic() > ends_at:
                return
            time.sleep(LOOK_S)
        why = _fate(_said("lpstat", "-l", "-W", "completed", "-o", self.setup.address), job)
        if why:
            raise self._fault(Trouble.QUEUE, why, is_doubtful=True)

    def _settle(self, job: str) -> None:
        """A queue in trouble must not print it later, when we have: the job is taken back."""
        try:
            self._hear(self._facts(), is_doubtful=True)
        except PrinterFault:
            _said("cancel", job)
            raise

    def _fault(self, trouble: Trouble, why: str, *, is_doubtful: bool = False) -> PrinterFault:
        return PrinterFault(trouble, self.setup.name, why, is_doubtful=is_doubtful)


def _fate(listing: str, job: str) -> str:
    """Why a finished job was not printed; empty when it was. `listing` is lpstat's, with indented lines on each job."""
    about = re.search(rf"^{re.escape(job)}\s.*\n((?:[ \t].*\n?)*)", listing, re.MULTILINE)
    lines = [line.strip() for line in about[1].splitlines()] if about else []
    alerts = next((line for line in lines if line.startswith("Alerts:")), "")
    if not any(word in alerts for word in _FAILED):
        return ""
    status = next((line.removeprefix("Status:").strip() for line in lines if line.startswith("Status:")), "")
    return status or alerts.removeprefix("Alerts:").strip()


def _said(*command: str, given: bytes = b"") -> str:
    """What a command says, in English whatever the desktop speaks. Raises what it refuses with."""
    done = subprocess.run(
        command, input=given, capture_output=True, check=True, timeout=COMMAND_S, env={**os.environ, "LC_ALL": "C"}
    )
    return done.stdout.decode(errors="replace")


def _words(wrong: Exception) -> str:
    if isinstance(wrong, subprocess.CalledProcessError) and wrong.stderr:
        return str(wrong.stderr.decode(errors="replace").strip())[:200]
    if isinstance(wrong, FileNotFoundError):
        return "CUPS is not installed here"
    return reason_of(wrong)
