"""Driver errors become faults of the store; a file that will not open is asked what it is."""

from __future__ import annotations

import errno
import shutil
import string
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NoReturn

import sqlcipher3.dbapi2 as driver  # type: ignore[import-untyped]
from sqlalchemy import Connection

from app.services.keeping.faults import (
    ForeignFile,
    StoreBusy,
    StoreDamaged,
    StoreFault,
    StoreFull,
    StoreReadOnly,
    StoreUnreachable,
    WrongKey,
)

PAGE_BYTES = 4096
_LOG_INDEX_BYTES = 32768

_FAULTS: dict[int, type[StoreFault]] = {
    driver.SQLITE_FULL: StoreFull,
    driver.SQLITE_IOERR: StoreUnreachable,
    driver.SQLITE_CANTOPEN: StoreUnreachable,
    driver.SQLITE_BUSY: StoreBusy,
    driver.SQLITE_LOCKED: StoreBusy,
    driver.SQLITE_PROTOCOL: StoreBusy,
    driver.SQLITE_READONLY: StoreReadOnly,
    driver.SQLITE_PERM: StoreReadOnly,
    driver.SQLITE_CORRUPT: StoreDamaged,
    driver.SQLITE_NOTADB: StoreDamaged,
}
# The driver's backup gives SQLite's words for a code without the code.
_CODES_OF_WORDS = {
    "database or disk is full": driver.SQLITE_FULL,
    "disk I/O error": driver.SQLITE_IOERR,
    "unable to open database file": driver.SQLITE_CANTOPEN,
    "database is locked": driver.SQLITE_BUSY,
    "attempt to write a readonly database": driver.SQLITE_READONLY,
    "database disk image is malformed": driver.SQLITE_CORRUPT,
    "file is not a database": driver.SQLITE_NOTADB,
}
_PRIMARY_CODE = 0xFF
_PRINTABLE = frozenset(string.printable.encode())


def fault_of(error: BaseException) -> StoreFault | None:
    """The fault behind a driver's error; None where the statement, not the world, is at fault."""
    code: int | None = getattr(error, "sqlite_errorcode", _CODES_OF_WORDS.get(str(error)))
    kind = None if code is None else _FAULTS.get(code & _PRIMARY_CODE)
    return None if kind is None else kind(f"{error} [{getattr(error, 'sqlite_errorname', code)}]")


@contextmanager
def as_faults(path: Path | None = None) -> Iterator[None]:
    """Around bare driver calls: their faults come out typed. `path` is the file they are about, where one is."""
    try:
        yield
    except driver.Error as error:
        fault = fault_of(error)
        if fault is None:
            raise
        if isinstance(fault, StoreUnreachable) and path is not None and _is_disk_full(path):
            fault = StoreFull(fault.detail)
        raise fault from error


def _is_disk_full(path: Path) -> bool:
    """No room for the index of the log, which the driver calls an I/O error like any other."""
    return path.parent.is_dir() and shutil.disk_usage(path.parent).free < _LOG_INDEX_BYTES


def fail(connection: Connection, error: Exception) -> NoReturn:
    """Raise what a driver's error means. After a fault nothing is assumed of the connection: the next is new."""
    fault = fault_of(error)
    if fault is None:
        raise error
    if not isinstance(fault, StoreBusy):
        connection.invalidate(error)
    raise fault from error


@contextmanager
def unreachable() -> Iterator[None]:
    """Around our own use of side files: what the operating system refuses comes out typed."""
    try:
        yield
    except OSError as error:
        raise (StoreFull if error.errno == errno.ENOSPC else StoreUnreachable)(str(error)) from error


def why_unreadable(path: Path) -> StoreFault:
    """Why a file's first page does not open. The library reads it: a handle of our own would drop locks."""
    if _is_plain_database(path):
        return ForeignFile(f"{path} is an unencrypted SQLite database")
    if _starts_as_text(path):
        return ForeignFile(f"{path} is a text file")
    size = path.stat().st_size
    if size % PAGE_BYTES:
        return StoreDamaged(f"{path} has {size} bytes, which is not whole pages of {PAGE_BYTES}")
    return WrongKey(str(path))


def _is_plain_database(path: Path) -> bool:
    with closing(driver.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as link:
        try:
            link.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except driver.DatabaseError:
            return False
        return True


def _starts_as_text(path: Path) -> bool:
    """An encrypted file starts with 16 random bytes, its salt; a text file with 16 letters."""
    with closing(driver.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as link:
        link.execute(f"PRAGMA key = \"x'{bytes(32).hex()}'\"")
        salt = bytes.fromhex(link.execute("PRAGMA cipher_salt").fetchone()[0])
    return _PRINTABLE.issuperset(salt)
