"""Opening: the database that the settings name, ready for use and closed afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from server.databases.database import Database, SqliteDatabase
from server.secret import ServerSecret
from server.settings import ServerSettings


@contextmanager
def open_database(settings: ServerSettings, secret: ServerSecret) -> Iterator[Database]:
    """Raises a StoreFault."""
    database = _named(settings, secret)
    try:
        database.prepare()
        yield database
    finally:
        database.close()


def _named(settings: ServerSettings, secret: ServerSecret) -> Database:
    if not settings.database:
        return SqliteDatabase(settings.folder)
    from server.databases.postgres_database import PostgresDatabase  # its driver is loaded where it is used

    return PostgresDatabase(settings.database, settings.database_owner or None, secret, settings.folder)
