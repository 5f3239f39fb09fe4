"""The writer: a tenant's changes stand in one line, and those that wait together are saved in one transaction.

Saving is what costs: one by one, a tenant has as many changes a second as its disk can wait for. Each change runs under
a savepoint of its own, so that one that is refused takes nothing with it; one COMMIT answers all. A line is served by a
thread that ends with it, so nothing has to be stopped: what was begun is finished.
"""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from sqlalchemy import text

from app.persistence.scope import Scope
from app.persistence.statement import Statement
from app.services.ports import Head
from server import feed
from server.database import Database
from server.positions import Positions
from server.problems import Problem
from server.store import ServerStore

WAITING_MAX = 500  # a tenant
BATCH_MAX = 64

T = TypeVar("T")
Change = Callable[[ServerStore], T]

_SAVEPOINT, _RELEASE, _UNDO = (
    Statement(text(f"{words} change")) for words in ("SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT")
)


@dataclass(frozen=True, slots=True)
class _Waiting:
    change: Change[Any]
    outcome: Future[Any]


@dataclass(slots=True)
class _Line:
    """Who waits, and whether a thread is serving them."""

    waiting: deque[_Waiting] = field(default_factory=deque)
    is_served: bool = False


@dataclass(frozen=True, slots=True)
class _Done:
    """What became of a change inside its transaction: an answer or a refusal, and where the chain went with it."""

    waiting: _Waiting
    answer: Any = None
    refusal: Exception | None = None
    head: Head | None = None


class Writer:
    """Changes of every tenant; each tenant's in the order they came."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._turn = threading.Lock()
        self._lines: dict[str, _Line] = {}

    async def write(self, tenant_id: str, change: Change[T]) -> T:
        """What `change` gave back, once it is saved. It is given the tenant's store as of its transaction.

        Raises what it raised, then nothing of it is saved; a StoreFault, then nothing of its batch; and a Problem when
        too many wait.
        """
        return await asyncio.wrap_future(self.submit(tenant_id, change))

    def submit(self, tenant_id: str, change: Change[T]) -> Future[T]:
        outcome: Future[T] = Future()
        with self._turn:
            line = self._lines.setdefault(tenant_id, _Line())
            if len(line.waiting) >= WAITING_MAX:
                raise _full()
            line.waiting.append(_Waiting(change, outcome))
            is_first, line.is_served = not line.is_served, True
        if is_first:
            threading.Thread(target=self._serve, args=(tenant_id, line), name=f"writer {tenant_id}").start()
        return outcome

    def _serve(self, tenant_id: str, line: _Line) -> None:
        while batch := self._batch(tenant_id, line):
            try:
                done = _saved(self._database.store(tenant_id), batch)
            except Exception as fault:  # noqa: BLE001 - whoever waits has to hear of it, and the line goes on
                done = [_Done(one, refusal=fault) for one in batch]
            for one in done:
                _answer(one)

    def _batch(self, tenant_id: str, line: _Line) -> Sequence[_Waiting]:
        """The next to be saved; nobody means that the line is gone."""
        with self._turn:
            if not line.waiting:
                del self._lines[tenant_id]
            taken = [line.waiting.popleft() for _ in range(min(BATCH_MAX, len(line.waiting)))]
        return [one for one in taken if one.outcome.set_running_or_notify_cancel()]


def _full() -> Problem:
    return Problem(
        503,
        "BUSY",
        "More changes wait than this server takes on. Nothing was changed by this one. Send it again in a moment.",
        headers={"Retry-After": "1"},
    )


def _answer(done: _Done) -> None:
    if done.refusal is None:
        done.waiting.outcome.set_result(done.answer)
    else:
        done.waiting.outcome.set_exception(done.refusal)


def _saved(store: ServerStore, batch: Sequence[_Waiting]) -> list[_Done]:
    """Run each change in one transaction."""
    known = dict(store.programs)
    with store.transactions.writing(store.tenant_id) as scope:
        done = [_tried(store, scope, one, known) for one in batch]
    store.programs.update(known)
    head = next((one.head for one in reversed(done) if one.head), None)
    if head is not None:
        _tell(store, head)
    return done


def _tell(store: ServerStore, head: Head) -> None:
    if store.after_commit is not None:
        store.after_commit(head)
    store.positions.reached(feed.position_of(head))


def _tried(store: ServerStore, scope: Scope, waiting: _Waiting, known: dict[int, Any]) -> _Done:
    heads: list[Head] = []
    joined = replace(
        store, transactions=_Joined(scope), after_commit=heads.append, programs=known, positions=Positions()
    )
    scope.change(_SAVEPOINT)
    try:
        answer = waiting.change(joined)
    except Exception as refusal:  # noqa: BLE001 - it is the caller's; where the store itself failed, undoing does too
        scope.change(_UNDO)
        return _Done(waiting, refusal=refusal)
    scope.change(_RELEASE)
    return _Done(waiting, answer, head=heads[-1] if heads else None)


@dataclass(frozen=True, slots=True)
class _Joined:
    """Transactions that are all one that is open already."""

    scope: Scope

    @contextmanager
    def writing(self, _: str | None) -> Iterator[Scope]:
        yield self.scope

    reading = writing
