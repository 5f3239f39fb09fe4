"""Statements: Core, compiled once to the driver's text and the order of its values; each names its tenant.

A till runs the same few dozen statements all day, a dozen and a half of them for a bill. Run through an engine, each
costs several times what the database needs for it; as a prepared text it costs next to nothing more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import ClauseElement, ColumnElement, FromClause, Table, bindparam, insert
from sqlalchemy.dialects import sqlite

_DIALECT = sqlite.dialect(paramstyle="qmark")


def owned(table: FromClause) -> ColumnElement[bool]:
    """The condition every statement carries: this tenant's rows only."""
    return table.c.tenant_id == bindparam("tenant_id")


@dataclass(frozen=True)
class Statement:
    """A statement of Core. `sets` are the columns an update gives new values, by their own names."""

    core: ClauseElement
    sets: tuple[str, ...] | None = None

    @cached_property
    def text(self) -> str:
        return str(self._compiled)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The values it takes, in order."""
        return tuple(self._compiled.positiontup)

    @cached_property
    def constants(self) -> Mapping[str, Any]:
        """The values it brings itself, such as a limit."""
        binds = self._compiled.binds
        return {name: binds[name].value for name in self.names if not binds[name].required}

    @cached_property
    def _compiled(self) -> Any:
        return self.core.compile(dialect=_DIALECT, column_keys=self.sets)

    def values(self, given: Mapping[str, Any]) -> list[Any]:
        """What is given, and what it brings itself, in the order of the text."""
        whole = {**self.constants, **given} if self.constants else given
        return [whole[name] for name in self.names]


def adding(table: Table) -> Statement:
    """Insert a whole row."""
    return Statement(insert(table).inline())
