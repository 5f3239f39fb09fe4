"""The print queue's decisions: what waits, printing it now, giving it up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from app.services.papers import papers, prints
from app.services.papers.print_jobs import PrintJob
from ui.context import CounterContext, PrintedReceipt
from ui.errors import Notice, Tone, notice_of
from ui.printers.wording import GIVEN_UP, GONE, printed_words, queue_row
from ui.words import tr
from ui.work import Topic, Work


class Show(Protocol):
    def __call__(self, **shown: Any) -> None: ...


def _unseen(**_: Any) -> None:
    return


class Queue:
    """`on_count` hears how many were tried and still wait, whenever that was asked; `show` is the page's, if any."""

    def __init__(self, context: CounterContext, work: Work) -> None:
        self.on_count: Callable[[int], None] = lambda _: None
        self.show: Show = _unseen
        self._context = context
        self._work = work
        self._listed: Sequence[tuple[PrintJob, str]] = ()
        self._marked = 0

    def read(self) -> None:
        desk = self._context.desk
        self._work.latest("prints", lambda: papers.waiting(desk), self._know, self._say)

    def mark(self, index: int) -> None:
        if 0 <= index < len(self._listed):
            self._marked = index
            self.show(waiting_marked=index)

    def print_again(self) -> None:
        """Print what is marked now, whatever became of it before."""
        job = self._job
        if job is not None:
            self._work.paper(lambda: self._context.receipts.print_job(job.job_id), self._printed, self._refuse)

    def give_up(self) -> None:
        job = self._job
        if job is not None:
            desk = self._context.desk
            self._work.write(
                lambda: prints.give_up(desk, job.job_id), self._given_up, self._refuse, changes=Topic.PRINTS
            )

    @property
    def _job(self) -> PrintJob | None:
        return self._listed[self._marked][0] if self._listed else None

    def _know(self, listed: Sequence[tuple[PrintJob, str]]) -> None:
        self._listed = listed
        self._marked = max(0, min(self._marked, len(listed) - 1))
        desk = self._context.desk
        now = desk.clock.now()
        rows = tuple(queue_row(job, number, calendar=desk.calendar, now=now) for job, number in listed)
        self.show(waiting=rows, waiting_marked=self._marked)
        self.on_count(sum(job.tries > 0 for job, _ in listed))

    def _printed(self, printed: PrintedReceipt | None) -> None:
        words = tr(GONE) if printed is None else printed_words(printed.printer, printed.copy)
        self.show(notice=Notice(Tone.INFO if printed is None else Tone.GOOD, words))
        self.read()

    def _given_up(self, job: PrintJob | None) -> None:
        self.show(notice=Notice(Tone.INFO, tr(GONE if job is None else GIVEN_UP)))
        self.read()

    def _refuse(self, error: Exception) -> None:
        self._say(error)
        self.read()

    def _say(self, error: Exception) -> None:
        """Where the queue itself cannot be read, asking again would go on for ever."""
        self.show(notice=notice_of(error))
