"""The settings' decisions: which server to ask, and how joining it goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from app.domain.money import Currency
from app.services.chain.outbox import Outbox, outbox
from app.services.chain.standing import Pairing, PairingStep
from app.services.programs.program import current
from ui.actions import Do
from ui.context import CounterContext
from ui.errors import Notice, Tone, notice_of
from ui.joining import NO_ADDRESS, is_address, step_words
from ui.settings.state import SettingsState
from ui.settings.wording import LEAVING, history_words, limit_words, standing_words
from ui.words import tr
from ui.work import Work

UNDER_WAY = {PairingStep.ASKING, PairingStep.SHOWN}


@dataclass(frozen=True, slots=True)
class _Found:
    outbox: Outbox
    currency: Currency


class View(Protocol):
    def show_state(self, state: SettingsState) -> None: ...


class Joiner:
    def __init__(self, context: CounterContext, work: Work, view: View) -> None:
        self._context = context
        self._work = work
        self._view = view
        self._pairing = context.line.pairing()
        self._found: _Found | None = None
        self._address = self._pairing.server_url
        self._notice: Notice | None = None
        self.commands: dict[Do, Callable[[], None]] = {Do.PAIR: self.pair, Do.STOP_PAIRING: self.stop}

    def open(self) -> None:
        self._notice = None
        self.hear(self._context.line.pairing())

    def hear(self, pairing: Pairing) -> None:
        """Joining has come a step further."""
        self._pairing = pairing
        self._address = self._address or pairing.server_url
        self.read()

    def read(self) -> None:
        """Ask the store again whose counter this is, and what it would send."""
        self._work.latest("settings", self._ask, self._know, self._refuse)
        self._show()

    def type(self, address: str) -> None:
        self._address = address
        self._notice = None
        self._show()

    def pair(self) -> None:
        """Ask the server at this address to take the counter in."""
        if self._pairing.step is PairingStep.ASKING:
            return
        address = self._address.strip()
        if is_address(address):
            self._notice = None
            self._context.line.pair(address)
            self.hear(self._context.line.pairing())
        else:
            self._notice = Notice(Tone.WARN, tr(NO_ADDRESS))
            self._show()

    def stop(self) -> None:
        if self._pairing.step in UNDER_WAY:
            self._context.line.stop_pairing()
            self.hear(self._context.line.pairing())

    def _ask(self) -> _Found:
        return _Found(outbox(self._context.desk), current(self._context.desk).currency)

    def _know(self, found: _Found) -> None:
        self._found = found
        if not self._address and found.outbox.link is not None:
            self._address = found.outbox.link.server_url
        self._show()

    def _refuse(self, error: Exception) -> None:
        self._notice = notice_of(error)
        self._show()

    def _show(self) -> None:
        desk, pairing = self._context.desk, self._pairing
        kept = self._found.outbox if self._found else None
        self._view.show_state(
            SettingsState(
                address=self._address,
                standing=standing_words(kept.link) if kept else "",
                step=step_words(pairing, now=desk.clock.now(), calendar=desk.calendar),
                code=pairing.code if pairing.step is PairingStep.SHOWN else "",
                is_pairing=pairing.step in UNDER_WAY,
                can_pair=pairing.step is not PairingStep.ASKING,
                history=history_words(kept),
                leaving=tr(LEAVING),
                limit=limit_words(kept, self._found.currency if self._found else Currency()),
                notice=self._notice,
            )
        )
