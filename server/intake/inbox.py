"""The inbox: what counters sent, byte for byte, and what became of each event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import zstandard
from sqlalchemy import ColumnElement, bindparam, delete, func, or_, select

from app.persistence.scope import Cells, Scope
from app.persistence.sealed import FieldSealer
from app.persistence.statement import Statement, adding, owned
from app.services.ports import ChainPoint, EventVerdict
from server.databases.tables.intake import held_subjects, inbox, outcomes
from sync.protocol import Status

FIELD = "event"  # what the sealer of bodies is for


def is_waiting(status: ColumnElement[Any]) -> ColumnElement[bool]:
    """Of an event that was not posted."""
    return or_(status == Status.QUARANTINED.value, status == Status.PARKED.value)


_OF_RUN = (
    owned(inbox),
    inbox.c.counter_code == bindparam("of_counter"),
    inbox.c.epoch == bindparam("of_epoch"),
    inbox.c.seq >= bindparam("from_seq"),
    inbox.c.seq <= bindparam("until_seq"),
)
_ADD = adding(inbox)
_HASHES = Statement(select(inbox.c.seq, inbox.c.hash).where(*_OF_RUN).order_by(inbox.c.seq))
_RECEIVED = (
    inbox.c.counter_code,
    inbox.c.epoch,
    inbox.c.seq,
    inbox.c.event_id,
    inbox.c.kind,
    inbox.c.previous_hash,
    inbox.c.hash,
    inbox.c.sealed,
    inbox.c.at,
    inbox.c.received_at,
    inbox.c.position,
)
_EVERY = Statement(
    select(*_RECEIVED).where(owned(inbox)).order_by(inbox.c.position, inbox.c.counter_code, inbox.c.epoch, inbox.c.seq)
)
_POSITIONS = (
    select(inbox.c.position)
    .where(owned(inbox), inbox.c.position > bindparam("after"))
    .distinct()
    .order_by(inbox.c.position)
    .limit(bindparam("at_most"))
    .subquery()
)
_LAST_OF_NEXT = Statement(select(func.max(_POSITIONS.c.position)))
_NEXT = (
    select(inbox.c.position, inbox.c.kind)
    .where(owned(inbox), inbox.c.position > bindparam("after"))
    .order_by(inbox.c.position)
    .limit(bindparam("looked_at"))
    .subquery()
)
_ENOUGH = (
    select(_NEXT.c.position)
    .where(_NEXT.c.kind == bindparam("of_kind"))
    .order_by(_NEXT.c.position)
    .offset(bindparam("enough") - 1)
    .limit(1)
    .scalar_subquery()
)
_UNTIL = Statement(select(func.coalesce(_ENOUGH, func.max(_NEXT.c.position))).select_from(_NEXT))
_BETWEEN = Statement(
    select(*_RECEIVED)
    .where(
        owned(inbox),
        inbox.c.kind == bindparam("of_kind"),
        inbox.c.position > bindparam("after"),
        inbox.c.position <= bindparam("until"),
    )
    .order_by(inbox.c.position, inbox.c.counter_code, inbox.c.epoch, inbox.c.seq)
)
_RUN = Statement(select(*_RECEIVED).where(*_OF_RUN).order_by(inbox.c.seq))

_CHAINS = Statement(select(*_RECEIVED).where(owned(inbox)).order_by(inbox.c.counter_code, inbox.c.epoch, inbox.c.seq))
_AS_OF = Statement(
    select(inbox.c.epoch, inbox.c.seq)
    .where(owned(inbox), inbox.c.counter_code == bindparam("of_counter"), inbox.c.position <= bindparam("at_position"))
    .order_by(inbox.c.epoch.desc(), inbox.c.seq.desc())
    .limit(1)
)

_OUTCOME = (outcomes.c.epoch, outcomes.c.seq, outcomes.c.status, outcomes.c.code, outcomes.c.detail)
_OUTCOMES_OF = Statement(
    select(*_OUTCOME).where(
        owned(outcomes),
        outcomes.c.counter_code == bindparam("of_counter"),
        outcomes.c.epoch == bindparam("of_epoch"),
        outcomes.c.seq >= bindparam("from_seq"),
        outcomes.c.seq <= bindparam("until_seq"),
    )
)
_FORGET_OUTCOME = Statement(
    delete(outcomes).where(
        owned(outcomes),
        outcomes.c.counter_code == bindparam("of_counter"),
        outcomes.c.epoch == bindparam("of_epoch"),
        outcomes.c.seq == bindparam("of_seq"),
    )
)
_ADD_OUTCOME = adding(outcomes)

_WAITING = Statement(
    select(*_RECEIVED)
    .join(
        outcomes,
        (outcomes.c.tenant_id == inbox.c.tenant_id)
        & (outcomes.c.counter_code == inbox.c.counter_code)
        & (outcomes.c.epoch == inbox.c.epoch)
        & (outcomes.c.seq == inbox.c.seq),
    )
    .where(
        owned(inbox),
        inbox.c.counter_code == bindparam("of_counter"),
        is_waiting(outcomes.c.status),
    )
    .order_by(inbox.c.epoch, inbox.c.seq)
)
_PARKED = Statement(
    select(outcomes.c.epoch, outcomes.c.seq).where(
        owned(outcomes),
        outcomes.c.counter_code == bindparam("of_counter"),
        outcomes.c.status == Status.PARKED.value,
    )
)
_HELD = Statement(
    select(held_subjects.c.subject)
    .where(owned(held_subjects), held_subjects.c.counter_code == bindparam("of_counter"))
    .distinct()
)
_HOLD = adding(held_subjects)
_RELEASE = Statement(
    delete(held_subjects).where(
        owned(held_subjects),
        held_subjects.c.counter_code == bindparam("of_counter"),
        held_subjects.c.epoch == bindparam("of_epoch"),
        held_subjects.c.seq == bindparam("of_seq"),
    )
)


@dataclass(frozen=True, slots=True)
class Received:
    """An event as it came. Instants in microseconds."""

    counter_code: str
    epoch: int
    seq: int
    event_id: str
    kind: str
    previous_hash: bytes
    hash: bytes
    body: bytes
    at: int
    received_at: int
    position: int


@dataclass(frozen=True, slots=True)
class Inbox:
    """Bodies are sealed where they are kept: an enrolment names a person. They are packed first."""

    scope: Scope
    sealer: FieldSealer

    def as_of(self, counter_code: str, position: int) -> ChainPoint:
        """The last of a counter's events that the ledger at a position contained."""
        row = self.scope.row(_AS_OF, of_counter=counter_code, at_position=position)
        return ChainPoint(0, 0) if row is None else ChainPoint(*row)

    def add(self, received: Iterable[Received]) -> None:
        packer = zstandard.ZstdCompressor(level=1)
        self.scope.change_each(_ADD, (self._row(one, packer) for one in received))

    def hashes(self, counter_code: str, epoch: int, *, from_seq: int, until_seq: int) -> Mapping[int, bytes]:
        """By their numbers, both ends included."""
        rows = self.scope.rows(_HASHES, of_counter=counter_code, of_epoch=epoch, from_seq=from_seq, until_seq=until_seq)
        return {seq: bytes(found) for seq, found in rows}

    def run(self, counter_code: str, epoch: int, *, from_seq: int, until_seq: int) -> Sequence[Received]:
        """In the order of the chain, both ends included."""
        rows = self.scope.rows(_RUN, of_counter=counter_code, of_epoch=epoch, from_seq=from_seq, until_seq=until_seq)
        return [self._received(row) for row in rows]

    def all(self) -> Iterator[Received]:
        """In the order they came in."""
        return map(self._received, self.scope.stream(_EVERY))

    def chains(self) -> Iterator[Received]:
        """Counter by counter, epoch by epoch, in the order of their chains."""
        return map(self._received, self.scope.stream(_CHAINS))

    def positions_after(self, after: int, *, limit: int) -> int | None:
        """The last of the next `limit` positions at which something came in; None when there are none."""
        found: int | None = self.scope.scalar(_LAST_OF_NEXT, after=after, at_most=limit)
        return found

    def until(self, after: int, *, kind: str, enough: int, looked_at: int) -> int | None:
        """The position up to which there are `enough` events of a kind, or which the next so many come to; None at the
        end.
        """
        found: int | None = self.scope.scalar(_UNTIL, after=after, of_kind=kind, enough=enough, looked_at=looked_at)
        return found

    def between(self, after: int, until: int, *, kind: str) -> Sequence[Received]:
        """In the order they came in, the second position included."""
        return [self._received(row) for row in self.scope.rows(_BETWEEN, of_kind=kind, after=after, until=until)]

    def put_outcomes(self, counter_code: str, verdicts: Iterable[EventVerdict]) -> None:
        """Those that were simply posted have none."""
        for verdict in verdicts:
            place = {"of_counter": counter_code, "of_epoch": verdict.point.epoch, "of_seq": verdict.point.seq}
            self.scope.change(_FORGET_OUTCOME, **place)
            if verdict.status == Status.APPLIED:
                continue
            row = {"status": verdict.status, "code": verdict.code, "detail": verdict.detail}
            point = {"epoch": verdict.point.epoch, "seq": verdict.point.seq}
            self.scope.change(_ADD_OUTCOME, counter_code=counter_code, **point, **row)

    def outcomes(self, counter_code: str, epoch: int, *, from_seq: int, until_seq: int) -> Mapping[int, EventVerdict]:
        """Those that were not simply posted, by their numbers."""
        rows = self.scope.rows(
            _OUTCOMES_OF, of_counter=counter_code, of_epoch=epoch, from_seq=from_seq, until_seq=until_seq
        )
        return {row[1]: EventVerdict(ChainPoint(row[0], row[1]), *row[2:]) for row in rows}

    def waiting(self, counter_code: str) -> Sequence[Received]:
        """What was not posted, in the order of the chain."""
        return [self._received(row) for row in self.scope.rows(_WAITING, of_counter=counter_code)]

    def parked(self, counter_code: str) -> set[ChainPoint]:
        """Those that wait behind another."""
        return {ChainPoint(*row) for row in self.scope.rows(_PARKED, of_counter=counter_code)}

    def held(self, counter_code: str) -> set[str]:
        """What the counter's waiting events are about."""
        return {row[0] for row in self.scope.rows(_HELD, of_counter=counter_code)}

    def hold(self, counter_code: str, point: ChainPoint, subjects: Iterable[str]) -> None:
        place = {"counter_code": counter_code, "epoch": point.epoch, "seq": point.seq}
        self.scope.change_each(_HOLD, ({**place, "subject": subject} for subject in sorted(set(subjects))))

    def release(self, counter_code: str, point: ChainPoint) -> None:
        self.scope.change(_RELEASE, of_counter=counter_code, of_epoch=point.epoch, of_seq=point.seq)

    def _row(self, received: Received, packer: zstandard.ZstdCompressor) -> dict[str, Any]:
        return {
            "counter_code": received.counter_code,
            "epoch": received.epoch,
            "seq": received.seq,
            "event_id": received.event_id,
            "kind": received.kind,
            "previous_hash": received.previous_hash,
            "hash": received.hash,
            "sealed": self.sealer.seal_bytes(packer.compress(received.body)),
            "at": received.at,
            "received_at": received.received_at,
            "position": received.position,
        }

    def _received(self, row: Cells) -> Received:
        counter_code, epoch, seq, event_id, kind, previous_hash, link, sealed, *times = row
        body = zstandard.decompress(self.sealer.open_bytes(bytes(sealed)))
        return Received(counter_code, epoch, seq, event_id, kind, bytes(previous_hash), bytes(link), body, *times)
