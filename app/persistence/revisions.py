"""Revisions: which schemas this program knows. Alembic itself is loaded only when a file has to be upgraded."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

# As Alembic itself declares it, so that a created file and an upgraded one are the same.
_STAMP_TABLE = (
    "CREATE TABLE alembic_version (\n\tversion_num VARCHAR(32) NOT NULL, "
    "\n\tCONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)\n)"
)


@dataclass(frozen=True, slots=True)
class Revisions:
    """The migration scripts at `location` and their ids, oldest first."""

    location: str
    known: tuple[str, ...]

    @property
    def head(self) -> str:
        return self.known[-1]


TILL = Revisions(
    "app.persistence:migrations",
    (
        *(f"{number:04}" for number in range(1, 17)),
        *("0019", "0018", "0017", "0020", "0021", "0022", "0023", "0024", "0026", "0028", "0031", "0033"),
        *("0039", "0038"),
    ),
)


def stamp(connection: Connection, revision: str) -> None:
    """Mark a database just created as being of this revision."""
    connection.exec_driver_sql(_STAMP_TABLE)
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (revision,))


def stamped(connection: Connection) -> str | None:
    """The revision a database is of; None when it carries no stamp."""
    present = "SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'"
    if not connection.exec_driver_sql(present).scalar_one():
        return None
    found: str | None = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one_or_none()
    return found


def upgrade(connection: Connection, revisions: Revisions) -> None:
    """Bring a database to the newest revision, inside the caller's transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", revisions.location)
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
