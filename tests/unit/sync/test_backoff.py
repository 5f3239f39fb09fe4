"""Backoff and page sizes: bounded whatever happens."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sync.backoff import FIRST_S, MOST_S, Backoff
from sync.protocol import PAGE_ROWS_MAX
from sync.pull import WRITE_MS_MAX, PageSize


@given(st.lists(st.floats(0, 1, exclude_max=True), min_size=1, max_size=40), st.none() | st.integers(0, 900))
def test_the_wait_grows_up_to_five_minutes_and_never_undercuts_the_server(
    rolls: list[float], asked: int | None
) -> None:
    dice = iter(rolls)
    backoff = Backoff(mono=lambda: 100.0, dice=lambda: next(dice))
    for tries, _ in enumerate(rolls):
        backoff.failed(asked_s=asked)
        longest = min(MOST_S, FIRST_S * 2**tries)
        assert (asked or 0) <= round(backoff.left_s, 6) <= max(longest, asked or 0)
    assert backoff.tries == len(rolls)


def test_it_begins_anew_once_it_worked_and_at_once_when_asked() -> None:
    backoff = Backoff(mono=lambda: 100.0, dice=lambda: 0.5)
    for _ in range(4):
        backoff.failed()
    assert backoff.left_s == 4.0
    backoff.at_once()
    assert (backoff.left_s, backoff.tries) == (0.0, 4)
    backoff.worked(again_s=2.5)
    assert (backoff.left_s, backoff.tries) == (2.5, 0)


@given(st.lists(st.integers(0, 5000), max_size=60))
def test_pages_stay_within_what_the_writer_may_be_kept_waiting(ms_a_row_thousandths: list[int]) -> None:
    size = PageSize()
    for thousandths in ms_a_row_thousandths:
        ms = size.rows * thousandths // 1000
        before = size.rows
        size.took(size.rows, ms)
        assert 1 <= size.rows <= min(PAGE_ROWS_MAX, before * 2)
        assert ms <= WRITE_MS_MAX or size.rows <= max(1, before * WRITE_MS_MAX // ms)


def test_a_short_page_says_nothing_about_the_size() -> None:
    size = PageSize(200)
    size.took(3, 0)
    assert size.rows == 200
