"""The page of tiers in the real window: one new, called otherwise, taken out; everybody tried; published with a PIN."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.rules import DecisionRule, PointsFixed
from app.domain.tiers import PointsBasis, Qualify
from app.services.programs import rates
from app.services.programs.program import current, publish
from app.services.programs.rate_drafts import RateDraft
from tests.ui.tiering import open_tiers, put, retype
from tests.ui.walking import keys, pin
from ui.actions import Do
from ui.permits import permission_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
NAME, ASKS, BRINGS, MEMBERS, THEN = range(5)


@pytest.fixture
def page(counter):
    """At the second tier."""
    page = open_tiers(counter)
    counter.hand.press("Down")
    return page


def tiers(counter):
    return current(counter.till.desk).tiers


def drafted(counter):
    return rates.look(counter.till.desk, "asha").drafted.tiers


def cells(page, column):
    model = page.table.tiers
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_it_is_a_managers():
    assert permission_of(Do.TIERS) is permission_of(Do.RATES)


def test_a_new_tier_is_typed_tried_on_everybody_and_published(counter, page):
    keys(counter, "F6")
    counter.hand.type("Diamond")
    keys(counter, "Tab")
    counter.hand.type("500000")
    assert page.said.text().startswith("Diamond asks ₹5,00,000.00.")
    keys(counter, "F9")
    assert page.strip.text == "“Diamond” is in the draft. F9 publishes it together with rates and rules."
    assert cells(page, NAME) == ["Bronze", "Silver", "Gold", "Platinum", "Diamond", "All tiers"]
    assert cells(page, THEN)[4] == "0"
    assert "0 fall after the grace" in page.impact.text()
    assert not tiers(counter).has("Diamond"), "not before it is published"
    keys(counter, "F9")
    pin(counter)
    assert tiers(counter).levels[-1].name == "Diamond"
    assert page.strip.text.startswith("Published: rates v")
    assert not page.desk.state.has_changes


def test_figures_are_tried_on_everybody_and_published(counter, page):
    put(counter, page, "100")
    put(counter, page, "Free delivery; A gift", "benefits")
    assert cells(page, THEN) != ["", "", "", "", ""]
    assert cells(page, BRINGS)[1] == "× 1.25\nbirthday 250 · Free delivery · A gift"
    keys(counter, "F9")
    pin(counter)
    silver = tiers(counter).levels[1]
    assert (silver.min_spend_minor, silver.benefits) == (100_00, ("Free delivery", "A gift"))


def test_a_tier_that_is_called_otherwise_keeps_its_members_and_its_rules(counter, page):
    desk = counter.till.desk
    rule = DecisionRule("Silver week", PointsFixed(1_00), tiers=frozenset({"Silver"}))
    publish(desk, replace(current(desk), rules=(rule,)), staff="asha")
    page.open()
    counter.hand.settle()
    held = cells(page, MEMBERS)
    counter.hand.press("Down")
    put(counter, page, "Argent", "name")
    assert page.changes.text() == "Silver, Name: Silver › Argent"
    assert cells(page, MEMBERS) == cells(page, THEN) == held
    keys(counter, "F9")
    pin(counter)
    assert tiers(counter).levels[1].names == ("Argent", "Silver")
    assert current(desk).rules[0].tiers == {"Argent"}


def test_a_tier_is_taken_out_and_whoever_holds_it_is_counted(counter, page):
    counter.hand.press("Down")
    assert cells(page, NAME)[page.desk.state.marked] == "Gold"
    keys(counter, "Ctrl+Del")
    assert page.strip.text == "“Gold” is taken out of the draft. Whoever holds it will hold the one below."
    assert "1 holds a tier that goes" in page.impact.text()
    assert page.changes.text().startswith("Tier “Gold” is taken away: from ₹1,50,000.00")
    assert drafted(counter).called("Gold") == "Silver"


def test_how_tiers_are_reached_is_chosen(counter, page):
    keys(counter, *["Down"] * 3, "Return")
    assert counter.focus is page.editor.boxes["counted"]
    assert not page.editor.fields["name"].isVisible()
    assert not page.editor.boxes["basis"].isVisible(), "points do not count"
    keys(counter, "Down", "Tab", "Down")
    assert page.said.text() == (
        "Tiers are reached by points: those that are there, of the last 365 days · kept for 30 days more."
    )
    retype(counter, page, period="90", grace="10")
    keys(counter, "F9")
    scheme = drafted(counter)
    assert (scheme.qualify, scheme.points_basis) == (Qualify.POINTS, PointsBasis.AVAILABLE_PLUS_PENDING)
    assert (scheme.qualification_days, scheme.grace_days) == (90, 10)
    assert cells(page, ASKS)[1] == "5,000 points"
    keys(counter, "Ctrl+Del")
    assert page.strip.text.startswith("That is how all tiers are reached.")


@pytest.mark.parametrize(
    ("part", "typed", "why"),
    [
        ("spend", "abc", "is no amount"),
        ("spend", "99999999", "asks less than"),
        ("spend", "150000", "Gold asks the same as Silver"),
        ("multiplier", "0", "cannot have that multiplier"),
        ("birthday", "1.234", "is no number"),
        ("bills", "1.5", "is no whole number"),
        ("name", "gold", "two tiers called"),
        ("name", "", "Give the tier a name first"),
    ],
)
def test_what_cannot_be_is_said_while_it_is_typed_and_not_kept(counter, page, part, typed, why):
    put(counter, page, typed, part)
    assert why in page.flaws.text()
    assert why in page.strip.text
    assert page.editor.fields[part].text() == typed, "nothing that was typed is lost"
    keys(counter, "Esc")
    assert not page.desk.state.has_changes


def test_the_first_tier_stays_and_asks_nothing(counter, page):
    keys(counter, "Up", "Ctrl+Del")
    assert page.strip.text.startswith("Members begin in Bronze.")
    keys(counter, "Return")
    assert not page.editor.fields["spend"].isVisible()
    assert page.editor.fields["name"].isVisible()


def test_a_tier_that_a_rule_asks_for_stays(counter, page):
    desk = counter.till.desk
    rule = DecisionRule("Gold week", PointsFixed(1_00), tiers=frozenset({"Gold"}))
    publish(desk, replace(current(desk), rules=(rule,)), staff="asha")
    page.open()
    counter.hand.settle()
    keys(counter, "Down", "Down", "Ctrl+Del")
    assert "“Gold week” cannot be like this. There is no tier Gold." in page.strip.text
    assert drafted(counter).has("Gold")
    assert not page.desk.state.has_changes


def test_a_draft_is_dropped(counter, page):
    put(counter, page, "100")
    assert page.desk.state.has_changes
    keys(counter, "Shift+Del")
    assert not page.desk.state.has_changes
    assert page.impact.text().startswith("Nothing is changed yet.")
    keys(counter, "F9")
    assert page.strip.text.startswith("Nothing is changed yet.")


def test_what_another_manager_published_is_told_and_carried_over(counter, page):
    desk = counter.till.desk
    put(counter, page, "100")
    publish(desk, replace(current(desk), tiers=replace(tiers(counter), grace_days=60)), staff="asha")
    keys(counter, "F9")
    assert "meanwhile" in page.strip.text
    keys(counter, "F4", "F9")
    pin(counter)
    assert tiers(counter).levels[1].min_spend_minor == 100_00


def test_what_going_back_brings_is_seen_before_it_is_published(counter, page):
    desk = counter.till.desk
    stood = tiers(counter)
    publish(desk, replace(current(desk), tiers=replace(stood, grace_days=60)), staff="asha")
    rates.revert(desk, 1, staff="asha")
    page.open()
    counter.hand.settle()
    assert page.changes.text() == "Tiers, Days of grace: 60 › 30"
    assert page.desk.state.has_changes


def test_a_draft_with_a_day_says_when_it_begins(counter, page):
    desk = counter.till.desk
    put(counter, page, "100")
    draft: RateDraft = rates.look(desk, "asha").draft
    day = desk.calendar.day_of(desk.clock.now()).replace(year=2099)
    rates.keep(desk, replace(draft, holds_on=day))
    page.open()
    counter.hand.settle()
    assert page.begins.text().startswith("The draft is to begin on")


def test_a_tier_that_gives_much_more_asks_for_a_second_person(counter, page):
    put(counter, page, "8", "discount")
    keys(counter, "F9")
    pin(counter)
    assert tiers(counter).levels[1].price_discount_percent == 0
    assert "second" in page.strip.text
    pin(counter)
    assert tiers(counter).levels[1].price_discount_percent == 0, "one person twice is one person"
    assert "a second person has to approve" in page.strip.text
