"""Together: the same change of many rows as one statement of PostgreSQL, its values given as a column each.

A row at a time costs the database several times what the row does. `INSERT … VALUES ($1, $2)` for many rows becomes
`INSERT … SELECT … FROM unnest($1, $2)`; changes and removals are joined to their values likewise.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import Integer, LargeBinary
from sqlalchemy.types import TypeEngine

from app.persistence.statement import Statement, postgres_dialect

_NUMBERED = re.compile(r"\$(\d+)")
_VALUES = re.compile(r"\s*VALUES \((.*)\)\s*$", re.DOTALL)
_UNLIKE_JSON = re.compile(rb'\\[^"\\]')  # how JSON writes what PostgreSQL's arrays write otherwise
_TENANT = "tenant_id"


@dataclass(frozen=True, slots=True)
class Together:
    """The text takes the tenant first, where it names one, then an array for each of `names`."""

    text: str
    names: tuple[str, ...]
    are_bytes: tuple[bool, ...]
    has_tenant: bool

    def values(self, rows: Sequence[Mapping[str, Any]], tenant_id: str | None) -> list[Any]:
        columns = ([row[name] for row in rows] for name in self.names)
        arrays = [_array(column, of_bytes) for column, of_bytes in zip(columns, self.are_bytes, strict=True)]
        return [tenant_id, *arrays] if self.has_tenant else arrays


@functools.cache
def together(statement: Statement) -> Together:
    """The set-based form of an insert, update or delete. No two rows may name the same one."""
    compiled: Any = statement.core.compile(dialect=postgres_dialect(), column_keys=statement.sets)
    named: tuple[str, ...] = tuple(compiled.positiontup)
    names = tuple(dict.fromkeys(name for name in named if name != _TENANT))
    has_tenant = _TENANT in named
    kinds = [_kind(compiled.binds[name].type) for name in names]
    arrays = ", ".join(f"${number + has_tenant}::{kind}[]" for number, kind in enumerate(kinds, 1))
    given = f"unnest({arrays}) AS given({', '.join(f'v{number}' for number in range(len(names)))})"

    def placed(found: re.Match[str]) -> str:
        name = named[int(found[1]) - 1]
        return "$1::text" if name == _TENANT else f"given.v{names.index(name)}"

    text = _joined(_NUMBERED.sub(placed, str(compiled)), given)
    return Together(text, names, tuple(kind == "bytea" for kind in kinds), has_tenant)


def _joined(text: str, given: str) -> str:
    if text.startswith("INSERT"):
        return _VALUES.sub(lambda found: f" SELECT {found[1]} FROM {given}", text)
    head, _, conditions = text.partition(" WHERE ")
    return f"{head} {'FROM' if text.startswith('UPDATE') else 'USING'} {given} WHERE {conditions}"


def _kind(of: TypeEngine[Any]) -> str:
    if isinstance(of, LargeBinary):
        return "bytea"
    return "int8" if isinstance(of, Integer) else "text"


def _array(column: list[Any], of_bytes: bool) -> Any:
    """An array as PostgreSQL reads it; a list, for the driver to write, where JSON would write it otherwise."""
    if of_bytes:
        return "{" + ",".join("NULL" if one is None else f'"\\\\x{one.hex()}"' for one in column) + "}"
    try:
        written = orjson.dumps(column)
    except TypeError:  # half a letter, a number of more than 64 bits: the driver says so in its own words
        return column
    return column if _UNLIKE_JSON.search(written) else f"{{{written[1:-1].decode()}}}"
