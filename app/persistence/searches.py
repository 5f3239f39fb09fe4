"""Searches: the indexes by which members are looked for. Before very many members come they are set aside.

A name, a blinded phone or a last four falls anywhere in its index: kept up row by row, a million of them touch every
page of it again and again, which costs several times what the rows do. Made afterwards, of sorted values, it takes
seconds. Meanwhile searches look through the table; cards are found as ever.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, Index, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex

from app.persistence.scope import Scope
from app.persistence.statement import Statement
from app.persistence.tables.members import cards, members

_NAMES = (
    *("members_by_name", "members_by_phone", "members_by_last4", "members_by_referrer", "members_by_joining"),
    "cards_by_last4",
)
_SEARCHES: dict[str, Index] = {
    str(index.name): index for table in (members, cards) for index in table.indexes if index.name in _NAMES
}
_PRESENT = "SELECT name FROM sqlite_master WHERE type = 'index'"
_FIND = Statement(text(_PRESENT))
_DROP = {name: Statement(text(f"DROP INDEX IF EXISTS {name}")) for name in _NAMES}
_MADE = {name: str(CreateIndex(index).compile(dialect=sqlite.dialect())) for name, index in _SEARCHES.items()}
_MAKE = {name: Statement(text(made)) for name, made in _MADE.items()}


@dataclass(frozen=True, slots=True)
class SqlSearches:
    """Of a counter's file; a server's database keeps its own."""

    scope: Scope

    def set_aside(self) -> None:
        for name in _NAMES:
            self.scope.change(_DROP[name])

    def bring_one_back(self) -> bool:
        """Whether there was one to bring back."""
        missing = _missing(row[0] for row in self.scope.rows(_FIND))
        for name in missing[:1]:
            self.scope.change(_MAKE[name])
        return bool(missing)


def bring_back(connection: Connection) -> None:
    """Where a program was ended between the two."""
    for name in _missing(connection.exec_driver_sql(_PRESENT).scalars()):
        connection.exec_driver_sql(_MADE[name])


def _missing(present: Iterator[str]) -> list[str]:
    found = set(present)
    return [name for name in _NAMES if name not in found]
