"""The scope of a unit of work: one transaction, one tenant. Whatever runs here runs for that tenant only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

import sqlcipher3.dbapi2 as driver  # type: ignore[import-untyped]
from sqlalchemy import Connection
from sqlalchemy.engine.interfaces import DBAPICursor

from app.persistence.faults import fault_of
from app.persistence.statement import Statement
from app.services.faults import StoreBusy

Cells = Sequence[Any]  # one row's values, in the order they were selected


@dataclass(frozen=True, slots=True)
class Scope:
    """Runs statements for one tenant inside one transaction. Faults come out typed."""

    connection: Connection
    cursor: DBAPICursor
    tenant_id: str

    @classmethod
    def of(cls, connection: Connection, tenant_id: str) -> Scope:
        return cls(connection, connection.connection.cursor(), tenant_id)

    def rows(self, statement: Statement, **given: object) -> Sequence[Cells]:
        try:
            self.cursor.execute(statement.text, self._values(statement, given))
            return self.cursor.fetchall()
        except driver.Error as error:
            self._fail(error)

    def row(self, statement: Statement, **given: object) -> Cells | None:
        """The only row, or none."""
        found = self.rows(statement, **given)
        return found[0] if found else None

    def scalar(self, statement: Statement, **given: object) -> Any:
        """The first column of the only row; None without a row."""
        found = self.rows(statement, **given)
        return found[0][0] if found else None

    def stream(self, statement: Statement, **given: object) -> Iterator[Cells]:
        """Rows as they are read: for walking tables that do not fit in memory."""
        cursor = self.connection.connection.cursor()
        try:
            cursor.execute(statement.text, self._values(statement, given))
            while row := cursor.fetchone():
                yield row
        except driver.Error as error:
            self._fail(error)

    def change(self, statement: Statement, **given: object) -> None:
        """Insert, update or delete."""
        try:
            self.cursor.execute(statement.text, self._values(statement, given))
        except driver.Error as error:
            self._fail(error)

    def change_each(self, statement: Statement, each: Iterable[Mapping[str, object]]) -> None:
        """The same change once for each set of values; none is no statement."""
        rows = [self._values(statement, given) for given in each]
        try:
            if rows:
                self.cursor.executemany(statement.text, rows)
        except driver.Error as error:
            self._fail(error)

    def _values(self, statement: Statement, given: Mapping[str, object]) -> list[Any]:
        return statement.values({**given, "tenant_id": self.tenant_id})

    def _fail(self, error: Exception) -> NoReturn:
        """After a fault nothing is assumed of the connection: the next use opens another."""
        fault = fault_of(error)
        if fault is None:
            raise error
        if not isinstance(fault, StoreBusy):
            self.connection.invalidate(error)
        raise fault from error
