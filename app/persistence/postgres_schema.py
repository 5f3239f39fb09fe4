"""The schema on PostgreSQL: the declared tables, and what the database itself holds everyone to.

A tenant's rows are seen and written by its own transactions only, whoever owns the tables (row-level security, forced).
Facts refuse to be changed or removed. The role the server works as may do what its statements need and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, Table, text

from app.persistence.columns import is_append_only

_IS_TENANTS = "tenant_id = current_setting('app.tenant', true)"
_REFUSE = """
    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$
"""


def create_tables(connection: Connection, *, of_tenants: Iterable[Table], of_nobody: Iterable[Table]) -> None:
    """Every table with its guards, in an empty database."""
    of_tenants = list(of_tenants)
    connection.execute(text(_REFUSE))
    for table in [*of_tenants, *of_nobody]:
        _say_where(table)
        table.create(connection, checkfirst=False)
        for statement in _facts_stay(table):
            connection.execute(text(statement))
    for table in of_tenants:
        for statement in _tenants_apart(table):
            connection.execute(text(statement))


def grant(connection: Connection, role: str, tables: Iterable[Table]) -> None:
    """Give the role what it needs of these tables, and take from it whatever else it had."""
    quoted = connection.dialect.identifier_preparer.quote(role)
    connection.execute(text(f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {quoted}"))
    connection.execute(text(f"GRANT SELECT ON alembic_version TO {quoted}"))
    for table in tables:
        verbs = "SELECT, INSERT" if is_append_only(table) else "SELECT, INSERT, UPDATE, DELETE"
        connection.execute(text(f"GRANT {verbs} ON {table.name} TO {quoted}"))


def _tenants_apart(table: Table) -> Iterator[str]:
    yield f"ALTER TABLE {table.name} ENABLE ROW LEVEL SECURITY"
    yield f"ALTER TABLE {table.name} FORCE ROW LEVEL SECURITY"
    yield f"CREATE POLICY own_rows ON {table.name} USING ({_IS_TENANTS}) WITH CHECK ({_IS_TENANTS})"


def _facts_stay(table: Table) -> Iterator[str]:
    if is_append_only(table):
        verbs = "UPDATE OR DELETE OR TRUNCATE"
        yield (
            f"CREATE TRIGGER {table.name}_append_only BEFORE {verbs} ON {table.name} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )


def _say_where(table: Table) -> None:
    """Partial indexes are declared once, for SQLite: naming PostgreSQL there would make every till load its dialect."""
    for index in table.indexes:
        index.dialect_options["postgresql"]["where"] = index.dialect_options["sqlite"]["where"]
