"""A home for a ledger: a data file with its lock, key, witness and store, opened and closed together."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy import select

from app.domain.days import ShopCalendar
from app.persistence.engine import Engines, open_file, open_memory
from app.persistence.faults import as_faults, unreachable, why_unreadable
from app.persistence.keys import KeySource, StoreKeys, keys_of
from app.persistence.lock import FileLock
from app.persistence.sealed import FieldSealer
from app.persistence.tables.journal import counters
from app.persistence.tail import ChainEnd, Standing, TailFile, compare, witness_of
from app.persistence.uow import SqlStore, SqlUnitOfWork
from app.services.keeping.faults import ForeignFile, KeyMissing
from app.services.ports import Head

MEMORY_WRITERS = 16  # as many operations as one race may run at once

KEY_IN_FILE = "This computer has no keyring: the key to the data file is kept in a file beside it."
TAIL_LOST = (
    "The data file lost its last entries (an old copy, or a disk that lied). "
    "The rest is sound: sell on, and check the last receipts."
)


class OtherCounterError(Exception):
    """The data file is of the counter named `code`. Nothing in it was changed."""

    def __init__(self, code: str) -> None:
        super().__init__(f"the data file is of counter {code}")
        self.code = code


@dataclass(slots=True)
class Commits:
    """Who hears where the chain stands, once that is saved; in the order they came."""

    listeners: list[Callable[[Head], None]] = field(default_factory=list)

    def __call__(self, head: Head) -> None:
        for listener in self.listeners:
            listener(head)


@dataclass(frozen=True, slots=True)
class Home:
    """An open store. `is_new` before anything was published in it; `notices` are what a person should know."""

    engines: Engines
    store: SqlStore
    is_new: bool
    notices: tuple[str, ...] = ()
    commits: Commits = field(default_factory=Commits)


@contextmanager
def open_home(data_file: Path, *, tenant_id: str, counter_code: str, calendar: ShopCalendar) -> Iterator[Home]:
    """Open a counter's data file, creating it and its folder on a first start.

    Raises a StoreFault, or OtherCounterError.
    """
    with ExitStack() as stack:
        with unreachable():
            data_file.parent.mkdir(parents=True, exist_ok=True)
        stack.callback(FileLock.take(data_file).release)
        keys = _keys(data_file)
        engines = open_file(data_file, keys.database)
        stack.callback(engines.dispose)
        tail = stack.enter_context(closing(TailFile(witness_of(data_file))))
        commits = Commits([tail.write])
        store = _store(engines, keys, tenant_id, counter_code, calendar, commits)
        _require_own(engines, store)
        lost = resume(store, tail)
        notices = (KEY_IN_FILE,) * (keys.source is KeySource.FILE) + (TAIL_LOST,) * lost
        yield Home(engines, store, _is_new(store), notices, commits)


@contextmanager
def memory_home(*, tenant_id: str, counter_code: str, calendar: ShopCalendar) -> Iterator[Home]:
    """A store in memory, gone afterwards; several units of work may contend for it at once."""
    engines = open_memory(writers=MEMORY_WRITERS)
    try:
        keys = StoreKeys(secrets.token_bytes(32), KeySource.FILE)
        store = _store(engines, keys, tenant_id, counter_code, calendar, None)
        store.prepare()
        yield Home(engines, store, is_new=True)
    finally:
        engines.dispose()


def _keys(data_file: Path) -> StoreKeys:
    """A file that is not ours at all is called so, rather than missed the key of."""
    try:
        return keys_of(data_file)
    except KeyMissing:
        if data_file.exists():
            with as_faults(data_file):
                why = why_unreadable(data_file)
            if isinstance(why, ForeignFile):
                raise why from None
        raise


def _store(
    engines: Engines,
    keys: StoreKeys,
    tenant_id: str,
    counter_code: str,
    calendar: ShopCalendar,
    commits: Commits | None,
) -> SqlStore:
    sealer = FieldSealer(keys, tenant_id=tenant_id, field="phone")
    return SqlStore(engines, tenant_id, counter_code, sealer, calendar, commits)


def _require_own(engines: Engines, store: SqlStore) -> None:
    """A file is one counter's: all of its entries are numbered in one chain."""
    with engines.reader.begin() as connection:
        of_tenant = select(counters.c.counter_code).where(counters.c.tenant_id == store.tenant_id)
        codes = connection.execute(of_tenant).scalars().all()
    if codes and store.counter_code not in codes:
        raise OtherCounterError(codes[0])


def resume(store: SqlStore, tail: TailFile) -> bool:
    """Hold the file against its witness. True when its end is lost: a new epoch has begun."""
    store.prepare()
    side = tail.read()
    with store.writing() as unit:
        end = ChainEnd.of(unit.journal.head())
        standing = compare(side, end, unit.journal.hash_at)
        if standing is Standing.BEHIND and side is not None:
            unit.journal.begin_epoch(above=side.epoch, numbered=(side.financial_year, side.bill_no))
            _leave_leases(unit)
    return standing is Standing.BEHIND


def _leave_leases(unit: SqlUnitOfWork) -> None:
    """What was spent of the old epoch's leases is not known any more: none of it counts in the new one."""
    link = unit.links.get()
    if link is not None:
        unit.links.put(replace(link, leases_since=unit.journal.head().last_ledger_no))


def _is_new(store: SqlStore) -> bool:
    with store.reading() as unit:
        return unit.programs.latest_version() == 0
