"""What a tenant numbers itself, another may number the same: every key begins with whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import Integer, LargeBinary, Table

from app.persistence.columns import is_of_tenants
from server.databases.schema import TABLES
from tests.postgres import Place

OF_TENANTS = [table for table in TABLES.sorted_tables if is_of_tenants(table)]


def keys(table: Table) -> Iterator[list[str]]:
    yield [column.name for column in table.primary_key.columns]
    yield from ([column.name for column in index.columns] for index in table.indexes if index.unique)


@pytest.mark.parametrize("table", OF_TENANTS, ids=lambda table: table.name)
def test_every_key_begins_with_the_tenant(table: Table) -> None:
    assert {key[0] for key in keys(table)} == {"tenant_id"}


def row(table: Table, tenant: str) -> list[object]:
    """The same for every tenant but for its name."""
    return [tenant if column.name == "tenant_id" else _cell(column) for column in table.columns]


def _cell(column: Any) -> object:
    if isinstance(column.type, LargeBinary):
        return b"same"
    return 1 if isinstance(column.type, Integer) else "same"


def test_two_tenants_with_the_same_rows_have_two_of_each(postgres: Place) -> None:
    with psycopg.connect(postgres.superuser_dsn) as connection:
        for table in OF_TENANTS:
            places = sql.SQL(", ").join(sql.Placeholder() * len(table.columns))
            name = sql.Identifier(table.name)
            for tenant in ("ours", "theirs"):
                connection.execute(sql.SQL("INSERT INTO {} VALUES ({})").format(name, places), row(table, tenant))
            counted = connection.execute(sql.SQL("SELECT count(*) FROM {}").format(name)).fetchone()
            assert counted == (2,), table.name
