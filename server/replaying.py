"""Replaying: events that waited, posted in their order once a person has mended what kept them."""

from __future__ import annotations

from collections.abc import Sequence

from app.services.desk import Desk
from app.services.ports import ChainPoint, EventVerdict
from app.services.posting import Page
from app.services.records import from_micros
from server.identity import devices
from server.inbox import FIELD, Inbox, Received
from server.leases import server_store
from server.poster import Arrival, Poster, raise_reviews
from server.problems import not_found
from server.reading import read
from sync.protocol import SentEvent


def replay(desk: Desk, counter_code: str) -> Sequence[EventVerdict]:
    """Try a counter's waiting events again, all of them in the order of its chain. Returns what became of each."""
    store = server_store(desk)
    with store.writing() as unit:
        inbox = Inbox(unit.scope, store.sealer.of_field(FIELD))
        device = devices.by_code(unit.scope, counter_code)
        if device is None:
            raise not_found("counter")
        waiting = inbox.waiting(counter_code)
        page = Page.open(desk, unit)
        received = page.at
        arrivals = []
        for one in waiting:
            point = ChainPoint(one.epoch, one.seq)
            inbox.release(counter_code, point)
            arrivals.append(_arrival(one, point))
        for epoch in sorted({one.point.epoch for one in arrivals}):
            chain = inbox.chain(counter_code, epoch)
            assert chain is not None, "what waits is of a chain"
            poster = Poster(desk, unit, inbox, device, chain.is_history)
            poster.post_each(page, [one for one in arrivals if one.point.epoch == epoch])
        inbox.put_outcomes(counter_code, [one.verdict for one in arrivals])
        raise_reviews(unit, arrivals)
        if arrivals:
            page.at = received
            page.close("replay", {"of": counter_code, "events": len(arrivals)})
        return [one.verdict for one in arrivals]


def _arrival(received: Received, point: ChainPoint) -> Arrival:
    sent = SentEvent(received.event_id, received.hash, received.body)
    return Arrival(sent, point, read(received.body), from_micros(received.at))
