"""The form of what a draft holds: what was chosen and is there no more can be seen, and taken out."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.cases import Brings, Case, SavedCase
from app.domain.conditions import InSegment, InStore
from app.domain.rules import DecisionRule, Multiply, PointsFixed
from app.domain.segments import EnrolledIn, Segment
from app.services.ports import ToldStore
from app.services.programs import rates, saved_cases
from app.services.programs.program import current, publish
from tests.chains import joined
from tests.desks import cart
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


TOLD = (
    ToldStore("s1", "Main Road", is_open=True),
    ToldStore("n", "North Bazaar", is_open=True),
    ToldStore("o", "Old Town", is_open=False),
)
OF_OLD = DecisionRule("Of old", PointsFixed(10_00), conditions=(InStore(frozenset({"o", "n"})),))


def in_told_chain(counter):
    """A counter that was told the stores of its chain; one of them is closed, and a rule still asks for it."""
    desk = counter.till.desk
    joined(desk)
    with desk.store.writing() as uow:
        uow.stores.put_all(TOLD)
        here = Segment("here", (EnrolledIn(frozenset({"n"})),))
        uow.programs.publish(
            replace(current(desk), version=2, rules=(OF_OLD,), segments=(here,)), staff="HQ", at=desk.clock.now()
        )


@pytest.mark.parametrize("kind", ["rules", "segments"])
def test_every_store_of_the_chain_is_chosen_by_its_name_and_no_id_is_typed(counter, kind):
    in_told_chain(counter)
    counter.hand.press({"rules": "Alt+9", "segments": "Alt+G"}[kind])
    pin(counter)
    page = {"rules": counter.window.loyalty.rules_page, "segments": counter.window.loyalty.segments_page}[kind]
    counter.hand.press("F6")
    counter.hand.type("Here")
    if kind == "rules":
        page.editor.fields["value"].setFocus()
        counter.hand.type("10")
    assert not page.editor.fields["more_stores"].isVisible()
    first, second = page.editor.several["stores"].buttons
    assert (first.text(), second.text()) == ("Main Road", "North Bazaar")
    first.setFocus()
    for key in ("Right", "Space"):
        counter.hand.press(key)
    assert page.said.text().endswith("North Bazaar")
    counter.hand.press("F9")
    drafted = rates.look(counter.till.desk, "asha").drafted
    (asked,) = drafted.rules[-1].conditions if kind == "rules" else drafted.segments[-1].asks
    assert (type(asked), asked.stores) == (KINDS[kind], frozenset({"n"}))


def test_a_typed_bill_is_the_own_stores_until_another_is_chosen(counter):
    in_told_chain(counter)
    counter.hand.press("Alt+9")
    pin(counter)
    page = counter.window.loyalty.rules_page
    counter.hand.press("F8")
    counter.hand.type("600")
    store, (rule,) = page.trial.forms.store, page.desk.trial.state.draft.rows
    assert ([store.itemText(at) for at in range(store.count())], store.currentText()) == (
        ["Main Road", "North Bazaar"],
        "Main Road",
    )
    assert (rule.title, rule.detail) == ("✖ Of old", "✖ at North Bazaar / Old Town (Main Road)")
    store.setFocus()
    counter.hand.press("Down")
    (rule,) = page.desk.trial.state.draft.rows
    assert (rule.title, rule.detail) == ("✔ Of old", "✔ at North Bazaar / Old Town")


def test_a_kept_case_of_a_closed_store_stands_by_its_name_and_one_of_none_too(counter):
    in_told_chain(counter)
    desk = counter.till.desk
    case = Case(cart(("General", 100)), desk.clock.now(), "Bronze", store="o")
    for name, one in (("old", case), ("none", replace(case, store=""))):
        saved_cases.keep_case(desk, SavedCase(name, one, Brings(0, 0)))
    counter.hand.press("Alt+9")
    pin(counter)
    page = counter.window.loyalty.rules_page
    counter.hand.press("F8")
    page.trial.forms.cases.setFocus()
    for called in ("none", "Old Town"):
        counter.hand.press("Down")
        assert page.trial.forms.store.currentText() == called


def test_a_store_that_was_closed_stands_by_its_name_until_it_is_taken_out(counter):
    in_told_chain(counter)
    counter.hand.press("Alt+9")
    pin(counter)
    page = counter.window.loyalty.rules_page
    assert page.desk.state.rows[0].chips == ("at North Bazaar / Old Town",)
    counter.hand.press("Return")
    buttons = page.editor.several["stores"].buttons
    assert [(one.text(), one.isChecked()) for one in buttons] == [
        ("Main Road", False),
        ("North Bazaar", True),
        ("Old Town", True),
    ]
    buttons[2].setFocus()
    for key in ("Space", "F9"):
        counter.hand.press(key)
    assert kept(counter, "Of old").conditions == (InStore(frozenset({"n"})),)


def test_what_was_published_meanwhile_and_what_a_version_changed_name_the_stores(counter):
    in_told_chain(counter)
    desk = counter.till.desk
    rates.keep(desk, rates.look(desk, "asha").draft)
    far = DecisionRule("Far", PointsFixed(5_00), conditions=(InStore(frozenset({"unheard"})),))
    elsewhere = Segment("far", (EnrolledIn(frozenset({"o"})),))
    with desk.store.writing() as uow:
        program = replace(current(desk), version=3, rules=(far,), segments=(elsewhere,))
        uow.programs.publish(program, staff="HQ", at=desk.clock.now())
    counter.hand.press("Alt+6")
    pin(counter)
    page = counter.window.loyalty.rates_page
    told = (
        "“Of old” is taken away: 10 points · at North Bazaar / Old Town",
        "“Far” is new: 5 points · at unheard",  # who is not known is said by the id
        "Segment “far” is new: enrolled in store Old Town",
    )
    assert all(one in page.desk.state.notice.text for one in told)
    counter.hand.press("F8")
    assert all(one in page.desk.state.detail for one in told)
    for key, opened in (("Alt+9", "rules_page"), ("Alt+G", "segments_page")):
        counter.hand.press(key)
        pin(counter)
        notice = getattr(counter.window.loyalty, opened).desk.state.notice.text
        assert ("at North Bazaar / Old Town" in notice) or ("enrolled in store Old Town" in notice)
