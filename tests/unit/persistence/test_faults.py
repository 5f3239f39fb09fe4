"""From the driver's errors to the store's faults."""

import sqlite3

import pytest
import sqlcipher3.dbapi2 as driver

from app.persistence.faults import as_faults, fault_of, unreachable
from app.services.keeping.faults import (
    StoreBusy,
    StoreDamaged,
    StoreFault,
    StoreFull,
    StoreReadOnly,
    StoreUnreachable,
)


def error(code: int, words: str = "words") -> driver.DatabaseError:
    raised = driver.OperationalError(words)
    raised.sqlite_errorcode = code
    return raised


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("SQLITE_FULL", StoreFull),
        ("SQLITE_IOERR", StoreUnreachable),
        ("SQLITE_IOERR_FSYNC", StoreUnreachable),
        ("SQLITE_CANTOPEN", StoreUnreachable),
        ("SQLITE_CORRUPT", StoreDamaged),
        ("SQLITE_CORRUPT_INDEX", StoreDamaged),
        ("SQLITE_NOTADB", StoreDamaged),
        ("SQLITE_BUSY", StoreBusy),
        ("SQLITE_BUSY_SNAPSHOT", StoreBusy),
        ("SQLITE_LOCKED", StoreBusy),
        ("SQLITE_READONLY_DBMOVED", StoreReadOnly),
    ],
)
def test_codes_and_their_finer_kinds(name: str, fault: type[StoreFault]) -> None:
    assert type(fault_of(error(getattr(sqlite3, name)))) is fault


@pytest.mark.parametrize("name", ["SQLITE_CONSTRAINT_UNIQUE", "SQLITE_ERROR", "SQLITE_MISUSE", "SQLITE_INTERRUPT"])
def test_a_faulty_statement_is_no_fault_of_the_store(name: str) -> None:
    assert fault_of(error(getattr(sqlite3, name))) is None


def test_words_without_a_code_are_understood() -> None:
    assert type(fault_of(driver.OperationalError("database or disk is full"))) is StoreFull
    assert fault_of(driver.OperationalError("no such table: bills")) is None
    assert fault_of(ZeroDivisionError()) is None


def test_a_fault_carries_what_the_driver_said() -> None:
    with pytest.raises(StoreBusy, match="the lock is taken") as busy, as_faults():
        raise error(driver.SQLITE_BUSY, "the lock is taken")
    assert isinstance(busy.value.__cause__, driver.OperationalError)


def test_other_errors_pass_as_they_are() -> None:
    with pytest.raises(driver.OperationalError, match="no such table"), as_faults():
        raise error(driver.SQLITE_ERROR, "no such table")


@pytest.mark.parametrize(("number", "fault"), [(28, StoreFull), (5, StoreUnreachable), (13, StoreUnreachable)])
def test_the_operating_systems_refusals(number: int, fault: type[StoreFault]) -> None:
    with pytest.raises(fault), unreachable():
        raise OSError(number, "said the system")
