"""The form of what a draft holds: what was chosen and is there no more can be seen, and taken out."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.conditions import InSegment, InStore
from app.domain.rules import DecisionRule, Multiply, PointsFixed
from app.domain.segments import EnrolledIn
from app.services.programs import rates
from app.services.programs.program import current, publish
from tests.chains import joined
from tests.ui.walking import pin
from ui.rules.form import Counted, Kind

GONE = DecisionRule("Back", PointsFixed(10_00), conditions=(InSegment(frozenset({"regulars"})),))
ELSEWHERE = DecisionRule("Elsewhere", PointsFixed(10_00), conditions=(InStore(frozenset({"north"})),))
KINDS = {"rules": InStore, "segments": EnrolledIn}
TOYS = DecisionRule("Toys", Multiply(Decimal(2), "Toys"))


@pytest.fixture
def page(counter):
    """Rules that an earlier program let somebody publish; Vikram opened the page."""
    desk = counter.till.desk
    publish(desk, replace(current(desk), version=2, rules=(GONE, TOYS, ELSEWHERE)), staff="vikram")
    counter.hand.press("Alt+9")
    pin(counter)
    return counter.window.loyalty.rules_page


def kept(counter, name):
    (found,) = (one for one in rates.look(counter.till.desk, "asha").drafted.rules if one.rule_id == name)
    return found


def test_a_segment_that_is_there_no_more_is_taken_out_with_keys_alone(counter, page):
    counter.hand.press("Return")
    (regulars,) = page.editor.several["segments"].buttons
    assert (regulars.text(), regulars.isChecked()) == ("regulars", True)
    regulars.setFocus()
    counter.hand.press("Space")
    assert page.said.text() == "10 points · every bill"
    assert page.editor.several["segments"].buttons == [regulars], "who thinks better of it turns it on again"
    counter.hand.press("F9")
    assert kept(counter, "Back").conditions == ()
    counter.hand.press("Return")
    assert page.editor.several["segments"].buttons == []


def test_a_category_that_is_there_no_more_shows_until_another_is_chosen(counter, page):
    for key in ("Down", "Down", "Return"):
        counter.hand.press(key)
    box = page.editor.boxes["category"]
    assert box.currentText() == "Toys"
    box.setFocus()
    counter.hand.press("Home")
    assert page.said.text().startswith("2 × the points")
    counter.hand.press("F9")
    assert kept(counter, "Toys").award == Multiply(Decimal(2))


def test_what_is_chosen_of_a_list_is_one_of_its_own_values(counter, page):
    """And no plain text that only reads like it: what a form asks of its kind is asked with `is`."""
    counter.hand.press("F6")
    page.editor.boxes["kind"].setFocus()
    counter.hand.press("End")
    assert page.desk.state.form.kind is Kind.VOUCHER
    page.editor.boxes["counted"].setFocus()
    counter.hand.press("Down")
    assert page.desk.state.form.counted is Counted.DAYS
    assert page.editor.fields["nth_days"].isVisible()


def test_a_shop_on_its_own_asks_for_no_store_and_takes_out_what_was_asked(counter, page):
    counter.hand.press("F6")
    assert page.editor.several["stores"].buttons == []
    assert not page.editor.fields["more_stores"].isVisible()
    for key in ("Esc", "Down", "Return"):
        counter.hand.press(key)
    assert page.said.text() == "10 points · at north"
    (north,) = page.editor.several["stores"].buttons
    north.setFocus()
    for key in ("Space", "F9"):
        counter.hand.press(key)
    assert kept(counter, "Elsewhere").conditions == ()


@pytest.mark.parametrize("kind", ["rules", "segments"])
def test_the_counters_own_store_is_chosen_by_its_name_and_others_by_their_ids(counter, kind):
    link = joined(counter.till.desk)
    counter.hand.press({"rules": "Alt+9", "segments": "Alt+G"}[kind])
    pin(counter)
    page = {"rules": counter.window.loyalty.rules_page, "segments": counter.window.loyalty.segments_page}[kind]
    counter.hand.press("F6")
    counter.hand.type("Here")
    if kind == "rules":
        page.editor.fields["value"].setFocus()
        counter.hand.type("10")
    (own,) = page.editor.several["stores"].buttons
    assert own.text() == link.store_name
    own.setFocus()
    for key in ("Space", "Tab"):
        counter.hand.press(key)
    counter.hand.type("north")
    assert page.said.text().endswith(f"{link.store_name} / north")
    counter.hand.press("F9")
    drafted = rates.look(counter.till.desk, "asha").drafted
    (asked,) = drafted.rules[-1].conditions if kind == "rules" else drafted.segments[-1].asks
    assert (type(asked), asked.stores) == (KINDS[kind], frozenset({link.store_id, "north"}))
    counter.hand.press("Return")
    assert [one.text() for one in page.editor.several["stores"].buttons] == [link.store_name, "north"]
