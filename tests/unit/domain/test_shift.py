"""What a drawer should hold, and what can be said about it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Code, DomainError
from app.domain.money import AMOUNT_MINOR_MAX
from app.domain.shift import (
    NOTES_MINOR,
    PIECES_MAX,
    TEXT_LENGTH_MAX,
    CashCount,
    Drawer,
    Pieces,
    check_amount,
    check_count,
    check_text,
)

sums = st.integers(0, 10**9)


@given(st.tuples(sums, sums, sums, sums, sums, sums))
def test_a_drawer_holds_what_came_in_less_what_went_out(moved: tuple[int, ...]) -> None:
    began, sold, returned, paid_in, paid_out, dropped = moved
    assert Drawer(*moved).expected_minor == began + sold - returned + paid_in - paid_out - dropped


def test_notes_are_listed_largest_first() -> None:
    assert all(list(notes) == sorted(set(notes), reverse=True) for notes in NOTES_MINOR.values())
    assert NOTES_MINOR["INR"] == (500_00, 200_00, 100_00, 50_00, 20_00, 10_00)


def test_a_count_is_its_notes_and_coins() -> None:
    count = CashCount((Pieces(500_00, 3), Pieces(10_00, 2)), 7_50)
    assert check_count(count).total_minor == 1_527_50


@pytest.mark.parametrize(
    "count",
    [
        CashCount((Pieces(500_00, -1),), 0),
        CashCount((Pieces(500_00, PIECES_MAX + 1),), 0),
        CashCount((Pieces(0, 1),), 0),
        CashCount((), -1),
        CashCount((), AMOUNT_MINOR_MAX + 1),
        CashCount((Pieces(AMOUNT_MINOR_MAX, 2),), 0),
    ],
)
def test_what_no_hands_can_have_counted_is_refused(count: CashCount) -> None:
    with pytest.raises(DomainError) as refusal:
        check_count(count)
    assert refusal.value.code is Code.INVALID


def test_the_bounds_of_an_amount() -> None:
    assert check_amount(0) == 0
    assert check_amount(AMOUNT_MINOR_MAX, least=1) == AMOUNT_MINOR_MAX
    with pytest.raises(DomainError):
        check_amount(0, least=1)


def test_a_reason_is_one_line_that_can_be_printed() -> None:
    assert check_text("  Tea  ") == "Tea"
    assert check_text("x" * TEXT_LENGTH_MAX) == "x" * TEXT_LENGTH_MAX
    for bad in ("x" * (TEXT_LENGTH_MAX + 1), "two\nlines", "\x1bm"):
        with pytest.raises(DomainError):
            check_text(bad)
