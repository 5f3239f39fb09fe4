"""Push: this counter's events to the server, oldest first, as the exact bytes they were sealed in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, islice, takewhile

from app.services.chain.acknowledging import Acknowledgement, acknowledge, rewind
from app.services.chain.forks import later_events
from app.services.desk import Desk
from app.services.ports import ChainPoint, Event
from sync.device_key import DeviceKey
from sync.protocol import (
    BATCH_BYTES_MAX,
    BATCH_EVENTS_MAX,
    PROTOCOL,
    Push,
    PushAnswer,
    SentEvent,
    answer_from_plain,
    push_signed,
    push_to_plain,
)
from sync.reconcile import digest
from sync.refused import No, Refused, accepted
from sync.transport import Transport

PATH = "/api/v1/sync/push"
_AROUND_BODY = 200  # bytes of an event's own besides its body, once in JSON


def next_batch(desk: Desk, *, most: int = BATCH_EVENTS_MAX) -> Sequence[Event]:
    """The oldest events the server has not acknowledged, of one epoch: what one push may hold, at least one."""
    with desk.store.reading() as uow:
        link = uow.links.get()
        assert link is not None, "only a counter of a chain sends"
        most = min(most, BATCH_EVENTS_MAX)
        events = list(islice(later_events(uow, link.acked, at_once=most), most))
    sizes = accumulate(_size(event) for event in events)
    fitting = [event for event, size in zip(events, sizes, strict=True) if size <= BATCH_BYTES_MAX] or events[:1]
    return list(takewhile(lambda event: event.epoch == fitting[0].epoch, fitting))


def _size(event: Event) -> int:
    """What an event takes in JSON; a quote or backslash of its body takes two."""
    return len(event.body) + event.body.count(b'"') + event.body.count(b"\\") + _AROUND_BODY


def push_of(desk: Desk, events: Sequence[Event], key: DeviceKey) -> Push:
    first, head = events[0], events[-1].hash
    signed = push_signed(desk.counter_code, epoch=first.epoch, from_seq=first.seq, head=head)
    return Push(
        protocol=PROTOCOL,
        counter=desk.counter_code,
        epoch=first.epoch,
        from_seq=first.seq,
        previous_hash=first.previous_hash,
        events=tuple(SentEvent(event.event_id, event.hash, event.body) for event in events),
        head=head,
        signature=key.sign(signed),
    )


def push(desk: Desk, transport: Transport, key: DeviceKey, events: Sequence[Event]) -> PushAnswer | None:
    """Send a batch and keep what became of it. None when the server has to be sent other events first: that is noted.

    Raises LineFault, Refused or WireError; nothing has changed then, and the same batch is sent again.
    """
    if events[0].seq == 1 and _has_less(desk, transport, events[0].epoch):
        return None
    sent = push_of(desk, events, key)
    try:
        answer = answer_from_plain(
            accepted(transport.call("POST", PATH, json=push_to_plain(sent))).json, epoch=sent.epoch
        )
    except Refused as refused:
        if refused.meaning is not No.GAP:
            raise
        rewind(desk, ChainPoint(sent.epoch, max(0, int(refused.problem.facts["expected_seq"]) - 1)))
        return None
    # Beyond these the server may have another machine's, where two live as one: only what was compared is ours.
    received = min(answer.received_seq, events[-1].seq)
    acknowledge(desk, Acknowledgement(ChainPoint(sent.epoch, received), answer.results))
    return answer


def _has_less(desk: Desk, transport: Transport, epoch: int) -> bool:
    """Whether the server has less of the epochs before this one than it acknowledged.

    A new epoch begins at 1, so a server that was restored from a backup would not miss what it has lost before that.
    """
    with desk.store.reading() as uow:
        link = uow.links.get()
        assert link is not None, "only a counter of a chain sends"
    if not ChainPoint(0, 0) < link.acked <= ChainPoint(epoch, 0):
        return False
    there = digest(transport, "", 1).included
    return there < link.acked and rewind(desk, there)
