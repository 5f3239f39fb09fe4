"""Text made safe, and parted by script."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printing.runs import CLUSTER_LENGTH_MAX, LENGTH_MAX, Coverage, Run, Script, clean, clusters, runs

ANY_TEXT = st.text(st.characters(exclude_categories=()))
COVERAGE = Coverage(
    latin=frozenset(map(chr, range(32, 127))) | {"₹", "\ufffd", "\u200d"},
    devanagari=frozenset(map(chr, range(0x900, 0x980))) | {"\u2212", "\u200d"},
)


@pytest.mark.parametrize(
    ("given_text", "safe"),
    [
        ("Ravi\x00\x1b[2J\tSharma\r\n", "Ravi  [2J Sharma  "),
        ("\u202eimraSh\u2066 \u200bivaR\ufeff", "imraSh ivaR"),
        ("lone \ud800 private \ue000 unassigned \u0378", "lone \ufffd private \ufffd unassigned \ufffd"),
        ("Cafe\u0301 ❤\ufe0f", "Café ❤"),
        ("क्\u200dष", "क्\u200dष"),
        ("रवि शर्मा ₹1,234.50", "रवि शर्मा ₹1,234.50"),
    ],
)
def test_nothing_that_steers_survives_and_letters_do(given_text: str, safe: str) -> None:
    assert clean(given_text) == safe


@given(ANY_TEXT)
def test_clean_text_is_bounded_and_printable(text: str) -> None:
    safe = clean(text * 50)
    assert len(safe) <= 3 * LENGTH_MAX  # a character composes to at most three
    assert {unicodedata.category(char) for char in safe}.isdisjoint({"Cc", "Cs", "Co", "Cn", "Zl", "Zp"})


def test_each_script_gets_its_own_run() -> None:
    assert runs("रवि ₹5 शर्मा", COVERAGE) == [
        Run(Script.DEVANAGARI, "रवि"),
        Run(Script.LATIN, " ₹5 "),
        Run(Script.DEVANAGARI, "शर्मा"),
    ]


def test_a_character_only_the_other_font_has_is_drawn_by_it() -> None:
    assert runs("\u22125", COVERAGE) == [Run(Script.DEVANAGARI, "\u2212"), Run(Script.LATIN, "5")]


def test_a_joiner_stays_with_the_letters_it_joins() -> None:
    assert runs("क्\u200dष", COVERAGE) == [Run(Script.DEVANAGARI, "क्\u200dष")]


def test_what_no_font_has_is_replaced_visibly() -> None:
    assert runs("Get well 💊", COVERAGE) == [Run(Script.LATIN, "Get well \ufffd")]


def test_a_conjunct_and_its_vowel_are_one_piece() -> None:
    assert clusters("क्षत्रिय") == ["क्ष", "त्रि", "य"]
    assert clusters("क्\u200dष") == ["क्\u200dष"]


@given(ANY_TEXT)
def test_clusters_lose_nothing_and_stay_short(text: str) -> None:
    parts = clusters(text)
    assert "".join(parts) == text
    assert all(1 <= len(part) <= CLUSTER_LENGTH_MAX for part in parts)
