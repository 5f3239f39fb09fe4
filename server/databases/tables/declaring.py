"""Declaring: the tables of nobody, and those whose every row names its tenant."""

from __future__ import annotations

from sqlalchemy import MetaData, Table
from sqlalchemy.schema import SchemaItem

from app.persistence.columns import tenant_table

directory = MetaData()
tenant_metadata = MetaData()


def listed(name: str, *parts: SchemaItem) -> Table:
    """A table without a tenant."""
    return Table(name, directory, *parts, sqlite_strict=True)


def owned(name: str, *parts: SchemaItem) -> Table:
    """A table whose every row names its tenant."""
    return tenant_table(tenant_metadata, name, *parts)


def facts(name: str, *parts: SchemaItem) -> Table:
    """One of a tenant's whose rows stay as they were written."""
    return tenant_table(tenant_metadata, name, *parts, append_only=True)
