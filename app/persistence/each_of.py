"""Each of: the texts of a list as rows of a statement, whatever its length. The list is given as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, FromClause, and_, bindparam, func, literal_column
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement


class _Among(FunctionElement[bool]):
    """Takes the column and the list."""

    name = "among"
    inherit_cache = True


@compiles(_Among, "sqlite")
def _of_sqlite(element: Any, compiler: Any, **more: Any) -> str:
    column, texts = (compiler.process(one, **more) for one in element.clauses)
    return f"({column} IN (SELECT value FROM json_each({texts})))"


@compiles(_Among, "postgresql")
def _of_postgres(element: Any, compiler: Any, **more: Any) -> str:
    """An array, which an index is asked for; a table of them is joined, in an order that the planner has to guess."""
    column, texts = (compiler.process(one, **more) for one in element.clauses)
    return f"({column} = ANY (ARRAY(SELECT json_array_elements_text(CAST({texts} AS json)))))"


def among(column: Any, name: str) -> ColumnElement[bool]:
    """The condition that a column has one of the texts given as `name`."""
    return _Among(column, bindparam(name))


def owned_among(table: FromClause, name: str) -> ColumnElement[bool]:
    """This tenant's rows of the members given as `name`.

    The tenant is compared in a way no index serves, so that these are sought and not all that the tenant has.
    """
    is_owned = func.coalesce(table.c.tenant_id, literal_column("''")) == bindparam("tenant_id")
    return and_(is_owned, among(table.c.member_id, name))


def listed(texts: Iterable[str]) -> str:
    """What is to be given for them."""
    return json.dumps(sorted(set(texts)))
