"""Activity: what each bill contributes to its member's tier and monthly counts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, case, delete, func, select, update

from app.domain.tiers import Activity, Metrics
from app.persistence.each_of import listed, owned_among
from app.persistence.scope import Scope
from app.persistence.statement import Statement, adding, owned
from app.persistence.tables.bills import activity
from app.persistence.tables.members import members
from app.persistence.tables.points import balances
from app.services.ports import BillActivity
from app.services.records import from_micros, to_micros

_OF_BILL = (owned(activity), activity.c.bill_id == bindparam("of_bill"))
_MINE = (owned(activity), activity.c.member_id == bindparam("of_member"))
_IN_WINDOW = activity.c.at > bindparam("since")

ADD_ACTIVITY = adding(activity)
_REMOVE = Statement(delete(activity).where(*_OF_BILL))
_REMOVE_MINE = Statement(delete(activity).where(*_MINE))
_CLEAR = Statement(delete(activity).where(owned(activity)))
_MOVE = Statement(update(activity).where(*_MINE), sets=("member_id",))
_ONE = Statement(
    select(activity.c.member_id, activity.c.at, activity.c.spend_minor, activity.c.points).where(*_OF_BILL)
)
_ALL = Statement(
    select(activity.c.bill_id, activity.c.at, activity.c.spend_minor, activity.c.points)
    .where(*_MINE)
    .order_by(activity.c.at, activity.c.bill_id)
)
_OF_EACH = Statement(
    select(activity.c.member_id, activity.c.bill_id, activity.c.at, activity.c.spend_minor, activity.c.points)
    .where(owned_among(activity, "of_members"))
    .order_by(activity.c.member_id, activity.c.at, activity.c.bill_id)
)
_METRICS = Statement(
    select(
        func.coalesce(func.sum(activity.c.points), 0),
        func.coalesce(func.sum(case((_IN_WINDOW, activity.c.spend_minor))), 0),
        func.count(case((_IN_WINDOW, activity.c.at))),
    ).where(*_MINE)
)
_MERGED = select(members.c.member_id).where(owned(members), members.c.merged_into.is_not(None))
_ABOVE_TIER = Statement(
    select(
        balances.c.member_id,
        balances.c.tier,
        func.coalesce(func.sum(activity.c.points), 0),
        func.coalesce(func.sum(case((_IN_WINDOW, activity.c.spend_minor))), 0),
        func.count(case((_IN_WINDOW, activity.c.at))),
    )
    .select_from(
        balances.outerjoin(
            activity, (activity.c.member_id == balances.c.member_id) & (activity.c.tenant_id == balances.c.tenant_id)
        )
    )
    .where(owned(balances), balances.c.tier != bindparam("lowest"), balances.c.member_id.not_in(_MERGED))
    .group_by(balances.c.member_id, balances.c.tier)
    .order_by(balances.c.member_id)
)
_WITHIN = Statement(
    select(
        func.coalesce(func.sum(activity.c.points), 0),
        func.coalesce(func.sum(activity.c.spend_minor), 0),
        func.count(),
    ).where(*_MINE, activity.c.at >= bindparam("from_at"), activity.c.at < bindparam("until_at"))
)
_COUNT = Statement(
    select(func.count()).where(*_MINE, activity.c.at >= bindparam("from_at"), activity.c.at < bindparam("until_at"))
)

_OF_RANGE = Statement(
    select(activity.c.member_id, activity.c.at, activity.c.spend_minor, activity.c.points).where(
        owned(activity),
        activity.c.member_id >= bindparam("first"),
        activity.c.member_id <= bindparam("last"),
        activity.c.at >= bindparam("since"),
    )
)


@dataclass(frozen=True, slots=True)
class SqlActivities:
    scope: Scope

    def put(self, activity: BillActivity) -> None:
        self.remove(activity.bill_id)
        self.scope.change(ADD_ACTIVITY, **activity_row(activity))

    def remove(self, bill_id: str) -> None:
        self.scope.change(_REMOVE, of_bill=bill_id)

    def get(self, bill_id: str) -> BillActivity | None:
        row = self.scope.row(_ONE, of_bill=bill_id)
        return None if row is None else BillActivity(bill_id, row[0], _activity(*row[1:]))

    def of_member(self, member_id: str) -> Sequence[Activity]:
        """Oldest first."""
        return [one.activity for one in self.rows_of_member(member_id)]

    def rows_of_member(self, member_id: str) -> Sequence[BillActivity]:
        """Oldest first."""
        rows = self.scope.rows(_ALL, of_member=member_id)
        return [BillActivity(row[0], member_id, _activity(*row[1:])) for row in rows]

    def of_members(self, member_ids: Collection[str]) -> dict[str, dict[str, BillActivity]]:
        """Of each of them, by bill, oldest first."""
        found: dict[str, dict[str, BillActivity]] = {member_id: {} for member_id in member_ids}
        for member_id, bill_id, *worth in self.scope.rows(_OF_EACH, of_members=listed(member_ids)):
            found[member_id][bill_id] = BillActivity(bill_id, member_id, _activity(*worth))
        return found

    def put_all(self, activities: Mapping[str, Sequence[BillActivity]]) -> None:
        """A bill may have been another's, who was merged into one of these members."""
        rows = [activity_row(one) for every in activities.values() for one in every]
        self.scope.change_each(_REMOVE_MINE, [{"of_member": member_id} for member_id in activities])
        self.scope.change_each(_REMOVE, [{"of_bill": row["bill_id"]} for row in rows])
        self.scope.change_each(ADD_ACTIVITY, rows)

    def metrics(self, member_id: str, *, since: datetime) -> Metrics:
        """Spend and bills after `since`; points of all time."""
        row = self.scope.row(_METRICS, of_member=member_id, since=to_micros(since))
        assert row is not None, "a sum always has a row"
        points, spend_minor, orders = row
        return Metrics(points, spend_minor, orders)

    def above_tier(self, lowest: str, *, since: datetime) -> Iterator[tuple[str, str, Metrics]]:
        rows = self.scope.stream(_ABOVE_TIER, lowest=lowest, since=to_micros(since))
        return ((member_id, tier, Metrics(*counted)) for member_id, tier, *counted in rows)

    def count(self, member_id: str, *, from_at: datetime, until_at: datetime) -> int:
        count: int = self.scope.scalar(
            _COUNT, of_member=member_id, from_at=to_micros(from_at), until_at=to_micros(until_at)
        )
        return count

    def within(self, member_id: str, *, from_at: datetime, until_at: datetime) -> Metrics:
        row = self.scope.row(_WITHIN, of_member=member_id, from_at=to_micros(from_at), until_at=to_micros(until_at))
        assert row is not None, "a sum always has a row"
        return Metrics(*map(int, row))

    def of_range(self, first: str, last: str, *, since: datetime) -> Iterator[tuple[str, Activity]]:
        rows = self.scope.stream(_OF_RANGE, first=first, last=last, since=to_micros(since))
        return ((member_id, _activity(*worth)) for member_id, *worth in rows)

    def move(self, source: str, into: str) -> None:
        self.scope.change(_MOVE, of_member=source, member_id=into)

    def clear(self) -> None:
        self.scope.change(_CLEAR)


def activity_row(activity: BillActivity) -> dict[str, Any]:
    return {
        "bill_id": activity.bill_id,
        "member_id": activity.member_id,
        "at": to_micros(activity.activity.at),
        "spend_minor": activity.activity.spend_minor,
        "points": activity.activity.points,
    }


def _activity(at: int, spend_minor: int, points: int) -> Activity:
    return Activity(from_micros(at), spend_minor, points)
