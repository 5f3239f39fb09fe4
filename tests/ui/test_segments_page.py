"""The page of segments in the real window: made, changed, taken out with keys alone, counted, published with a PIN."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.demo_shop import MANAGER_PIN
from app.domain.conditions import InSegment
from app.domain.rules import DecisionRule, PointsFixed
from app.domain.segments import BillsWithin, BoughtNothingFor, JoinedAgo, Segment
from app.services.programs import rates
from app.services.programs.program import current, publish
from tests.ui.walking import keys, ring
from ui.actions import Do, action
from ui.permits import permission_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

NEW = Segment("new", (JoinedAgo(most_days=30),), "New here")
BUSY = Segment("busy", (BillsWithin(30, 1000),))
GREET = DecisionRule("Greet", PointsFixed(1_00), conditions=(InSegment(frozenset({"new"})),))


def opened(counter):
    counter.hand.press("Alt+G")
    counter.hand.type(MANAGER_PIN)
    counter.hand.press("Return")
    assert counter.window.pages.currentWidget() is counter.window.loyalty.segments_page
    return counter.window.loyalty.segments_page


@pytest.fixture
def page(counter):
    return opened(counter)


@pytest.fixture
def filled(counter):
    desk = counter.till.desk
    publish(desk, replace(current(desk), segments=(NEW, BUSY), rules=(GREET,)), staff="asha")
    return opened(counter)


def drafted(counter):
    return rates.look(counter.till.desk, "asha").drafted.segments


def cells(page, column):
    model = page.table.segments
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_a_segment_is_made_with_keys_alone_said_in_words_and_published(counter, page):
    assert page.empty.isVisible()
    counter.hand.press("F6")
    counter.hand.type("missed")
    counter.hand.press("Tab")
    counter.hand.type("Not seen")
    counter.hand.press("Tab")
    counter.hand.type("90")
    assert (page.said.text(), page.flaws.text()) == ("Not seen · nothing bought for 90 days", "")
    counter.hand.press("F9")
    assert drafted(counter) == (Segment("missed", (BoughtNothingFor(90),), "Not seen"),)
    assert cells(page, 0) == ["missed\nNot seen"]

    counter.hand.press("F9")
    counter.hand.type(MANAGER_PIN)
    counter.hand.press("Return")
    assert current(counter.till.desk).segments[0].segment_id == "missed"


def test_what_cannot_be_is_said_while_it_is_typed_and_not_kept(counter, filled):
    keys(counter, "F6", "F9")
    assert "Give the segment a name" in filled.strip.text
    counter.hand.type("new")
    keys(counter, "Tab", "Tab")
    counter.hand.type("30")
    assert filled.flaws.text() == "There are two segments of this name."
    keys(counter, "Tab")
    counter.hand.type("x")
    assert filled.flaws.text() == "“x” is no whole number."
    counter.hand.press("Esc")
    assert drafted(counter) == (NEW, BUSY)


def test_how_many_members_each_has_and_who_asks_for_it_is_told(counter, filled):
    assert [cells(filled, column) for column in (2, 3)] == [
        [str(sum(one.members for one in members_by_tier(counter))), "nobody today"],
        ["Greet", ""],
    ]


def members_by_tier(counter):
    with counter.till.desk.store.reading() as uow:
        return uow.reports.tiers()


def test_one_that_a_rule_asks_for_stays_and_another_goes(counter, filled):
    counter.hand.press("Ctrl+Del")
    assert "“Greet” cannot be like this. There is no segment new." in filled.strip.text
    keys(counter, "Down", "Ctrl+Del")
    assert drafted(counter) == (NEW,)
    counter.hand.press("Shift+Del")
    assert drafted(counter) == (NEW, BUSY)


def test_one_is_opened_and_changed(counter, filled):
    keys(counter, "Return", "Tab", "Tab", "Tab", "Tab", "Tab")
    assert filled.editor.fields["title"].text() == "New here"
    filled.editor.fields["joined_most"].setFocus()
    filled.editor.fields["joined_most"].selectAll()
    counter.hand.type("60")
    counter.hand.press("F9")
    assert drafted(counter)[0] == replace(NEW, asks=(JoinedAgo(most_days=60),))


def test_what_the_draft_would_have_done_is_told(counter, filled):
    assert filled.impact.text().startswith("Nothing is changed yet. Enter opens the marked segment")
    counter.hand.press("Alt+1")
    ring(counter)
    keys(counter, "F9", "Return", "Ctrl+Return")
    opened(counter)
    keys(counter, "Return", "Tab", "Tab")
    counter.hand.type("1")
    keys(counter, "F9", "F5")
    assert filled.impact.text().startswith("Last 30 days, 1 bill: points given 10.96 › 9.96")


def test_the_page_is_a_managers():
    assert permission_of(Do.SEGMENTS) is permission_of(Do.RATES)
    assert action(Do.SEGMENTS).key_label == "Alt+G"
