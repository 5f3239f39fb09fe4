"""The first run's way into a chain: asking the server, a manager's yes, and the rules that come then."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Protocol

from app.domain.days import ShopCalendar
from app.services.chain.standing import NOT_PAIRING, Pairing, PairingStep
from ui.errors import Notice, Tone
from ui.firstrun.ports import SetUp
from ui.firstrun.state import Field, FirstRunState, Progress, Start, Step
from ui.firstrun.wording import NO_CODE, RULED, UNRULED
from ui.joining import NO_ADDRESS, is_address, step_words
from ui.words import tr
from ui.work import Work

_UNDER_WAY = (PairingStep.ASKING, PairingStep.SHOWN)


class Host(Protocol):
    """The first run it belongs to."""

    state: FirstRunState

    def show(self, **changes: Any) -> None: ...
    def say(self, words: str) -> None: ...
    def next(self) -> None: ...
    def do_it(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None: ...
    def refuse(self, error: Exception) -> None: ...
    def listen(self) -> None: ...


class Joining:
    def __init__(self, setup: SetUp, work: Work, host: Host) -> None:
        self._setup, self._work, self._host = setup, work, host
        self._pairing = NOT_PAIRING

    @property
    def code(self) -> str:
        """What a manager types or scans, while it is waited for."""
        return self._pairing.code if self._pairing.step is PairingStep.SHOWN else ""

    def words(self) -> str:
        calendar = ShopCalendar(self._setup.settings.zone)
        return step_words(self._pairing, now=self._setup.now(), calendar=calendar)

    def go_on(self) -> None:
        """Ask the server; or, once it has taken the counter in, the next step as soon as the rules are here."""
        typed = self._host.state.typed
        server, code = (typed[field].strip() for field in (Field.SERVER, Field.CODE))
        if self._host.state.has_joined:
            self._host.do_it(self._setup.has_rules, self._leave)
        elif self._pairing.step in _UNDER_WAY:
            return
        elif not re.fullmatch(r"(?!T$)[A-Z0-9]{1,3}", code):
            self._host.say(NO_CODE)
        elif not is_address(server):
            self._host.say(NO_ADDRESS)
        else:
            self._host.do_it(lambda: self._ask(server, code), lambda _: self.follow())

    def stop(self) -> None:
        if self._pairing.step in _UNDER_WAY:
            self._setup.line().stop_pairing()

    def follow(self) -> None:
        """Hear of the line from now on, and what it did before."""
        self._host.listen()
        self._host.show(can_name=False)
        self.hear(self._setup.line().pairing())

    def hear(self, pairing: Pairing) -> None:
        """Joining has come a step further."""
        self._pairing = pairing
        self.look()
        self._host.show()

    def look(self) -> None:
        """Sync did something: perhaps the chain's rules have come."""
        state = self._host.state
        if state.step is Step.JOINING and (state.has_joined or self._pairing.step is PairingStep.APPROVED):
            self._work.latest("rules", self._setup.has_rules, self._know, self._host.refuse)

    def _ask(self, server: str, code: str) -> None:
        if not self._setup.is_begun:
            self._setup.keep({"counter_code": code})
        self._setup.remember(Progress(Step.JOINING, Start.JOIN, server))
        self._setup.line().pair(server)

    def _leave(self, is_told: bool) -> None:
        if is_told:
            self._host.next()
        else:
            self._host.say(UNRULED)

    def _know(self, is_told: bool) -> None:
        notice = Notice(Tone.GOOD, tr(RULED)) if is_told else Notice(Tone.INFO, tr(UNRULED))
        self._host.show(has_joined=True, notice=notice)
