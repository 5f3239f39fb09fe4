"""Declaring: the metadata that every table of a till is on, and what keeps the rows of facts as they are."""

from __future__ import annotations

from sqlalchemy import MetaData, Table
from sqlalchemy.schema import SchemaItem

from app.persistence.columns import is_append_only, tenant_table

metadata = MetaData()


def table(name: str, *parts: SchemaItem) -> Table:
    return tenant_table(metadata, name, *parts)


def facts(name: str, *parts: SchemaItem) -> Table:
    """One whose rows stay as they were written."""
    return tenant_table(metadata, name, *parts, append_only=True)


def append_only_triggers(table: Table) -> list[str]:
    """What keeps rows as they are, in a table where they must stay so."""
    verbs = ("UPDATE", "DELETE") if is_append_only(table) else ()
    return [
        f"CREATE TRIGGER {table.name}_no_{verb.lower()} BEFORE {verb} ON {table.name} "
        f"BEGIN SELECT RAISE(ABORT, '{table.name} is append-only'); END"
        for verb in verbs
    ]
