"""The indicator's decisions: what the chip shows and when, so that it is calm and says each change once."""

from __future__ import annotations

from typing import Protocol

from app.services.chain.outbox import Outbox, outbox
from app.services.chain.standing import LinkState, Standing
from app.services.desk import Desk
from ui.standing.wording import Chip, chip_of, details
from ui.work import Work

# What every bill passes through is shown, and not said aloud.
_QUIET = {LinkState.ALONE, LinkState.SENDING}


class View(Protocol):
    def show_chip(self, chip: Chip | None) -> None: ...
    def show_details(self, text: str) -> None: ...
    def announce(self, text: str) -> None: ...


class Indicator:
    """What sync tells has settled already: it is shown as it comes."""

    def __init__(self, desk: Desk, work: Work, view: View, *, standing: Standing) -> None:
        self._desk = desk
        self._work = work
        self._view = view
        self._shown = standing
        self._said = standing.state

    @property
    def chip(self) -> Chip | None:
        return chip_of(self._shown, now=self._desk.clock.now(), calendar=self._desk.calendar)

    def hear(self, standing: Standing) -> None:
        """The standing changed, or only its figures."""
        self._shown = standing
        self.tick()
        self._say()

    def tick(self) -> None:
        """Ages have grown."""
        self._view.show_chip(self.chip)

    def look(self) -> None:
        """Someone wants to know more: say what is known, and soon what waits by kind."""
        self._tell(None)
        self._work.latest("standing", lambda: outbox(self._desk), self._tell, lambda _: None)

    def _tell(self, kept: Outbox | None) -> None:
        chip = self.chip
        if chip is not None:
            lines = details(self._shown, kept, now=self._desk.clock.now(), calendar=self._desk.calendar)
            self._view.show_details("\n".join([chip.meaning, *lines]))

    def _say(self) -> None:
        if self._shown.state in _QUIET or self._shown.state is self._said:
            return
        self._said = self._shown.state
        chip = self.chip
        assert chip is not None, "a state that is said aloud has words"
        self._view.announce(f"{chip.text}. {chip.meaning}")
