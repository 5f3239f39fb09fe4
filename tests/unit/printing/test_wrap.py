"""Lines that fit the paper."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printing.wrap import wrap

WORDS = st.lists(st.text("ab—रिक्", min_size=1, max_size=30), max_size=12).map(" ".join)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("   ", []),
        ("one two", ["one two"]),
        ("one two three four", ["one two", "three four"]),
        ("paracetamol 500", ["paracetamo", "l 500"]),
        ("one two three four five six seven", ["one two", "three four", "five six…"]),
        ("a a a a a a a a a a a a a a a a", ["a a a a a", "a a a a a", "a a a a a…"]),
    ],
)
def test_text_breaks_at_spaces_then_inside_words_then_is_cut(text: str, lines: list[str]) -> None:
    assert wrap(text, width=10, lines_max=3, measure=len) == lines


def test_a_cut_takes_letters_away_until_the_ellipsis_fits() -> None:
    assert wrap("abcdefghij klm", width=10, lines_max=1, measure=len) == ["abcdefghi…"]


def test_a_break_inside_a_word_does_not_tear_a_conjunct() -> None:
    assert wrap("क्षत्रिय", width=4, lines_max=3, measure=len) == ["क्ष", "त्रि", "य"]


@given(WORDS, st.integers(9, 20), st.integers(1, 4))
def test_lines_fit_and_keep_every_letter_in_order_unless_cut(text: str, width: int, lines_max: int) -> None:
    lines = wrap(text, width=width, lines_max=lines_max, measure=len)
    assert len(lines) <= lines_max
    assert all(len(line) <= width for line in lines)
    kept, letters = "".join(lines).replace(" ", ""), text.replace(" ", "")
    assert kept == letters or (kept.endswith("…") and letters.startswith(kept[:-1]))
