"""The writer: a tenant's changes stand in one line, and those that wait together are saved in one transaction.

Saving is what costs: one by one, a tenant has as many changes a second as its disk can wait for. One COMMIT answers all
of a batch. A line is served by a thread that ends with it, so nothing has to be stopped: what was begun is finished.
"""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import TypeVar

from server.databases.database import Database
from server.intake.preloading import Wanted
from server.ledgers.batch import Done, Waiting, saved
from server.ledgers.store import ServerStore
from server.web.problems import Problem

WAITING_MAX = 500  # a tenant
BATCH_MAX = 64
NOTHING_KNOWN = Wanted()

T = TypeVar("T")
Change = Callable[[ServerStore], T]


@dataclass(slots=True)
class _Line:
    """Who waits, and whether a thread is serving them."""

    waiting: deque[Waiting] = field(default_factory=deque)
    is_served: bool = False


class Writer:
    """Changes of every tenant; each tenant's in the order they came."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._turn = threading.Lock()
        self._lines: dict[str, _Line] = {}

    async def write(self, tenant_id: str, change: Change[T], wanted: Wanted = NOTHING_KNOWN) -> T:
        """What `change` gave back, once it is saved. It is given the tenant's store as of its transaction.

        It may be made twice, the first time for nothing. Raises what it raised, then nothing of it is saved; a
        StoreFault, then nothing of its batch; and a Problem when too many wait.
        """
        return await asyncio.wrap_future(self.submit(tenant_id, change, wanted))

    def submit(self, tenant_id: str, change: Change[T], wanted: Wanted = NOTHING_KNOWN) -> Future[T]:
        outcome: Future[T] = Future()
        with self._turn:
            line = self._lines.setdefault(tenant_id, _Line())
            if len(line.waiting) >= WAITING_MAX:
                raise _full()
            line.waiting.append(Waiting(change, outcome, wanted))
            is_first, line.is_served = not line.is_served, True
        if is_first:
            threading.Thread(target=self._serve, args=(tenant_id, line), name=f"writer {tenant_id}").start()
        return outcome

    def _serve(self, tenant_id: str, line: _Line) -> None:
        while batch := self._batch(tenant_id, line):
            try:
                done = saved(self._database.store(tenant_id), batch)
            except Exception as fault:  # noqa: BLE001 - whoever waits has to hear of it, and the line goes on
                done = [Done(one, refusal=fault) for one in batch]
            for one in done:
                _answer(one)

    def _batch(self, tenant_id: str, line: _Line) -> Sequence[Waiting]:
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


def _answer(done: Done) -> None:
    if done.refusal is None:
        done.waiting.outcome.set_result(done.answer)
    else:
        done.waiting.outcome.set_exception(done.refusal)
