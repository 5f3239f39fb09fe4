"""Campaigns in words: for whom, the goal, all of it in a line, and what was changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.days import Period
from app.domain.drive_changes import DriveChange
from app.domain.drives import Drive, Goal, Measure, Since
from app.domain.flaws import Flaw, Weight
from app.domain.money import RUPEE
from app.domain.rules import DecisionRule, PointsFixed
from tests.desks import PROGRAM
from ui import drive_words
from ui.drives import wording

TODAY = datetime(2026, 1, 10, 6, tzinfo=UTC)
PLAIN = Drive("diwali", "Diwali week", Period(datetime(2026, 1, 14, 18, 30, tzinfo=UTC)))
TEN = DecisionRule("Ten", PointsFixed(10_00), drive="diwali")
RUNNING = replace(PROGRAM, drives=(PLAIN,), rules=(TEN,))


@pytest.mark.parametrize(
    ("drive", "words"),
    [
        (PLAIN, "everybody"),
        (replace(PLAIN, tiers=frozenset({"Silver", "Gold"})), "Gold / Silver"),
        (replace(PLAIN, segments=frozenset({"new"}), by_joining=True), "members of new, who take part"),
    ],
)
def test_it_says_for_whom_it_is(drive: Drive, words: str) -> None:
    assert drive_words.whom(drive) == words


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        (Goal(Measure.SPEND, 500_00), "spend ₹500.00"),
        (Goal(Measure.BILLS, 1), "1 bill"),
        (Goal(Measure.SPEND, 500_00, Since.TAKING_PART, 30), "spend ₹500.00 within 30 days of taking part"),
        (Goal(Measure.SPEND, 500_00, Since.TAKING_PART), "spend ₹500.00 after taking part"),
        (Goal(Measure.BILLS, 3, Since.LAST_DAYS, 1), "3 bills within 1 day"),
    ],
)
def test_a_goal_says_what_within_which_time(goal: Goal, words: str) -> None:
    assert drive_words.goal(goal, RUPEE) == words


def test_all_of_it_stands_in_one_line() -> None:
    drive = replace(PLAIN, goal=Goal(Measure.BILLS, 3))
    words = drive_words.sentence(drive, RUNNING, today=TODAY)
    assert words == "Diwali week · from 15 Jan · everybody · goal: 3 bills · rules: Ten"
    assert drive_words.sentence(Drive("x", "X"), RUNNING, today=TODAY) == "X · everybody"


def test_what_was_changed_is_said() -> None:
    gold = replace(PLAIN, tiers=frozenset({"Gold"}))
    whole = "Diwali week · from 15 Jan · everybody · rules: Ten"
    said = [
        drive_words.change(DriveChange(was, now), RUNNING, today=TODAY)
        for was, now in ((None, PLAIN), (PLAIN, None), (PLAIN, gold))
    ]
    assert said == [
        f"Campaign “diwali” is new: {whole}",
        f"Campaign “diwali” is taken away: {whole}",
        f"Campaign “diwali”: {whole} › {whole.replace('everybody', 'Gold')}",
    ]


def test_what_is_wrong_with_it_and_its_rules_is_told_the_heaviest_first() -> None:
    found = [
        Flaw("Only said.", ("diwali",), Weight.WARNS),
        Flaw("Of its rule.", ("Ten",)),
        Flaw("Of two.", ("Ten", "Else"), Weight.WARNS),
        Flaw("Of another.", ("Else",)),
        Flaw("Refused.", ("diwali",)),
    ]
    assert list(wording.flaws(found, PLAIN, RUNNING)) == ["“Ten”: Of its rule.", "Refused.", "Only said.", "Of two."]


def test_a_rule_that_would_speak_without_its_campaign_is_named() -> None:
    freed, gone = replace(RUNNING, rules=(replace(TEN, drive=""),)), replace(RUNNING, rules=())
    told = [list(wording.set_free(RUNNING, after, "diwali")) for after in (RUNNING, freed, gone)]
    assert [len(one) for one in told] == [0, 1, 0]
    assert told[1][0].startswith("The rule “Ten” would hold without the campaign then")
