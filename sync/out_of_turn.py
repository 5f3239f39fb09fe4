"""Out of turn: what the window asks the server for while somebody waits, on a thread of the window's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from app.domain.errors import DomainError
from app.domain.program import Program
from app.services.chain.standing import unasked, unpublished, unseen
from app.services.desk import Desk
from app.services.plain import NotPlainError
from app.services.programs.publishing import Proposal
from sync import vouchers
from sync.connection import Connection
from sync.far_bills import fetch_bill, not_told
from sync.gate import ShutError
from sync.line_fault import LineFault
from sync.protocol import WireError
from sync.publishing import publish
from sync.refused import Refused


@dataclass(frozen=True, slots=True)
class OutOfTurn:
    """`connected` is the way to the server; none for a counter that it does not take. `changed` hears of members."""

    desk: Desk
    connected: Callable[[], Connection | None]
    changed: Callable[..., None]

    def bill(self, number: str) -> None:
        self._fetch(
            lambda there: fetch_bill(self.desk, there.transport, number),
            silent=unseen(number),
            refused=partial(not_told, number),
        )

    def right(self, what: str, wanted: dict[str, str]) -> None:
        self._fetch(
            lambda there: vouchers.fetch(self.desk, there.transport, wanted),
            silent=unasked(what),
            refused=partial(vouchers.not_told, what),
        )

    def publish(self, proposal: Proposal) -> Program:
        try:
            there = self.connected()
        except ShutError as error:
            raise unpublished() from error
        if there is None:
            raise unpublished()
        return publish(self.desk, there, proposal)

    def _fetch(
        self, ask: Callable[[Connection], list[str]], *, silent: DomainError, refused: Callable[[Refused], DomainError]
    ) -> None:
        """Have members told; `silent` is raised where nobody answers."""
        try:
            there = self.connected()
            if there is None:
                raise silent
            self.changed(*ask(there))
        except (ShutError, LineFault, WireError, NotPlainError) as error:
            raise silent from error
        except Refused as no:
            raise refused(no) from no
