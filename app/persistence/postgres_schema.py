"""The schema on PostgreSQL: the declared tables, and what the database itself holds everyone to.

A tenant's rows are seen and written by its own transactions only, whoever owns the tables (row-level security, forced).
Facts refuse to be changed or removed. The role the server works as may do what its statements need and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from sqlalchemy import Connection, Index, MetaData, PrimaryKeyConstraint, Table, text

from app.persistence.columns import is_append_only, is_of_tenants, is_of_tills

_IS_TENANTS = "tenant_id = current_setting('app.tenant', true)"
_REFUSE = """
    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$
"""


def kept(declared: Iterable[MetaData]) -> MetaData:
    """The tables as they are kept here: where all tenants share a table, what is one's only of a kind is so per tenant.

    One till may have been paired with two tenants in turn, and both then have its bills.
    """
    here = MetaData()
    for table in (table for metadata in declared for table in metadata.sorted_tables):
        copy = table.to_metadata(here)
        if is_of_tenants(table):
            _keep_key(copy)
        _keep_indexes(copy, without={index.name for index in table.indexes if is_of_tills(index)})
    return here


def create_tables(connection: Connection, tables: MetaData) -> None:
    """Every table with its guards, in an empty database."""
    connection.execute(text(_REFUSE))
    add_tables(connection, tables.sorted_tables)


def add_tables(connection: Connection, tables: Iterable[Table]) -> None:
    """Tables with their guards, where the others stand already."""
    for table in tables:
        table.create(connection, checkfirst=False)
        for statement in (*_tenants_apart(table), *_facts_stay(table)):
            connection.execute(text(statement))


def grant(connection: Connection, role: str, tables: MetaData) -> None:
    """Give the role what it needs of these tables, and take from it whatever else it had."""
    quoted = connection.dialect.identifier_preparer.quote(role)
    connection.execute(text(f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {quoted}"))
    connection.execute(text(f"GRANT SELECT ON alembic_version TO {quoted}"))
    for table in tables.sorted_tables:
        verbs = "SELECT, INSERT" if is_append_only(table) else "SELECT, INSERT, UPDATE, DELETE"
        connection.execute(text(f"GRANT {verbs} ON {table.name} TO {quoted}"))


def _per_tenant(columns: list[str]) -> list[str]:
    return columns if "tenant_id" in columns else ["tenant_id", *columns]


def _keep_key(table: Table) -> None:
    names = _per_tenant([column.name for column in table.primary_key])
    for column in table.columns:
        column.primary_key = False
    table.append_constraint(PrimaryKeyConstraint(*names))


def _keep_indexes(table: Table, *, without: Set[str | None]) -> None:
    """Partial ones are declared once, for SQLite: naming PostgreSQL there would make every till load its dialect."""
    for index in list(table.indexes):
        names = [column.name for column in index.columns]
        columns = _per_tenant(names) if index.unique and is_of_tenants(table) else names
        table.indexes.remove(index)
        if index.name in without:
            continue
        where = index.dialect_options["sqlite"]["where"]
        Index(index.name, *(table.c[name] for name in columns), unique=index.unique, postgresql_where=where)


def _tenants_apart(table: Table) -> Iterator[str]:
    if is_of_tenants(table):
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
