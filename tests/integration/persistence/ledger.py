"""A ledger in miniature for these tests: transactions of two rows, which belong together."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection

from app.persistence.engine import Engines, open_file
from app.persistence.faults import as_faults
from app.persistence.link import READER, FilePlace

KEY = bytes(range(32))


def put(connection: Connection, key: str, result: str = "done") -> None:
    connection.exec_driver_sql("INSERT INTO effects VALUES ('shop', 'ring', ?, ?)", (key, result))
    connection.exec_driver_sql("INSERT INTO effects VALUES ('shop', 'print', ?, ?)", (key, result))


def save(engines: Engines, key: str, result: str = "done") -> None:
    with engines.writer.begin() as connection:
        put(connection, key, result)


def saved(engines: Engines) -> list[str]:
    """The keys that have both their rows; a key with one row only is a broken promise."""
    with engines.reader.begin() as connection:
        rows = connection.exec_driver_sql("SELECT key, count(*) FROM effects GROUP BY key ORDER BY key").all()
    assert all(count == 2 for _, count in rows)
    return [key for key, _ in rows]


def everything(place: FilePlace) -> list[tuple[str, Sequence[object]]]:
    """Every row of every table, as a reader sees it."""
    with as_faults(), closing(place.link(READER)) as link:
        tables = [row[0] for row in link.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()]
        return [(table, tuple(row)) for table in tables for row in link.execute(f"SELECT * FROM {table}").fetchall()]


def filled(path: Path, *, transactions: int = 200) -> FilePlace:
    """A closed data file with that many transactions in it."""
    engines = open_file(path, KEY)
    with engines.writer.begin() as connection:
        for number in range(transactions):
            put(connection, f"{number:06}", result="x" * 100)
    engines.dispose()
    return FilePlace(path, KEY)
