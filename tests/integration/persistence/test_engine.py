"""The engines: safe settings on every connection, one writer, readers that only read, stores in memory."""

import threading
import time
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import IntegrityError

from app.persistence.engine import Engines, open_file, open_memory
from app.persistence.faults import as_faults, fail
from app.persistence.link import WRITER, FilePlace, MemoryPlace, settle
from app.services.keeping.faults import StoreBusy, StoreReadOnly, UnsafeStore
from tests.integration.persistence.ledger import put, save, saved

PROMISED = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "busy_timeout": 5000,
    "mmap_size": 0,
    "trusted_schema": 0,
    "cell_size_check": 1,
}


def pragmas(engine: Engine, names: list[str]) -> dict[str, object]:
    with engine.connect() as connection:
        return {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names}


def test_a_writer_and_a_reader_are_set_as_promised(engines: Engines) -> None:
    names = [*PROMISED, "wal_autocheckpoint", "query_only"]
    assert pragmas(engines.writer, names) == {**PROMISED, "wal_autocheckpoint": 1000, "query_only": 0}
    assert pragmas(engines.reader, names) == {**PROMISED, "wal_autocheckpoint": 0, "query_only": 1}


def test_memory_differs_from_a_file_in_its_journal_only() -> None:
    engines = open_memory()
    kept = {name: value for name, value in PROMISED.items() if name != "mmap_size"}
    assert pragmas(engines.writer, list(kept)) == {**kept, "journal_mode": "memory"}
    engines.dispose()


def test_a_connection_that_cannot_write_ahead_is_refused() -> None:
    with closing(MemoryPlace("refused").link({})) as link, pytest.raises(UnsafeStore) as refused:
        settle(link, WRITER)
    assert "journal_mode is memory instead of wal" in refused.value.detail


def test_a_pragma_that_silently_does_nothing_is_refused() -> None:
    with closing(MemoryPlace("ignoring").link({})) as link:
        link.execute("PRAGMA foreign_keys = 0")
        link.execute("BEGIN")  # inside a transaction SQLite ignores the pragma without a word
        with pytest.raises(UnsafeStore) as refused:
            settle(link, {"foreign_keys": 1})
    assert "foreign_keys is 0 instead of 1" in refused.value.detail


def test_a_reader_cannot_write(engines: Engines) -> None:
    with pytest.raises(StoreReadOnly), engines.reader.begin() as connection:
        put(connection, "a")
    assert saved(engines) == []


def test_after_a_fault_the_next_use_is_on_a_fresh_connection(engines: Engines) -> None:
    with engines.writer.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = 1")
    with pytest.raises(StoreReadOnly):
        save(engines, "a")
    save(engines, "b")
    assert saved(engines) == ["b"]


def test_a_reader_sees_one_instant(engines: Engines) -> None:
    save(engines, "a")
    with engines.reader.begin() as connection:
        before = connection.exec_driver_sql("SELECT count(*) FROM effects").scalar()
        save(engines, "b")
        after = connection.exec_driver_sql("SELECT count(*) FROM effects").scalar()
    assert (before, after) == (2, 2)
    assert saved(engines) == ["a", "b"]


def test_a_write_takes_the_lock_before_it_reads(engines: Engines, place: FilePlace) -> None:
    impatient = place.link({**WRITER, "busy_timeout": 1})
    with closing(impatient), engines.writer.begin(), pytest.raises(StoreBusy), as_faults():
        impatient.execute("BEGIN IMMEDIATE")


def test_a_transaction_that_raises_leaves_nothing_and_the_writer_goes_on(engines: Engines) -> None:
    def interrupted() -> None:
        with engines.writer.begin() as connection:
            put(connection, "a")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    save(engines, "b")
    assert saved(engines) == ["b"]


def test_a_broken_constraint_is_the_statements_fault_not_the_worlds(engines: Engines) -> None:
    save(engines, "a")
    with pytest.raises(IntegrityError):
        save(engines, "a")
    save(engines, "b")
    assert saved(engines) == ["a", "b"]


def test_writers_queue(engines: Engines) -> None:
    def write_ten(name: str) -> None:
        for number in range(10):
            save(engines, f"{name}{number}")

    threads = [threading.Thread(target=write_ten, args=(name,)) for name in "abcdef"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(saved(engines)) == 60


def test_a_queue_that_does_not_move_says_busy(engines: Engines, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines.writer.pool, "_timeout", 0.01)
    with engines.writer.begin(), pytest.raises(StoreBusy):
        save(engines, "a")


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE effects SET result = 'changed'",
        "DELETE FROM effects",
        "INSERT OR REPLACE INTO effects VALUES ('shop', 'ring', 'a', 'changed')",
    ],
)
def test_a_posted_row_never_changes(engines: Engines, sql: str) -> None:
    save(engines, "a")
    with pytest.raises(IntegrityError, match="effects is append-only"), engines.writer.begin() as connection:
        connection.exec_driver_sql(sql)


def test_readers_leave_the_log_alone_and_the_writer_empties_it(engines: Engines, place: FilePlace) -> None:
    log = place.path.with_name("till.db-wal")
    save(engines, "a", result="x" * 100_000)
    written = log.stat().st_size
    for _ in range(10):
        saved(engines)
    assert log.stat().st_size == written > 100_000
    engines.dispose()
    assert [file.name for file in place.path.parent.iterdir()] == ["till.db"]


def test_a_name_of_any_letters_opens(tmp_path: Path) -> None:
    path = tmp_path / "दुकान? 50% #1.db"
    opened = open_file(path, bytes(32))
    save(opened, "a")
    opened.dispose()
    again = open_file(path, bytes(32))
    assert saved(again) == ["a"]
    again.dispose()
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_the_key_is_in_no_representation(place: FilePlace) -> None:
    assert place.key.hex() not in repr(place)
    assert repr(place.key) not in repr(place)


def test_a_lock_that_is_not_let_go_says_busy_and_keeps_the_connection() -> None:
    engines = open_memory(writers=2)
    event.listen(engines.writer, "connect", lambda link, _: link.execute("PRAGMA busy_timeout = 1"))
    with engines.writer.connect(), engines.writer.connect():
        assert engines.writer.pool.checkedout() == 2
    with engines.writer.begin(), pytest.raises(StoreBusy):
        save(engines, "a")
    assert engines.writer.pool.checkedin() == 2
    save(engines, "b")
    assert saved(engines) == ["b"]
    engines.dispose()


def test_a_faulty_statement_costs_no_connection(engines: Engines) -> None:
    with engines.writer.connect() as connection:
        with pytest.raises(driver.OperationalError, match="no such table"):
            fail(connection, driver.OperationalError("no such table: bils"))
        assert not connection.invalidated


def test_memory_stores_know_nothing_of_each_other() -> None:
    one, other = open_memory(), open_memory()
    save(one, "a")
    assert (saved(one), saved(other)) == (["a"], [])
    one.dispose()
    save(other, "b")
    assert saved(other) == ["b"]
    other.dispose()


def test_writers_in_memory_contend_for_real() -> None:
    engines = open_memory(writers=4)
    start = threading.Barrier(4)
    holding: list[int] = []

    def spend(connection: Connection) -> None:
        holding.append(len(holding))
        count = connection.exec_driver_sql("SELECT count(*) FROM effects").scalar_one()
        time.sleep(0.01)
        put(connection, f"{count:03}")

    def contend() -> None:
        start.wait()
        for _ in range(5):
            with engines.writer.begin() as connection:
                spend(connection)

    threads = [threading.Thread(target=contend) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert saved(engines) == [f"{2 * number:03}" for number in range(20)]
    assert engines.writer.pool.checkedin() == 4
    engines.dispose()
