"""Whether a counter and its server agree after a death: books that hold, and every event once, on both sides."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.machine import RandomIds, SystemClock
from app.services.chain.images import Image, slim_image
from app.services.desk import Desk
from app.services.keeping import books
from app.services.ports import Event, UnitOfWork
from server.databases.database import Database, SqliteDatabase
from server.databases.postgres_database import PostgresDatabase
from server.intake.inbox import FIELD, Inbox, Received
from server.ledgers import books as server_books
from server.ledgers.store import ServerStore
from server.secret import secret_in
from tests.chain.counters import ChainCounter
from tests.postgres import Place


@dataclass(frozen=True)
class Kept:
    """Where a server keeps its data: looked into while the server itself is dead. `place` is its PostgreSQL."""

    folder: Path
    place: Place | None = None

    @contextmanager
    def opened(self, tenant_id: str) -> Iterator[ServerStore]:
        with closing(self._database()) as database:
            database.prepare()
            yield database.store(tenant_id)

    def _database(self) -> Database:
        if self.place is None:
            return SqliteDatabase(self.folder)
        return PostgresDatabase(self.place.app_dsn, None, secret_in(self.folder))


def troubles(store: ServerStore, *counters: ChainCounter) -> list[str]:
    """What is wrong, in words: nothing, at any moment, however far a counter has sent what it has."""
    desk = Desk(store, SystemClock(), RandomIds(), counter_code="HQ", is_server=True)
    found = [f"server: {fault}" for fault in server_books.verify(desk).faults]
    posted = _entries(store)
    for counter in counters:
        found += [f"{counter.desk.counter_code}: {fault}" for fault in books.verify(counter.desk).faults]
        found += _of_chain(store, counter, posted)
    return found


def _of_chain(store: ServerStore, counter: ChainCounter, posted: Counter[str]) -> Iterator[str]:
    """What the server has of a counter's chain is its beginning, holds what was acknowledged, and is posted once."""
    code, sealed, received = counter.desk.counter_code, _sealed(counter), _received(store, counter.desk.counter_code)
    places = [(one.epoch, one.seq, one.hash) for one in received]
    if places != [(one.epoch, one.seq, one.hash) for one in sealed[: len(received)]]:
        yield f"{code}: what the server received is not the beginning of the chain"
    acked = counter.link().acked
    acknowledged = sum((one.epoch, one.seq) <= (acked.epoch, acked.seq) for one in sealed)
    if acknowledged > len(received):
        yield f"{code}: {acknowledged} were acknowledged, and {len(received)} are there"
    for one in received:
        for entry in json.loads(one.body).get("entries", ()):
            if posted[entry["entry_id"]] != 1:
                yield f"{code}: entry {entry['entry_id']} was posted {posted[entry['entry_id']]} times"


def drained(store: ServerStore, *counters: ChainCounter) -> list[str]:
    """What is not the same on both sides though everything was said."""
    with store.reading() as unit:
        truth = everybody(unit)
    found = []
    for counter in counters:
        code = counter.desk.counter_code
        if counter.waiting() or len(_sealed(counter)) != len(_received(store, code)):
            found.append(f"{code}: something was not sent")
        if counter.slim() != truth:
            found.append(f"{code}: members are not as at the server")
    return found


def everybody(unit: UnitOfWork) -> list[Image]:
    return [slim_image(unit, one) for one in unit.members.ids_after("", limit=10_000)]


def _entries(store: ServerStore) -> Counter[str]:
    with store.reading() as unit:
        return Counter(one.entry.entry_id for one in unit.ledger.all())


def _sealed(counter: ChainCounter) -> Sequence[Event]:
    with counter.store.reading() as uow:
        return list(uow.journal.events())


def _received(store: ServerStore, code: str) -> Sequence[Received]:
    with store.reading() as unit:
        return [one for one in Inbox(unit.scope, store.sealer.of_field(FIELD)).chains() if one.counter_code == code]
