"""The trial of a draft's tiers: everybody held against them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from app.services.desk import Desk
from app.services.programs.rates import RatesFound
from app.services.tiers import tier_whatif
from app.services.tiers.tier_whatif import TierMoves
from ui import trying
from ui.tiers import wording
from ui.trying import STOPPED, Trying
from ui.words import tr
from ui.work import Work


class Page(trying.Page, Protocol):
    def show_moves(self, moves: TierMoves | None) -> None: ...


class TierTrying(Trying):
    """As bills are tried for the other pages of the draft."""

    def __init__(self, work: Work, page: Page, tell: Callable[[int, int], None]) -> None:
        super().__init__(work, page, tell, unchanged=wording.UNCHANGED)
        self._tiers_page = page

    def again(self, desk: Desk, found: RatesFound) -> None:
        if found.drafted.tiers == found.program.tiers:
            self._tiers_page.show_moves(None)
            self.stop()
            self._page.show_trial((tr(wording.UNCHANGED),), is_trying=False)
        else:
            super().again(desk, found)

    def told(self, done: int, of: int) -> None:
        self._page.show_trial((tr(wording.TRYING, done=done, of=of),), is_trying=True)

    def _run(self, desk: Desk, found: RatesFound) -> None:
        self.stop()
        self._trial = trial = trying.Trial()
        scheme, tell = found.drafted.tiers, self._tell
        self._page.show_trial((), is_trying=True)
        self._work.latest(
            "tier what if",
            lambda: tier_whatif.dry_run(desk, scheme, told=tell, stop=lambda: trial.is_stopped),
            self._know_moves,
            self._page.refuse,
        )

    def _know_moves(self, moves: TierMoves | None) -> None:
        self._tiers_page.show_moves(moves)
        words = (tr(STOPPED),) if moves is None else wording.impact(moves)
        self._page.show_trial(words, is_trying=False)
