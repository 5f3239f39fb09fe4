"""Gathering: writes of a unit of work kept back and sent together, a statement at a time, before anything is read.

To a database across a wire the round trips of a batch cost more than its rows. Writes to different rows may change
places; a second write to the same row, and every read, first sends what waits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Delete

from app.persistence.scope import Cells, Scope
from app.persistence.statement import Statement

# Facts that come by the hundred, and are only ever added.
_FACTS = frozenset({"bills", "bill_lines", "bill_tenders", "entries", "inbox"})
# What names a row of a table, in an insert and in a change of it.
_ROW_NAMES: Mapping[str, Sequence[tuple[str, ...]]] = {
    "lots": (("lot_id",), ("of_lot",)),
    "lot_uses": (("entry_id", "lot_id", "stands_for"), ("of_entry", "of_lot", "of_stand")),
    "balances": (("of_member",),),
    "activity": (("bill_id",), ("of_bill",)),
}


@dataclass(slots=True)
class _Waiting:
    """Rows by the statement that writes them, in the order each was first needed, and the rows they touch."""

    groups: dict[int, tuple[Statement, list[Mapping[str, object]]]] = field(default_factory=dict)
    touched: set[tuple[object, ...]] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Gathering(Scope):
    waiting: _Waiting = field(default_factory=_Waiting)

    def rows(self, statement: Statement, **given: object) -> Sequence[Cells]:
        self.send()
        return Scope.rows(self, statement, **given)

    def stream(self, statement: Statement, **given: object) -> Iterator[Cells]:
        self.send()
        return Scope.stream(self, statement, **given)

    def change(self, statement: Statement, **given: object) -> None:
        if not self._keep(statement, given):
            self.send()
            Scope.change(self, statement, **given)

    def change_each(self, statement: Statement, each: Iterable[Mapping[str, object]]) -> None:
        """A statement's rows wait all of them or none: it names the same values in each."""
        rows = list(each)
        kept = [self._keep(statement, given) for given in rows]
        if not all(kept):
            self.send()
            Scope.change_each(self, statement, rows)

    def send(self) -> None:
        """Write what waits."""
        groups = list(self.waiting.groups.values())
        self.forget()
        for statement, rows in groups:
            Scope.change_each(self, statement, rows)

    def forget(self) -> None:
        """What waits is not to be written: its savepoint is undone."""
        self.waiting.groups.clear()
        self.waiting.touched.clear()

    def _keep(self, statement: Statement, given: Mapping[str, object]) -> bool:
        """Whether the write can wait. What was removed may be added again behind it; all else touches a row once."""
        table: Any = getattr(statement.core, "table", None)
        if table is None:
            return False
        row = () if table.name in _FACTS else _row(table.name, given)
        if row is None:
            return False
        if row in self.waiting.touched:
            self.send()
        if row and not isinstance(statement.core, Delete):
            self.waiting.touched.add(row)
        self.waiting.groups.setdefault(id(statement), (statement, []))[1].append(given)
        return True


def _row(table: str, given: Mapping[str, object]) -> tuple[object, ...] | None:
    """Which row a write touches; None where it may touch many."""
    for names in _ROW_NAMES.get(table, ()):
        if all(name in given for name in names):
            return (table, *(given[name] for name in names))
    return None
