"""Columns: whole numbers, texts and bytes as every home of the ledger keeps them; every table of a tenant names it.

SQLite's integers have 64 bits and its texts are ordered by their bytes; PostgreSQL is told to do likewise, so that what
fits, what comes first and what a prefix finds is the same in both homes.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, MetaData, Table, Text, text
from sqlalchemy.schema import SchemaItem

_WHOLE = Integer().with_variant(BigInteger(), "postgresql")
_WORDS = Text().with_variant(Text(collation="C"), "postgresql")


def int_column(name: str, *, optional: bool = False, key: bool = False) -> Column[object]:
    return Column(name, _WHOLE, nullable=optional, primary_key=key, autoincrement=False)


def text_column(name: str, *, optional: bool = False, key: bool = False) -> Column[object]:
    return Column(name, _WORDS, nullable=optional, primary_key=key)


def blob_column(name: str, *, optional: bool = False, key: bool = False) -> Column[object]:
    return Column(name, LargeBinary, nullable=optional, primary_key=key)


def tenant_table(metadata: MetaData, name: str, *parts: SchemaItem, append_only: bool = False) -> Table:
    """A table whose rows each belong to a tenant. In one that is append-only no row is ever changed or removed."""
    info = {"of_tenants": True, "append_only": append_only}
    return Table(name, metadata, text_column("tenant_id"), *parts, sqlite_strict=True, info=info)


def is_of_tenants(table: Table) -> bool:
    return bool(table.info.get("of_tenants"))


def is_append_only(table: Table) -> bool:
    return bool(table.info.get("append_only"))


def till_index(name: str, *columns: str, where: str | None = None) -> Index:
    """An index that only a till's own statements use; a server that all tenants share does without."""
    some = None if where is None else text(where)
    return Index(name, *columns, sqlite_where=some, info={"of_tills": True})


def is_of_tills(index: Index) -> bool:
    return bool(index.info.get("of_tills"))
