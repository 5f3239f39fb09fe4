"""Pull: what changed after a position, as one counter may know it, in one consistent view."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, select

from app.domain.lease import outstanding
from app.domain.ledger import Posting
from app.persistence.repositories.ledger import posting_of
from app.persistence.scope import Scope
from app.persistence.statement import Statement, owned
from app.persistence.tables import entries
from app.persistence.uow import SqlUnitOfWork
from app.services.images import image_to_plain, slim_image, whole_image
from app.services.ports import ChainPoint, CounterLease, Head
from app.services.program_codec import program_to_json
from app.services.records import optional_micros, to_micros
from server import feed, floors, recalls
from server.feed import Subject
from server.identity import stores
from server.inbox import FIELD, Inbox
from server.problems import Problem
from server.store import ServerStore
from sync.protocol import PageRow, PulledPage, Topic

_LINE_NAMES = """
    ledger_no balance_after entry_id member_id kind points occurred_at cause corrects rule_id reason staff card_number
    available_at expires_at
"""
_LINE = tuple(entries.c[name] for name in _LINE_NAMES.split())
_LINES = Statement(
    select(*_LINE)
    .where(owned(entries), entries.c.member_id == bindparam("of_member"), entries.c.event_seq > bindparam("after_seq"))
    .order_by(entries.c.ledger_no)
)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who asks: a counter of a store."""

    counter_code: str
    store_id: str


def pull(
    store: ServerStore, reader: Reader, *, after: int, limit: int, server_ms: int, lines_after: int = 0
) -> PulledPage:
    """About `limit` subjects, always whole positions. Raises a problem for a position that is not of this server.

    Ledger lines come from `lines_after` on, a position at which everything had been told. `after` may lie within a walk
    of several pages, and a member who changed on both sides of it has not been told of yet.
    """
    with store.reading() as unit:
        head = unit.journal.head()
        position = feed.position_of(head)
        if after > position:
            raise _ahead(position)
        found = feed.stretch(unit.scope, counter_code=reader.counter_code, after=after, head=position, limit=limit)
        states = States(unit, reader, min(lines_after, after), head)
        last = Inbox(unit.scope, store.sealer.of_field(FIELD)).last_chain(reader.counter_code)
        return PulledPage(
            from_position=after,
            to_position=found.until,
            more=found.until < position,
            head=position,
            included=last.point if last else ChainPoint(0, 0),
            rows=tuple(states.row(subject, at) for subject, at in found.rows),
            server_ms=server_ms,
            recall=recalls.of_counter(unit.scope, reader.counter_code),
            settings=settings_of(unit.scope, reader.store_id),
        )


def _ahead(position: int) -> Problem:
    return Problem(
        409,
        "POSITION-AHEAD",
        "That position is ahead of this server: it was restored from a backup. Take a snapshot, then pull from there.",
        head=position,
    )


def settings_of(scope: Scope, store_id: str) -> dict[str, Any]:
    """What a store's counters go by, besides the program."""
    floor, store = floors.of_store(scope, store_id), stores.get(scope, store_id)
    return {"floor_card": floor.card, "floor_counter": floor.counter, "store_name": store.name if store else ""}


@dataclass(frozen=True, slots=True)
class States:
    """The state of each subject, as a counter is told it that was told everything up to `after`."""

    unit: SqlUnitOfWork
    reader: Reader
    after: int
    head: Head

    def row(self, subject: Subject, position: int) -> PageRow:
        tell = _TELLERS.get(subject.topic, States.nothing)
        return PageRow(subject.topic, subject.subject, position, tell(self, subject.subject))

    def member(self, member_id: str) -> Mapping[str, Any]:
        return member_state(self.unit, self.reader.store_id, member_id, after=self.after, head=self.head)

    def lease(self, member_id: str) -> Mapping[str, Any] | None:
        """This counter's, in its last epoch."""
        whose = (member_id, self.reader.counter_code)
        held = [one for one in self.unit.leases.of_member(member_id) if (one.member_id, one.counter_code) == whose]
        return lease_state(max(held, key=lambda one: one.epoch)) if held else None

    def program(self, version: str) -> Mapping[str, Any]:
        return {"version": int(version), "program": program_to_json(self.unit.programs.version(int(version)))}

    def nothing(self, _: str) -> None:
        return None


_TELLERS: Mapping[str, Callable[[States, str], Mapping[str, Any] | None]] = {
    Topic.MEMBER: States.member,
    Topic.LEASE: States.lease,
    Topic.PROGRAM: States.program,
}


def member_state(unit: SqlUnitOfWork, store_id: str, member_id: str, *, after: int, head: Head) -> Mapping[str, Any]:
    """Whole for who is known at the store, with the lines after the position: all of them when it is news there."""
    since = feed.known_since(unit.scope, store_id=store_id, member_id=member_id)
    reserved = outstanding(one.lease for one in unit.leases.of_member(member_id))
    if since is None:
        return image_to_plain(slim_image(unit, member_id, reserved=reserved))
    after_seq = feed.seq_in(after, head) if since <= after else 0
    lines = lines_of(unit.scope, member_id, after_seq or 0)
    return image_to_plain(whole_image(unit, member_id, lines=lines, reserved=reserved))


def lines_of(scope: Scope, member_id: str, after_seq: int) -> Sequence[Posting]:
    """In ledger order."""
    return [posting_of(row) for row in scope.rows(_LINES, of_member=member_id, after_seq=after_seq)]


def lease_state(held: CounterLease) -> Mapping[str, Any]:
    """What a counter is told of a lease: the server's own numbers, and the counter's as the server knows them."""
    return {
        "member": held.member_id,
        "epoch": held.epoch,
        "granted": held.lease.granted,
        "written_off": held.lease.written_off,
        "spent": held.lease.spent,
        "returned": held.lease.returned,
        "usable_until": optional_micros(held.lease.usable_until),
        "granted_at": to_micros(held.granted_at),
    }
