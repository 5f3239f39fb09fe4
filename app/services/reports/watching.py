"""Reports an owner watches: what each of the staff did besides selling, and cards that are used unusually often."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Final

from app.domain.entries import EntryKind
from app.services.reports.asked import Asked
from app.services.reports.question import About, Question
from app.services.reports.records import Oddity
from app.services.reports.sales import summed
from app.services.reports.table import BILLS, DAY, SALES, Drawing, Heading, Kind, OwnWord, Row, Table, totals
from app.services.roster import people

BILLS_A_DAY: Final = 5
REDEMPTIONS_A_DAY: Final = 3
MANY_REDEMPTIONS: Final = OwnWord("Many redemptions with one card")
MANY_BILLS: Final = OwnWord("Many bills with one card")
BY_HAND: Final = OwnWord("Points given by hand")
NEW_HOURS: Final = 24
AT_ONCE_MINUTES: Final = 60
WITH_ONE_LEAST: Final = 8
WHEN_NEW: Final = OwnWord("Points used on the first day")
AT_ONCE: Final = OwnWord("Returned within the hour after points were used")
WITH_ONE: Final = OwnWord("The same person uses points of the same card")


def by_staff(asked: Asked) -> Table:
    """What each of the staff sold, took back and moved by hand."""
    first, last = asked.first, asked.last
    sold = {one.key: one for one in asked.reports.by_staff(first, last)}
    back = {one.key: one for one in asked.reports.returns_by_staff(first, last)}
    given: dict[str, int] = defaultdict(int)
    taken: dict[str, int] = defaultdict(int)
    for one in asked.reports.by_hand(first, last):
        given[one.staff] += one.given
        taken[one.staff] += one.taken
    names = {one.staff_id: one.name for one in people(asked.uow)}

    def row(staff: str) -> Row:
        sums, returned = sold.get(staff, summed(())), back.get(staff)
        cells = (
            names.get(staff, staff),
            sums.bills,
            sums.sales_minor,
            returned.returns if returned else 0,
            returned.amount_minor if returned else 0,
            given[staff],
            taken[staff],
        )
        return Row(cells, Question(About.BILLS, first, last, staff=staff, came_back=not sums.bills))

    everybody = sorted(sold.keys() | back.keys() | given.keys())
    rows = tuple(map(row, everybody))
    headings = (
        Heading("Person", Kind.WORDS),
        BILLS,
        SALES,
        Heading("Returns", Kind.COUNT),
        Heading("Given back", Kind.MONEY),
        Heading("Given by hand", Kind.POINTS),
        Heading("Taken by hand", Kind.POINTS),
    )
    return Table(OwnWord("Staff"), headings, rows, Drawing(0, (2,)), totals(headings, rows))


def flags(asked: Asked) -> Table:
    """What somebody should look at: nothing here is wrong by itself."""
    rows = sorted(
        [*_busy_cards(asked), *_by_hand(asked), *_odd(asked)], key=lambda row: str(row.cells[1]), reverse=True
    )
    headings = (
        Heading("What", Kind.WORDS),
        DAY,
        Heading("Whose", Kind.WORDS),
        Heading("Card", Kind.WORDS),
        Heading("How often", Kind.COUNT),
        Heading("Points", Kind.POINTS),
        Heading("By whom", Kind.WORDS),
    )
    return Table(OwnWord("Worth a look"), headings, tuple(rows))


def _busy_cards(asked: Asked) -> list[Row]:
    found = asked.reports.busy_cards(asked.first, asked.last, bills=BILLS_A_DAY, redemptions=REDEMPTIONS_A_DAY)
    rows = []
    for one in found:
        is_redeeming = one.redemptions >= REDEMPTIONS_A_DAY
        what, count = (MANY_REDEMPTIONS, one.redemptions) if is_redeeming else (MANY_BILLS, one.bills)
        behind = Question(About.BILLS, one.day, one.day, members=(one.member_id,), with_points=is_redeeming)
        rows.append(Row((what, one.day, *asked.named(one.member_id), count, one.redeemed_points, ""), behind))
    return rows


def _by_hand(asked: Asked) -> list[Row]:
    names = {one.staff_id: one.name for one in people(asked.uow)}
    return [
        Row(
            (BY_HAND, one.day, "", "", one.count, one.given, names.get(one.staff, one.staff)),
            Question(About.POINTS, one.day, one.day, kinds=(EntryKind.ADJUST,), staff=one.staff),
        )
        for one in asked.reports.by_hand(asked.first, asked.last)
        if one.given
    ]


def _odd(asked: Asked) -> list[Row]:
    """Points that paid where somebody may have helped themselves."""
    reports, first, last = asked.reports, asked.first, asked.last
    names = {one.staff_id: one.name for one in people(asked.uow)}

    def row(what: OwnWord, one: Oddity, behind: Question) -> Row:
        who = names.get(one.staff, one.staff)
        return Row((what, one.day, *asked.named(one.member_id), one.count, one.redeemed_points, who), behind)

    def behind(one: Oddity) -> Question:
        return Question(About.BILLS, one.day, one.day, members=(one.member_id,), with_points=True)

    def back(one: Oddity) -> Question:
        return replace(behind(one), staff=one.staff, came_back=True)

    def with_one(one: Oddity) -> Question:
        return replace(behind(one), first=first, last=last, staff=one.staff)

    new = reports.used_when_new(first, last, hours=NEW_HOURS)
    at_once = reports.returned_at_once(first, last, minutes=AT_ONCE_MINUTES)
    often = reports.used_with(first, last, least=WITH_ONE_LEAST)
    return [
        *(row(WHEN_NEW, one, behind(one)) for one in new),
        *(row(AT_ONCE, one, back(one)) for one in at_once),
        *(row(WITH_ONE, one, with_one(one)) for one in often),
    ]
