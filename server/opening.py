"""Opening: the database that the settings name, ready for use and closed afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from server.database import Database, SqliteDatabase
from server.settings import ServerSettings


@contextmanager
def open_database(settings: ServerSettings) -> Iterator[Database]:
    """Raises a StoreFault."""
    database = _named(settings)
    try:
        database.prepare()
        yield database
    finally:
        database.close()


def _named(settings: ServerSettings) -> Database:
    return SqliteDatabase(settings.folder)
