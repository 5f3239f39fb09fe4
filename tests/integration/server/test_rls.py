"""Tenants are separate on PostgreSQL even where a query forgets its filter: what the app's role asks, not how."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from psycopg import sql
from psycopg.errors import InsufficientPrivilege
from sqlalchemy import Integer, LargeBinary, Table

from app.persistence.columns import is_append_only, is_of_tenants
from app.persistence.statement import Statement
from app.persistence.tables.declaring import metadata
from server.databases.schema import TABLES
from server.databases.tables.declaring import directory, tenant_metadata
from tests.postgres import OWNER, Place

OURS, THEIRS = "ours", "theirs"
OF_TENANTS = [table for table in TABLES.sorted_tables if is_of_tenants(table)]
OF_NOBODY = directory.tables.keys() | {"alembic_version"}

Link = psycopg.Connection[Any]


@pytest.fixture
def place(postgres: Place) -> Place:
    """Two tenants with a row in every table."""
    with psycopg.connect(postgres.superuser_dsn) as connection:
        for table in OF_TENANTS:
            for tenant in (OURS, THEIRS):
                connection.execute(insert(table), row(table, tenant))
    return postgres


@pytest.fixture
def app(place: Place) -> Iterator[Link]:
    with psycopg.connect(place.app_dsn, autocommit=True) as connection:
        yield connection


def row(table: Table, tenant: str) -> list[object]:
    """A row that is the tenant's alone, keys and all."""
    return [_cell(column, tenant) for column in table.columns]


def _cell(column: Any, tenant: str) -> object:
    if isinstance(column.type, LargeBinary):
        return tenant.encode()
    return 1 if isinstance(column.type, Integer) else tenant


def insert(table: Table) -> sql.Composed:
    places = sql.SQL(", ").join(sql.Placeholder() * len(table.columns))
    return sql.SQL("INSERT INTO {} VALUES ({})").format(sql.Identifier(table.name), places)


def become(connection: Link, tenant: str) -> None:
    connection.execute("SELECT set_config('app.tenant', %s, false)", [tenant])


def seen(connection: Link) -> dict[str, set[str]]:
    """Whose rows a query without any filter finds."""
    asked = {table.name: connection.execute(f"SELECT tenant_id FROM {table.name}").fetchall() for table in OF_TENANTS}
    return {name: {tenant for (tenant,) in rows} for name, rows in asked.items()}


def everywhere(*tenants: str) -> dict[str, set[str]]:
    return {table.name: set(tenants) for table in OF_TENANTS}


def what_there_is(place: Place) -> dict[str, list[Any]]:
    with psycopg.connect(place.superuser_dsn) as connection:
        return {table.name: sorted(connection.execute(f"SELECT * FROM {table.name}"), key=repr) for table in OF_TENANTS}


def test_the_superuser_sees_everybodys_rows(place: Place) -> None:
    """Without this, a test that sees none would prove nothing."""
    with psycopg.connect(place.superuser_dsn) as connection:
        assert seen(connection) == everywhere(OURS, THEIRS)


def test_who_says_no_tenant_sees_nothing(app: Link) -> None:
    assert seen(app) == everywhere()
    become(app, "")
    assert seen(app) == everywhere()


def test_a_tenant_sees_its_own_rows_only(app: Link) -> None:
    become(app, OURS)
    assert seen(app) == everywhere(OURS)
    become(app, "other")
    assert seen(app) == everywhere()


def test_the_owner_of_the_tables_sees_no_more_than_anybody(place: Place) -> None:
    with psycopg.connect(place.owner_dsn, autocommit=True) as owner:
        assert seen(owner) == everywhere()
        for table in OF_TENANTS:
            owner.execute(f"ALTER TABLE {table.name} NO FORCE ROW LEVEL SECURITY")
        assert seen(owner) == everywhere(OURS, THEIRS), "it is the force that holds it back"


def test_nothing_is_written_for_nobody_or_for_another(place: Place, app: Link) -> None:
    before = what_there_is(place)
    for tenant in ("", THEIRS, "other"):
        become(app, tenant)
        for table in OF_TENANTS:
            with pytest.raises(InsufficientPrivilege, match="row-level security"):
                app.execute(insert(table), row(table, OURS))
    assert what_there_is(place) == before


def test_nothing_is_changed_or_removed_of_another(place: Place, app: Link) -> None:
    before = what_there_is(place)
    for tenant in ("", "other"):
        become(app, tenant)
        for table in changeable():
            assert app.execute(f"UPDATE {table.name} SET tenant_id = 'mine'").rowcount == 0
            assert app.execute(f"DELETE FROM {table.name}").rowcount == 0
    assert what_there_is(place) == before


def test_nothing_is_given_to_another(place: Place, app: Link) -> None:
    become(app, OURS)
    for table in changeable():
        with pytest.raises(InsufficientPrivilege, match="row-level security"):
            app.execute(f"UPDATE {table.name} SET tenant_id = '{THEIRS}'")
        assert app.execute(f"DELETE FROM {table.name}").rowcount == 1
    left = what_there_is(place)
    assert all([held[0] for held in left[table.name]] == [THEIRS] for table in changeable())


def changeable() -> list[Table]:
    return [table for table in OF_TENANTS if not is_append_only(table)]


def test_facts_are_not_even_asked_to_change(app: Link) -> None:
    become(app, OURS)
    for table in filter(is_append_only, OF_TENANTS):
        for verb in (f"UPDATE {table.name} SET tenant_id = tenant_id", f"DELETE FROM {table.name}"):
            with pytest.raises(InsufficientPrivilege, match="permission denied"):
                app.execute(verb)


@pytest.mark.parametrize(
    "attempt",
    [
        "ALTER TABLE members DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE members NO FORCE ROW LEVEL SECURITY",
        "ALTER TABLE entries DISABLE TRIGGER ALL",
        "DROP POLICY own_rows ON members",
        "CREATE POLICY everyone ON members USING (true)",
        "TRUNCATE members",
        "DROP TABLE members",
        "CREATE TABLE mine (a int)",
        "CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "ALTER ROLE CURRENT_USER BYPASSRLS",
        f"SET ROLE {OWNER}",
        "SET ROLE postgres",
        "SET SESSION AUTHORIZATION postgres",
        "SET session_replication_role = replica",
        "SET row_security = off; SELECT * FROM members",
        "COPY members TO '/tmp/members'",
        "UPDATE alembic_version SET version_num = '0000'",
    ],
)
def test_the_apps_role_cannot_lift_the_guards(app: Link, attempt: str) -> None:
    become(app, OURS)
    with pytest.raises(InsufficientPrivilege):
        app.execute(attempt.encode())
    app.execute("SET row_security = on")
    assert seen(app) == everywhere(OURS)


def test_every_table_is_a_tenants_or_known_to_be_nobodys(place: Place) -> None:
    guarded = """
        SELECT relname, relrowsecurity AND relforcerowsecurity
               AND EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid)
        FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm') AND relnamespace = 'public'::regnamespace
    """
    with psycopg.connect(place.superuser_dsn) as connection:
        found = dict(connection.execute(guarded).fetchall())
    assert {name for name, is_guarded in found.items() if not is_guarded} == OF_NOBODY
    assert found.keys() - OF_NOBODY == metadata.tables.keys() | tenant_metadata.tables.keys()


def test_the_server_itself_says_whose_rows_it_wants(place: Place) -> None:
    database = place.database()
    everyone = [Statement(table.select().with_only_columns(table.c.tenant_id)) for table in OF_TENANTS]
    try:
        database.create_tenant(OURS)
        with database.store(OURS).reading() as unit:
            assert {owner for one in everyone for (owner,) in unit.scope.rows(one)} == {OURS}
        with database.directory_reading() as directory:
            assert [directory.rows(one) for one in everyone if directory.rows(one)] == []
    finally:
        database.close()
