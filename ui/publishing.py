"""Publishing: at a counter that is alone here; in a chain by the server, while nothing else waits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from app.domain.program import Program
from app.services.programs.publishing import Proposal
from ui.context import CounterContext
from ui.errors import Notice, Tone
from ui.words import later, tr
from ui.work import Topic, Work

EVERYWHERE: Final = later("This counter is one of a chain: what you publish here holds in all its stores.")
FOR_ALL: Final = later("{what}, for all stores of the chain")
ASKING: Final = later("Asking the server to publish it for all stores …")
_SLOT = "publish"


@dataclass(frozen=True, slots=True)
class Publisher:
    """`begin` is called when something is on its way, `tell` with what is to be known meanwhile."""

    context: CounterContext
    work: Work
    begin: Callable[[], None]
    tell: Callable[[Notice], None]

    def notice(self, *, is_led: bool) -> Notice | None:
        """What is to be known before anything is published."""
        return Notice(Tone.INFO, tr(EVERYWHERE)) if is_led else None

    def what(self, said: str, *, is_led: bool) -> str:
        """What a PIN is asked for."""
        return tr(FOR_ALL, what=said) if is_led else said

    def publish(
        self,
        here: Callable[[], Program],
        there: Callable[[], Proposal],
        *,
        is_led: bool,
        then: Callable[[Program], None],
        refused: Callable[[Exception], None],
    ) -> None:
        """`here` publishes; `there` says what the server is to publish."""
        self.begin()
        if is_led:
            line = self.context.line
            self.tell(Notice(Tone.INFO, tr(ASKING)))
            self.work.far(_SLOT, lambda: line.publish(there()), then, refused)
        else:
            self.work.write(here, then, refused, changes=Topic.RATES)
