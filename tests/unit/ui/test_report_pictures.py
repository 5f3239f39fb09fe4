"""What charts draw: every figure of the table is in some bar, and bars stay few enough to be told apart."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.days import INDIA
from app.domain.money import RUPEE
from app.services.reports.table import DAY, EARNED, Drawing, Heading, Kind, Row, Table
from ui.reports.grid import in_lines
from ui.reports.picture import DAYS_MAX, NAMED_MAX, WEEKS_MAX, Step, picture_of
from ui.reports.wording import Speech

SPEECH = Speech(RUPEE, INDIA, datetime(2026, 4, 1, 6, 30, tzinfo=UTC))
HEADINGS = (DAY, EARNED, Heading("Used", Kind.POINTS))


def table(first: date, days: int, *, is_line: bool = False) -> Table:
    rows = tuple(Row((first + timedelta(days=n), n + 1, 2 * n)) for n in range(days))
    return Table("Points", HEADINGS, rows, Drawing(0, (1, 2), is_line=is_line))


@given(st.dates(date(2020, 1, 1), date(2025, 1, 1)), st.integers(1, 3660))
def test_bars_hold_every_figure_and_are_never_too_many(first: date, days: int) -> None:
    picture = picture_of(table(first, days), SPEECH)
    assert [sum(values) for _, values in picture.series] == [days * (days + 1) // 2, days * (days - 1)]
    assert len(picture.names) <= max(DAYS_MAX, WEEKS_MAX, 3660 // 28)
    assert {len(values) for _, values in picture.series} == {len(picture.names)}
    assert (picture.step is Step.DAY) == (days <= DAYS_MAX)


def test_weeks_begin_on_mondays_and_are_named_by_the_first_day_shown() -> None:
    picture = picture_of(table(date(2026, 1, 1), 100), SPEECH)  # a Thursday
    assert picture.step is Step.WEEK
    assert picture.names[:3] == ("week of 1 Jan", "week of 5 Jan", "week of 12 Jan")
    assert picture.series[0][1][:2] == (1 + 2 + 3 + 4, sum(range(5, 12)))


def test_years_are_drawn_by_month() -> None:
    picture = picture_of(table(date(2023, 1, 15), 1000), SPEECH)
    assert picture.step is Step.MONTH
    assert picture.names[:3] == ("15 Jan 2023", "1 Feb 2023", "1 Mar 2023")


def test_a_line_stays_one_of_days() -> None:
    picture = picture_of(table(date(2026, 1, 1), 400, is_line=True), SPEECH)
    assert (picture.step, len(picture.names)) == (Step.DAY, 400)


@given(st.integers(1, 200), st.integers(0, 20))
def test_names_along_the_foot_are_as_many_as_there_is_room_for(days: int, most: int) -> None:
    picture = picture_of(table(date(2026, 1, 1), days, is_line=True), SPEECH)
    places = picture.named_places(most)
    assert 1 <= len(places) <= max(1, min(most, NAMED_MAX))
    assert abs(places[0] - (days - 1 - places[-1])) <= places.step
    assert picture_of(table(date(2026, 1, 1), 5), SPEECH).named_places() == range(5)


@pytest.mark.parametrize(
    ("heading", "lines"),
    [
        ("Bills", "Bills"),
        ("Given out", "Given\nout"),
        ("Paid with points", "Paid with\npoints"),
        ("Taken off or given back", "Taken off or\ngiven back"),
        ("", ""),
    ],
)
def test_headings_stand_in_lines_that_no_word_is_broken_for(heading: str, lines: str) -> None:
    assert in_lines(heading) == lines
