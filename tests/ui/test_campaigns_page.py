"""The page of campaigns in the real window: made with keys alone, refused with reasons, published, earned by."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from app.domain.conditions import ReachesGoal
from app.domain.days import Period
from app.domain.drives import Drive, Goal, Measure, Since
from app.domain.limits import RuleLimits
from app.domain.rules import DecisionRule, Multiply, PointsFixed
from app.domain.segments import JoinedAgo, Segment
from app.services.programs import rates
from app.services.programs.program import current, publish
from tests.ui.walking import keys, pin, ring
from ui.actions import Do, action
from ui.permits import permission_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

TEN, DOUBLE = DecisionRule("Ten", PointsFixed(10_00)), DecisionRule("Double", Multiply(Decimal(2)))
NEW = Segment("new", (JoinedAgo(most_days=30),), "New here")
PRIZE = DecisionRule(
    "Prize", PointsFixed(200_00), conditions=(ReachesGoal(),), drive="spend", limits=RuleLimits(uses_per_member=1)
)


def opened(counter):
    counter.hand.press("Alt+A")
    pin(counter)
    assert counter.window.pages.currentWidget() is counter.window.loyalty.drives_page
    return counter.window.loyalty.drives_page


def today(counter):
    desk = counter.till.desk
    return desk.calendar.day_of(desk.clock.now())


def days(counter, first, last):
    """From so many days ahead to so many, as a period of whole days."""
    start = counter.till.desk.calendar.start_of
    begin, end = (None if one is None else today(counter) + timedelta(days=one) for one in (first, last))
    return Period(begin and start(begin), end and start(end + timedelta(days=1)) - timedelta(microseconds=1))


def spend(counter):
    return Drive(
        "spend",
        "Spend ₹500",
        days(counter, -3, 20),
        by_joining=True,
        goal=Goal(Measure.SPEND, 500_00, Since.TAKING_PART, 30),
    )


@pytest.fixture
def with_rules(counter):
    desk = counter.till.desk
    publish(desk, replace(current(desk), rules=(TEN, DOUBLE), segments=(NEW,)), staff="asha")
    return opened(counter)


@pytest.fixture
def filled(counter):
    desk = counter.till.desk
    publish(
        desk,
        replace(current(desk), rules=(PRIZE, DOUBLE), segments=(NEW,), drives=(spend(counter),)),
        staff="asha",
    )
    return opened(counter)


def drafted(counter, staff="asha"):
    return rates.look(counter.till.desk, staff).drafted


def cells(page, row):
    model = page.table.drives
    return [model.index(row, column).data() for column in range(model.columnCount())]


def typed_day(counter, ahead):
    return f"{today(counter) + timedelta(days=ahead):%d/%m/%Y}"


def test_a_campaign_is_made_with_keys_alone_published_and_the_next_bill_earns_by_it(counter, with_rules):
    assert with_rules.empty.isVisible()
    counter.hand.press("F6")
    counter.hand.type("Double week")
    counter.hand.press("Tab")
    counter.hand.type(typed_day(counter, -1))
    counter.hand.press("Tab")
    counter.hand.type(typed_day(counter, 5))
    assert with_rules.flaws.text().startswith("It has no rules, so it gives nobody anything.")
    keys(counter, "Tab", "Right", "Space")
    assert with_rules.said.text().endswith(" · everybody · rules: Double")
    counter.hand.press("F9")
    made = Drive("Double week", "Double week", days(counter, -1, 5))
    assert drafted(counter).drives == (made,)
    assert drafted(counter).rules == (TEN, replace(DOUBLE, drive="Double week"))
    assert [cells(with_rules, 0)[column] for column in (0, 2, 3, 4)] == ["Double week", "everybody", "Double", ""]
    assert cells(with_rules, 0)[1].startswith("draft · ")
    assert current(counter.till.desk).drives == ()

    counter.hand.press("F9")
    pin(counter)
    assert current(counter.till.desk).drives == (made,)
    assert cells(with_rules, 0)[1].startswith("running · ")
    counter.hand.press("Alt+1")
    ring(counter)
    keys(counter, "F9", "Return", "Ctrl+Return")
    (bill,) = counter.bills()
    assert {one.rule_id: one.points for one in bill.rules} == {"Double": 7_56, "Ten": 10_00}


def test_a_campaign_with_a_goal_for_who_takes_part_is_typed_whole(counter, filled):
    counter.hand.press("F6")
    counter.hand.type("Third bill")
    keys(counter, "Tab", "Tab", "Tab", "Space", "Tab", "Space", "Tab", "Space", "Tab", "Space")
    keys(counter, "Tab", "Down", "Down", "Tab")
    counter.hand.type("3")
    keys(counter, "Tab", "Down", "Down", "Tab")
    counter.hand.type("7")
    assert filled.flaws.text() == "No rule of it gives anything for reaching its goal."
    assert "goal: 3 bills within 7 days" in filled.said.text()
    counter.hand.press("Ctrl+Return")
    lowest = current(counter.till.desk).tiers.levels[0].name
    assert drafted(counter).drives[1] == Drive(
        "Third bill",
        "Third bill",
        tiers=frozenset({lowest}),
        segments=frozenset({"new"}),
        by_joining=True,
        goal=Goal(Measure.BILLS, 3, Since.LAST_DAYS, 7),
    )
    assert [one.drive for one in drafted(counter).rules] == ["spend", "Third bill"]


def test_what_cannot_be_is_said_while_it_is_typed_and_nothing_of_it_is_kept(counter, filled):
    keys(counter, "F6", "F9")
    assert filled.strip.text == "Give the campaign a title first: members read it."
    counter.hand.type("Wrong")
    counter.hand.press("Tab")
    counter.hand.type("99")
    assert filled.flaws.text() == "“99” is no day; type one like 01/12/2026."
    keys(counter, "Backspace", "Backspace")
    counter.hand.type(typed_day(counter, 5))
    counter.hand.press("Tab")
    counter.hand.type(typed_day(counter, 2))
    keys(counter, "Tab", "Space")
    assert filled.flaws.text().startswith("It ends before it begins.")
    counter.hand.press("F9")
    assert "“Wrong” cannot be like this. It ends before it begins." in filled.strip.text
    counter.hand.press("Esc")
    assert drafted(counter).drives == (spend(counter),)
    assert drafted(counter).rules == (PRIZE, DOUBLE)


def test_a_rule_that_leaves_its_campaign_is_told_of(counter, filled):
    counter.hand.press("Return")
    assert filled.editor.fields["target"].text() == "500"
    keys(counter, "Tab", "Tab", "Tab", "Space")
    assert "The rule “Prize” would hold without the campaign then" in filled.flaws.text()
    counter.hand.press("F9")
    assert "“Prize” cannot be like this. It asks for a goal that is reached" in filled.strip.text


def test_one_is_copied_with_its_rules_under_new_names_and_taken_out_with_them(counter, filled):
    counter.hand.press("F3")
    assert filled.said.text().endswith("rules: Prize copy")
    counter.hand.press("F9")
    first, second = drafted(counter).drives
    assert second == replace(first, drive_id="Spend ₹500 copy", title="Spend ₹500 copy")
    copied = replace(PRIZE, rule_id="Prize copy", drive=second.drive_id)
    assert drafted(counter).rules == (PRIZE, DOUBLE, copied)
    keys(counter, "Home", "Up", "Ctrl+Del")
    assert drafted(counter).drives == (second,)
    assert drafted(counter).rules == (DOUBLE, copied)
    counter.hand.press("Shift+Del")
    assert drafted(counter).drives == (first,)
    assert cells(filled, 0)[1].startswith("running · ")


def test_a_rule_that_a_copy_is_not_to_bring_comes_not_into_the_draft(counter, filled):
    keys(counter, "F3", "Tab", "Tab", "Tab", "Space")
    assert "rules:" not in filled.said.text()
    counter.hand.press("F9")
    assert [one.drive_id for one in drafted(counter).drives] == ["spend", "Spend ₹500 copy"]
    assert drafted(counter).rules == (PRIZE, DOUBLE)


def test_what_the_draft_would_have_done_is_told_and_tried_again(counter, with_rules):
    assert with_rules.impact.text().startswith("Nothing is changed yet. Enter opens the marked campaign")
    keys(counter, "Alt+1")
    ring(counter)
    keys(counter, "F9", "Return", "Ctrl+Return")
    opened(counter)
    counter.hand.press("F6")
    counter.hand.type("Later")
    counter.hand.press("Tab")
    counter.hand.type(typed_day(counter, 5))
    keys(counter, "Tab", "Tab", "Space", "Right", "Space", "F9")
    assert with_rules.strip.text.startswith("“Later” is in the draft.")
    assert with_rules.impact.text().startswith("Last 30 days, 1 bill: points given 27.52 › 9.96")
    counter.hand.press("F5")
    assert with_rules.impact.text().startswith("Last 30 days, 1 bill: points given 27.52 › 9.96")


def test_its_cost_is_told(counter, filled):
    counter.hand.press("Shift+F8")
    assert filled.strip.text.startswith("“Spend ₹500” would have given ")
    assert filled.strip.text.endswith("had it run and everybody it is for taken part.")


def test_of_two_managers_the_second_is_told_and_loses_nothing(counter, filled):
    desk = counter.till.desk
    found = rates.look(desk, "meera")
    mine = Drive("Later", "Later", days(counter, 10, 20))
    rates.keep(desk, replace(found.draft, drives=(*found.drafted.drives, mine)))
    keys(counter, "F3", "F9")
    rates.publish_draft(desk, "meera", by="meera")
    counter.hand.press("F9")
    assert not counter.window.approval.approving.is_open
    assert "Published meanwhile: Campaign “Later” is new: Later · " in filled.strip.text
    counter.hand.press("F4")
    assert [one.drive_id for one in drafted(counter).drives] == ["spend", "Later", "Spend ₹500 copy"]
    counter.hand.press("F9")
    pin(counter)
    assert len(current(desk).drives) == 3
    keys(counter, "Alt+6")
    pin(counter)
    keys(counter, "F8")
    changes = counter.window.loyalty.rates_page._changes.text().splitlines()
    assert [one.partition(" is new: ")[0] for one in changes] == ["“Prize copy”", "Campaign “Spend ₹500 copy”"]


def test_a_rule_is_put_into_a_campaign_where_it_is_typed(counter, filled):
    counter.hand.press("Alt+9")
    pin(counter)
    page = counter.window.loyalty.rules_page
    counter.hand.press("F6")
    counter.hand.type("Twenty")
    keys(counter, "Tab", "Tab", "Tab", "Tab")
    counter.hand.type("20")
    page.editor.boxes["drive"].setFocus()
    keys(counter, "Down", "Tab", "Space")
    assert page.said.text() == "20 points · in “Spend ₹500”, the goal is reached"
    counter.hand.press("F9")
    made = DecisionRule("Twenty", PointsFixed(20_00), conditions=(ReachesGoal(),), drive="spend")
    assert made in drafted(counter).rules
    counter.hand.press("Alt+A")
    pin(counter)
    assert cells(filled, 0)[3] == "Prize, Twenty"


def test_the_page_is_a_managers():
    assert permission_of(Do.DRIVES) is permission_of(Do.RATES)
    assert action(Do.DRIVES).key_label == "Alt+A"
