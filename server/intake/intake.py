"""Intake: a counter's batch becomes part of the tenant's ledger, in one transaction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from app.services.chain.dependence import subjects
from app.services.chain.server_time import server_time
from app.services.desk import Desk
from app.services.journal import GENESIS_HASH, link_hash
from app.services.ports import ChainPoint, EventVerdict, Review
from app.services.posting import Page
from app.services.records import from_micros, to_micros
from server.identity import devices
from server.identity.devices import Device
from server.identity.status import DeviceStatus
from server.intake.deciding import Deciding
from server.intake.inbox import FIELD, Inbox, Received
from server.intake.poster import Arrival, Poster, raise_reviews
from server.intake.preloading import preload
from server.intake.reading import Read, read
from server.intake.reviews import raise_alone
from server.ledgers import feed
from server.ledgers.chains import Chain, Chains
from server.ledgers.store import ServerStore, ServerUnit
from server.rights import budgets, leases, recalls
from server.signatures import is_signed_by
from server.web.problems import Problem
from sync.protocol import Push, PushAnswer, SentEvent, Status, Topic


def receive(desk: Desk, push: Push) -> PushAnswer:
    """Take a batch in. Raises a problem when it is not whole, not signed by the counter, or leaves a gap."""
    _require_chained(push)
    reads = [read(event.body) for event in push.events]
    store = desk.store
    assert isinstance(store, ServerStore), "the server's desk"
    with store.writing() as unit:
        device = devices.by_code(unit.scope, push.counter)
        if device is None:
            raise Problem(403, "COUNTER-UNKNOWN", "This counter is not known here. Its bills are safe. Pair it again.")
        _require_signed(push, device, to_micros(desk.clock.now()))
        return _Batch(desk, unit, Inbox(unit.scope, store.sealer.of_field(FIELD)), device, push, reads).receive()


def _require_chained(push: Push) -> None:
    previous = push.previous_hash
    for event in push.events:
        if link_hash(previous, event.body) != event.hash:
            raise _broken()
        previous = event.hash
    if previous != push.head:
        raise _broken()


def _broken() -> Problem:
    return Problem(
        400,
        "CHAIN-BROKEN",
        "The events do not follow from each other: the batch was damaged. Nothing was stored. Send it again.",
    )


def _require_signed(push: Push, device: Device, at: int) -> None:
    if is_signed_by(device, content=push.signed, signature=push.signature, at=at):
        return
    raise Problem(
        403,
        "SIGNATURE-BAD",
        "The batch is not signed with this counter's key. Nothing was stored; its bills are safe. Pair it again.",
    )


@dataclass(slots=True)
class _Batch:
    """A batch inside its transaction."""

    desk: Desk
    unit: ServerUnit
    inbox: Inbox
    device: Device
    push: Push
    reads: Sequence[Read]
    chain: Chain | None = field(init=False)

    def __post_init__(self) -> None:
        self.chain = Chains(self.unit.scope).of(self.push.counter, self.push.epoch)

    @property
    def last_seq(self) -> int:
        return self.chain.last_seq if self.chain else 0

    @property
    def is_history(self) -> bool:
        """Sealed before the counter joined: it was its own authority then."""
        return self.chain.is_history if self.chain else self.push.epoch < self.device.joined_epoch

    def receive(self) -> PushAnswer:
        if self.push.from_seq > self.last_seq + 1:
            raise Problem(
                409,
                "GAP",
                "Events before these have not come. Nothing was stored. Send them from expected_seq on.",
                expected_seq=self.last_seq + 1,
            )
        known = self.last_seq + 1 - self.push.from_seq
        repeated, fresh = self.push.events[:known], self.push.events[known:]
        forked_at = self._forked_at(repeated, fresh)
        if forked_at is not None:
            return self._answer(self._fork(forked_at))
        results = self._repeated(repeated)
        if fresh:
            results += self._take(fresh)
        return self._answer(results)

    # What was here already

    def _forked_at(self, repeated: Sequence[SentEvent], fresh: Sequence[SentEvent]) -> int | None:
        """The first number under which other bytes stand here."""
        first = self.push.from_seq
        until = first + len(repeated) - 1
        hashes = self.inbox.hashes(self.push.counter, self.push.epoch, from_seq=first, until_seq=until)
        for seq, event in enumerate(repeated, first):
            if hashes.get(seq) != event.hash:
                return seq
        before = repeated[-1].hash if repeated else self.push.previous_hash
        follows = before == (self.chain.head_hash if self.chain else GENESIS_HASH)
        return None if follows or not fresh else self.last_seq + 1

    def _fork(self, forked_at: int) -> list[EventVerdict]:
        """Two machines live as one: the device stops until it is paired again."""
        if self.device.status is DeviceStatus.ACTIVE:
            stopped = replace(self.device, status=DeviceStatus.FORKED)
            devices.change(self.unit.scope, stopped, version=self.device.version)
            facts = {"epoch": self.push.epoch, "seq": forked_at, "hash": self.push.events[-1].hash.hex()}
            raise_alone(self.desk, self.unit, [self._review("FORK", facts, self.desk.clock.now())])
        seqs = range(forked_at, self.push.from_seq + len(self.push.events))
        detail = "Another event stands under this number: the counter's file was copied or restored. Pair it again."
        return [EventVerdict(ChainPoint(self.push.epoch, seq), Status.FORK, "FORK", detail) for seq in seqs]

    def _repeated(self, repeated: Sequence[SentEvent]) -> list[EventVerdict]:
        """What was posted is a duplicate; what waits for a person still does."""
        first, epoch = self.push.from_seq, self.push.epoch
        until = first + len(repeated) - 1
        known = self.inbox.outcomes(self.push.counter, epoch, from_seq=first, until_seq=until)
        return [
            known.get(seq) or EventVerdict(ChainPoint(epoch, seq), Status.DUPLICATE, None, None)
            for seq in range(first, until + 1)
        ]

    # What is new

    def _take(self, fresh: Sequence[SentEvent]) -> list[EventVerdict]:
        page = Page.open(self.desk, self.unit)
        received, position = page.at, feed.position_of(page.head) + 1
        self._begin_epoch(received)
        arrivals = list(self._arrivals(fresh, received))
        self.inbox.add(self._rows(arrivals, received, position))
        preload(self.unit, (one.body for one in arrivals))
        self._post(page, arrivals)
        self._note(arrivals)
        page.at = received
        Deciding(self.desk, self.unit, self.inbox, page).follow_all(self.device, arrivals)
        members = [one.subject for one in self.unit.changes.subjects if one.topic == Topic.MEMBER]
        at, store_id = to_micros(received), self.device.store_id
        feed.acquaint(self.unit.scope, store_id=store_id, member_ids=members, position=position, at=at)
        page.at = received
        if any(isinstance(one.body, dict) and "budget" in one.body for one in arrivals):
            budgets.share_in(self.unit, received)
        page.close("intake", self._summary(arrivals))
        return [one.verdict for one in arrivals]

    def _begin_epoch(self, at: datetime) -> None:
        """All of the epochs before has come, and their rights are over. One it began by itself: its end was lost."""
        if self.chain is not None or self.push.epoch < self.device.epoch:
            return
        points = leases.begin_epoch(self.unit, self.push.counter, self.push.epoch)
        if self.push.epoch > self.device.epoch:
            self._raise(self._review("LOST_END", {"epoch": self.push.epoch, "written_off": points}, at))

    def _arrivals(self, fresh: Sequence[SentEvent], received: datetime) -> Iterator[Arrival]:
        before = from_micros(self.chain.at) if self.chain else from_micros(0)
        reads = self.reads[-len(fresh) :]
        for seq, (sent, said) in enumerate(zip(fresh, reads, strict=True), self.last_seq + 1):
            before = _server_time(said.body, before, received)
            yield Arrival(sent, ChainPoint(self.push.epoch, seq), said, before)

    def _rows(self, arrivals: Sequence[Arrival], received: datetime, position: int) -> Iterator[Received]:
        previous = self.chain.head_hash if self.chain else GENESIS_HASH
        for one in arrivals:
            yield Received(
                counter_code=self.push.counter,
                epoch=one.point.epoch,
                seq=one.point.seq,
                event_id=one.sent.event_id,
                kind=one.kind,
                previous_hash=previous,
                hash=one.sent.hash,
                body=one.sent.body,
                at=to_micros(one.at),
                received_at=to_micros(received),
                position=position,
            )
            previous = one.sent.hash

    def _post(self, page: Page, arrivals: Sequence[Arrival]) -> None:
        """All of them at once; where one cannot be posted, one by one, so that it holds up only what depends on it."""
        if self.device.status is not DeviceStatus.ACTIVE:
            self._keep(arrivals)
            return
        poster = Poster(self.desk, self.unit, self.inbox, self.device, self.is_history)
        if not poster.post_all(page, arrivals):
            poster.post_each(page, arrivals)

    def _keep(self, arrivals: Sequence[Arrival]) -> None:
        """What a counter sends after it was shut out is kept for a person to look at: it may be somebody's bills."""
        for one in arrivals:
            one.status, one.code = Status.QUARANTINED, f"DEVICE-{self.device.status.value}"
            one.detail = "The counter had been shut out when this came. It is kept for somebody to look at."
            self.inbox.hold(self.push.counter, one.point, subjects(one.body))
        facts = {"epoch": self.push.epoch, "from_seq": arrivals[0].point.seq, "events": len(arrivals)}
        self._raise(self._review("LATE", {**facts, "status": self.device.status.value}, self.desk.clock.now()))

    def _note(self, arrivals: Sequence[Arrival]) -> None:
        """What became of the events, and where the chain stands."""
        self.inbox.put_outcomes(
            self.push.counter, (one.verdict for one in arrivals if one.status is not Status.APPLIED)
        )
        raise_reviews(self.unit, arrivals)
        last = arrivals[-1]
        Chains(self.unit.scope).put(
            self.push.counter,
            Chain(
                epoch=self.push.epoch,
                last_seq=last.point.seq,
                head_hash=last.sent.hash,
                at=max(to_micros(last.at), self.chain.at if self.chain else 0),
                received_at=to_micros(self.desk.clock.now()),
                is_history=self.is_history,
            ),
            is_new=self.chain is None,
        )

    def _summary(self, arrivals: Sequence[Arrival]) -> dict[str, Any]:
        odd = {str(one.point.seq): one.status.value for one in arrivals if one.status is not Status.APPLIED}
        return {
            "of": self.push.counter,
            "of_epoch": self.push.epoch,
            "from_seq": arrivals[0].point.seq,
            "until_seq": arrivals[-1].point.seq,
            "head": self.push.head.hex(),
            "statuses": odd,
        }

    def _review(self, kind: str, facts: Mapping[str, Any], at: datetime) -> Review:
        return Review(self.desk.ids.entity(), kind, {"counter": self.push.counter, **facts}, at)

    def _raise(self, review: Review) -> None:
        self.unit.shared.put_review(review)

    def _answer(self, results: Sequence[EventVerdict]) -> PushAnswer:
        chains = Chains(self.unit.scope)
        mine = chains.of(self.push.counter, self.push.epoch)
        return PushAnswer(
            received_seq=mine.last_seq if mine else 0,
            results=tuple(results),
            position=feed.position_of(self.unit.journal.head()),
            included=chains.included(self.push.counter),
            server_ms=to_micros(self.desk.clock.now()) // 1000,
            recall=recalls.of_counter(self.unit.scope, self.push.counter),
        )


def _server_time(body: Any, predecessor: datetime, received: datetime) -> datetime:
    """Of what does not say when it happened: when the one before it did."""
    try:
        tick = body.get("tick") or {}
        return server_time(
            from_micros(body["at"]), offset_ms=tick.get("offset_ms"), predecessor=predecessor, received=received
        )
    except (AttributeError, LookupError, TypeError, ValueError, OverflowError):
        return predecessor
