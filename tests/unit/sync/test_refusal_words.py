"""Refusal words: what the server's no says at a counter is this program's own, in the language of the counter."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sync import refusal_words
from sync.answer import Problem
from sync.refusal_words import sentence_of
from sync.refused import Refused
from sync.trouble import trouble_of
from ui.language import QtTongue

ROOT = Path(__file__).parents[3]
CODES = {*refusal_words._SAID, *refusal_words._ALIKE}
DETAIL = "Whatever the server says of it."


def problem(code: str) -> Problem:
    return Problem(409, code, "", DETAIL, {})


def test_the_codes_are_those_of_the_server() -> None:
    listed = set(
        re.findall(r"^\| `([A-Z-]+)` \|", (ROOT / "docs" / "server-errors.md").read_text("utf-8"), re.MULTILINE)
    )
    assert listed >= CODES


@pytest.mark.parametrize("code", sorted(CODES))
def test_each_is_said_in_the_language_of_the_counter(code: str) -> None:
    hindi = QtTongue("hi").said(sentence_of(problem(code)))
    assert not re.search(r"[A-Za-z]{3}", hindi), hindi


def test_of_what_is_not_known_the_server_has_the_word() -> None:
    assert sentence_of(problem("OF-TOMORROW")) == DETAIL


def test_a_refusal_that_stands_on_the_status_page_is_said_so_too() -> None:
    assert trouble_of(Refused(problem("COUNTER-REVOKED"))).sentence.startswith("This counter was shut out.")
