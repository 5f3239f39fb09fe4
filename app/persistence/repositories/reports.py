"""Reports' sums of bills and returns: one statement a figure, which walks the days it is asked for and no others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, and_, bindparam, case, func, or_, select

from app.persistence.each_of import among, listed
from app.persistence.repositories.report_lists import SqlReportLists
from app.persistence.scope import Cells
from app.persistence.statement import Statement, owned
from app.persistence.tables.bills import bill_lines, bills, claims
from app.persistence.tables.refunds import refunds
from app.services.reports.period import Days
from app.services.reports.records import BillSums, CardDay, CategorySums, ReferrerSums, ReturnSums

_IN_DAYS = (owned(bills), bills.c.business_day >= bindparam("first"), bills.c.business_day <= bindparam("last"))
_SOLD = bills.outerjoin(claims, and_(claims.c.bill_id == bills.c.bill_id, owned(claims)))
_WHOSE = func.coalesce(bills.c.member_id, claims.c.member_id)
_IS_REDEEMING = case((bills.c.redeemed_points > 0, 1), else_=0)
_CLAIMED = func.coalesce(claims.c.earned_points + claims.c.bonus_points, 0)
_MOST: BindParameter[int] = bindparam("most", required=True)
_SALES = func.sum(bills.c.net_minor)


def _sums(key: ColumnElement[Any]) -> Any:
    """What bills with this in common come to, in the order of BillSums."""
    return (
        select(
            key.label("key"),
            func.count(),
            func.count(_WHOSE),
            func.sum(_IS_REDEEMING),
            _SALES.label("sales"),
            func.sum(bills.c.redeemed_points),
            func.sum(bills.c.redeemed_minor),
            func.sum(bills.c.earned_points + bills.c.bonus_points + _CLAIMED),
        )
        .select_from(_SOLD)
        .where(*_IN_DAYS)
        .group_by("key")
    )


_BY_DAY = Statement(_sums(bills.c.business_day).order_by("key"))
_BY_TIER = Statement(_sums(func.coalesce(bills.c.tier, claims.c.tier, "")))
_BY_STAFF = Statement(_sums(bills.c.staff).order_by("key"))
_BY_MEMBER = Statement(_sums(_WHOSE).where(_WHOSE.is_not(None)).order_by(_SALES.desc(), "key").limit(_MOST))
_OF_MEMBERS = Statement(_sums(_WHOSE).where(among(_WHOSE, "of_members")))
_REFERRED = func.coalesce(bills.c.referrer_id, claims.c.referrer_id)
_BY_REFERRER = Statement(
    select(
        _REFERRED.label("referrer"),
        func.count(_WHOSE.distinct()),
        func.count(),
        _SALES,
        func.sum(bills.c.referrer_points + func.coalesce(claims.c.referrer_points, 0)),
    )
    .select_from(_SOLD)
    .where(*_IN_DAYS, _REFERRED.is_not(None))
    .group_by("referrer")
)
# An index has the bills of each day by member, ready to be counted. Cards that came later are few: they are counted
# apart, and whoever has one is looked at however few their other bills are.
_BUSY = Statement(
    select(
        bills.c.business_day,
        bills.c.member_id,
        func.count(),
        func.sum(_IS_REDEEMING),
        func.sum(bills.c.redeemed_points),
    )
    .where(*_IN_DAYS, bills.c.member_id.is_not(None))
    .group_by(bills.c.business_day, bills.c.member_id)
    .having(
        or_(
            func.count() >= bindparam("bills_least"),
            func.sum(_IS_REDEEMING) >= bindparam("redemptions_least"),
            among(bills.c.member_id, "claiming"),
        )
    )
)
_CLAIMS = Statement(select(claims.c.bill_id, claims.c.member_id).where(owned(claims)))
_DAY_OF = Statement(select(bills.c.business_day).where(owned(bills), bills.c.bill_id == bindparam("of_bill")))

_RETURNED_IN = (
    owned(refunds),
    refunds.c.business_day >= bindparam("first"),
    refunds.c.business_day <= bindparam("last"),
)


def _returned(key: ColumnElement[Any]) -> Statement:
    return Statement(
        select(key, func.count(), func.sum(refunds.c.amount_minor)).where(*_RETURNED_IN).group_by(key).order_by(key)
    )


_RETURNED_BY_DAY, _RETURNED_BY_STAFF = _returned(refunds.c.business_day), _returned(refunds.c.staff)

# Ids of bills are time-ordered. Where those between the first and the last of the days are all of these days, the lines
# of a category lie together in an index and are read so, one category after the other. Where another clock has its
# bills between them, each bill's lines are sought, a day at a time: to sort the lines of a year at once takes longer.
_ENDS = Statement(select(func.min(bills.c.bill_id), func.max(bills.c.bill_id), func.count()).where(*_IN_DAYS))
_BETWEEN = Statement(
    select(func.count()).where(
        owned(bills), bills.c.bill_id >= bindparam("first_bill"), bills.c.bill_id <= bindparam("last_bill")
    )
)
_SUMS = (
    func.count(),
    func.sum(bill_lines.c.gross_minor),
    func.sum(bill_lines.c.net_minor),
    func.sum(bill_lines.c.points),
)
_NEXT_CATEGORY = Statement(
    select(func.min(bill_lines.c.category)).where(owned(bill_lines), bill_lines.c.category > bindparam("after"))
)
_LINES_BETWEEN = Statement(
    select(*_SUMS).where(
        owned(bill_lines),
        bill_lines.c.category == bindparam("category"),
        bill_lines.c.bill_id >= bindparam("first_bill"),
        bill_lines.c.bill_id <= bindparam("last_bill"),
    )
)
_LINES_OF_EACH = Statement(
    select(bill_lines.c.category, *_SUMS)
    .select_from(bills.join(bill_lines, bill_lines.c.bill_id == bills.c.bill_id))
    .where(*_IN_DAYS, owned(bill_lines))
    .group_by(bill_lines.c.category)
    .order_by(bill_lines.c.category)
)


@dataclass(frozen=True, slots=True)
class SqlReports(SqlReportLists):
    """What was sold and came back; what was moved, and what stands behind a figure, is in the parts it is made of."""

    def by_day(self, first: date, last: date) -> Sequence[BillSums]:
        return _bill_sums(self.scope.rows(_BY_DAY, **_days(first, last)))

    def by_tier(self, first: date, last: date) -> Sequence[BillSums]:
        return _bill_sums(self.scope.rows(_BY_TIER, **_days(first, last)))

    def by_staff(self, first: date, last: date) -> Sequence[BillSums]:
        return _bill_sums(self.scope.rows(_BY_STAFF, **_days(first, last)))

    def by_member(self, first: date, last: date, *, most: int) -> Sequence[BillSums]:
        return _bill_sums(self.scope.rows(_BY_MEMBER, **_days(first, last), most=most))

    def of_members(self, first: date, last: date, members: Iterable[str]) -> Sequence[BillSums]:
        return _bill_sums(self.scope.rows(_OF_MEMBERS, **_days(first, last), of_members=listed(members)))

    def by_referrer(self, first: date, last: date) -> Sequence[ReferrerSums]:
        return [ReferrerSums(*row) for row in self.scope.rows(_BY_REFERRER, **_days(first, last))]

    def by_category(self, first: date, last: date) -> Sequence[CategorySums]:
        first_bill, last_bill, sold = self.scope.rows(_ENDS, **_days(first, last))[0]
        ends = {"first_bill": first_bill, "last_bill": last_bill}
        if sold and self.scope.scalar(_BETWEEN, **ends) == sold:
            each = ((category, *self._lines_of(category, ends)) for category in self._categories())
            return [CategorySums(category, lines, *sums) for category, lines, *sums in each if lines]
        days = (_days(day, day) for day in Days(first, last).each())
        return _added(row for day in days for row in self.scope.rows(_LINES_OF_EACH, **day))

    def _lines_of(self, category: str, ends: Mapping[str, str]) -> Cells:
        return self.scope.rows(_LINES_BETWEEN, category=category, **ends)[0]

    def _categories(self) -> Iterator[str]:
        """Every one that something was ever sold of, in order."""
        category = self.scope.scalar(_NEXT_CATEGORY, after="")
        while category is not None:
            yield category
            category = self.scope.scalar(_NEXT_CATEGORY, after=category)

    def returns_by_day(self, first: date, last: date) -> Sequence[ReturnSums]:
        return [ReturnSums(*row) for row in self.scope.rows(_RETURNED_BY_DAY, **_days(first, last))]

    def returns_by_staff(self, first: date, last: date) -> Sequence[ReturnSums]:
        return [ReturnSums(*row) for row in self.scope.rows(_RETURNED_BY_STAFF, **_days(first, last))]

    def busy_cards(self, first: date, last: date, *, bills: int, redemptions: int) -> Sequence[CardDay]:
        later = self._claimed(first, last)
        given = {**_days(first, last), "bills_least": bills, "redemptions_least": redemptions}
        sold = self.scope.rows(_BUSY, **given, claiming=listed({whose for _, whose in later}))
        sums = {(day, whose): figures for day, whose, *figures in sold}
        busy = [
            CardDay(date.fromisoformat(day), whose, count + later[day, whose], redeeming, points)
            for day, whose in sorted(sums.keys() | later.keys())
            for count, redeeming, points in [sums.get((day, whose), (0, 0, 0))]
        ]
        return [one for one in busy if one.bills >= bills or one.redemptions >= redemptions]

    def _claimed(self, first: date, last: date) -> Counter[tuple[str, str]]:
        """How many bills of a day got the card of a member later."""
        days = _days(first, last)
        each = ((self.scope.scalar(_DAY_OF, of_bill=bill_id), whose) for bill_id, whose in self.scope.rows(_CLAIMS))
        return Counter((day, whose) for day, whose in each if days["first"] <= day <= days["last"])


def _days(first: date, last: date) -> dict[str, str]:
    return {"first": first.isoformat(), "last": last.isoformat()}


def _added(rows: Iterable[Cells]) -> list[CategorySums]:
    """The sums of the days, by category."""
    sums: dict[str, list[int]] = {}
    for category, *figures in rows:
        so_far = sums.get(category, [0] * len(figures))
        sums[category] = [one + more for one, more in zip(so_far, figures, strict=True)]
    return [CategorySums(category, *sums[category]) for category in sorted(sums)]


def _bill_sums(rows: Iterable[Cells]) -> Sequence[BillSums]:
    return [BillSums(*row) for row in rows]
