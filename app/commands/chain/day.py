"""The day of the demo: baskets rung up at three counters in turn while their lines come and go, told as it happens."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from app.commands.chain import weather
from app.commands.chain.till import STAFF, ChainTill, Tally
from app.commands.stopping import Stop
from app.domain.formats import points
from app.domain.points import HUNDREDTHS
from app.replay.baskets import Basket
from app.replay.ringing import replay_program
from app.services.members import adjustments
from app.services.programs.program import publish

ROSTER = 24
OPENING_POINTS = 300 * HUNDREDTHS
IN_THE_SHOP = 3  # customers a counter has shown cards of and who have not paid yet
REDEEMS_EVERY, RETURNS_EVERY, ENROLS_EVERY = 2, 13, 29  # none of them a multiple of the three counters


def open_books(till: ChainTill) -> list[str]:
    """The first shop, before there was a chain: its rules and its customers. Returns their cards."""
    publish(till.desk, replace(replay_program(), calendar=till.desk.calendar), staff=STAFF)
    cards = []
    for number in range(1, ROSTER + 1):
        card = till.enrol(f"Customer {number}")
        adjustments.adjust(
            till.desk,
            card,
            points=OPENING_POINTS,
            reason="balance brought along",
            staff=STAFF,
            key=f"opening {number}",
            policy_expiry=True,
        )
        cards.append(card)
    return cards


@dataclass(frozen=True, slots=True)
class Cut:
    """A counter without a line: since when, and what it had done by then."""

    at: float
    before: Tally


@dataclass(slots=True)
class Day:
    """`say` tells a line of what happens; `length` says how much of the day is over after so many bills, 0 to 100."""

    tills: Sequence[ChainTill]
    cards: list[str]
    baskets: Iterator[Basket]
    say: Callable[[str], None]
    length: Callable[[int], int]
    stop: Stop
    bills: int = 0
    cuts: dict[str, Cut] = field(default_factory=dict)
    healed: dict[str, float] = field(default_factory=dict)

    def pass_by(self) -> None:
        """Until the day is over or somebody stops it; whoever is in the shop then still pays."""
        while not self.stop.asked and (done := self.length(self.bills)) < 100:
            self._change_weather(done)
            self._serve(self.tills[self.bills % len(self.tills)])
        for till in self.tills:
            while till.shop and not self.stop.asked:
                till.pay()
        self._change_weather(100)

    def _change_weather(self, done: int) -> None:
        for till in self.tills:
            is_cut = weather.is_cut(till.code, done=done)
            if is_cut and till.code not in self.cuts:
                self._cut(till)
            elif not is_cut and till.code in self.cuts:
                self._heal(till)
            self.watch(till)

    def _cut(self, till: ChainTill) -> None:
        till.cable.cut()
        self.cuts[till.code] = Cut(time.monotonic(), replace(till.tally))
        self.say(f"{till.code} is cut off, with {len(till.shop)} customers in the shop")

    def _heal(self, till: ChainTill) -> None:
        cut = self.cuts.pop(till.code)
        did = till.tally.since(cut.before)
        till.cable.heal()
        till.line.retry()
        self.healed[till.code] = time.monotonic()
        self.say(
            f"{till.code} is back after {time.monotonic() - cut.at:.1f} s: sold {did.bills} bills offline, redeemed "
            f"{points(did.redeemed)} points by its leases, took {did.returned} returns; {till.waiting()} events wait"
        )

    def watch(self, till: ChainTill) -> None:
        """Tell when a counter that was cut off has sent all it had."""
        since = self.healed.get(till.code)
        if since is not None and not till.waiting():
            del self.healed[till.code]
            self.say(f"{till.code} drained in {time.monotonic() - since:.1f} s")

    def _serve(self, till: ChainTill) -> None:
        """One customer comes in; the one who has waited longest pays. Now and then there is somebody else, too."""
        self.bills += 1
        if self.bills % ENROLS_EVERY == 0:
            self.cards.append(till.enrol(f"Customer {len(self.cards) + 1}"))
        if self.bills % RETURNS_EVERY == 0:
            till.take_back()
        till.enter(next(self.baskets), self._card(), redeems=self.bills % REDEEMS_EVERY == 0)
        if len(till.shop) > IN_THE_SHOP:
            till.pay()

    def _card(self) -> str:
        """Customers go to whichever counter is nearest: each card comes to all of them."""
        return self.cards[self.bills * 7 % len(self.cards)]
