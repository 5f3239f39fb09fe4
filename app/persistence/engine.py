"""The engines of one database: a writer that is a queue of one, readers that cannot write."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import Any, ClassVar, NoReturn

import sqlcipher3.dbapi2 as driver  # type: ignore[import-untyped]
from sqlalchemy import Connection, Engine, StaticPool, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.engine.interfaces import DBAPICursor

from app.persistence import schema
from app.persistence.faults import as_faults, fail, fault_of
from app.persistence.link import READER, WRITER, FilePlace, Link, MemoryPlace
from app.persistence.queue import QUEUE_SECONDS_MAX, Queue
from app.persistence.scope import Cells, Scope, Transaction
from app.persistence.statement import Prepared
from app.services.keeping.faults import StoreBusy

READERS_MAX = 4


@dataclass(frozen=True, slots=True)
class SqliteTransaction(Transaction):
    """A transaction of an engine's connection."""

    connection: Connection
    error: ClassVar[type[Exception]] = driver.Error
    clash: ClassVar[type[Exception]] = driver.IntegrityError
    form: ClassVar[attrgetter[Prepared]] = attrgetter("sqlite")

    def cursor(self) -> DBAPICursor:
        return self.connection.connection.cursor()

    def stream(self, text: str, values: Sequence[Any]) -> Iterator[Cells]:
        cursor: Any = self.cursor()
        cursor.execute(text, values)
        yield from cursor

    def change_together(self, *_: object) -> bool:
        """Nothing lies between here and the file that a row more or less would cost."""
        return False

    def fail(self, error: Exception) -> NoReturn:
        fail(self.connection, error)


@dataclass(frozen=True, slots=True)
class Engines:
    """`writer.begin()` is one immediate transaction, `reader.begin()` one consistent view."""

    writer: Engine
    reader: Engine
    _anchor: Link | None = None

    @contextmanager
    def writing(self, tenant_id: str | None) -> Iterator[Scope]:
        with self.writer.begin() as connection:
            yield Scope.of(SqliteTransaction(connection), tenant_id)

    @contextmanager
    def reading(self, tenant_id: str | None) -> Iterator[Scope]:
        with self.reader.begin() as connection:
            yield Scope.of(SqliteTransaction(connection), tenant_id)

    def dispose(self) -> None:
        """Close every connection: the writer last, so that it is the one that checkpoints."""
        self.reader.dispose()
        self.writer.dispose()
        if self._anchor is not None:
            self._anchor.close()


def open_file(path: Path, key: bytes, adopt: Callable[[Engine, FilePlace], None] = schema.adopt) -> Engines:
    """The encrypted database at `path`, created when missing and upgraded when older. Raises a StoreFault.

    `key` is 32 bytes. The caller holds the file's lock. `adopt` makes the file one of its newest schema.
    """
    place = FilePlace(path, key)
    with closing(place.new_link()) as link, as_faults():
        adopt(over(link), place)
    return _engines(place.link, writers=1)


def open_memory(*, writers: int = 1) -> Engines:
    """A new database in memory, gone when disposed. `writers` connections may contend for its one write lock."""
    place = MemoryPlace(f"till-{next(_numbers)}")
    anchor = place.link({})
    _template().backup(anchor)
    return _engines(place.link, writers=writers, anchor=anchor)


_numbers = itertools.count(1)


@functools.cache
def _template() -> Link:
    """An empty store: copying its pages is an order of magnitude faster than declaring its tables again."""
    link = MemoryPlace(f"template-{next(_numbers)}").link({})
    with over(link).begin() as connection:
        schema.create(connection)
    return link


def over(link: Link) -> Engine:
    """An engine over a link that someone else closes."""
    return _engine(lambda: link, "BEGIN IMMEDIATE", poolclass=StaticPool)


def _engines(linked: Callable[[Mapping[str, str | int]], Link], *, writers: int, anchor: Link | None = None) -> Engines:
    return Engines(
        writer=_pooled(lambda: linked(WRITER), "BEGIN IMMEDIATE", size=writers),
        reader=_pooled(lambda: linked(READER), "BEGIN", size=READERS_MAX),
        _anchor=anchor,
    )


def _pooled(creator: Callable[[], Link], begin: str, *, size: int) -> Engine:
    return _engine(creator, begin, poolclass=Queue, pool_size=size, max_overflow=0, pool_timeout=QUEUE_SECONDS_MAX)


def _engine(creator: Callable[[], Link], begin: str, **pool: Any) -> Engine:
    engine = create_engine("sqlite://", module=driver, creator=creator, **pool)

    def begins(connection: Connection) -> None:
        # Straight to the driver: SQLAlchemy's own way costs each transaction another 10 µs.
        try:
            connection.connection.cursor().execute(begin)
        except driver.Error as error:
            fail(connection, error)

    event.listen(engine, "begin", begins)
    event.listen(engine, "handle_error", _typed, retval=True)
    return engine


def _typed(context: ExceptionContext) -> BaseException | None:
    """What SQLAlchemy runs itself, COMMIT above all, fails as everything else does."""
    fault = fault_of(context.original_exception)
    if fault is not None and not isinstance(fault, StoreBusy):
        context.is_disconnect = True
    return fault
