"""Figures of a report's table as people read them, one under the other."""

from __future__ import annotations

from datetime import UTC, datetime

from app.domain.days import INDIA
from app.domain.money import RUPEE
from app.services.reports.table import Heading, Kind, Row, Table
from ui.reports.grid import _words
from ui.reports.wording import Speech

SPEECH = Speech(RUPEE, INDIA, datetime(2026, 4, 1, 6, 30, tzinfo=UTC))
HEADINGS = (
    Heading("Day", Kind.WORDS),
    Heading("Points", Kind.POINTS),
    Heading("Bills", Kind.COUNT),
    Heading("Share", Kind.SHARE),
)


def table(*rows):
    return Table("Points", HEADINGS, tuple(Row(one) for one in rows), total=("", 100, 3, None))


def test_where_one_figure_has_decimals_all_of_its_column_have():
    assert _words(table(("a", 1_234_40, 1, 75_00), ("b", -5_00, 2, 87_50)), SPEECH) == [
        ("a", "1,234.40", "1", "75.00 %"),
        ("b", "−5.00", "2", "87.50 %"),
        ("Together", "1.00", "3", ""),
    ]


def test_whole_figures_stay_whole():
    assert _words(table(("a", 1_234_00, 1, 75_00)), SPEECH) == [("a", "1,234", "1", "75 %"), ("Together", "1", "3", "")]


def test_no_rows_have_no_total():
    assert _words(table(), SPEECH) == []
