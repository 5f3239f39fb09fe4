"""Replaying: an event that waited, and what was parked behind it, posted in their order once a person says so."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from app.services.chain.dependence import subjects
from app.services.desk import Desk
from app.services.ports import ChainPoint, EventVerdict
from app.services.posting import Page
from app.services.records import from_micros
from server.identity import devices
from server.intake.inbox import Inbox, Received
from server.intake.poster import Arrival, Poster, raise_reviews
from server.intake.reading import read
from server.ledgers.chains import Chains
from server.ledgers.store import ServerUnit
from sync.protocol import SentEvent


@dataclass(frozen=True, slots=True)
class Replaying:
    """Replays on a page that is open, in its transaction."""

    desk: Desk
    unit: ServerUnit
    inbox: Inbox
    page: Page

    def replay(self, counter_code: str, points: Collection[ChainPoint]) -> Sequence[EventVerdict]:
        """Try these events of a counter again, as far as they wait, with what is parked behind them.

        Returns what became of each, in the order of the chain. Others that wait are left alone.
        """
        return self._post(counter_code, self._waiting(counter_code, points))

    def leave_out(self, counter_code: str, points: Collection[ChainPoint]) -> Sequence[EventVerdict]:
        """These stay on file and hold nothing up any more: what is parked behind them is tried without them."""
        behind = [one for one in self._waiting(counter_code, points) if _point(one) not in points]
        for point in points:
            self.inbox.release(counter_code, point)
        return self._post(counter_code, behind)

    def _waiting(self, counter_code: str, points: Collection[ChainPoint]) -> Sequence[Received]:
        """Those of them that wait, and those parked behind one of them or behind one that is."""
        parked, about, found = self.inbox.parked(counter_code), set[str](), []
        for one in self.inbox.waiting(counter_code):
            named = subjects(read(one.body).body)
            if _point(one) in points or (_point(one) in parked and named & about):
                found.append(one)
                about |= named
        return found

    def _post(self, counter_code: str, chosen: Sequence[Received]) -> Sequence[EventVerdict]:
        device = devices.by_code(self.unit.scope, counter_code)
        assert device is not None, "what waits is of a counter"
        arrivals = [_arrival(one) for one in chosen]
        for one in arrivals:
            self.inbox.release(counter_code, one.point)
        for epoch in sorted({one.point.epoch for one in arrivals}):
            chain = Chains(self.unit.scope).of(counter_code, epoch)
            assert chain is not None, "what waits is of a chain"
            poster = Poster(self.desk, self.unit, self.inbox, device, chain.is_history)
            poster.post_each(self.page, [one for one in arrivals if one.point.epoch == epoch])
        self.inbox.put_outcomes(counter_code, [one.verdict for one in arrivals])
        raise_reviews(self.unit, arrivals)
        return [one.verdict for one in arrivals]


def _point(received: Received) -> ChainPoint:
    return ChainPoint(received.epoch, received.seq)


def _arrival(received: Received) -> Arrival:
    sent = SentEvent(received.event_id, received.hash, received.body)
    return Arrival(sent, _point(received), read(received.body), from_micros(received.at))
