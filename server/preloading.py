"""Preloading: what a batch will read of its members, fetched for all of them at once."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from app.domain.tiers import Activity
from app.persistence.scope import Scope
from app.persistence.statement import Statement, owned
from app.persistence.tables import activity
from app.services.ports import BillActivity
from app.services.records import from_micros


class EachOf(FunctionElement[str]):
    """The texts of a list that is given as JSON: one value to bind, whatever its length and the database."""

    name = "each_of"
    inherit_cache = True


@compiles(EachOf, "sqlite")
def _of_sqlite(element: Any, compiler: Any, **more: Any) -> str:
    return f"(SELECT value FROM json_each({compiler.process(element.clauses, **more)}))"


@compiles(EachOf, "postgresql")
def _of_postgres(element: Any, compiler: Any, **more: Any) -> str:
    return f"(SELECT json_array_elements_text(CAST({compiler.process(element.clauses, **more)} AS json)))"


_ACTIVITIES = Statement(
    select(activity.c.member_id, activity.c.bill_id, activity.c.at, activity.c.spend_minor, activity.c.points)
    .where(owned(activity), activity.c.member_id.op("IN")(EachOf(bindparam("of_members"))))
    .order_by(activity.c.member_id, activity.c.at, activity.c.bill_id)
)


def activities(scope: Scope, member_ids: Iterable[str]) -> dict[str, dict[str, BillActivity]]:
    """What bills count for each of these members, oldest first."""
    wanted = sorted(set(member_ids))
    found: dict[str, dict[str, BillActivity]] = {member_id: {} for member_id in wanted}
    rows = scope.rows(_ACTIVITIES, of_members=json.dumps(wanted))
    for member_id, mine in groupby(rows, key=itemgetter(0)):
        for _, bill_id, at, spend, points in mine:
            found[member_id][bill_id] = BillActivity(bill_id, member_id, Activity(from_micros(at), spend, points))
    return found
