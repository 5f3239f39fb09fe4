"""Lists that are handed in: which column is which, and what is wrong with a row whatever it is a list of."""

from __future__ import annotations

import pytest

from app.services.lists import Columns, ListUnreadable, Problem, RowWrong, numbered, told, verdict

COLUMNS = Columns(
    {"name": ("name", "who"), "phone": ("phone",), "points": ("points",)}, ("name", "phone"), "A list has y."
)
HEADER = ("Who", " PHONE ", "Points")
PLACES = {"name": 0, "phone": 1, "points": 2}


def test_columns_are_known_by_any_of_their_names():
    assert COLUMNS.places(HEADER) == PLACES
    assert COLUMNS.places(("", "phone", "name", "who")) == {"phone": 1, "name": 2}


@pytest.mark.parametrize(("header", "missing"), [((), "'name' or 'phone'"), (("who",), "'phone'")])
def test_a_table_without_what_is_needed_is_none(header, missing):
    with pytest.raises(ListUnreadable, match=f"no column called {missing}.*A list has y"):
        COLUMNS.places(header)


def test_rows_that_hold_nothing_are_passed_over_and_counted():
    assert [*numbered(iter([("a",), (" ", ""), [], ["b"]]), most=4)] == [(2, ("a",)), (5, ("b",))]


def test_a_list_has_an_end():
    with pytest.raises(ListUnreadable, match="more than 1,000 rows"):
        [*numbered(iter([("a",)] * 1001), most=1000)]


def test_a_short_row_says_nothing_in_the_columns_behind():
    assert told((" Meena ", "98"), HEADER, PLACES) == {"name": "Meena", "phone": "98", "points": ""}


@pytest.mark.parametrize(
    ("cells", "header", "what"),
    [
        (("Meena", "98", "1", "250"), HEADER, "more cells than columns"),
        (("Meena", "98", "1", "250"), (*HEADER, " "), "more cells than columns"),
        (("Meena", "98", "1", ""), HEADER, "more cells than columns"),
        (('"Meena', "98", "1"), HEADER, "stray quote"),
        (("Meena", "98", ' "1'), HEADER, "stray quote"),
    ],
)
def test_a_row_that_nobody_can_be_sure_of_is_refused(cells, header, what):
    with pytest.raises(RowWrong, match=what):
        told(cells, header, PLACES)


def test_what_stands_in_columns_nobody_asked_for_does_not_matter():
    assert told(("Meena", "98", "1", '"x'), (*HEADER, "note"), PLACES)["points"] == "1"


def test_the_verdict_names_what_is_wrong_most_often_first():
    problems = [Problem(n, (), what) for n, what in enumerate(["duplicate", "wrong phone", "wrong phone"])]
    assert verdict(1240, problems) == "1,240 rows fine, 3 have problems (wrong phone 2, duplicate 1)."
    assert verdict(1, problems[:1]) == "1 row fine, 1 has problems (duplicate 1)."
    assert verdict(0, ()) == "0 rows fine."
