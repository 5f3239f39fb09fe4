"""Statements: Core, compiled once to a driver's text and the order of its values; each names its tenant.

A till runs the same few dozen statements all day, a dozen and a half of them for a bill. Run through an engine, each
costs several times what the database needs for it; as a prepared text it costs next to nothing more.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import Any

from sqlalchemy import ClauseElement, ColumnElement, Dialect, FromClause, Table, bindparam, insert
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.visitors import iterate

_SQLITE = sqlite.dialect(paramstyle="qmark")


@functools.cache
def postgres_dialect() -> Dialect:
    """Loaded when the first statement is made for it, which at a till is never."""
    from sqlalchemy.dialects.postgresql.base import PGDialect

    return PGDialect(paramstyle="numeric_dollar")  # type: ignore[no-untyped-call]


def owned(table: FromClause) -> ColumnElement[bool]:
    """The condition every statement carries: this tenant's rows only."""
    return table.c.tenant_id == bindparam("tenant_id")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A driver's text. `names` are the values it takes, in order; `constants` those it brings itself, as a limit."""

    text: str
    names: tuple[str, ...]
    constants: Mapping[str, Any]

    def values(self, given: Mapping[str, Any]) -> list[Any]:
        """What is given, and what it brings itself, in the order of the text."""
        whole = {**self.constants, **given} if self.constants else given
        return [whole[name] for name in self.names]

    def values_of_each(self, given: Sequence[Mapping[str, Any]], own: Mapping[str, Any]) -> list[Sequence[Any]]:
        """The same for many rows at once; what is `own` goes before what is given."""
        if len(self.names) < 2:
            return [self.values({**one, **own}) for one in given]
        pick = itemgetter(*self.names)
        return [pick({**self.constants, **one, **own}) for one in given]


@dataclass(frozen=True)
class Statement:
    """A statement of Core. `sets` are the columns an update gives new values, by their own names."""

    core: ClauseElement
    sets: tuple[str, ...] | None = None

    @cached_property
    def sqlite(self) -> Prepared:
        return self._prepared(_SQLITE)

    @cached_property
    def postgres(self) -> Prepared:
        return self._prepared(postgres_dialect())

    @cached_property
    def table(self) -> str | None:
        """The table it changes; None for what changes none."""
        changed = getattr(self.core, "table", None)
        return changed.name if isinstance(changed, Table) else None

    @cached_property
    def tables(self) -> frozenset[str]:
        """Every table it names."""
        return frozenset(part.name for part in iterate(self.core) if isinstance(part, Table))

    def _prepared(self, dialect: Dialect) -> Prepared:
        compiled: Any = self.core.compile(dialect=dialect, column_keys=self.sets)
        names, binds = tuple(compiled.positiontup), compiled.binds
        return Prepared(str(compiled), names, {name: binds[name].value for name in names if not binds[name].required})


def adding(table: Table) -> Statement:
    """Insert a whole row."""
    return Statement(insert(table).inline())
