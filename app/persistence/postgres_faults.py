"""PostgreSQL's errors become faults of the store, as the driver of the file's do."""

from __future__ import annotations

import psycopg

from app.services.keeping.faults import StoreBusy, StoreDamaged, StoreFault, StoreFull, StoreReadOnly, StoreUnreachable

# By the whole code, or by its class of two letters. https://www.postgresql.org/docs/current/errcodes-appendix.html
_FAULTS: dict[str, type[StoreFault]] = {
    "40001": StoreBusy,  # serialization failure
    "40P01": StoreBusy,  # deadlock
    "55P03": StoreBusy,  # waited too long for a lock
    "57014": StoreBusy,  # statement cancelled
    "53": StoreBusy,  # too many connections, out of memory
    "53100": StoreFull,
    "25006": StoreReadOnly,
    "25P03": StoreUnreachable,  # idle in a transaction for too long: the connection is gone
    "08": StoreUnreachable,
    "57P": StoreUnreachable,  # shut down, crashed, starting up
    "58": StoreUnreachable,  # the operating system of the database
    "XX001": StoreDamaged,  # data corrupted
    "XX002": StoreDamaged,  # index corrupted
}
_LENGTHS = (5, 3, 2)


def fault_of(error: BaseException) -> StoreFault | None:
    """The fault behind a driver's error; None where the statement, not the world, is at fault."""
    code = getattr(error, "sqlstate", None)
    kind = _by_code(code) if code else _without_code(error)
    return None if kind is None else kind(f"{str(error).strip()} [{code or type(error).__name__}]")


def _by_code(code: str) -> type[StoreFault] | None:
    found = (_FAULTS.get(code[:length]) for length in _LENGTHS)
    return next(filter(None, found), None)


def _without_code(error: BaseException) -> type[StoreFault] | None:
    """The server has said nothing: it could not be reached, or is not there any more."""
    return StoreUnreachable if isinstance(error, psycopg.OperationalError) else None
