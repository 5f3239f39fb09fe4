"""The scope of a unit of work: one transaction, one tenant. Whatever runs here runs for that tenant only."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, ClassVar, NoReturn, Protocol

from sqlalchemy.engine.interfaces import DBAPICursor

from app.persistence.statement import Prepared, Statement

Cells = Sequence[Any]  # one row's values, in the order they were selected


class Transaction(ABC):
    """An open transaction of one kind of database. `error` is what its driver raises, `clash` where a row is there."""

    __slots__ = ()

    error: ClassVar[type[Exception]]
    clash: ClassVar[type[Exception]]
    form: ClassVar[attrgetter[Prepared]]

    @abstractmethod
    def cursor(self) -> DBAPICursor: ...

    @abstractmethod
    def stream(self, text: str, values: Sequence[Any]) -> Iterator[Cells]:
        """Rows as they are asked for, while other statements run."""

    @abstractmethod
    def change_together(
        self, statement: Statement, rows: Sequence[Mapping[str, object]], tenant_id: str | None
    ) -> bool:
        """Change many rows by one statement. False, and nothing is done, where that gains nothing."""

    @abstractmethod
    def fail(self, error: Exception) -> NoReturn:
        """Raise what a driver's error means."""


class Transactions(Protocol):
    """Where units of work run: for a tenant, or for nobody, who has no rows but those that have no tenant."""

    def writing(self, tenant_id: str | None) -> AbstractContextManager[Scope]:
        """Writers of one tenant take turns. Committed on leaving, undone on an exception."""

    def reading(self, tenant_id: str | None) -> AbstractContextManager[Scope]:
        """One consistent view, which cannot write."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Runs statements for one tenant inside one transaction. Faults come out typed."""

    transaction: Transaction
    cursor: DBAPICursor
    tenant_id: str | None

    @classmethod
    def of(cls, transaction: Transaction, tenant_id: str | None) -> Scope:
        return cls(transaction, transaction.cursor(), tenant_id)

    def rows(self, statement: Statement, **given: object) -> Sequence[Cells]:
        prepared = self.transaction.form(statement)
        try:
            self.cursor.execute(prepared.text, self._values(prepared, given))
            return self.cursor.fetchall()
        except self.transaction.error as error:
            self.transaction.fail(error)

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
        prepared = self.transaction.form(statement)
        try:
            yield from self.transaction.stream(prepared.text, self._values(prepared, given))
        except self.transaction.error as error:
            self.transaction.fail(error)

    def change(self, statement: Statement, **given: object) -> None:
        """Insert, update or delete."""
        prepared = self.transaction.form(statement)
        try:
            self.cursor.execute(prepared.text, self._values(prepared, given))
        except self.transaction.error as error:
            self.transaction.fail(error)

    def change_each(self, statement: Statement, each: Iterable[Mapping[str, object]]) -> None:
        """The same change once for each set of values, each of another row; none is no statement."""
        given, prepared = list(each), self.transaction.form(statement)
        try:
            if self.transaction.change_together(statement, given, self.tenant_id):
                return
            rows = prepared.values_of_each(given, {} if self.tenant_id is None else {"tenant_id": self.tenant_id})
            if len(rows) == 1:  # what it mostly is: drivers take their time to begin with many
                self.cursor.execute(prepared.text, rows[0])
            elif rows:
                self.cursor.executemany(prepared.text, rows)
        except self.transaction.error as error:
            self.transaction.fail(error)

    def change_ready(self, statement: Statement, rows: Sequence[Cells]) -> None:
        """The same change for each row: its values stand in the statement's own order, the tenant among them."""
        try:
            if rows:
                self.cursor.executemany(self.transaction.form(statement).text, rows)
        except self.transaction.error as error:
            self.transaction.fail(error)

    def _values(self, prepared: Prepared, given: Mapping[str, object]) -> list[Any]:
        """Whatever is given, the tenant is the scope's."""
        return prepared.values(given if self.tenant_id is None else {**given, "tenant_id": self.tenant_id})
