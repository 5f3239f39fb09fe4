"""Behind a figure: its bills or movements as a table, and behind each of them the bill line by line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, TypeVar

from app.domain.entries import EntryKind
from app.services.reports.approvals import listed, of_somebody
from app.services.reports.asked import Asked
from app.services.reports.question import About, Question
from app.services.reports.records import BillLine, PointLine
from app.services.reports.table import EARNED, POINTS, SALES, Heading, Kind, OwnWord, Row, Table, totals
from app.services.staff.roster import people

ROWS_MAX: Final = 500
MORE: Final = OwnWord("Only the newest 500 are shown. Choose fewer days.")
KINDS: Final[Mapping[EntryKind, OwnWord]] = {
    EntryKind.EARN: OwnWord("Earned"),
    EntryKind.BONUS: OwnWord("Bonus"),
    EntryKind.REFERRAL: OwnWord("For a friend's bill"),
    EntryKind.REDEEM: OwnWord("Used"),
    EntryKind.REWARD: OwnWord("Reward"),
    EntryKind.ADJUST: OwnWord("By hand"),
    EntryKind.REVERSE: OwnWord("Taken back"),
    EntryKind.RESTORE: OwnWord("Given back"),
    EntryKind.EXPIRE: OwnWord("Expired"),
    EntryKind.UNEXPIRE: OwnWord("Expiry undone"),
    EntryKind.EXTEND: OwnWord("Kept for longer"),
    EntryKind.UNEXTEND: OwnWord("Kept no longer"),
    EntryKind.MERGE_OUT: OwnWord("Moved away"),
    EntryKind.MERGE_IN: OwnWord("Moved here"),
}
_WHEN = Heading("When", Kind.INSTANT)
_One = TypeVar("_One")


def behind(asked: Asked, question: Question) -> Table:
    if question.about is About.BILLS:
        return _bills(asked, question)
    if question.about is About.APPROVALS:
        return _approvals(asked, question)
    return _movements(asked, question)


def _approvals(asked: Asked, question: Question) -> Table:
    found, told = newest_only(of_somebody(asked, question))
    headings, rows = listed(asked, found)
    return Table(OwnWord("Approvals"), headings, rows, said=told)


def _bills(asked: Asked, question: Question) -> Table:
    found, told = newest_only(asked.reports.bills_behind(question, most=ROWS_MAX + 1))
    names = {one.staff_id: one.name for one in people(asked.uow)}
    headings = (
        Heading("Bill", Kind.WORDS),
        _WHEN,
        Heading("Cashier", Kind.WORDS),
        Heading("Member", Kind.WORDS),
        SALES,
        Heading("By points", Kind.MONEY),
        EARNED,
    )
    rows = tuple(_bill_row(asked, one, names.get(one.staff, one.staff)) for one in found)
    return Table(OwnWord("Bills"), headings, rows, said=told)


def _bill_row(asked: Asked, one: BillLine, cashier: str) -> Row:
    member = asked.named(one.member_id)[0] if one.member_id else ""
    cells = (one.number, one.occurred_at, cashier, member, one.sales_minor, one.redeemed_minor, one.earned_points)
    return Row(cells, bill_id=one.bill_id)


def _movements(asked: Asked, question: Question) -> Table:
    found, told = newest_only(asked.reports.points_behind(question, most=ROWS_MAX + 1))
    names = {one.staff_id: one.name for one in people(asked.uow)}
    headings = (
        _WHEN,
        Heading("Member", Kind.WORDS),
        Heading("What", Kind.WORDS),
        POINTS,
        Heading("By whom", Kind.WORDS),
        Heading("Reason", Kind.WORDS),
    )
    rows = tuple(_movement_row(asked, one, names.get(one.staff or "", one.staff or "")) for one in found)
    return Table(OwnWord("Points moved"), headings, rows, said=told)


def _movement_row(asked: Asked, one: PointLine, by: str) -> Row:
    bill = asked.uow.bills.get(one.cause)
    cells = (one.occurred_at, asked.named(one.member_id)[0], KINDS[one.kind], one.points, by, one.reason or "")
    return Row(cells, bill_id=None if bill is None else bill.bill_id)


def newest_only(found: Sequence[_One]) -> tuple[Sequence[_One], tuple[OwnWord, ...]]:
    """Of a list that begins with the newest as many as are shown, and what is to say of the others."""
    return found[:ROWS_MAX], (MORE,) if len(found) > ROWS_MAX else ()


def bill(asked: Asked, bill_id: str) -> Table:
    """One bill, line by line. It stands here: a list named it."""
    found = asked.uow.bills.get(bill_id)
    assert found is not None, "a list names bills that stand here"
    headings = (
        Heading("Item", Kind.WORDS),
        Heading("Category", Kind.WORDS),
        Heading("Before discount", Kind.MONEY),
        SALES,
        EARNED,
    )
    rows = tuple(
        Row((line.label or line.category, line.category, line.gross_minor, line.net_minor, line.points))
        for line in found.lines
    )
    return Table(found.number, headings, rows, total=totals(headings, rows))
