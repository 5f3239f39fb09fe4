"""Intake: a counter's batch becomes part of the tenant's ledger, in one transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import text

from app.domain.errors import DomainError
from app.domain.lease import Floor
from app.persistence.statement import Statement
from app.services import granting
from app.services.dependence import subjects
from app.services.desk import Desk
from app.services.granting import Holding
from app.services.intake import CannotTakeIn, Incoming, Taken, take_in
from app.services.journal import GENESIS_HASH, link_hash
from app.services.plain import NotPlainError
from app.services.ports import ChainPoint, EventVerdict, Review
from app.services.posting import Page
from app.services.records import from_micros, to_micros
from app.services.server_time import server_time
from server import feed, floors, leases, recalls
from server.identity import devices
from server.identity.devices import Device
from server.identity.status import DeviceStatus
from server.inbox import FIELD, Chain, Inbox, Received
from server.problems import Problem
from server.store import ServerStore, ServerUnit
from sync.protocol import Push, PushAnswer, SentEvent, Status, Topic

DEVICE_STEP = 1_000_000  # programs a device can number for itself
_KIND_LENGTH_MAX = 40
_DETAIL_LENGTH_MAX = 300
_SAVEPOINT, _RELEASE, _UNDO = (
    Statement(text(f"{words} event")) for words in ("SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT")
)
_UNPOSTABLE = (CannotTakeIn, NotPlainError, DomainError, AssertionError, LookupError, ValueError, ArithmeticError)


@dataclass(slots=True)
class Arrival:
    """One event of a batch, and what becomes of it."""

    sent: SentEvent
    point: ChainPoint
    body: Any
    at: datetime
    status: Status = Status.APPLIED
    code: str | None = None
    detail: str | None = None
    reviews: list[Review] = field(default_factory=list)

    @property
    def kind(self) -> str:
        found = self.body.get("kind") if isinstance(self.body, dict) else None
        return found[:_KIND_LENGTH_MAX] if isinstance(found, str) else "?"

    @property
    def verdict(self) -> EventVerdict:
        return EventVerdict(self.point, self.status, self.code, self.detail)


def receive(desk: Desk, push: Push) -> PushAnswer:
    """Take a batch in. Raises a problem when it is not whole, not signed by the counter, or leaves a gap."""
    _require_chained(push)
    store = desk.store
    assert isinstance(store, ServerStore), "the server's desk"
    with store.writing() as unit:
        device = devices.by_code(unit.scope, push.counter)
        if device is None:
            raise Problem(403, "COUNTER-UNKNOWN", "This counter is not known here. Its bills are safe. Pair it again.")
        _require_signed(push, device, to_micros(desk.clock.now()))
        return _Batch(desk, unit, Inbox(unit.scope, store.sealer.of_field(FIELD)), device, push).receive()


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
    for key in device.keys(at):
        try:
            Ed25519PublicKey.from_public_bytes(key).verify(push.signature, push.signed)
        except InvalidSignature:
            continue
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
    chain: Chain | None = field(init=False)

    def __post_init__(self) -> None:
        self.chain = self.inbox.chain(self.push.counter, self.push.epoch)

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
            self._raise(self._review("FORK", facts, self.desk.clock.now()))
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
        self._post(page, arrivals)
        self._note(arrivals)
        members = [one.subject for one in self.unit.changes.subjects if one.topic == Topic.MEMBER]
        at, store_id = to_micros(received), self.device.store_id
        feed.acquaint(self.unit.scope, store_id=store_id, member_ids=members, position=position, at=at)
        page.at = received
        page.close("intake", self._summary(arrivals))
        return [one.verdict for one in arrivals]

    def _begin_epoch(self, at: datetime) -> None:
        """The counter has begun anew by itself: the end of its chain was lost, and its old rights with it."""
        if self.chain is None and self.push.epoch > self.device.epoch:
            points = leases.begin_epoch(self.unit, self.push.counter, self.push.epoch)
            self._raise(self._review("LOST_END", {"epoch": self.push.epoch, "written_off": points}, at))

    def _arrivals(self, fresh: Sequence[SentEvent], received: datetime) -> Iterator[Arrival]:
        before = from_micros(self.chain.at) if self.chain else from_micros(0)
        for seq, sent in enumerate(fresh, self.last_seq + 1):
            body = parsed(sent.body)
            before = _server_time(body, before, received)
            yield Arrival(sent, ChainPoint(self.push.epoch, seq), body, before)

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
        self.inbox.put_chain(
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
        last = self.inbox.last_chain(self.push.counter)
        mine = self.inbox.chain(self.push.counter, self.push.epoch)
        return PushAnswer(
            received_seq=mine.last_seq if mine else 0,
            results=tuple(results),
            position=feed.position_of(self.unit.journal.head()),
            included=last.point if last else ChainPoint(0, 0),
            server_ms=to_micros(self.desk.clock.now()) // 1000,
            recall=recalls.of_counter(self.unit.scope, self.push.counter),
        )


def raise_reviews(unit: ServerUnit, arrivals: Iterable[Arrival]) -> None:
    for one in arrivals:
        for review in one.reviews:
            unit.shared.put_review(review)


@dataclass(slots=True)
class Poster:
    """Posts events of one counter, in the order of its chain."""

    desk: Desk
    unit: ServerUnit
    inbox: Inbox
    device: Device
    is_history: bool
    floor: Floor = field(init=False)

    def __post_init__(self) -> None:
        self.floor = floors.of_store(self.unit.scope, self.device.store_id)

    def post_all(self, page: Page, arrivals: Sequence[Arrival]) -> bool:
        """False, and nothing is done, when one of them cannot be posted or others wait that these may depend on."""
        if self.inbox.held(self.device.counter_code):
            return False
        try:
            with self._undone_together(page):
                for one in arrivals:
                    self._apply(page, one)
        except (*_UNPOSTABLE, self.unit.scope.transaction.error):
            return False
        return True

    def post_each(self, page: Page, arrivals: Iterable[Arrival]) -> None:
        """What cannot be posted is kept for a person; what depends on it waits behind it."""
        held = self.inbox.held(self.device.counter_code)
        for one in arrivals:
            if held & subjects(one.body):
                one.status, one.code = Status.PARKED, "BEHIND"
                one.detail = "An event before it about the same member, card or bill waits for somebody to look at it."
            else:
                self.post_one(page, one)
            if one.status in (Status.PARKED, Status.QUARANTINED):
                held |= subjects(one.body)
                self.inbox.hold(self.device.counter_code, one.point, subjects(one.body))

    def post_one(self, page: Page, one: Arrival) -> None:
        one.status, one.code, one.detail, one.reviews = Status.APPLIED, None, None, []
        try:
            with self._undone_together(page):
                self._apply(page, one)
        except (*_UNPOSTABLE, self.unit.scope.transaction.error) as error:
            one.status, (one.code, one.detail) = Status.QUARANTINED, _why(error)
            one.reviews = [self._review(one, "QUARANTINED", {"code": one.code, "detail": one.detail})]

    @contextmanager
    def _undone_together(self, page: Page) -> Iterator[None]:
        """What happens inside is done whole or not at all, on the page and in the store."""
        mark, changes = page.mark(), set(self.unit.changes.subjects)
        self.unit.scope.change(_SAVEPOINT)
        try:
            yield
            self.unit.send()
        except BaseException:
            self.unit.undo(changes)
            self.unit.scope.change(_UNDO)
            page.back_to(mark)
            raise
        finally:
            self.unit.scope.change(_RELEASE)

    def _apply(self, page: Page, one: Arrival) -> None:
        incoming = self._incoming(one, page)
        taken = take_in(page, incoming, keeps_facts=True)
        one.reviews = [self._review(one, note.kind, note.facts) for note in taken.notes]
        if not self.is_history:
            self._settle(one, incoming, taken)

    def _incoming(self, one: Arrival, page: Page) -> Incoming:
        body, place = one.body, (self.device.counter_code, one.point.epoch, one.point.seq)
        if not isinstance(body, dict) or type(body.get("at")) is not int:
            raise CannotTakeIn("BODY-UNREADABLE", "The event is not an object with a time.")
        if tuple(body.get(name) for name in ("counter", "epoch", "seq")) != place:
            raise CannotTakeIn("PLACE-WRONG", "The event says another place in the chain than it was sent for.")
        return Incoming(
            kind=one.kind,
            body=body,
            at=one.at,
            received_at=self.desk.instant(page.head),
            shift=one.at - from_micros(body["at"]),
            is_history=self.is_history,
            numbering=numbering_of(self.device.counter_code),
        )

    def _settle(self, one: Arrival, incoming: Incoming, taken: Taken) -> None:
        """Hold what was spent against the counter's leases. A fact is posted all the same, and raised."""
        holding = Holding(self.device.counter_code, one.point.epoch)
        over = granting.settle(
            self.unit,
            holding,
            one.body.get("lease", {}),
            taken.spent,
            floor_card=self.floor.card,
            at=incoming.received_at,
        )
        self._welcome_back(holding, one.body.get("lease", {}))
        if over:
            one.status, one.code = Status.APPLIED_OVER_LIMIT, "OVER-LIMIT"
            one.detail = "The counter let more points be spent than it had a right to. They were posted."
            spent = {each.member_id: each.points for each in over}
            one.reviews.append(self._review(one, "OVER_LIMIT", {"spent": spent, "staff": _staff(one.body)}))

    def _welcome_back(self, holding: Holding, totals: Mapping[str, Any]) -> None:
        """Rights that came back are free for whoever asked: the member's place in the feed tells them."""
        for member_id in totals:
            if not granting.lease_of(self.unit, member_id, holding).outstanding:
                recalls.settle(self.unit.scope, holding.counter_code, member_id)
            self.unit.changes.member(member_id)

    def _review(self, one: Arrival, kind: str, facts: Mapping[str, Any]) -> Review:
        place = {"counter": self.device.counter_code, "epoch": one.point.epoch, "seq": one.point.seq}
        return Review(self.desk.ids.entity(), kind, {**place, "event": one.kind, **facts}, self.desk.clock.now())


def numbering_of(counter_code: str) -> int:
    """Below this, negated, a counter's own programs are filed."""
    return int(f"1{counter_code}", 36) * DEVICE_STEP


def parsed(body: bytes) -> Any:
    """None where the bytes are no JSON."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _server_time(body: Any, predecessor: datetime, received: datetime) -> datetime:
    """Of what does not say when it happened: when the one before it did."""
    try:
        tick = body.get("tick") or {}
        return server_time(
            from_micros(body["at"]), offset_ms=tick.get("offset_ms"), predecessor=predecessor, received=received
        )
    except (AttributeError, LookupError, TypeError, ValueError, OverflowError):
        return predecessor


def _staff(body: Mapping[str, Any]) -> str | None:
    """Who was at the counter, where the event says so."""
    for part in (body, body.get("bill"), body.get("refund")):
        if isinstance(part, dict) and isinstance(part.get("staff"), str):
            return str(part["staff"])
    return None


def _why(error: BaseException) -> tuple[str, str]:
    match error:
        case CannotTakeIn():
            return error.code, error.sentence
        case DomainError():
            return error.code.value, error.message
        case NotPlainError() | LookupError() | ValueError() | ArithmeticError():
            code = "SHAPE"
        case AssertionError():
            code = "INVARIANT"
        case _:
            code = "CONFLICT"
    return code, f"It does not fit what is here: {str(error)[:_DETAIL_LENGTH_MAX]}"
