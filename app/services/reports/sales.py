"""Reports of what was sold: by day, by category, and how much of it points paid."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from app.services.reports.asked import Asked
from app.services.reports.question import About, Question
from app.services.reports.records import BillSums
from app.services.reports.table import (
    BILLS,
    DAY,
    EARNED,
    SALES,
    SHARE,
    Cell,
    Drawing,
    Heading,
    Kind,
    OwnWord,
    Row,
    Table,
    average,
    share,
    totals,
)

_NOTHING = BillSums("", 0, 0, 0, 0, 0, 0, 0)


def sales_by_day(asked: Asked) -> Table:
    """Every day of the period, also one on which nothing was sold."""
    sold = {one.key: one for one in asked.reports.by_day(asked.first, asked.last)}
    back = {one.key: one.amount_minor for one in asked.reports.returns_by_day(asked.first, asked.last)}
    joined = asked.reports.joined(asked.first, asked.last)

    def row(day: date) -> Row:
        name = day.isoformat()
        cells = _day_cells(sold.get(name, _NOTHING), back.get(name, 0))
        return Row((day, *cells, joined.get(day, 0)), Question(About.BILLS, day, day))

    headings = (
        DAY,
        BILLS,
        Heading("With a card", Kind.COUNT),
        Heading("Members", Kind.SHARE),
        SALES,
        Heading("Average bill", Kind.MONEY),
        Heading("Given back", Kind.MONEY),
        Heading("New members", Kind.COUNT),
    )
    total = (None, *_day_cells(summed(sold.values()), sum(back.values())), sum(joined.values()))
    return Table(
        OwnWord("Sales and members by day"), headings, tuple(map(row, asked.days.each())), Drawing(0, (4,)), total
    )


def _day_cells(sums: BillSums, back_minor: int) -> tuple[Cell, ...]:
    return (
        sums.bills,
        sums.with_card,
        share(sums.with_card, sums.bills),
        sums.sales_minor,
        average(sums.sales_minor, sums.bills),
        back_minor,
    )


def redemption_rate(asked: Asked) -> Table:
    """How often, and for how much of what was sold, points paid."""
    sold = {one.key: one for one in asked.reports.by_day(asked.first, asked.last)}

    def row(day: date) -> Row:
        behind = Question(About.BILLS, day, day, with_points=True)
        return Row((day, *_rate_cells(sold.get(day.isoformat(), _NOTHING))), behind)

    headings = (
        DAY,
        Heading("With a card", Kind.COUNT),
        Heading("Paid with points", Kind.COUNT),
        Heading("Redemption rate", Kind.SHARE),
        Heading("Points used", Kind.POINTS),
        Heading("Worth", Kind.MONEY),
        SHARE,
    )
    total = (None, *_rate_cells(summed(sold.values())))
    drawing = Drawing(0, (3,), is_line=True)
    return Table(OwnWord("Redemption rate"), headings, tuple(map(row, asked.days.each())), drawing, total)


def _rate_cells(sums: BillSums) -> tuple[Cell, ...]:
    return (
        sums.with_card,
        sums.redeeming,
        share(sums.redeeming, sums.with_card),
        sums.redeemed_points,
        sums.redeemed_minor,
        share(sums.redeemed_minor, sums.sales_minor),
    )


def summed(each: Iterable[BillSums]) -> BillSums:
    """All of them as one."""
    found = list(each)
    return BillSums(
        key="",
        bills=sum(one.bills for one in found),
        with_card=sum(one.with_card for one in found),
        redeeming=sum(one.redeeming for one in found),
        sales_minor=sum(one.sales_minor for one in found),
        redeemed_points=sum(one.redeemed_points for one in found),
        redeemed_minor=sum(one.redeemed_minor for one in found),
        earned_points=sum(one.earned_points for one in found),
    )


def category_mix(asked: Asked) -> Table:
    found = asked.reports.by_category(asked.first, asked.last)
    whole = sum(one.net_minor for one in found)
    rows = tuple(
        Row(
            (
                one.category,
                one.lines,
                one.gross_minor - one.net_minor,
                one.net_minor,
                share(one.net_minor, whole),
                one.points,
            ),
            Question(About.BILLS, asked.first, asked.last, category=one.category),
        )
        for one in sorted(found, key=lambda one: (-one.net_minor, one.category))
    )
    headings = (
        Heading("Category", Kind.WORDS),
        Heading("Lines", Kind.COUNT),
        Heading("Discount", Kind.MONEY),
        SALES,
        SHARE,
        EARNED,
    )
    return Table(OwnWord("Category mix"), headings, rows, Drawing(0, (3,)), totals(headings, rows))
