"""The files of an embedded server: which tables they have beside a till's."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, MetaData, inspect

from app.persistence.engine import Engines
from app.persistence.link import APPLICATION_ID, FilePlace
from app.persistence.tables.declaring import append_only_triggers
from server.databases.tables.declaring import directory, tenant_metadata


def adopt_directory(engine: Engine, _: FilePlace) -> None:
    """Make a file the directory. `engine` is its only user."""
    with engine.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        _create_missing(connection, directory)


def complete(engines: Engines) -> None:
    """Give a tenant's file, which has the tables of a till's, those of the server."""
    with engines.writer.begin() as connection:
        _create_missing(connection, tenant_metadata)


def _create_missing(connection: Connection, declared: MetaData) -> None:
    present = set(inspect(connection).get_table_names())
    for table in declared.sorted_tables:
        if table.name not in present:
            table.create(connection)
            for trigger in append_only_triggers(table):
                connection.exec_driver_sql(trigger)
