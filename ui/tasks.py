"""Tasks: the one door through which work leaves the screen's thread and comes back."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from app.domain.errors import DomainError
from ui.work import Refused, T, Then, Topic

READERS = 2
FAR = 2  # who asks again does not wait for an answer that nobody wants any more

_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Job:
    """Work with who waits for it; `turn` is its number in its slot."""

    work: Callable[[], Any]
    then: Then[Any]
    refused: Refused
    changes: Topic | None = None
    slot: str | None = None
    turn: int = 0


@dataclass(frozen=True, slots=True)
class _Outcome:
    job: _Job
    result: Any = None
    error: Exception | None = None


class Tasks(QObject):
    """One writer, a few readers, a printing lane and one to the network; see `ui.work.Work` for what they promise."""

    changed = Signal(str)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._readers = ThreadPoolExecutor(READERS, "reader")
        self._far = ThreadPoolExecutor(FAR, "far")
        self._writer = ThreadPoolExecutor(1, "writer")
        self._printing = ThreadPoolExecutor(1, "printing")
        self._turns: dict[str, int] = {}
        self._newest: dict[str, Future[None]] = {}
        self._in_flight = 0
        self._is_closed = False
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def is_idle(self) -> bool:
        """Nothing is under way; of what was asked when all was closed, nobody hears any more."""
        return self._is_closed or self._in_flight == 0

    def read(self, work: Callable[[], T], then: Then[T], refused: Refused) -> None:
        self._start(self._readers, _Job(work, then, refused))

    def latest(self, slot: str, work: Callable[[], T], then: Then[T], refused: Refused) -> None:
        self._newest_of(self._readers, slot, work, then, refused)

    def far(self, slot: str, work: Callable[[], T], then: Then[T], refused: Refused) -> None:
        self._newest_of(self._far, slot, work, then, refused)

    def write(self, work: Callable[[], T], then: Then[T], refused: Refused, *, changes: Topic) -> None:
        self._start(self._writer, _Job(work, then, refused, changes=changes))

    def paper(self, work: Callable[[], T], then: Then[T], refused: Refused) -> None:
        self._start(self._printing, _Job(work, then, refused))

    def close(self) -> None:
        """Finish what was asked to be written or printed, and stop; results that come now are shown to nobody."""
        self._is_closed = True
        self._far.shutdown(wait=False, cancel_futures=True)
        self._readers.shutdown(cancel_futures=True)
        self._writer.shutdown()
        self._printing.shutdown()

    def _newest_of(
        self, lane: ThreadPoolExecutor, slot: str, work: Callable[[], T], then: Then[T], refused: Refused
    ) -> None:
        superseded = self._newest.get(slot)
        if superseded is not None and superseded.cancel():
            self._in_flight -= 1
        turn = self._turns[slot] = self._turns.get(slot, 0) + 1
        self._newest[slot] = self._start(lane, _Job(work, then, refused, slot=slot, turn=turn))

    def _start(self, lane: ThreadPoolExecutor, job: _Job) -> Future[None]:
        self._in_flight += 1
        return lane.submit(self._run, job)

    def _run(self, job: _Job) -> None:
        """On a worker's thread. Every fault becomes an outcome someone is shown; the unforeseen are logged as well."""
        try:
            outcome = _Outcome(job, job.work())
        except DomainError as refusal:
            outcome = _Outcome(job, error=refusal)
        except Exception as fault:
            name = getattr(job.work, "__qualname__", repr(job.work))  # what functools.partial made has none
            _logger.exception("Work failed: %s, changing %s", name, job.changes or "nothing")
            outcome = _Outcome(job, error=fault)
        self._arrived.emit(outcome)

    def _deliver(self, outcome: _Outcome) -> None:
        self._in_flight -= 1
        job = outcome.job
        if self._is_closed or (job.slot is not None and job.turn != self._turns[job.slot]):
            return
        if outcome.error is not None:
            job.refused(outcome.error)
            return
        job.then(outcome.result)
        if job.changes is not None:
            self.changed.emit(job.changes)
