"""Blanks ahead: one of each reward that rules give is set aside here before a bill brings it.

A bill waits for nothing: it brings what this counter has been given of a stock, and without a line no more than that.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from app.services.desk import Desk
from app.services.rewards.voucher_rights import lacking
from sync.refused import Refused
from sync.transport import Transport
from sync.vouchers import fetch

AGAIN: Final = timedelta(minutes=1)  # where there was none, or another wanted it more
UNKNOWN: Final = "REWARD-UNKNOWN"  # the server goes by other rules already


@dataclass(slots=True)
class Blanks:
    """`asked` is when each reward was asked for in vain, by this counter's clock."""

    desk: Desk
    asked: dict[str, datetime] = field(default_factory=dict)

    def stock_up(self, transport: Transport) -> None:
        """Ask for what is lacking, each at most once in a while where there is none. Raises as `fetch` does."""
        for reward_id in lacking(self.desk):
            if self._may_ask(reward_id):
                self.asked[reward_id] = self.desk.clock.now()
                self._ask(transport, reward_id)

    def given_up(self) -> None:
        """Another counter wants some: it goes first."""
        self.asked |= dict.fromkeys(lacking(self.desk), self.desk.clock.now())

    def _may_ask(self, reward_id: str) -> bool:
        last = self.asked.get(reward_id)
        return last is None or abs(self.desk.clock.now() - last) >= AGAIN

    def _ask(self, transport: Transport, reward_id: str) -> None:
        try:
            fetch(self.desk, transport, {"reward": reward_id, "ahead": True})
        except Refused as no:
            if no.problem.code != UNKNOWN:
                raise
        if reward_id not in lacking(self.desk):
            del self.asked[reward_id]
