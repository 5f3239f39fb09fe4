"""Own points: whatever a language says of points, it says of the programme's own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time

import pytest

from app.domain.money import RUPEE
from app.domain.point_words import PLAIN, PointWords
from app.domain.programmes import PointName
from ui.language import QtTongue
from ui.own_points import OwnPoints, say
from ui.words import English, said, speak, spoken, tr, tr_n

COINS = PointWords(PointName("coin", "care coins"))


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    before = speak(English())
    yield
    speak(before)


def test_texts_counts_and_sentences_speak_of_coins_and_names_stay() -> None:
    say(COINS)
    assert tr("Points a bill") == "Care coins a bill"
    assert tr("{rule} gives points", rule="Double points") == "Double points gives care coins"
    assert tr_n("{n} point", "{n} points", 1) == "1 coin"
    assert said("Points are switched off in this shop today.") == "Care coins are switched off in this shop today."


def test_hindi_says_the_same_word_where_it_says_points() -> None:
    hindi = QtTongue("hi")
    speak(hindi)
    before = tr("Points earned"), said("An adjustment moves points.")
    say(COINS)
    after = tr("Points earned"), said("An adjustment moves points.")
    assert after == tuple(text.replace("पॉइंट", "care coins") for text in before)
    say(PointWords(cashback=RUPEE))
    assert tr("{points} points", points="30") == "₹30"
    assert "कैशबैक" in tr("Points earned")


def test_days_and_times_are_those_of_the_language() -> None:
    say(COINS)
    assert spoken().day(date(2026, 11, 2), with_year=False) == "2 Nov"
    assert spoken().clock(time(9, 5)) == "09:05"


def test_other_words_take_the_place_of_the_last_and_none_leaves_the_language_alone() -> None:
    say(COINS)
    say(PointWords(PointName("star", "stars")))
    assert tr("points") == "stars"
    assert isinstance(spoken(), OwnPoints)
    say(PLAIN)
    assert (tr("Points a bill"), tr_n("{n} point", "{n} points", 2)) == ("Points a bill", "2 points")


@pytest.mark.parametrize("code", ["en", "hi"])
def test_what_was_said_is_said_again_in_the_next_words_and_nothing_else_is(code: str) -> None:
    speak(QtTongue(code))
    say(PLAIN)
    shown = tr("Points a bill"), tr("Pay"), "Points are what somebody typed"
    again = say(COINS)
    assert again is not None
    assert tuple(map(again, shown)) == (tr("Points a bill"), *shown[1:])
    now, again = tr("Points a bill"), say(PLAIN)
    assert again is not None
    assert (again(now), again(shown[1])) == shown[:2]
    assert say(PLAIN) is None, "nothing else is said than before"


def test_a_word_with_braces_opens_no_field() -> None:
    say(PointWords(PointName("{0}", "{x}")))
    assert tr("{points} points", points=3) == "3 (x)"


@pytest.mark.parametrize("name", ["Double points", "Points day", "points", "3 points for tea"])
def test_a_name_within_a_sentence_stays_what_somebody_called_it(name: str) -> None:
    speak(QtTongue("en"))
    say(COINS)
    assert said(f"There is no segment {name}.") == f"There is no segment {name}."
    assert said(f"Rule {name} lifts to Gold") == f"Rule {name} lifts to Gold"
    assert said(f"{name} both give points.") == f"{name} both give points."


def test_figures_within_a_sentence_are_of_the_programme() -> None:
    speak(QtTongue("en"))
    say(COINS)
    assert said("Needs 100 points; the card has 30.") == "Needs 100 care coins; the card has 30."
    assert said("Together 30 points") == "Together 30 care coins"
