"""A batch: the changes of a tenant that are saved together, in one unit of work of them all.

What they read is fetched for all of them at once; what they write is kept back and sent for all of them. One that is
refused before it wrote leaves nothing to undo. Where one has written and is refused after all, or the store refuses
something, the batch is undone and each of its changes made anew by itself, under a savepoint of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from typing import Any

from sqlalchemy import text

from app.persistence.scope import Scope
from app.persistence.statement import Statement
from app.services.keeping.faults import StoreFault
from app.services.ports import Head
from server.intake.preloading import Wanted, preload_wanted
from server.ledgers import feed
from server.ledgers.feed import Subject
from server.ledgers.gathering import Gathering
from server.ledgers.positions import Positions
from server.ledgers.store import ServerStore, ServerUnit, renew_rights

_SAVEPOINT, _RELEASE, _UNDO = (
    Statement(text(f"{words} change")) for words in ("SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT")
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A change, who waits for it, and what it is going to read, as far as that is known."""

    change: Callable[[ServerStore], Any]
    outcome: Future[Any]
    wanted: Wanted


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a change inside its transaction: an answer or a refusal, and where the chain went with it."""

    waiting: Waiting
    answer: Any = None
    refusal: Exception | None = None
    head: Head | None = None


class _RefusedLateError(Exception):
    """A change was refused after it had written."""


def saved(store: ServerStore, batch: Sequence[Waiting]) -> list[Done]:
    """Run the changes in one transaction, each on what those before it left."""
    known = dict(store.programs)
    with store.transactions.writing(store.tenant_id) as scope:
        scope.change(_SAVEPOINT)
        try:
            done = _together(store, scope, batch, known)
        except Exception:  # noqa: BLE001 - whose fault it was shows when each is made by itself
            scope.change(_UNDO)
            done = [_alone(store, scope, one, known) for one in batch]
        scope.change(_RELEASE)
    store.programs.update(known)
    _tell(store, done)
    return done


def _tell(store: ServerStore, done: Sequence[Done]) -> None:
    head = next((one.head for one in reversed(done) if one.head), None)
    if head is not None:
        if store.after_commit is not None:
            store.after_commit(head)
        store.positions.reached(feed.position_of(head))


# All in one unit of work


@dataclass(frozen=True, slots=True)
class _Noting(Gathering):
    """Notes which tables the change at work has written to."""

    written: set[str | None] = field(default_factory=set)

    def change(self, statement: Statement, **given: object) -> None:
        self.written.add(statement.table)
        Gathering.change(self, statement, **given)

    def change_each(self, statement: Statement, each: Iterable[Mapping[str, object]]) -> None:
        self.written.add(statement.table)
        Gathering.change_each(self, statement, each)


@dataclass(frozen=True, slots=True)
class _Shared(ServerStore):
    """The store as the changes of a batch see it: all of them have the same unit of work."""

    unit: ServerUnit | None = None

    @contextmanager
    def writing(self) -> Iterator[ServerUnit]:
        assert self.unit is not None
        yield self.unit

    reading = writing


def _together(store: ServerStore, scope: Scope, batch: Sequence[Waiting], known: dict[int, Any]) -> list[Done]:
    noting = _Noting(scope.transaction, scope.cursor, scope.tenant_id)
    unit = replace(store, programs=known).over_scope(noting)
    preload_wanted(unit, (one.wanted for one in batch))
    given = {one.name: getattr(store, one.name) for one in fields(ServerStore)}
    shared = _Shared(**{**given, "programs": known, "after_commit": None, "positions": Positions()}, unit=unit)
    changed_at: dict[Subject, int] = {}
    done = [_tried(shared, unit, noting.written, one, changed_at) for one in batch]
    _publish(unit, changed_at, next((one.head for one in reversed(done) if one.head), None))
    noting.send()
    return done


def _tried(
    shared: ServerStore, unit: ServerUnit, written: set[str | None], waiting: Waiting, changed_at: dict[Subject, int]
) -> Done:
    unit.journal.moved_to = None
    unit.changes.subjects.clear()
    written.clear()
    try:
        answer = waiting.change(shared)
        head = unit.journal.moved_to
        if unit.changes.subjects:
            assert head is not None, "what changes stands in an event"
            changed_at.update(dict.fromkeys(unit.changes.subjects, feed.position_of(head)))
    except StoreFault:
        raise
    except Exception as refusal:
        if written:
            raise _RefusedLateError from refusal
        return Done(waiting, refusal=refusal)
    return Done(waiting, answer, head=head)


def _publish(unit: ServerUnit, changed_at: dict[Subject, int], head: Head | None) -> None:
    if head is not None:
        unit.changes.subjects.clear()
        renew_rights(unit, changed_at.keys(), head.latest_at)
        renewed = dict.fromkeys(unit.changes.subjects, feed.position_of(head))
        feed.publish(unit.scope, {**changed_at, **renewed})


# Each by itself


def _alone(store: ServerStore, scope: Scope, waiting: Waiting, known: dict[int, Any]) -> Done:
    heads: list[Head] = []
    joined = replace(
        store, transactions=_Joined(scope), after_commit=heads.append, programs=known, positions=Positions()
    )
    scope.change(_SAVEPOINT)
    try:
        answer = waiting.change(joined)
    except Exception as refusal:  # noqa: BLE001 - it is the caller's; where the store itself failed, undoing does too
        scope.change(_UNDO)
        return Done(waiting, refusal=refusal)
    scope.change(_RELEASE)
    return Done(waiting, answer, head=heads[-1] if heads else None)


@dataclass(frozen=True, slots=True)
class _Joined:
    """Transactions that are all one that is open already."""

    scope: Scope

    @contextmanager
    def writing(self, _: str | None) -> Iterator[Scope]:
        yield self.scope

    reading = writing
