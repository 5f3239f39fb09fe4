"""The tour's decisions: which task is being practised, how long it takes, and what the table says at the end."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from app.services.desk import Desk
from app.services.ports import ChainPoint
from ui.tour.tasks import TASKS, Body, Seen, Task
from ui.words import later, tr
from ui.work import Work

EVENTS_MAX = 50
OFFER = later("Six tasks of a day, timed. Nothing counts; the keys stay where they are.")
RUNNING = later("{letter}  {words}")
DONE = later("{letter}  Done in {seconds} s; it should take {budget}.")
SLOW = later("{letter}  Done in {seconds} s; it should take {budget}. Try it again another time.")
SKIPPED = later("{letter}  Left out.")
ENDED = later("All six: {in_time} in time.")


@dataclass(frozen=True, slots=True)
class Result:
    """`seconds` is None where the task was left out."""

    letter: str
    budget_s: int
    seconds: float | None = None

    @property
    def is_in_time(self) -> bool:
        return self.seconds is not None and self.seconds <= self.budget_s


@dataclass(frozen=True, slots=True)
class TourState:
    """`clock` counts while a task runs; `results` are those that are over."""

    words: str = ""
    clock: str = ""
    results: tuple[Result, ...] = ()
    is_running: bool = False
    is_over: bool = False


class View(Protocol):
    def show_state(self, state: TourState) -> None: ...


class Bench(Protocol):
    """The counter as somebody practises at it."""

    def categories(self) -> tuple[str, ...]:
        """Those of the open bill's lines."""

    def has_customer(self) -> bool: ...
    def prepare(self, *, is_rung: bool) -> None:
        """Turn to the counter with a bill of two lines, or an empty one."""


@dataclass(slots=True)
class _Run:
    """A task that is being done, since `began_s` of the clock that only goes forward."""

    task: Task
    began_s: float
    from_point: ChainPoint
    changed_s: float = 0.0
    events: list[Body] = field(default_factory=list)
    was_set_aside: bool = False


class Tour:
    """`ticks_s` is a clock that only goes forward."""

    def __init__(self, desk: Desk, work: Work, bench: Bench, view: View, ticks_s: Callable[[], float]) -> None:
        self._desk, self._work, self._bench, self._view = desk, work, bench, view
        self._ticks_s = ticks_s
        self._run: _Run | None = None
        self.state = TourState(tr(OFFER))

    def next(self) -> None:
        """Begin, go on to the next task, or leave this one out."""
        if self._run is not None:
            self._finish(None)
            return
        if self.state.is_over:
            self.state = TourState(tr(OFFER))
        self._begin(TASKS[len(self.state.results)])

    def tick(self) -> None:
        """A moment has passed."""
        run = self._run
        if run is not None:
            run.was_set_aside = run.was_set_aside or (run.task.is_rung and not self._bench.categories())
            self._look(run, self._ticks_s())
        if self._run is not None:
            self._show(replace(self.state, clock=_seconds(self._ticks_s() - self._run.began_s)))

    def changed(self) -> None:
        """Something was written: what was sealed since the task began is read."""
        run = self._run
        if run is not None:
            run.changed_s = self._ticks_s()
            self._work.latest("tour", lambda: self._sealed_after(run.from_point), self._know, _unread)

    def _begin(self, task: Task) -> None:
        self._work.latest("tour", self._end_of_chain, lambda point: self._start(task, point), _unread)

    def _start(self, task: Task, point: ChainPoint) -> None:
        """The bill that the task needs is on the counter, and time runs from now."""
        self._bench.prepare(is_rung=task.is_rung)
        self._run = _Run(task, self._ticks_s(), point)
        words = tr(RUNNING, letter=task.letter, words=tr(task.words, card=task.card) if task.card else tr(task.words))
        self._show(replace(self.state, words=words, clock=_seconds(0.0), is_running=True))

    def _look(self, run: _Run, at_s: float) -> None:
        bench = self._bench
        seen = Seen(tuple(run.events), bench.categories(), bench.has_customer(), run.was_set_aside)
        if run.task.is_done(seen):
            self._finish(at_s - run.began_s)

    def _finish(self, seconds: float | None) -> None:
        run, self._run = self._run, None
        assert run is not None, "a task is being done"
        result = Result(run.task.letter, run.task.budget_s, seconds)
        results = (*self.state.results, result)
        is_over = len(results) == len(TASKS)
        words = tr(ENDED, in_time=sum(one.is_in_time for one in results)) if is_over else _said(result)
        self._show(TourState(words, "", results, is_over=is_over))

    def _know(self, events: Sequence[Body]) -> None:
        run = self._run
        if run is not None:
            run.events = list(events)
            self._look(run, run.changed_s)

    def _end_of_chain(self) -> ChainPoint:
        with self._desk.store.reading() as uow:
            head = uow.journal.head()
        return ChainPoint(head.epoch, head.last_seq)

    def _sealed_after(self, point: ChainPoint) -> Sequence[Body]:
        with self._desk.store.reading() as uow:
            return [json.loads(event.body) for event in uow.journal.after(point, limit=EVENTS_MAX)]

    def _show(self, state: TourState) -> None:
        self.state = state
        self._view.show_state(state)


def _unread(_: Exception) -> None:
    """The task goes on; what is written next is read with it."""


def _said(result: Result) -> str:
    if result.seconds is None:
        return tr(SKIPPED, letter=result.letter)
    words = DONE if result.is_in_time else SLOW
    return tr(words, letter=result.letter, seconds=f"{result.seconds:.1f}", budget=result.budget_s)


def _seconds(span_s: float) -> str:
    return f"{span_s:.1f}"
