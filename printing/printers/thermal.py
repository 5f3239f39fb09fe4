"""A receipt printer: asked how it is before anything is sent, and whether it is done afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.services.papers.printers import ASKING, PrinterSetup
from printing.escpos import sheet_bytes
from printing.printers.faults import PrinterFault, Trouble, reason_of
from printing.printers.links import PATIENT, Link, Patience, answered
from printing.printers.port import Begin, Sheet

ASK_PAPER, ASK_OFFLINE, ASK_ERROR, ASK_STATE = (b"\x10\x04" + bytes([n]) for n in (4, 2, 3, 1))  # DLE EOT n: at once
ASK_WHEN_DONE = b"\x1dr\x01"  # GS r: answered when what was sent before it has been dealt with


def _is_status(byte: int) -> bool:
    return byte & 0b1001_0011 == 0b0001_0010


def _is_done(byte: int) -> bool:
    return byte & 0b1001_0000 == 0


@dataclass(frozen=True, slots=True)
class Thermal:
    """Prints by a link that it opens for each paper. A printer that cannot answer is believed to have printed."""

    setup: PrinterSetup
    link: Callable[[PrinterSetup, Patience], Link]
    patience: Patience = PATIENT

    def put(self, sheet: Sheet, begin: Begin) -> str:
        data = sheet_bytes(sheet, self.setup)
        link = self.link(self.setup, self.patience)
        try:
            if self._asks:
                self._look(link)
            begin()
            self._send(link, data)
        finally:
            link.close()
        return self.setup.name

    @property
    def _asks(self) -> bool:
        return self.setup.answers and self.setup.kind in ASKING

    def _send(self, link: Link, data: bytes) -> None:
        try:
            link.send(data)
            if self._asks:
                link.send(ASK_WHEN_DONE)
                self._wait(link)
        except TimeoutError as stalled:
            why = f"nothing went out for {self.patience.stall_s:g} seconds"
            raise self._fault(Trouble.SLOW, why, is_doubtful=True) from stalled
        except OSError as gone:
            raise self._fault(Trouble.CUT, reason_of(gone), is_doubtful=True) from gone

    def _wait(self, link: Link) -> None:
        """Until it says that all of it is on paper; while it does not, it is asked what is the matter.

        One that says it is well, and never that it is done, does not know that question, and is believed.
        """
        is_talking = True
        for _ in range(max(1, round(self.patience.done_s / (2 * self.patience.answer_s)))):
            done = answered(link, _is_done, wait_s=self.patience.answer_s)
            if done is not None:
                self._hear(done, _NO_PAPER_LEFT, Trouble.PAPER, "no paper", is_doubtful=True)
                return
            is_talking = self._is_well(link, is_doubtful=True)
        if not is_talking:
            why = f"it did not say within {self.patience.done_s:g} seconds that it was done"
            raise self._fault(Trouble.SLOW, why, is_doubtful=True)

    def _look(self, link: Link) -> None:
        """Before anything is sent. Raises what is the matter with it."""
        try:
            is_talking = self._is_well(link, is_doubtful=False)
        except OSError as gone:
            raise self._fault(Trouble.GONE, reason_of(gone), is_doubtful=False) from gone
        if not is_talking:
            raise self._fault(Trouble.MUTE, "no answer", is_doubtful=False)

    def _is_well(self, link: Link, *, is_doubtful: bool) -> bool:
        """False when it does not answer; what it complains of is raised."""
        for question, bits, trouble, why in _QUESTIONS:
            link.send(question)
            answer = answered(link, _is_status, wait_s=self.patience.answer_s)
            if answer is None:
                return False
            self._hear(answer, bits, trouble, why, is_doubtful=is_doubtful)
        return True

    def _hear(self, answer: int, bits: int, trouble: Trouble, why: str, *, is_doubtful: bool) -> None:
        if answer & bits:
            raise self._fault(trouble, why, is_doubtful=is_doubtful)

    def _fault(self, trouble: Trouble, why: str, *, is_doubtful: bool) -> PrinterFault:
        return PrinterFault(trouble, self.setup.name, why, is_doubtful=is_doubtful)


_NO_PAPER_LEFT = 0b0000_1100
# In the order of what a person should hear first: an open cover also looks like no paper, and everything like offline.
_QUESTIONS = (
    (ASK_OFFLINE, 0b0000_0100, Trouble.COVER, "its cover is open"),
    (ASK_PAPER, 0b0110_0000, Trouble.PAPER, "no paper"),
    (ASK_OFFLINE, 0b0010_0000, Trouble.PAPER, "no paper"),
    (ASK_ERROR, 0b0000_1000, Trouble.ERROR, "its cutter is stuck"),
    (ASK_ERROR, 0b0110_0000, Trouble.ERROR, "it says that something is broken, or too hot"),
    (ASK_STATE, 0b0000_1000, Trouble.OFFLINE, "it says that it is offline"),
)
