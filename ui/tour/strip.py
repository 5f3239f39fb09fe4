"""The slim pane of the tour, under the banner of training: the task, the time it takes, and the table of results."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.services.desk import Desk
from ui.actions import Do
from ui.commands import Commands
from ui.tour.presenter import Bench, Result, Tour, TourState
from ui.widgets.buttons import ActionButton
from ui.widgets.labels import ShortLabel, label
from ui.words import later, tr
from ui.work import Work

TICK_MS = 50
IN_TIME = later("{letter} {seconds}/{budget} s")
SLOW = later("{letter} {seconds}/{budget} s slow")


class TourStrip(QWidget):
    """It takes no focus, and no key but that of its one command."""

    def __init__(self, desk: Desk, work: Work, commands: Commands, bench: Bench) -> None:
        super().__init__()
        self.setObjectName("page")
        self._words, self._clock, self._table = ShortLabel(), label(role="heading"), label(role="muted")
        self._next = ActionButton(commands, Do.NEXT_TASK)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 2, 16, 2)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._clock)
        row.addWidget(self._table)
        row.addWidget(self._next)
        self.tour = Tour(desk, work, bench, self, time.monotonic)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tour.tick)
        self.show_state(self.tour.state)

    def show_state(self, state: TourState) -> None:
        self._words.setText(state.words)
        self._clock.setText(tr("{seconds} s", seconds=state.clock) if state.clock else "")
        self._table.setText("   ".join(map(_cell, state.results)))
        self._next.say(tr("Leave out") if state.is_running else tr("Begin") if not state.results else _onward(state))
        if state.is_running != self._timer.isActive():
            (self._timer.start if state.is_running else self._timer.stop)()


def _onward(state: TourState) -> str:
    return tr("Once more") if state.is_over else tr("Next task")


def _cell(result: Result) -> str:
    """A 3.7/6 s, with a word where that is too slow."""
    if result.seconds is None:
        return tr("{letter} –", letter=result.letter)
    words = IN_TIME if result.is_in_time else SLOW
    return tr(words, letter=result.letter, seconds=f"{result.seconds:.1f}", budget=result.budget_s)
