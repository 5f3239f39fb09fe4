"""Reports of points: what was earned and spent by day, and what will be gone when."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Final

from app.domain.days import add_months
from app.domain.entries import EntryKind
from app.services.reports.asked import Asked
from app.services.reports.period import end_of
from app.services.reports.question import About, Question
from app.services.reports.table import DAY, EARNED, POINTS, Cell, Drawing, Heading, Kind, OwnWord, Row, Table, totals

MONTHS_AHEAD: Final = 12
# What a column adds up, with the sign under which it is shown as a size. Merges move points and make none.
_COLUMNS = (
    (EARNED, 1, (EntryKind.EARN, EntryKind.BONUS, EntryKind.REFERRAL)),
    (Heading("Taken back", Kind.POINTS), -1, (EntryKind.REVERSE,)),
    (Heading("Used", Kind.POINTS), -1, (EntryKind.REDEEM, EntryKind.REWARD)),
    (Heading("Restored", Kind.POINTS), 1, (EntryKind.RESTORE,)),
    (Heading("Expired", Kind.POINTS), -1, (EntryKind.EXPIRE, EntryKind.UNEXPIRE)),
    (Heading("By hand", Kind.POINTS), 1, (EntryKind.ADJUST,)),
)


def earned_and_used(asked: Asked) -> Table:
    """Every day's movements by what they were; the last column is what they came to."""
    moved: dict[tuple[date, EntryKind], int] = defaultdict(int)
    for one in asked.reports.points(asked.first, asked.last):
        moved[one.day, one.kind] += one.points

    def row(day: date) -> Row:
        signed = [(sign, sum(moved[day, kind] for kind in kinds)) for _, sign, kinds in _COLUMNS]
        cells: tuple[Cell, ...] = tuple(sign * points for sign, points in signed)
        return Row((day, *cells, sum(points for _, points in signed)), Question(About.POINTS, day, day))

    headings = (DAY, *(heading for heading, _, _ in _COLUMNS), Heading("Together", Kind.POINTS))
    rows = tuple(map(row, asked.days.each()))
    return Table(OwnWord("Points earned and used"), headings, rows, Drawing(0, (1, 3)), totals(headings, rows))


def expiring(asked: Asked) -> Table:
    """What will be gone on which day of the next twelve months, if nobody uses it before, whatever the period is."""
    calendar = asked.desk.calendar
    until = end_of(add_months(calendar.day_of(asked.now), MONTHS_AHEAD), calendar)
    rows = []
    for due in asked.reports.due(asked.now, until):
        day = calendar.day_of(due.expires_at)
        behind = Question(About.POINTS, day, day, expires_on=day)
        rows.append(Row((day, due.members, due.points, asked.worth(due.points)), behind))
    headings = (
        Heading("Gone on", Kind.DAY),
        Heading("Members", Kind.COUNT),
        POINTS,
        Heading("Worth", Kind.MONEY),
    )
    total: tuple[Cell, ...] = (None, None, *totals(headings, rows)[2:])
    return Table(OwnWord("Expiring in the next 12 months"), headings, tuple(rows), Drawing(0, (2,)), total)
