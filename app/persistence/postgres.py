"""PostgreSQL as a home of the ledger: for the server only, one database for all tenants.

A transaction to write begins with the lock of its tenant, so that the writers of one tenant take turns as they do on a
file: what they number is contiguous and in the order of commits, and they never wait for each other in a circle. Whose
rows are seen is the database's own affair (row-level security); each transaction says first whose it is. A transaction
begins in one round trip and ends in one.

Connections prepare statements and keep settings: between here and the database there may be no pooler that shares
connections by transaction.
"""

from __future__ import annotations

import functools
import hashlib
import itertools
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, ClassVar, NoReturn, cast

import psycopg
from psycopg.pq import TransactionStatus
from psycopg.sql import quote
from sqlalchemy import PoolProxiedConnection
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor

from app.persistence.postgres_faults import fault_of
from app.persistence.postgres_link import Link, linked
from app.persistence.queue import QUEUE_SECONDS_MAX, Queue
from app.persistence.scope import Cells, Scope, Transaction
from app.persistence.statement import Prepared, Statement
from app.persistence.together import together
from app.services.keeping.faults import StoreBusy

CONNECTIONS_MAX = 8  # to write, and as many again to read
STREAMED_ROWS = 1000
TOGETHER_FROM = 8  # rows, from which on one statement for all of them is quicker
_numbers = itertools.count(1)


@dataclass(frozen=True, slots=True)
class PostgresTransaction(Transaction):
    """A transaction of a link that nobody else uses meanwhile."""

    link: Link
    error: ClassVar[type[Exception]] = psycopg.Error
    clash: ClassVar[type[Exception]] = psycopg.IntegrityError
    form: ClassVar[attrgetter[Prepared]] = attrgetter("postgres")

    def cursor(self) -> DBAPICursor:
        return cast(DBAPICursor, self.link.cursor(binary=True))

    def stream(self, text: str, values: Sequence[Any]) -> Iterator[Cells]:
        with self.link.cursor(f"stream_{next(_numbers)}", binary=True) as cursor:
            cursor.itersize = STREAMED_ROWS
            cursor.execute(text.encode(), values)
            yield from cursor

    def change_together(
        self, statement: Statement, rows: Sequence[Mapping[str, object]], tenant_id: str | None
    ) -> bool:
        if len(rows) < TOGETHER_FROM:
            return False
        form = together(statement)
        # Planned anew each time: a plan made for a handful of rows does not do for a table that has grown.
        self.link.execute(form.text.encode(), form.values(rows, tenant_id), prepare=False)
        return True

    def fail(self, error: Exception) -> NoReturn:
        _fail(error)


class Postgres:
    """The database at `dsn`, as the role named there. Connections are made when first needed, and kept."""

    def __init__(self, dsn: str) -> None:
        self._writers, self._readers = (
            Queue(
                lambda: cast(DBAPIConnection, linked(dsn)),
                pool_size=CONNECTIONS_MAX,
                max_overflow=0,
                timeout=QUEUE_SECONDS_MAX,
            )
            for _ in ("to write", "to read")
        )
        self._turns: dict[str | None, threading.Lock] = {}

    @contextmanager
    def writing(self, tenant_id: str | None) -> Iterator[Scope]:
        with self._turn(tenant_id), _transaction(self._writers, _begin_writing(tenant_id)) as transaction:
            yield Scope.of(transaction, tenant_id)

    @contextmanager
    def reading(self, tenant_id: str | None) -> Iterator[Scope]:
        with _transaction(self._readers, _begin_reading(tenant_id)) as transaction:
            yield Scope.of(transaction, tenant_id)

    def dispose(self) -> None:
        self._readers.dispose()
        self._writers.dispose()

    @contextmanager
    def _turn(self, tenant_id: str | None) -> Iterator[None]:
        """Who would wait for the lock of another in this process waits here, and keeps no connection meanwhile."""
        turn = self._turns.setdefault(tenant_id, threading.Lock())
        if not turn.acquire(timeout=QUEUE_SECONDS_MAX):
            raise StoreBusy(f"{tenant_id} has been written to for more than {QUEUE_SECONDS_MAX} s")
        try:
            yield
        finally:
            turn.release()


@functools.lru_cache(maxsize=1000)
def _begin_writing(tenant_id: str | None) -> bytes:
    digest = hashlib.blake2b((tenant_id or "").encode(), digest_size=8).digest()
    lock = int.from_bytes(digest, signed=True)
    return f"BEGIN; SELECT {_as_tenant(tenant_id)}, pg_advisory_xact_lock({lock})".encode()


@functools.lru_cache(maxsize=1000)
def _begin_reading(tenant_id: str | None) -> bytes:
    return f"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT {_as_tenant(tenant_id)}".encode()


def _as_tenant(tenant_id: str | None) -> str:
    return f"set_config('app.tenant', {quote(tenant_id or '')}, true)"


@contextmanager
def _transaction(pool: Queue, begin: bytes) -> Iterator[PostgresTransaction]:
    taken, link = _begun(pool, begin)
    try:
        yield PostgresTransaction(link)
        # The database would answer a commit now by undoing everything, and not call it an error.
        assert link.info.transaction_status != TransactionStatus.INERROR, (
            "after a failure a unit of work does not go on"
        )
        link.commit()
    except psycopg.Error as error:
        _fail(error)
    finally:
        _give_back(taken, link)


def _begun(pool: Queue, begin: bytes, tries: int = CONNECTIONS_MAX) -> tuple[PoolProxiedConnection, Link]:
    """A link whose transaction has begun. One that died in the pool shows it here, where the next will do as well."""
    taken = _taken(pool)
    link = cast(Link, taken.dbapi_connection)
    try:
        link.execute(begin)
        return taken, link
    except psycopg.Error as error:
        _give_back(taken, link)
        if not link.closed or not tries:
            _fail(error)
    return _begun(pool, begin, tries - 1)


def _taken(pool: Queue) -> PoolProxiedConnection:
    try:
        return pool.connect()
    except psycopg.Error as error:
        _fail(error)


def _give_back(taken: PoolProxiedConnection, link: Link) -> None:
    with suppress(psycopg.Error):  # of a link that is gone: the database undoes what it had begun
        link.rollback()
    if link.closed:
        taken.invalidate()
    else:
        taken.close()


def _fail(error: Exception) -> NoReturn:
    fault = fault_of(error)
    if fault is None:
        raise error
    raise fault from error
