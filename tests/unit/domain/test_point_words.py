"""How amounts of points are said: as points, in a programme's own word, or as money where they are cashback."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.money import Currency
from app.domain.point_words import PLAIN, Nouns, PointWords
from app.domain.points import POINTS_MAX
from app.domain.program import Program
from app.domain.programmes import FIRST, PointName, ProgrammeKind

COIN = PointName("coin", "coins")
COINS = PointWords(COIN)


def program(kind: ProgrammeKind, point: PointName | None = None, currency: str = "INR") -> Program:
    return Program(currency=Currency(currency), programme=replace(FIRST, kind=kind, point=point))


@pytest.mark.parametrize("kind", sorted(set(ProgrammeKind) - {ProgrammeKind.CASHBACK}))
def test_points_are_just_points_where_the_programme_has_no_word_for_them(kind: ProgrammeKind) -> None:
    assert PointWords.of(program(kind)) == PLAIN
    assert not PLAIN.are_own
    assert PLAIN.own(30_00) == ""
    assert PointWords.of(program(kind, COIN)) == COINS


@pytest.mark.parametrize(
    ("hundredths", "said"),
    [(30_00, "30 coins"), (1_00, "1 coin"), (0, "0 coins"), (1_50, "1.5 coins"), (-1_234_50, "−1,234.5 coins")],
)
def test_a_word_stands_behind_the_amount_in_its_form_for_one_or_many(hundredths: int, said: str) -> None:
    assert COINS.are_own
    assert COINS.own(hundredths) == said


@pytest.mark.parametrize(
    ("currency", "hundredths", "said"),
    [
        ("INR", 30_00, "₹30.00"),
        ("INR", -4_75, "−₹4.75"),
        ("KWD", 1_25, "KWD 1.250"),
        ("JPY", 30_00, "¥30"),
        ("JPY", -30_50, "−¥30.50"),
    ],
)
def test_cashback_is_said_as_money_whatever_its_points_are_called(currency: str, hundredths: int, said: str) -> None:
    words = PointWords.of(program(ProgrammeKind.CASHBACK, COIN, currency))
    assert words.are_own
    assert words.own(hundredths) == said


@given(st.integers(-POINTS_MAX, POINTS_MAX), st.sampled_from(["INR", "JPY", "KWD"]))
def test_nothing_of_cashback_is_rounded_away(hundredths: int, code: str) -> None:
    currency = Currency(code)
    said = PointWords(cashback=currency).own(hundredths).replace(currency.symbol, "").replace(",", "").replace("−", "-")
    assert Decimal(said) * 100 == hundredths


CASHBACK = PointWords(cashback=Currency("INR"))
HINDI = Nouns("पॉइंट", "पॉइंट", "कैशबैक")


@pytest.mark.parametrize(
    ("text", "coins", "cashback"),
    [
        ("Points a bill", "Coins a bill", "Cashback a bill"),
        ("{points} points expire {day}", "{points} coins expire {day}", "₹{points} expire {day}"),
        ("Needs 1,250.5 points; there are 3.", "Needs 1,250.5 coins; there are 3.", "Needs ₹1,250.5; there are 3."),
        ("It has 1 points, and every point counts.", "It has 1 coin, and every coin counts.", None),
        ("{n} times points by hand", "{n} times coins by hand", "{n} times cashback by hand"),
        ("No points; points.", "No coins; coins.", "No cashback; cashback."),
    ],
)
def test_a_text_that_says_points_says_the_programmes_word(text: str, coins: str, cashback: str | None) -> None:
    assert COINS.in_text(text) == coins
    assert cashback is None or CASHBACK.in_text(text) == cashback
    assert PLAIN.in_text(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "“Double points” is new.",
        "Ask https://points.example.in or asha@points.in.",
        "Use {points} and {point}.",
        "A viewpoint, a pointer, appointments.",
        "points.csv",
        "two-points",
    ],
)
def test_names_fields_and_addresses_stay_as_they_are(text: str) -> None:
    assert COINS.in_text(text) == text
    assert CASHBACK.in_text(text) == text


def test_another_language_has_its_own_nouns() -> None:
    assert COINS.in_text("{points} पॉइंट {day} को समाप्त", HINDI) == "{points} coins {day} को समाप्त"
    assert CASHBACK.in_text("{points} पॉइंट, पॉइंट: points", HINDI) == "₹{points}, कैशबैक: points"


@given(st.text().filter(lambda text: "point" not in text.lower()))
def test_a_text_without_them_is_never_touched(text: str) -> None:
    assert COINS.in_text(text) == text
    assert CASHBACK.in_text(text) == text
