"""Reports an owner watches: what each of the staff did besides selling, and cards that are used unusually often."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from app.domain.entries import EntryKind
from app.services.reports.asked import Asked
from app.services.reports.behind import newest_only
from app.services.reports.question import About, Question
from app.services.reports.records import Oddity
from app.services.reports.sales import summed
from app.services.reports.table import BILLS, DAY, POINTS, SALES, Drawing, Heading, Kind, OwnWord, Row, Table, totals
from app.services.staff.roster import people

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
TYPED_LEAST: Final = 10  # and more than half of the bills with a card
TYPED: Final = OwnWord("Cards typed instead of scanned")


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


@dataclass(frozen=True, slots=True)
class _Sight:
    """Something to look at: of somebody's card, or of one of the staff, or of both."""

    what: OwnWord
    day: date
    member_id: str
    count: int
    points: int
    staff: str
    behind: Question


def flags(asked: Asked) -> Table:
    """What somebody should look at: nothing here is wrong by itself."""
    found = [*_busy_cards(asked), *_by_hand(asked), *_odd(asked), *_typed(asked)]
    newest, told = newest_only(sorted(found, key=_day, reverse=True))
    names = {one.staff_id: one.name for one in people(asked.uow)}
    rows = tuple(
        Row(
            (one.what, one.day, *_whose(asked, one), one.count, one.points, names.get(one.staff, one.staff)), one.behind
        )
        for one in newest
    )
    headings = (
        Heading("What", Kind.WORDS),
        DAY,
        Heading("Whose", Kind.WORDS),
        Heading("Card", Kind.WORDS),
        Heading("How often", Kind.COUNT),
        POINTS,
        Heading("By whom", Kind.WORDS),
    )
    return Table(OwnWord("Worth a look"), headings, rows, said=told)


def _day(one: _Sight) -> date:
    return one.day


def _whose(asked: Asked, one: _Sight) -> tuple[str, str]:
    return asked.named(one.member_id) if one.member_id else ("", "")


def _busy_cards(asked: Asked) -> Iterator[_Sight]:
    for one in asked.reports.busy_cards(asked.first, asked.last, bills=BILLS_A_DAY, redemptions=REDEMPTIONS_A_DAY):
        is_redeeming = one.redemptions >= REDEMPTIONS_A_DAY
        what, count = (MANY_REDEMPTIONS, one.redemptions) if is_redeeming else (MANY_BILLS, one.bills)
        behind = Question(About.BILLS, one.day, one.day, members=(one.member_id,), with_points=is_redeeming)
        yield _Sight(what, one.day, one.member_id, count, one.redeemed_points, "", behind)


def _by_hand(asked: Asked) -> Iterator[_Sight]:
    for one in asked.reports.by_hand(asked.first, asked.last):
        if one.given:
            behind = Question(About.POINTS, one.day, one.day, kinds=(EntryKind.ADJUST,), staff=one.staff)
            yield _Sight(BY_HAND, one.day, "", one.count, one.given, one.staff, behind)


def _odd(asked: Asked) -> Iterator[_Sight]:
    """Points that paid where somebody may have helped themselves."""
    reports, first, last = asked.reports, asked.first, asked.last

    def sight(what: OwnWord, one: Oddity, behind: Question) -> _Sight:
        return _Sight(what, one.day, one.member_id, one.count, one.redeemed_points, one.staff, behind)

    def behind(one: Oddity) -> Question:
        return Question(About.BILLS, one.day, one.day, members=(one.member_id,), with_points=True)

    for one in reports.used_when_new(first, last, hours=NEW_HOURS):
        yield sight(WHEN_NEW, one, behind(one))
    for one in reports.returned_at_once(first, last, minutes=AT_ONCE_MINUTES):
        yield sight(AT_ONCE, one, replace(behind(one), staff=one.staff, came_back=True))
    for one in reports.used_with(first, last, least=WITH_ONE_LEAST):
        yield sight(WITH_ONE, one, replace(behind(one), first=first, last=last, staff=one.staff))


def _typed(asked: Asked) -> Iterator[_Sight]:
    """Whoever types is not holding the card: the scanner may be broken, or the number on a list."""
    for one in asked.reports.typed_cards(asked.first, asked.last, least=TYPED_LEAST):
        if one.typed * 2 > one.with_card:
            behind = Question(About.BILLS, asked.first, asked.last, staff=one.staff, is_typed=True)
            yield _Sight(TYPED, one.last, "", one.typed, one.redeemed_points, one.staff, behind)
