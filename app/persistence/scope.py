"""The scope of a unit of work: one connection, one tenant. Every statement names its tenant here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Delete,
    Executable,
    FromClause,
    Insert,
    Table,
    Update,
    bindparam,
)
from sqlalchemy import insert as _insert

from app.services.records import Row as Values

Cells = Sequence[Any]  # one row's values, in the order they were selected

STREAM_ROWS = 500  # fetched from the engine at a time

_TENANT: BindParameter[str] = bindparam("in_tenant")


def owned(table: FromClause) -> ColumnElement[bool]:
    """The condition every statement carries: this tenant's rows only."""
    return table.c.tenant_id == _TENANT


def insert_into(table: Table) -> Insert:
    """A plain insert: all values are given, so nothing is asked back."""
    return _insert(table).inline()


@dataclass(frozen=True, slots=True)
class Scope:
    """Runs prepared statements for one tenant inside one transaction."""

    connection: Connection
    tenant_id: str

    def rows(self, statement: Executable, **values: object) -> Sequence[Cells]:
        return self.connection.execute(statement, {"in_tenant": self.tenant_id, **values}).fetchall()

    def row(self, statement: Executable, **values: object) -> Cells | None:
        """The only row, or none."""
        return self.connection.execute(statement, {"in_tenant": self.tenant_id, **values}).fetchone()

    def scalar(self, statement: Executable, **values: object) -> Any:
        """The first column of the only row; None without a row."""
        found = self.row(statement, **values)
        return None if found is None else found[0]

    def stream(self, statement: Executable, **values: object) -> Iterator[Cells]:
        """Rows as they are read: for walking tables that do not fit in memory."""
        parameters = {"in_tenant": self.tenant_id, **values}
        yield from self.connection.execute(statement, parameters, execution_options={"yield_per": STREAM_ROWS})

    def insert(self, statement: Insert, *rows: Values | dict[str, Any]) -> None:
        """Write new rows of this tenant; no rows is no statement."""
        if rows:
            self.connection.execute(statement, [{"tenant_id": self.tenant_id, **row} for row in rows])

    def change(self, statement: Update | Delete, **values: object) -> int:
        """Update or delete; returns how many rows it touched."""
        return self.connection.execute(statement, {"in_tenant": self.tenant_id, **values}).rowcount

    def change_each(self, statement: Update | Delete, changes: Sequence[dict[str, Any]]) -> None:
        """Update or delete once per set of values; none is no statement."""
        if changes:
            self.connection.execute(statement, [{"in_tenant": self.tenant_id, **one} for one in changes])
