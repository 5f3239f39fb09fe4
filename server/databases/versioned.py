"""Versioned: rows that people change: one by its id, the next in order, and a change of one as it was last seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, bindparam, select, update

from app.persistence.statement import Statement, owned

Columns = Sequence[Column[Any]]


def one_of(columns: Columns) -> Statement:
    """The row of this id, which is the first of its columns."""
    key = columns[0]
    return Statement(select(*columns).where(owned(key.table), key == bindparam("of_id")))


def page_of(columns: Columns) -> Statement:
    """The rows after an id, in order."""
    key = columns[0]
    return Statement(
        select(*columns)
        .where(owned(key.table), key > bindparam("after"))
        .order_by(key)
        .limit(bindparam("at_most", required=True))
    )


def change_of(columns: Columns, sets: tuple[str, ...]) -> Statement:
    """Give the row new values and its next version; none comes back where it is no longer at that version."""
    key, table = columns[0], columns[0].table
    return Statement(
        update(table)
        .where(owned(table), key == bindparam("of_id"), table.c.version == bindparam("of_version"))
        .values(version=table.c.version + 1)
        .returning(*columns),
        sets,
    )
