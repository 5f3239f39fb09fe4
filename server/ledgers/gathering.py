"""Gathering: writes of a unit of work kept back and sent together, a statement at a time, before they could be missed.

To a database across a wire the round trips of a batch cost more than its rows. Writes to different rows may change
places; the same change of the same row replaces the one that waits; any other second write to a row, and whatever reads
its table, first sends what waits for that table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Delete

from app.persistence.scope import Cells, Scope
from app.persistence.statement import Statement

# Facts that come by the hundred, and are only ever added.
_FACTS = frozenset({"bills", "bill_lines", "bill_tenders", "entries", "inbox", "events", "effects", "tier_changes"})
# What names a row of a table, in an insert and in a change of it.
_ROW_NAMES: Mapping[str, Sequence[tuple[str, ...]]] = {
    "lots": (("lot_id",), ("of_lot",)),
    "lot_uses": (("entry_id", "lot_id", "stands_for"), ("of_entry", "of_lot", "of_stand")),
    "balances": (("of_member",),),
    "activity": (("bill_id",), ("of_bill",)),
    "counters": (("counter",),),
}


@dataclass(slots=True)
class _Waiting:
    """Rows of one table by the statement that writes them, in the order each was first needed; and which they are."""

    groups: dict[int, tuple[Statement, list[Mapping[str, object]]]] = field(default_factory=dict)
    touched: dict[tuple[object, ...], tuple[Statement, int]] = field(default_factory=dict)

    def group(self, statement: Statement) -> list[Mapping[str, object]]:
        if id(statement) not in self.groups:
            self.groups[id(statement)] = (statement, [])
        return self.groups[id(statement)][1]


@dataclass(frozen=True, slots=True)
class Gathering(Scope):
    waiting: dict[str, _Waiting] = field(default_factory=dict)

    def rows(self, statement: Statement, **given: object) -> Sequence[Cells]:
        self._send_before(statement)
        return Scope.rows(self, statement, **given)

    def stream(self, statement: Statement, **given: object) -> Iterator[Cells]:
        self._send_before(statement)
        return Scope.stream(self, statement, **given)

    def change(self, statement: Statement, **given: object) -> None:
        if not self._keep(statement, given):
            self._send_before(statement)
            Scope.change(self, statement, **given)

    def change_each(self, statement: Statement, each: Iterable[Mapping[str, object]]) -> None:
        """A statement's rows wait all of them or none: it names the same values in each."""
        rows = list(each)
        if statement.table is not None and statement.table in _FACTS:
            if rows:
                self._of(statement.table).group(statement).extend(rows)
            return
        kept = [self._keep(statement, given) for given in rows]
        if not all(kept):
            self._send_before(statement)
            Scope.change_each(self, statement, rows)

    def send(self) -> None:
        """Write what waits."""
        for table in list(self.waiting):
            self._send(table)

    def forget(self) -> None:
        """What waits is not to be written: its savepoint is undone."""
        self.waiting.clear()

    def _send_before(self, statement: Statement) -> None:
        """What names no table, as a savepoint, is about all of them."""
        for table in [one for one in self.waiting if one in statement.tables or not statement.tables]:
            self._send(table)

    def _send(self, table: str) -> None:
        for statement, rows in self.waiting.pop(table).groups.values():
            Scope.change_each(self, statement, rows)

    def _keep(self, statement: Statement, given: Mapping[str, object]) -> bool:
        """Whether the write can wait. What was removed may be added again behind it; all else touches a row once."""
        table = statement.table
        if table is None:
            return False
        row = () if table in _FACTS else _row(table, given)
        if row is None:
            return False
        if row in self._of(table).touched:
            if self._replaced(table, row, statement, given):
                return True
            self._send(table)
        mine, waiting = self._of(table), self._of(table).group(statement)
        if row and not isinstance(statement.core, Delete):
            mine.touched[row] = (statement, len(waiting))
        waiting.append(given)
        return True

    def _replaced(self, table: str, row: tuple[object, ...], statement: Statement, given: Mapping[str, object]) -> bool:
        """Whether it took the place of the same change of that row: one that asks for nothing but which row it is."""
        before, place = self.waiting[table].touched[row]
        is_same = before is statement and statement.sets is not None
        if not is_same or len(given) != len(row) + len(statement.sets or ()):
            return False
        self.waiting[table].group(statement)[place] = given
        return True

    def _of(self, table: str) -> _Waiting:
        if table not in self.waiting:
            self.waiting[table] = _Waiting()
        return self.waiting[table]


def _row(table: str, given: Mapping[str, object]) -> tuple[object, ...] | None:
    """Which row a write touches; None where it may touch many."""
    for names in _ROW_NAMES.get(table, ()):
        if all(name in given for name in names):
            return tuple([given[name] for name in names])
    return None
