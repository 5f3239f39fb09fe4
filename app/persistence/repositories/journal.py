"""The journal's rows: the counter's sealed events, and where its chain stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, func, or_, select, update

from app.persistence.scope import Cells, Scope
from app.persistence.statement import Statement, adding, owned
from app.persistence.tables.journal import counters, events
from app.services.journal import GENESIS_HASH
from app.services.ports import ChainPoint, Event, Head
from app.services.records import from_micros, to_micros

FRESH = Head(
    epoch=1,
    last_seq=0,
    head_hash=GENESIS_HASH,
    last_ledger_no=0,
    latest_at=from_micros(0),
    financial_year="",
    last_bill_no=0,
)

_MINE = (owned(counters), counters.c.counter_code == bindparam("counter"))
_CHAIN = (owned(events), events.c.counter_code == bindparam("counter"))
_HEAD_COLUMNS = (
    counters.c.epoch,
    counters.c.last_seq,
    counters.c.head_hash,
    counters.c.last_ledger_no,
    counters.c.latest_at,
    counters.c.financial_year,
    counters.c.last_bill_no,
)
_HEAD = Statement(select(*_HEAD_COLUMNS).where(*_MINE))
_ADD_COUNTER = adding(counters)
_MOVE_HEAD = Statement(update(counters).where(*_MINE), sets=tuple(one.name for one in _HEAD_COLUMNS))
_ADD_EVENT = adding(events)
_HASH_AT = Statement(
    select(events.c.hash).where(*_CHAIN, events.c.epoch == bindparam("of_epoch"), events.c.seq == bindparam("of_seq"))
)
_EVERY = (
    select(
        events.c.epoch,
        events.c.seq,
        events.c.event_id,
        events.c.kind,
        events.c.occurred_at,
        events.c.previous_hash,
        events.c.hash,
        events.c.body,
    )
    .where(*_CHAIN)
    .order_by(events.c.epoch, events.c.seq)
)
_EVENTS = Statement(_EVERY)
_LATER = or_(
    events.c.epoch > bindparam("of_epoch"),
    and_(events.c.epoch == bindparam("of_epoch"), events.c.seq > bindparam("of_seq")),
)
_AFTER = Statement(_EVERY.where(_LATER).limit(bindparam("at_most")))
_WAITING = Statement(select(func.count()).where(*_CHAIN, _LATER))
_ADVANCE = Statement(update(counters).where(*_MINE, counters.c.latest_at < bindparam("later_at")), sets=("latest_at",))


@dataclass(slots=True)
class SqlJournal:
    """`moved_to` is where this unit of work has brought the chain; None while it has not moved it."""

    scope: Scope
    counter_code: str
    moved_to: Head | None = None

    def open_counter(self) -> None:
        """Give a counter its first head; one that has a head keeps it."""
        if self.scope.row(_HEAD, counter=self.counter_code) is None:
            self.scope.change(_ADD_COUNTER, counter_code=self.counter_code, **_head_row(FRESH))

    def head(self) -> Head:
        row = self.scope.row(_HEAD, counter=self.counter_code)
        assert row is not None, "a prepared store knows its counter"
        epoch, last_seq, head_hash, last_ledger_no, latest_at, year, last_bill_no = row
        return Head(epoch, last_seq, head_hash, last_ledger_no, from_micros(latest_at), year, last_bill_no)

    def append(self, event: Event, head: Head) -> None:
        self.scope.change(_ADD_EVENT, counter_code=self.counter_code, **_event_row(self.kept(event)))
        self._move(head)

    def begin_epoch(self, *, above: int, numbered: tuple[str, int] = ("", 0)) -> None:
        """Start a chain of its own, in an epoch above the last one and above `above`.

        Bill numbers go on after the last of their year that was given: here, or as the financial year and number of
        `numbered` say, whose receipt may be in somebody's hand.
        """
        head = self.head()
        epoch = max(head.epoch, above) + 1
        year, bill_no = max(numbered, (head.financial_year, head.last_bill_no))
        self._move(
            replace(head, epoch=epoch, last_seq=0, head_hash=GENESIS_HASH, last_bill_no=bill_no, financial_year=year)
        )

    def hash_at(self, epoch: int, seq: int) -> bytes | None:
        """The hash of one event; None when it is not there."""
        found: bytes | None = self.scope.scalar(_HASH_AT, counter=self.counter_code, of_epoch=epoch, of_seq=seq)
        return found

    def events(self) -> Iterator[Event]:
        """In the order of the chain, epoch by epoch."""
        return map(self._event, self.scope.stream(_EVENTS, counter=self.counter_code))

    def after(self, point: ChainPoint, *, limit: int) -> Sequence[Event]:
        """In the order of the chain."""
        rows = self.scope.rows(_AFTER, counter=self.counter_code, of_epoch=point.epoch, of_seq=point.seq, at_most=limit)
        return [self._event(row) for row in rows]

    def waiting(self, point: ChainPoint) -> int:
        count: int = self.scope.scalar(_WAITING, counter=self.counter_code, of_epoch=point.epoch, of_seq=point.seq)
        return count

    def advance(self, at: datetime) -> None:
        micros = to_micros(at)
        self.scope.change(_ADVANCE, counter=self.counter_code, later_at=micros, latest_at=micros)

    def kept(self, event: Event) -> Event:
        """The event as its row holds it."""
        return event

    def told(self, event: Event) -> Event:
        """The event that a row holds."""
        return event

    def _event(self, row: Cells) -> Event:
        return self.told(_event(row))

    def _move(self, head: Head) -> None:
        self.scope.change(_MOVE_HEAD, counter=self.counter_code, **_head_row(head))
        self.moved_to = head


def _head_row(head: Head) -> dict[str, Any]:
    return {
        "epoch": head.epoch,
        "last_seq": head.last_seq,
        "head_hash": head.head_hash,
        "last_ledger_no": head.last_ledger_no,
        "latest_at": to_micros(head.latest_at),
        "financial_year": head.financial_year,
        "last_bill_no": head.last_bill_no,
    }


def _event_row(event: Event) -> dict[str, Any]:
    return {
        "epoch": event.epoch,
        "seq": event.seq,
        "event_id": event.event_id,
        "kind": event.kind,
        "occurred_at": to_micros(event.occurred_at),
        "previous_hash": event.previous_hash,
        "hash": event.hash,
        "body": event.body,
    }


def _event(row: Cells) -> Event:
    epoch, seq, event_id, kind, occurred_at, previous_hash, link, body = row
    return Event(epoch, seq, event_id, kind, from_micros(occurred_at), previous_hash, link, body)
