"""The schema of a file: a blank one is filled, an older one copied and upgraded, a newer one refused."""

from __future__ import annotations

from sqlalchemy import Connection, Engine

from app.persistence import searches
from app.persistence.backup import copy_store
from app.persistence.link import APPLICATION_ID, FilePlace
from app.persistence.revisions import TILL, Revisions, stamp, stamped, upgrade
from app.persistence.tables.declaring import append_only_triggers, metadata
from app.services.keeping.faults import NewerFile, StoreDamaged


def create(connection: Connection) -> None:
    """Every table with its triggers, and the stamp, in a blank database."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    metadata.create_all(connection, checkfirst=False)
    for table in metadata.sorted_tables:
        for trigger in append_only_triggers(table):
            connection.exec_driver_sql(trigger)
    stamp(connection, TILL.head)


def adopt(engine: Engine, place: FilePlace, revisions: Revisions = TILL) -> None:
    """Make the database at `place` one of the newest revision. `engine` is its only user."""
    with engine.begin() as connection:
        if not _is_signed(connection):
            create(connection)
        found = stamped(connection)
    if found is None:
        raise StoreDamaged(f"{place.path} has tables but no revision")
    if found not in revisions.known:
        raise NewerFile(f"{place.path} is of revision {found}; this program knows {', '.join(revisions.known)}")
    if found != revisions.head:
        _upgrade(engine, place, revisions)
    with engine.begin() as connection:
        searches.bring_back(connection)


def _upgrade(engine: Engine, place: FilePlace, revisions: Revisions) -> None:
    copy_store(place, place.path.with_name(f"{place.path.stem}.before-{revisions.head}{place.path.suffix}"))
    with engine.begin() as connection:
        upgrade(connection, revisions)


def _is_signed(connection: Connection) -> bool:
    """Unsigned files that are not blank have been refused by the link."""
    found: int = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    return found == APPLICATION_ID
