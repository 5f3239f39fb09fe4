"""The server's schema on PostgreSQL: all of its tables, the revisions that make them, and who may do what with them."""

from __future__ import annotations

from sqlalchemy import Connection, inspect, text

from app.persistence.postgres_schema import add_tables, create_tables, grant, kept
from app.persistence.revisions import Revisions, upgrade
from app.persistence.tables.declaring import metadata
from app.services.keeping.faults import NewerFile, UnsafeStore
from server.databases.tables.declaring import directory, tenant_metadata

SERVER = Revisions(
    "server:migrations",
    (
        *("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0010", "0009", "0008", "0011", "0012", "0013"),
        *("0014", "0015", "0016", "0018", "0020", "0023", "0025", "0028"),
    ),
)
TABLES = kept([metadata, tenant_metadata, directory])

_ONE_AT_A_TIME = int.from_bytes(b"schema")
_HAS_REVISION = "SELECT to_regclass('alembic_version') IS NOT NULL"
_COULD_PASS_THE_GUARDS = """
    SELECT rolsuper OR rolbypassrls OR rolcreaterole OR EXISTS (
        SELECT FROM pg_class WHERE relname = 'alembic_version' AND pg_has_role(current_user, relowner, 'MEMBER')
    )
    FROM pg_roles WHERE rolname = current_user
"""


def create(connection: Connection) -> None:
    """Every table, in an empty database."""
    create_tables(connection, TABLES)


def complete(connection: Connection) -> None:
    """The tables that a database of an earlier revision has not."""
    present = set(inspect(connection).get_table_names())
    add_tables(connection, [table for table in TABLES.sorted_tables if table.name not in present])


def migrate(connection: Connection, *, app_role: str) -> None:
    """Bring the database to the newest revision, as its owner; then the other role may work with it."""
    connection.execute(text(f"SELECT pg_advisory_xact_lock({_ONE_AT_A_TIME})"))
    _require_known(_revision(connection))
    upgrade(connection, SERVER)
    grant(connection, app_role, TABLES)


def require_ready(connection: Connection) -> None:
    """Refuse a database of another revision, and a role that the database does not hold to its guards."""
    found = _revision(connection)
    _require_known(found)
    if found != SERVER.head:
        raise UnsafeStore(f"the database is of revision {found}: the role that owns it has to upgrade it first")
    if connection.execute(text(_COULD_PASS_THE_GUARDS)).scalar_one():
        raise UnsafeStore(
            "this role could read the rows of every tenant: use one that owns nothing and is no superuser"
        )


def _require_known(found: str | None) -> None:
    if found is not None and found not in SERVER.known:
        raise NewerFile(f"the database is of revision {found}; this program knows {', '.join(SERVER.known)}")


def _revision(connection: Connection) -> str | None:
    if not connection.execute(text(_HAS_REVISION)).scalar_one():
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    return found
