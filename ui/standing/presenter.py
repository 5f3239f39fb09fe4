"""The indicator's decisions: what the chip shows and when, so that it is calm and says each change once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from app.services.desk import Desk
from app.services.outbox import Outbox, outbox
from app.services.standing import LinkState, Standing
from ui.standing.wording import Chip, chip_of, details
from ui.work import Work

STEADY_S = 5.0  # a state is shown at least so long

# What every bill passes through is shown, and not said aloud.
_QUIET = {LinkState.ALONE, LinkState.SENDING}


class View(Protocol):
    def show_chip(self, chip: Chip | None) -> None: ...
    def show_details(self, text: str) -> None: ...
    def announce(self, text: str) -> None: ...
    def wake_in(self, seconds: float) -> None:
        """Call `Indicator.tick` after so long, instead of whatever was asked before."""


class Indicator:
    """`elapsed` counts seconds and never goes back."""

    def __init__(self, desk: Desk, work: Work, view: View, *, standing: Standing, elapsed: Callable[[], float]) -> None:
        self._desk = desk
        self._work = work
        self._view = view
        self._elapsed = elapsed
        self._newest = self._shown = standing
        self._since = elapsed() - STEADY_S
        self._said = standing.state

    @property
    def chip(self) -> Chip | None:
        return chip_of(self._shown, now=self._desk.clock.now(), calendar=self._desk.calendar)

    def hear(self, standing: Standing) -> None:
        """The standing changed. The same state shows its new figures at once; another waits for its turn."""
        self._newest = standing
        self.tick()

    def tick(self) -> None:
        """Show what is due: ages have grown, or a state has stood long enough to give way."""
        left = self._since + STEADY_S - self._elapsed()
        if self._newest.state is self._shown.state or left <= 0:
            self._turn()
        else:
            self._view.wake_in(left)
        self._view.show_chip(self.chip)

    def look(self) -> None:
        """Someone wants to know more: say what is known, and soon what waits by kind."""
        self._tell(None)
        self._work.latest("standing", lambda: outbox(self._desk), self._tell, lambda _: None)

    def _tell(self, kept: Outbox | None) -> None:
        chip = self.chip
        if chip is not None:
            lines = details(self._newest, kept, now=self._desk.clock.now(), calendar=self._desk.calendar)
            self._view.show_details("\n".join([chip.meaning, *lines]))

    def _turn(self) -> None:
        if self._newest.state is not self._shown.state:
            self._since = self._elapsed()
        self._shown = self._newest
        if self._shown.state in _QUIET or self._shown.state is self._said:
            return
        self._said = self._shown.state
        chip = self.chip
        assert chip is not None, "a state that is said aloud has words"
        self._view.announce(f"{chip.text}. {chip.meaning}")
